import type { Desk } from '../desk.ts';
import { same, type Words, w } from '../lib/words.ts';
import { type Command, type Guide, guideFor, type Typed } from './command.ts';
import { staff } from './field.ts';
import { suggesterFor } from './suggest.ts';
import { MOST } from './suggester.ts';
import { HELP } from './text.ts';

export type Found = readonly (readonly [value: string, about: Words])[];

/** Of which field of a command what is asked: what was typed for the others, what of its own. */
interface Asked {
  command: Command;
  key: string;
  typed: Typed;
  begun: string;
}

/** What a field may be told, as far as it is typed; of several values the last. */
export async function valuesOf(
  { command, key, typed, begun }: Asked,
  desk: Desk,
): Promise<'files' | Found> {
  const field = command.fields[key];
  if (FILES.includes(field?.placeholder ?? '')) return 'files';
  const told = (field?.many && /^.*[,，、;；]/s.exec(begun)?.[0]) || '';
  const { choices = field?.choices, of = field?.of } = await helpWith(command, key, typed, desk);
  const found = choices
    ? Object.entries(choices)
    : await suggested(of, command, begun.slice(told.length), desk);
  return found.map(([value, about]) => [told + value, about]);
}

const FILES = ['FILE', 'DIR'];

/** Only a field with a guide has a ledger opened for it; one that is missing hides no choices. */
async function helpWith(command: Command, key: string, typed: Typed, desk: Desk): Promise<Guide> {
  if (!('run' in command) || !command.guides?.[key]) return {};
  return guideFor(command, key, typed, await desk.context().catch(() => undefined));
}

/** What an option of every command may be told. */
export async function valuesOfGlobal(
  name: string,
  begun: string,
  desk: Desk,
): Promise<'files' | Found> {
  if (name === 'home') return 'files';
  if (name === 'lang') return LANGUAGES;
  return name === 'by' ? suggested(ACTING.of, WHO_ACTS, begun, desk) : [];
}

const LANGUAGES: Found = [
  ['zh', w('中文', 'Chinese')],
  ['en', w('英文', 'English')],
];

const ACTING = staff({ label: HELP.by });

/** No command: the option of all of them. */
const WHO_ACTS = { name: '', noun: '', verb: undefined };

async function suggested(
  of: string | undefined,
  command: Parameters<typeof suggesterFor>[1],
  begun: string,
  desk: Desk,
): Promise<Found> {
  const suggester = await suggesterFor(of, command, await desk.context());
  const all = suggester?.beginning?.(begun);
  const found = all ?? suggester?.find(begun) ?? [];
  const options = found.map(({ value, name }) => [value, same(behind(value, name))] as const);
  const isCut = all === undefined && found.length === MOST;
  return isCut ? [...options, [`${begun}…`, MORE]] : options;
}

const behind = (value: string, name: string): string =>
  name.startsWith(value) ? name.slice(value.length).trim() : name;

/** Keeps a shell from writing what only the first of them have in common. */
const MORE = w('还有更多，请接着输入', 'there are more; go on typing');
