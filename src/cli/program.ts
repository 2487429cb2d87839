import { Command as Commander, CommanderError } from 'commander';
import type { Globals } from '../desk.ts';
import { misused, type WyError } from '../lib/errors.ts';
import { nearestPaths } from '../lib/near.ts';
import { optionName } from '../lib/option-name.ts';
import { type Lang, list, plural, same, type Words, w } from '../lib/words.ts';
import { type Look, lookAt, type Word } from './argv.ts';
import type { Command } from './command.ts';
import type { NounLine, Nouns } from './nouns.ts';
import { GLOBALS, REVEAL, seeHelp } from './text.ts';

/** What a command line turned out to say. */
export type Parsed =
  | { kind: 'run'; command: Command; words: Readonly<Record<string, string>>; globals: Globals }
  | { kind: 'text'; text: string }
  | { kind: 'bare'; globals: Globals; help: string };

/** The options that bear on errors as well, as far as a quick look can tell. */
export const peek = (argv: readonly string[]): Globals => lookAt(argv).globals;

interface Speaking {
  lang: Lang;
  version: string;
  /** Columns that help may take. */
  width?: number | undefined;
  nouns: Nouns;
}

/** Reads a command line; loads only the slice of its first word. */
export async function parse(argv: readonly string[], as: Speaking): Promise<Parsed> {
  const look = lookAt(argv);
  if (look.version) return { kind: 'text', text: `${as.version}\n` };
  const asksHelp = look.help || isHelp(look.plain[0]) || isHelp(look.plain[1]);
  const [noun, ...rest] = look.plain.filter((word, index) => index > 1 || !isHelp(word));
  if (!noun) return withoutCommand(argv, asksHelp, as);

  refuseOptionBefore(noun.at, look);
  const commands = await as.nouns.commandsOf(noun.text, rest[0]?.text);
  if (!commands) throw await noSuchNoun(noun.text, as.nouns);
  const isBehindOption = ({ at }: Word) => look.ownOption !== undefined && look.ownOption.at < at;
  const { command, verb, alike } = choose(
    commands,
    rest.filter((word, index) => (index === 0 && !mayBeAlone(commands)) || !isBehindOption(word)),
  );
  if (asksHelp && (command || alike.length > 0)) {
    const { helpOf, helpOfNoun } = await import('./help.ts');
    const beside = command?.verb === undefined ? commands.filter((each) => each !== command) : [];
    if (command) return { kind: 'text', text: helpOf(command, as, beside) };
    const line = (await as.nouns.lines()).find(({ name }) => name === noun.text);
    return { kind: 'text', text: helpOfNoun(noun.text, line?.about, alike, as) };
  }
  for (const word of verb) refuseOptionBefore(word.at, look);
  if (!command) throw noSuchVerb(noun.text, verb, alike, commands);

  const chosen = [noun, ...verb].map(({ at }) => at);
  const { globals, words } = readOptions(
    argv.filter((_, at) => !chosen.includes(at)),
    command,
  );
  return { kind: 'run', command, words, globals };
}

/** Whether the noun is a command without a verb; what an option behind it takes is none. */
const mayBeAlone = (commands: readonly Command[]) =>
  commands.some(({ verb }) => verb === undefined);

const isHelp = (word: { text: string } | undefined) => word?.text === 'help';

interface Choice {
  command: Command | undefined;
  /** The words that chose it, or were meant to. */
  verb: readonly Word[];
  /** Those that begin with the words typed, where none is named in full. */
  alike: readonly Command[];
}

/** The command of a verb of one word or two, or of none: `log`, `enquiry log`, `wy handover`. */
function choose(commands: readonly Command[], rest: readonly Word[]): Choice {
  const [first, second] = rest;
  const alike = commands.filter(({ verb }) => !first || verb?.startsWith(`${first.text} `));
  const hasNoOther = (command: Command) =>
    !second || alike.length === 0 || Object.values(command.fields).some((each) => each.positional);
  const isAlone = commands.length === 1 || !first;
  const command =
    commands.find(({ verb }) => verb === undefined && isAlone) ??
    commands.find(({ verb }) => verb === `${first?.text} ${second?.text}`) ??
    commands.find((each) => each.verb === first?.text && hasNoOther(each));
  const length = command ? wordsIn(command.verb) : alike.length > 0 ? 2 : 1;
  return { command, verb: rest.slice(0, length), alike };
}

const wordsIn = (verb: string | undefined) => verb?.split(' ').length ?? 0;

async function withoutCommand(argv: readonly string[], asksHelp: boolean, as: Speaking) {
  const { helpOfAll } = await import('./help.ts');
  const help = helpOfAll(await as.nouns.lines(), as);
  if (asksHelp) return { kind: 'text', text: help } as const;
  return { kind: 'bare', globals: readOptions(argv).globals, help } as const;
}

/** A book that is not kept here is named with the line that begins to keep it. */
async function noSuchNoun(typed: string, nouns: Nouns): Promise<WyError> {
  const disabled = await nouns.disabled();
  const off = disabled.find(({ name, book }) => name === typed || book?.zh === typed);
  if (off) return bookDisabled(off);
  const near = meant(typed, await nouns.lines());
  const [nearOff] = near.length > 0 ? [] : meant(typed, disabled);
  return misused(
    'unknown_command',
    w(`没有命令“${typed}”。`, `There is no command "${typed}".`),
    (nearOff ? enableHint(nearOff) : didYouMean('wy ', near)) ?? seeHelp(''),
  );
}

const bookDisabled = ({ name, book }: NounLine): WyError =>
  misused(
    'book_disabled',
    w(
      `登记簿 ${name}（${book?.zh}）没有启用。`,
      `The book ${name} (${book?.en}) is not kept here.`,
    ),
    enableHint(name),
  );

const enableHint = (key: string): Words =>
  w(`启用：wy book enable ${key}`, `To keep it: wy book enable ${key}`);

/** An option that belongs to the command stands behind the words that choose it. */
function refuseOptionBefore(place: number, { ownOption }: Look): void {
  if (!ownOption || ownOption.at > place) return;
  const name = ownOption.text.replace(/=.*/s, '');
  throw misused(
    'option_before_command',
    w(`选项 ${name} 要写在命令后面。`, `The option ${name} belongs behind the command.`),
    w('如：wy ticket open --unit 3-2-1501', 'As in: wy ticket open --unit 3-2-1501'),
  );
}

/** `alike`: commands whose verb begins with what was typed, all of them where nothing was. */
function noSuchVerb(
  noun: string,
  [first, second]: readonly Word[],
  alike: readonly Command[],
  commands: readonly Command[],
): WyError {
  const named = commands.map((each) => ({ name: each.verb ?? '', about: each.about }));
  const verbs = (alike.length > 0 ? alike : commands).flatMap((each) => each.verb ?? []);
  const all = w(
    `可用：${verbs.join('、')}。${seeHelp(noun).zh}`,
    `Use one of: ${verbs.join(', ')}. ${seeHelp(noun).en}`,
  );
  if (!first || (alike.length > 0 && !second)) {
    const typed = first ? `${noun} ${first.text}` : noun;
    return misused(
      'missing_verb',
      w(`“${typed}”后面缺少动作。`, `"${typed}" lacks its verb.`),
      all,
    );
  }
  const [group, word] = second ? [`${first.text} `, second.text] : ['', first.text];
  const typed = `${noun} ${group}`.trim();
  return misused(
    'unknown_command',
    w(`“${typed}”没有动作“${word}”。`, `"${typed}" has no verb "${word}".`),
    didYouMean(`wy ${noun} `, meant(group + word, named)) ?? all,
  );
}

/** More than these are no help to whoever looks for one. */
const MOST_MEANT = 6;

/** Names that look like what was typed; else those it says in Chinese: `wy 报修`, `wy 钥匙`. */
function meant(
  typed: string,
  known: readonly { name: string; about: Words; book?: Words }[],
): string[] {
  const names = known.map(({ name }) => name);
  const near = nearestPaths(typed, names);
  if (near.length > 0) return near;
  const called = known.filter(({ book }) => book?.zh.includes(typed));
  const said = called.length > 0 ? called : known.filter(({ about }) => about.zh.includes(typed));
  return said.map(({ name }) => name).slice(0, MOST_MEANT);
}

function didYouMean(before: string, near: readonly string[]): Words | undefined {
  if (near.length === 0) return undefined;
  const lines = list(near.map((each) => same(before + each)));
  return w(`是不是想用：${lines.zh}`, `Did you mean: ${lines.en}`);
}

/** Commander keeps what a parser was told and forgets what it read: one serves for many lines. */
const readers = new WeakMap<Command, Commander>();

function readerFor(command: Command | undefined): Commander {
  const known = command && readers.get(command);
  if (known) return known;
  const reader = new Commander('wy')
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
    .showSuggestionAfterError(false)
    .helpOption(false);
  for (const { name, value } of GLOBALS) reader.option(`--${name}${value ? ' <value>' : ''}`);
  if (command) {
    declareFields(reader, command);
    readers.set(command, reader);
  }
  return reader;
}

function declareFields(reader: Commander, command: Command): void {
  for (const [key, field] of Object.entries(command.fields)) {
    const name = optionName(key);
    if (field.positional) {
      // A missing one is asked for, or named together with the other missing ones.
      reader.argument('[word]');
    } else if (field.placeholder === undefined) {
      reader.option(`--${name}`);
    } else {
      reader.option(`--${name} <value>`, '', (typed, earlier: string | undefined) => {
        if (earlier === undefined) return typed;
        if (field.many) return `${earlier},${typed}`;
        throw misused(
          'given_twice',
          w(`选项 --${name} 给了两次。`, `The option --${name} is given twice.`),
        );
      });
    }
  }
  if (command.reveals) reader.option(`--${REVEAL}`);
}

function readOptions(argv: readonly string[], command?: Command) {
  const reader = readerFor(command);
  refuseSwallowed(argv, reader, command);
  try {
    reader.parse(argv as string[], { from: 'user' });
  } catch (error) {
    throw error instanceof CommanderError ? explain(error, reader, command) : error;
  }
  const options = reader.opts<Record<string, string | boolean | undefined>>();
  return { globals: globalsOf(options), words: command ? wordsOf(reader, command, options) : {} };
}

/** `--item --urgent`: the item was forgotten; `--item=--urgent` says that it is meant. */
function refuseSwallowed(argv: readonly string[], reader: Commander, command?: Command): void {
  const optionOf = (word = '') =>
    reader.options.find((option) => option.long === word.replace(/=.*/s, ''));
  const at = argv.findIndex(
    (word, index) => optionOf(word)?.required && !word.includes('=') && optionOf(argv[index + 1]),
  );
  const end = argv.indexOf('--');
  if (at >= 0 && (end < 0 || at < end)) throw missingValue(argv[at] ?? '', command);
}

const missingValue = (option: string, command: Command | undefined): WyError =>
  misused(
    'missing_value',
    w(`选项 ${option} 后面缺少内容。`, `The option ${option} lacks its value.`),
    seeHelp(command?.name ?? ''),
  );

function globalsOf(options: Globals): Globals {
  const { home, by, at, lang, json, yes, input, color } = options;
  const unless = (is: boolean | undefined) => (is === false ? false : undefined);
  const refusing = { input: unless(input), color: unless(color) };
  const given = Object.entries({ home, by, at, lang, json, yes, ...refusing });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** What was typed for each field, by its key. */
function wordsOf(
  reader: Commander,
  command: Command,
  options: Readonly<Record<string, string | boolean | undefined>>,
): Record<string, string> {
  const words: Record<string, string> = {};
  let position = 0;
  for (const [key, field] of Object.entries(command.fields)) {
    const value = field.positional ? reader.args[position++] : options[key];
    if (value !== undefined) words[key] = String(value);
  }
  if (options[REVEAL]) words[REVEAL] = 'true';
  return words;
}

function explain(error: CommanderError, reader: Commander, command: Command | undefined): WyError {
  const [, named = ''] = /'([^' ]+)/.exec(error.message) ?? [];
  const help = seeHelp(command?.name ?? '');
  switch (error.code) {
    case 'commander.unknownOption':
      return unknownOption(named, reader, help);
    case 'commander.optionMissingArgument':
      return missingValue(named, command);
    case 'commander.excessArguments': {
      const excess = reader.args.length - reader.registeredArguments.length;
      return misused(
        'too_many_words',
        w(
          `多了 ${excess} 个词；带空格的内容请加引号，如 "厨房 漏水"。`,
          `${plural(excess, 'word')} too many; put quotes around a text with spaces, as in "no light".`,
        ),
        help,
      );
    }
    default:
      return misused('bad_command_line', same(error.message), help);
  }
}

function unknownOption(typed: string, reader: Commander, help: Words): WyError {
  const name = typed.replace(/=.*/s, '');
  const known = reader.options.map((option) => option.long ?? '');
  if (known.includes(name)) {
    return misused(
      'flag_takes_no_value',
      w(`选项 ${name} 后面不带内容。`, `The option ${name} takes no value.`),
      help,
    );
  }
  return misused(
    'unknown_option',
    w(`没有选项 ${name}。`, `There is no option ${name}.`),
    didYouMean('', nearestPaths(name, known)) ?? help,
  );
}
