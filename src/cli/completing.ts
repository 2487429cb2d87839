import type { Desk } from '../desk.ts';
import { optionName } from '../lib/option-name.ts';
import { same, type Words, w } from '../lib/words.ts';
import { lookAt, type Word } from './argv.ts';
import type { Command } from './command.ts';
import { type Field, staff } from './field.ts';
import { nounsAt } from './nouns.ts';
import { suggesterFor } from './suggest.ts';
import { GLOBALS, HELP, REVEAL } from './text.ts';

/** What the shell may write in the place of the word that was begun. */
interface Candidate {
  value: string;
  about: string;
}

/** `files`: the shell knows better than wy. */
export type Completion = 'files' | readonly Candidate[];

/** By the words behind `wy`, the last of which was begun: nouns, verbs, options, and what they name. */
export async function complete(words: readonly string[], base: Desk): Promise<Completion> {
  const begun = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const desk = base.with(lookAt(before).globals);
  const lang = await desk.lang();
  const found = await candidates(before, begun, desk);
  if (found === 'files') return found;
  const firsts = new Map([...found].reverse());
  return [...firsts]
    .reverse()
    .filter(([value]) => value.startsWith(begun))
    .map(([value, about]) => ({ value, about: about[lang] }));
}

type Found = readonly (readonly [value: string, about: Words])[];

async function candidates(
  before: readonly string[],
  begun: string,
  desk: Desk,
): Promise<'files' | Found> {
  const global = GLOBALS.find(({ name, value }) => value && before.at(-1) === `--${name}`);
  if (global) return ofGlobal(global.name, begun, desk);
  const nouns = nounsAt(desk);
  const [noun, ...rest] = lookAt(before).plain;
  if (!noun) {
    if (begun.startsWith('-')) return GLOBAL_OPTIONS;
    return (await nouns.lines()).map(({ name, about }) => [name, about]);
  }
  const commands = (await nouns.commandsOf(noun.text)) ?? [];
  const chosen = commandOf(commands, rest);
  if (!chosen) return begun.startsWith('-') ? GLOBAL_OPTIONS : nextVerbs(commands, rest);
  return ofCommand(chosen, before, begun, desk);
}

interface Chosen {
  command: Command;
  /** What was typed behind its verb, but for options and their values. */
  typed: readonly Word[];
}

function commandOf(commands: readonly Command[], rest: readonly Word[]): Chosen | undefined {
  for (const length of [2, 1, 0]) {
    const verb =
      rest
        .slice(0, length)
        .map(({ text }) => text)
        .join(' ') || undefined;
    const command = commands.find((each) => each.verb === verb);
    if (command && (length > 0 || commands.length === 1)) {
      return { command, typed: rest.slice(length) };
    }
  }
  return undefined;
}

const nextVerbs = (commands: readonly Command[], rest: readonly Word[]): Found =>
  commands.flatMap(({ verb, about }) => {
    const parts = verb?.split(' ') ?? [];
    const isOn = rest.every(({ text }, at) => parts[at] === text);
    const next = parts[rest.length];
    return isOn && next !== undefined ? [[next, about] as const] : [];
  });

async function ofCommand(
  { command, typed }: Chosen,
  before: readonly string[],
  begun: string,
  desk: Desk,
): Promise<'files' | Found> {
  const fields = Object.entries(command.fields);
  const optionOf = (word: string | undefined) =>
    fields.find(([key, { positional }]) => !positional && word === `--${optionName(key)}`)?.[1];
  const asked = optionOf(before.at(-1));
  if (asked?.placeholder !== undefined) return valuesOf(asked, command, begun, desk);
  if (begun.startsWith('-')) return optionsOf(command, before);

  const values = before.filter((_, at) => optionOf(before[at - 1])?.placeholder !== undefined);
  const given = typed.filter(({ text }) => !values.includes(text));
  const positional = fields.filter(([, field]) => field.positional);
  const place = positional[given.length] ?? positional.findLast(([, { many }]) => many);
  return place ? valuesOf(place[1], command, begun, desk) : optionsOf(command, before);
}

const GLOBAL_OPTIONS: Found = GLOBALS.map(({ name, about }) => [`--${name}`, about]);

const optionsOf = (command: Command, before: readonly string[]): Found => [
  ...Object.entries(command.fields)
    .filter(([, { positional }]) => !positional)
    .filter(([key, { many }]) => many || !before.includes(`--${optionName(key)}`))
    .map(([key, { label }]) => [`--${optionName(key)}`, label] as const),
  ...(command.reveals ? [[`--${REVEAL}`, HELP.reveal] as const] : []),
  ...GLOBAL_OPTIONS,
];

async function valuesOf(
  field: Field<unknown>,
  command: Command,
  begun: string,
  desk: Desk,
): Promise<'files' | Found> {
  if (field.choices) return Object.entries(field.choices);
  if (FILES.includes(field.placeholder ?? '')) return 'files';
  return suggested(field, command, begun, desk);
}

async function suggested(
  field: Field<unknown>,
  command: Parameters<typeof suggesterFor>[1],
  begun: string,
  desk: Desk,
): Promise<Found> {
  const suggester = await suggesterFor(field, command, await desk.context());
  return (suggester?.find(begun) ?? []).map(({ value, name }) => [
    value,
    same(name.startsWith(value) ? name.slice(value.length).trim() : name),
  ]);
}

const FILES = ['FILE', 'DIR'];

/** No command: the option of all of them. */
const WHO_ACTS = { name: '', noun: '', verb: undefined };

async function ofGlobal(name: string, begun: string, desk: Desk): Promise<'files' | Found> {
  if (name === 'home') return 'files';
  if (name === 'lang')
    return [
      ['zh', w('中文', 'Chinese')],
      ['en', w('英文', 'English')],
    ];
  if (name !== 'by') return [];
  return suggested(staff({ label: HELP.by }), WHO_ACTS, begun, desk);
}
