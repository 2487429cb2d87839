import { expect, it } from 'vitest';
import { catalogue, commandsOf } from '../../src/cli/catalogue.ts';
import type { Command } from '../../src/cli/command.ts';
import type { Field } from '../../src/cli/field.ts';
import { GLOBALS, globalTerm, HELP } from '../../src/cli/text.ts';
import { optionName } from '../../src/lib/option-name.ts';
import { list, w } from '../../src/lib/words.ts';
import { policySchemaEntries } from '../../src/policy/entries.ts';
import { ROLE_TITLES } from '../../src/policy/roles.ts';
import { CHAIN, type Link, STEPS } from '../../src/renovations/chain-rules.ts';
import { type ConditionName, conditionOf } from '../../src/renovations/conditions-rules.ts';
import { STATES } from '../../src/renovations/model.ts';
import { both, tableOf } from './markdown.ts';

// These pages are made from the declarations: `npm run docs` writes them anew.

it('the reference of commands is up to date', async () => {
  const pages: string[] = [];
  for (const noun of Object.keys(catalogue)) {
    for (const command of (await commandsOf(noun)) ?? []) pages.push(pageOf(command));
  }
  const globals = GLOBALS.map((option) => [
    `\`${globalTerm(option).replaceAll('|', '\\|')}\``,
    both(option.about),
  ]);
  const text = [
    '# 命令 · Commands',
    '由声明生成，请勿手改 · Generated from the declarations by `npm run docs`.',
    `## ${both(HELP.globals)}`,
    tableOf(globals),
    ...pages,
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../docs/commands.md');
});

it('the reference of the policy is up to date', async () => {
  const rows = policySchemaEntries()
    .filter((entry) => entry.default !== null)
    .map((entry) => [
      `\`${entry.key}\``,
      `\`${entry.default}\``,
      entry.note ? both(entry.note) : '',
    ]);
  const text = [
    '# 制度参数 · The policy',
    '由 `src/policy/default.yaml` 生成 · Generated from `src/policy/default.yaml` by `npm run docs`.',
    tableOf(rows, ['条目 · Key', '默认 · Default', '说明 · Meaning']),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../docs/policy.md');
});

it('the reference of renovations is up to date', async () => {
  const states = Object.entries(STATES).map(([state, words]) => [`\`${state}\``, both(words)]);
  const steps = STEPS.map((step) => stepRow(CHAIN[step]));
  const conditions = conditionNames().map((name) => {
    const { words, code, remedy } = conditionOf(name);
    const brings = remedy ? `\`wy ${CHAIN[remedy].line}\`` : '';
    return [both(words), `\`${code}\``, brings];
  });
  const text = [
    '# 装修：从申请到退款 · Renovations: from the application to the refund',
    '由 `src/renovations/chain-rules.ts` 生成，请勿手改 · Generated from `src/renovations/chain-rules.ts` by `npm run docs`.',
    [
      '每一步都按下表办：不在该状态、缺所须的、不该他办的，都拒绝并说明原因；“留意”的只提醒。`wy reno show NO` 说下一步。',
      'Every step goes by this table: in another state, without what it needs, or by somebody else it is refused, with the reason; what it looks for is only pointed out. `wy reno show NO` says what comes next.',
    ].join('\n\n'),
    '## 状态 · States',
    tableOf(states, ['`state`', '']),
    '## 步骤 · Steps',
    tableOf(steps, [
      '步骤 · Step',
      '状态 · In',
      '到 · Leads to',
      '谁办 · Who',
      '须有；留意 · Needs; looks for',
      '命令 · Command',
      '规则 · Rules',
    ]),
    '## 须有的 · What a step needs',
    tableOf(conditions, ['须有 · Needed', '拒绝代码 · Refusal', '怎么办 · Brought about by']),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../docs/renovations.md');
});

const ANY = w('任何状态', 'any');

function stepRow({
  words,
  from,
  to,
  role,
  only,
  needs = [],
  asks = [],
  awaits = [],
  line,
  rules,
}: Link) {
  const isAny = from.length === Object.keys(STATES).length;
  const who = ROLE_TITLES[role];
  const named = (names: readonly ConditionName[]) =>
    list(names.map((name) => conditionOf(name).words));
  const looks = named(asks);
  const first = named(awaits);
  return [
    both(words),
    both(isAny ? ANY : list(from.map((state) => STATES[state]))),
    to ? both(STATES[to]) : '',
    both(only ? w(`只能${who.zh}`, `${who.en} only`) : who),
    [
      ...(needs.length > 0 ? [both(named(needs))] : []),
      ...(asks.length > 0 ? [both(w(`留意：${looks.zh}`, `looks for: ${looks.en}`))] : []),
      ...(awaits.length > 0
        ? [both(w(`通常先有：${first.zh}`, `usually first: ${first.en}`))]
        : []),
    ].join('; '),
    `\`wy ${line}\``,
    rules,
  ];
}

/** In the order in which the chain comes to them. */
const conditionNames = (): ConditionName[] => [
  ...new Set(
    STEPS.map((step) => CHAIN[step]).flatMap(({ needs = [], asks = [], awaits = [] }) => [
      ...needs,
      ...asks,
      ...awaits,
    ]),
  ),
];

function pageOf(command: Command): string {
  const fields = Object.entries(command.fields);
  const positional = fields
    .filter(([, field]) => field.positional)
    .map(([, field]) => (field.required ? ` ${field.placeholder}` : ` [${field.placeholder}]`));
  const rows = fields.map(([key, field]) => rowOf(command, key, field));
  if (command.reveals) rows.push(['`--reveal`', both(HELP.reveal), '']);
  return [
    `## wy ${command.name}${positional.join('')}`,
    both(command.about),
    ...(rows.length > 0 ? [tableOf(rows, ['选项 · Option', '内容 · Meaning', ''])] : []),
    ...(command.examples ? [['```sh', ...command.examples, '```'].join('\n')] : []),
  ].join('\n\n');
}

function rowOf(command: Command, key: string, field: Field<unknown>): string[] {
  const value = field.placeholder ? ` ${field.placeholder}` : '';
  const option = field.positional ? (field.placeholder ?? key) : `--${optionName(key)}${value}`;
  const meaning = field.help ? `${both(field.label)} (${both(field.help)})` : both(field.label);
  const group = command.oneOf?.find((keys) => keys.includes(key));
  const others = group?.filter((each) => each !== key).map((each) => `--${optionName(each)}`);
  const needed = others
    ? `或 · or ${others.join(', ')}`
    : field.required
      ? `${both(HELP.required)}`
      : '';
  return [`\`${option.replaceAll('|', '\\|')}\``, meaning, needed];
}
