import type { Approval, Book, BookField, Limit, Verb } from '../../src/books/model.ts';
import type { Field } from '../../src/cli/field.ts';
import { optionsOf } from '../../src/entries/option-commands.ts';
import { optionName } from '../../src/lib/option-name.ts';
import { type Words, w } from '../../src/lib/words.ts';
import { ROLE_TITLES } from '../../src/policy/roles.ts';
import { both, code, tableOf } from './markdown.ts';

/** All that is known of a book of the catalogue. */
export function bookSection(book: Book): string {
  const off = book.isEnabled ? '' : ' (默认停用 · off as shipped)';
  return [
    `### ${code(book.key)} ${both(book.name)}${off}`,
    [both(book.about), ...factsOf(book)].map((line) => `- ${line}`).join('\n'),
    ['```sh', ...book.verbs.map((verb) => lineOf(book, verb)), '```'].join('\n'),
    tableOf(
      book.fields.map((field) => fieldRow(field)),
      ['字段 · Field', '名称 · Name', '内容 · Holds', '动作 · Verb', ''],
    ),
    ...(book.limits.length > 0
      ? [
          tableOf(
            book.limits.map((limit) => limitRow(book, limit)),
            ['时限 · Deadline', '谁 · Who', '何时 · When', '由谁了结 · Met by'],
          ),
        ]
      : []),
  ].join('\n\n');
}

function factsOf(book: Book): string[] {
  const { cadence, approvals, charge, sequel, rates, retention, rules } = book;
  const facts: (string | false)[] = [
    `${both(w('字头', 'Prefix'))}: ${code(book.prefix)}`,
    rules !== '' && `${both(w('规则', 'Rules'))}: ${rules}`,
    cadence !== null &&
      `${both(w('周期', 'Rhythm'))}: ${code(cadence.text)} ${both(cadence.words)} (${both(ROLE_TITLES[cadence.role])})`,
    ...approvals.map(
      (approval) => `${both(w('审批', 'Approval'))}: ${approvalText(book, approval)}`,
    ),
    charge !== null &&
      `${both(w('应收', 'Charge'))}: ${code(charge.tariff)}, ${code(`${book.key} ${charge.at}`)}`,
    sequel !== null &&
      `${both(w('引出', 'Sequel'))}: ${both(SEQUELS[sequel.does])}${whenText(sequel.when)}`,
    ...rates.map(
      (rate) =>
        `${both(w('比率', 'Rate'))}: ${both(rate.words)} = ${code(rate.numerator)} ÷ ${code(rate.denominator)}`,
    ),
    book.showsArrears &&
      both(w('登记时提示欠费，从不作条件', 'shows what the unit owes, never a condition')),
    uniqueText(book),
    book.isHandedOver && both(w('未了的交给下一班', 'open entries are told to the next shift')),
    retention !== null && `${both(w('保存', 'Kept'))}: ${code(retention.text)}`,
  ];
  return facts.filter((fact) => fact !== false);
}

function uniqueText({ unique, fields }: Book): string | false {
  const label = fields.find(({ key }) => key === unique)?.label;
  if (!label) return false;
  return both(w(`未了的${label.zh}不重复`, `no ${label.en} twice among open entries`));
}

const SEQUELS = {
  ticket: w('开维修工单', 'repair tickets'),
  rain: w(
    '登记大雨，托管房屋雨前雨后各巡一次',
    'a heavy rain, and patrols of the trust-managed units',
  ),
} as const satisfies Record<string, Words>;

function approvalText(book: Book, { words, role, within, before, daily }: Approval): string {
  const waits = before ? [`${both(w('之前不能', 'before'))} ${code(`${book.key} ${before}`)}`] : [];
  const once = daily ? [both(w('一天签一次', 'once for a day'))] : [];
  return [
    `${both(words)} (${both(ROLE_TITLES[role])}, ${code(within.text)})`,
    ...waits,
    ...once,
  ].join(', ');
}

const whenText = (when: { field: string; is: readonly string[] } | null): string =>
  when ? ` (${code(`${when.field}: ${when.is.join(', ')}`)})` : '';

/** As it is typed, with what must be said. */
function lineOf(book: Book, verb: Verb): string {
  const options = Object.entries(optionsOf(book, verb.key)).filter(([, option]) => option.required);
  const typed = options.map(([key, option]) =>
    option.positional ? placeholderOf(option) : `--${optionName(key)} ${placeholderOf(option)}`,
  );
  const line = ['wy', book.key, verb.key, ...(verb.does === 'open' ? [] : ['NO']), ...typed].join(
    ' ',
  );
  return `${line}  # ${verb.about.zh} · ${verb.about.en}`;
}

/** Choices stand in the table of fields. */
const placeholderOf = ({ placeholder, choices }: Field<unknown>): string =>
  choices ? 'CHOICE' : (placeholder ?? '');

function fieldRow(field: BookField): string[] {
  const { key, label, type, at, again, required, requiredWhen, usual, choices, items, help } =
    field;
  const within = Object.entries(type === 'sheet' ? items : choices).map(([each, it]) => {
    const words = 'label' in it ? it.label : it;
    const points = 'label' in it && it.most > 1 ? ` (${it.most})` : '';
    return `${code(each)} ${both(words)}${points}`;
  });
  const option = field.positional ? '' : '--';
  return [
    code(`${option}${optionName(key)}`),
    [both(label), ...(help ? [both(help)] : [])].join('; '),
    [code(type), ...within].join('<br>'),
    [at, ...again].map(code).join(', '),
    [
      ...(required ? [both(w('必填', 'required'))] : []),
      ...(requiredWhen
        ? [`${both(w('必填，当', 'required where'))}${whenText(requiredWhen)}`]
        : []),
      ...(usual !== null ? [`${both(w('通常', 'usually'))} ${code(usual)}`] : []),
    ].join('; '),
  ];
}

function limitRow(book: Book, limit: Limit): string[] {
  const { at, within, from, met, lead, every, when, words, role } = limit;
  const due = [
    ...(at ? [code(at)] : []),
    ...(within ? [`${code(from)} + ${code(within.text)}`] : []),
  ];
  const rest = [
    ...(lead ? [`${both(w('提前', 'lead'))} ${code(lead.text)}`] : []),
    ...(every ? [`${both(w('每', 'every'))} ${code(every.text)}`] : []),
  ];
  return [
    both(words),
    both(ROLE_TITLES[role]),
    `${[due.join(` ${both(w('或', 'or'))} `), ...rest].join('; ')}${whenText(when)}`,
    code(`${book.key} ${met}`),
  ];
}
