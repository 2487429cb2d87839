import { optionName } from '../lib/option-name.ts';
import { type Lang, sentence, type Words, w } from '../lib/words.ts';
import type { Command } from './command.ts';
import type { Field } from './field.ts';
import { GAP, pad, widthOf, wrap } from './layout.ts';
import type { NounLine } from './nouns.ts';
import { GLOBALS, globalTerm, HELP, REVEAL } from './text.ts';

interface Reader {
  lang: Lang;
  width?: number | undefined;
}

/** A term and what it means: an option, a command. */
type Line = readonly [term: string, about: string];

const WIDTH_ELSEWHERE = 80;
const WIDEST = 100;
/** Longer terms stand on a line of their own. */
const WIDEST_TERM = 24;
/** What a term means is not wrapped to less than this. */
const LEAST_ROOM = 16;
/** Longer rows of choices (`paid|free|warranty`) leave the term. */
const LONGEST_CHOICES = 20;

export function helpOfAll(nouns: readonly NounLine[], as: Reader): string {
  const { lang } = as;
  const own = nouns
    .filter(({ book }) => !book)
    .map(({ name, about }): Line => [name, sentence(about[lang])]);
  return page([
    `wy – ${HELP.about[lang]}`,
    usage(w('wy 命令 [动作] [选项]', 'wy COMMAND [VERB] [OPTIONS]')[lang], as),
    section(HELP.commands, own, as),
    names(
      HELP.books,
      nouns.flatMap(({ name, book }) => (book ? [name] : [])),
      as,
    ),
    section(HELP.globals, globalLines(lang), as),
    HELP.more[lang],
  ]);
}

/** Many names in a few lines. */
function names(name: Words, all: readonly string[], { lang, width }: Reader): string {
  if (all.length === 0) return '';
  const lines = wrap(all.join(GAP), lineWidth(width) - GAP.length).split('\n');
  return [wrap(title(name, lang), lineWidth(width)), ...lines.map((line) => GAP + line)].join('\n');
}

export function helpOfNoun(
  noun: string,
  about: Words | undefined,
  commands: readonly Command[],
  as: Reader,
): string {
  const { lang } = as;
  return page([
    `wy ${noun} – ${sentence(about?.[lang] ?? '')}`,
    usage(w(`wy ${noun} 动作 [选项]`, `wy ${noun} VERB [OPTIONS]`)[lang], as),
    section(HELP.commands, verbLines(commands, lang), as),
    HELP.allGlobals[lang],
  ]);
}

const verbLines = (commands: readonly Command[], lang: Lang) =>
  commands.map((each): Line => [each.verb ?? '', sentence(each.about[lang])]);

/** `beside`: the verbs of a noun that is a command by itself as well. */
export function helpOf(command: Command, as: Reader, beside: readonly Command[] = []): string {
  const { lang } = as;
  const name = `wy ${command.name}`;
  const fields = Object.entries(command.fields);
  const inGroup = (key: string) => command.oneOf?.find((keys) => keys.includes(key));
  const options = fields.filter(([, field]) => !field.positional);
  const isNeeded = ([key, field]: (typeof fields)[number]) => field.required || inGroup(key);
  const describe = ([key, field]: (typeof fields)[number]): Line => {
    const about = aboutField(field, lang);
    const others = inGroup(key)?.map((each) => termOf(each, command.fields[each]));
    return [termOf(key, field), others ? `${about}${oneOfNote(others, lang)}` : about];
  };
  const reveal: Line[] = command.reveals ? [[`--${REVEAL}`, HELP.reveal[lang]]] : [];
  return page([
    `${name} – ${sentence(command.about[lang])}`,
    usage(`${name}${syntaxOf(command)} ${w('[选项]', '[OPTIONS]')[lang]}`, as),
    section(HELP.arguments, fields.filter(([, field]) => field.positional).map(describe), as),
    section(HELP.required, options.filter(isNeeded).map(describe), as),
    section(
      HELP.options,
      [...options.filter((each) => !isNeeded(each)).map(describe), ...reveal],
      as,
    ),
    section(HELP.commands, verbLines(beside, lang), as),
    examples(command.examples ?? [], lang),
    HELP.allGlobals[lang],
  ]);
}

/** What must be typed behind the command's name. */
function syntaxOf(command: Command): string {
  const positional = Object.values(command.fields)
    .filter((field) => field.positional)
    .map((field) => (field.required ? ` ${field.placeholder}` : ` [${field.placeholder}]`));
  const groups = (command.oneOf ?? []).map((keys) => {
    const terms = keys.map((key) => termOf(key, command.fields[key]));
    return ` (${terms.join(' | ')})`;
  });
  const required = Object.entries(command.fields)
    .filter(([, field]) => field.required && !field.positional)
    .map(([key, field]) => ` ${termOf(key, field)}`);
  return [...positional, ...groups, ...required].join('');
}

function termOf(key: string, field: Field<unknown> | undefined): string {
  const value = field ? placeholderOf(field) : undefined;
  if (field?.positional) return value ?? '';
  const name = `--${optionName(key)}`;
  return value ? `${name} ${value}` : name;
}

/** A long row of choices stands beside the term, not in it. */
function placeholderOf({ placeholder, choices, many }: Field<unknown>): string | undefined {
  if (!choices || (placeholder ?? '').length <= LONGEST_CHOICES) return placeholder;
  return many ? 'CHOICE,…' : 'CHOICE';
}

function aboutField(field: Field<unknown>, lang: Lang): string {
  const label = field.label[lang];
  const help = field.help ? `${w('：', ': ')[lang]}${field.help[lang]}` : '';
  const many = field.many ? parenthesis(HELP.many[lang], lang) : '';
  return label + help + choicesOf(field, lang) + many;
}

/** Keys with their Chinese words; in English they are the words, unless the term shows them. */
function choicesOf(field: Field<unknown>, lang: Lang): string {
  const entries = Object.entries(field.choices ?? {});
  if (entries.length === 0) return '';
  if (lang === 'zh')
    return parenthesis(entries.map(([key, { zh }]) => `${key} ${zh}`).join('、'), lang);
  const isShown = placeholderOf(field) === field.placeholder;
  return isShown ? '' : parenthesis(entries.map(([key]) => key).join(', '), lang);
}

const oneOfNote = (terms: readonly string[], lang: Lang) =>
  terms.length > 1 ? parenthesis(HELP.oneOf[lang], lang) : '';

const parenthesis = (text: string, lang: Lang) => (lang === 'zh' ? `（${text}）` : ` (${text})`);

const globalLines = (lang: Lang) =>
  GLOBALS.map((option): Line => [globalTerm(option), option.about[lang]]);

const title = (words: Words, lang: Lang) => words[lang] + w('：', ':')[lang];

const usage = (line: string, { lang, width }: Reader) =>
  wrap(`${title(HELP.usage, lang)}${lang === 'en' ? ' ' : ''}${line}`, lineWidth(width));

const lineWidth = (width: number | undefined) => Math.min(width ?? WIDTH_ELSEWHERE, WIDEST);

function examples(lines: readonly string[], lang: Lang): string {
  if (lines.length === 0) return '';
  return [title(HELP.examples, lang), ...lines.map((line) => GAP + line)].join('\n');
}

/** A title and its lines: terms in one column, what they mean in the other, wrapped. */
function section(name: Words, lines: readonly Line[], { lang, width }: Reader): string {
  if (lines.length === 0) return '';
  const widest = Math.min(WIDEST_TERM, lineWidth(width) - LEAST_ROOM - 2 * GAP.length);
  const terms = lines.map(([term]) => widthOf(term)).filter((each) => each <= widest);
  const column = Math.max(0, ...terms);
  const indent = GAP.length + column + GAP.length;
  const room = lineWidth(width) - indent;
  const drawn = lines.map(([term, about]) => {
    const text = wrap(about, room).replaceAll('\n', `\n${' '.repeat(indent)}`);
    const before =
      widthOf(term) > column ? `${term}\n${' '.repeat(indent)}` : pad(term, column) + GAP;
    return `${GAP}${before}${text}`;
  });
  return [title(name, lang), ...drawn].join('\n');
}

const page = (parts: readonly string[]) => `${parts.filter(Boolean).join('\n\n')}\n`;
