import type { Desk } from '../desk.ts';
import { lookAt, type Word } from './argv.ts';
import type { Command } from './command.ts';
import { behindCommand, type Chosen, GLOBAL_OPTIONS, type Line } from './completion-fields.ts';
import { type Found, valuesOfGlobal } from './completion-values.ts';
import { nounsAt } from './nouns.ts';
import { GLOBALS } from './text.ts';

/** What the shell may write in the place of the word that was begun. */
interface Candidate {
  value: string;
  about: string;
}

/** `files`: the shell knows better than wy. */
export type Completion = 'files' | readonly Candidate[];

/** By the words behind `wy`, the last of which was begun: nouns, verbs, options, and what they name. */
export async function complete(words: readonly string[], base: Desk): Promise<Completion> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const desk = base.with(globalsIn(before, base));
  const lang = await desk.lang();
  const [, joined = '', option] = /^((--[a-z-]+)=)/.exec(typed) ?? [];
  const begun = typed.slice(joined.length);
  const found = await candidates({ before, option, begun }, desk);
  if (found === 'files') return found;
  const firsts = new Map([...found].reverse());
  return [...firsts]
    .reverse()
    .filter(([value]) => value.startsWith(begun))
    .map(([value, about]) => ({ value: `${joined}${value}`, about: about[lang] }));
}

/** A shell hands on `~` as it was typed. */
function globalsIn(before: readonly string[], { host }: Desk) {
  const { globals } = lookAt(before);
  const [, below] = /^~(|\/.*)$/s.exec(globals.home ?? '') ?? [];
  const own = host.env.HOME;
  return own && below !== undefined ? { ...globals, home: own + below } : globals;
}

async function candidates(typed: Line, desk: Desk): Promise<'files' | Found> {
  const { before, begun } = typed;
  const asked = typed.option ?? before.at(-1);
  const global = GLOBALS.find(({ name, value }) => value && asked === `--${name}`);
  if (global) return valuesOfGlobal(global.name, begun, desk);
  const nouns = nounsAt(desk);
  const look = lookAt(before);
  const [noun, ...others] = look.plain;
  if (!noun) {
    if (begun.startsWith('-')) return GLOBAL_OPTIONS;
    return (await nouns.lines()).map(({ name, about }) => [name, about]);
  }
  const commands = (await nouns.commandsOf(noun.text)) ?? [];
  const alone = commands.find(({ verb }) => verb === undefined);
  const rest = alone ? others.filter(({ at }) => at < (look.ownOption?.at ?? at + 1)) : others;
  const chosen = commandOf(commands, rest);
  if (chosen) return behindCommand(chosen, typed, desk);
  const isOption = begun.startsWith('-') || look.ownOption !== undefined || typed.option;
  if (!isOption) return nextVerbs(commands, rest);
  if (alone && rest.length === 0) return behindCommand({ command: alone, behind: [] }, typed, desk);
  return typed.option ? [] : GLOBAL_OPTIONS;
}

/** A command without a verb is chosen where there is no other. */
function commandOf(commands: readonly Command[], rest: readonly Word[]): Chosen | undefined {
  for (const length of [2, 1]) {
    const verb = rest
      .slice(0, length)
      .map(({ text }) => text)
      .join(' ');
    const command = commands.find((each) => each.verb === verb);
    if (command) return { command, behind: rest.slice(length) };
  }
  const [command] = commands;
  const isOnly = commands.length === 1 && command?.verb === undefined;
  return command && isOnly ? { command, behind: rest } : undefined;
}

const nextVerbs = (commands: readonly Command[], rest: readonly Word[]): Found =>
  commands.flatMap(({ verb, about }) => {
    const parts = verb?.split(' ') ?? [];
    const isOn = rest.every(({ text }, at) => parts[at] === text);
    const next = parts[rest.length];
    return isOn && next !== undefined ? [[next, about] as const] : [];
  });
