import type { Desk } from '../desk.ts';
import { optionName } from '../lib/option-name.ts';
import type { Word } from './argv.ts';
import type { Command, Typed } from './command.ts';
import { type Found, valuesOf } from './completion-values.ts';
import { GLOBALS, HELP, REVEAL } from './text.ts';

/** A line as far as it was typed. */
export interface Line {
  before: readonly string[];
  /** Joined to what was begun: `--unit=3-`. */
  option: string | undefined;
  begun: string;
}

export interface Chosen {
  command: Command;
  /** What was typed behind its verb, but for options. */
  behind: readonly Word[];
}

/** What a command may be told next: the value of an option, what stands without one, an option. */
export async function behindCommand(
  { command, behind }: Chosen,
  { before, option, begun }: Line,
  desk: Desk,
): Promise<'files' | Found> {
  const places = placesOf(command);
  const given = behind.filter(({ at }) => !keyOf(command, before[at - 1]));
  const valuesFor = (key: string) => {
    const placed = given.map(({ text }, at) => [places[at], text] as const);
    const typed = typedFor([...placed, ...optionsGiven(command, before)]);
    return valuesOf({ command, key, typed, begun }, desk);
  };

  const asked = keyOf(command, option ?? before.at(-1));
  if (asked !== undefined) return valuesFor(asked);
  if (option !== undefined) return [];
  if (begun.startsWith('-')) return optionsOf(command, before);
  const last = places.at(-1) ?? '';
  const place = places[given.length] ?? (command.fields[last]?.many ? last : undefined);
  return place === undefined ? optionsOf(command, before) : valuesFor(place);
}

const placesOf = ({ fields }: Command) =>
  Object.keys(fields).filter((key) => fields[key]?.positional);

/** Which field takes its value behind this word. */
const keyOf = ({ fields }: Command, word: string | undefined) =>
  Object.keys(fields).find((key) => {
    const { positional, placeholder } = fields[key] ?? {};
    return !positional && placeholder !== undefined && word === `--${optionName(key)}`;
  });

type Given = readonly (readonly [key: string | undefined, value: string | undefined])[];

const optionsGiven = (command: Command, before: readonly string[]): Given =>
  before.map((word, at) => {
    const [, name = word, joined] = /^(--[a-z-]+)=(.*)$/s.exec(word) ?? [];
    return [keyOf(command, name), joined ?? before[at + 1]];
  });

const typedFor = (given: Given): Typed =>
  Object.fromEntries(
    given.flatMap(([key, value]) =>
      key === undefined || value === undefined ? [] : [[key, value]],
    ),
  );

export const GLOBAL_OPTIONS: Found = GLOBALS.map(({ name, about }) => [`--${name}`, about]);

const optionsOf = (command: Command, before: readonly string[]): Found => {
  const given = new Set(before.map((word) => word.replace(/=.*/s, '')));
  return [
    ...Object.entries(command.fields)
      .filter(([, { positional }]) => !positional)
      .filter(([key, { many }]) => many || !given.has(`--${optionName(key)}`))
      .map(([key, { label }]) => [`--${optionName(key)}`, label] as const),
    ...(command.reveals ? [[`--${REVEAL}`, HELP.reveal] as const] : []),
    ...GLOBAL_OPTIONS,
  ];
};
