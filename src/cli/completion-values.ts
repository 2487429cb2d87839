import type { Desk } from '../desk.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Command } from './command.ts';
import { type Field, staff } from './field.ts';
import { MOST, suggesterFor } from './suggest.ts';
import { HELP } from './text.ts';

export type Found = readonly (readonly [value: string, about: Words])[];

/** What a field may be told, as far as it is typed; of several values the last. */
export async function valuesOf(
  field: Field<unknown>,
  command: Command,
  begun: string,
  desk: Desk,
): Promise<'files' | Found> {
  if (FILES.includes(field.placeholder ?? '')) return 'files';
  const told = (field.many && /^.*[,，、;；]/s.exec(begun)?.[0]) || '';
  const found = field.choices
    ? Object.entries(field.choices)
    : await suggested(field, command, begun.slice(told.length), desk);
  return found.map(([value, about]) => [told + value, about]);
}

const FILES = ['FILE', 'DIR'];

/** What an option of every command may be told. */
export async function valuesOfGlobal(
  name: string,
  begun: string,
  desk: Desk,
): Promise<'files' | Found> {
  if (name === 'home') return 'files';
  if (name === 'lang') return LANGUAGES;
  return name === 'by' ? suggested(ACTING, WHO_ACTS, begun, desk) : [];
}

const LANGUAGES: Found = [
  ['zh', w('中文', 'Chinese')],
  ['en', w('英文', 'English')],
];

const ACTING = staff({ label: HELP.by });

/** No command: the option of all of them. */
const WHO_ACTS = { name: '', noun: '', verb: undefined };

async function suggested(
  field: Field<unknown>,
  command: Parameters<typeof suggesterFor>[1],
  begun: string,
  desk: Desk,
): Promise<Found> {
  const suggester = await suggesterFor(field, command, await desk.context());
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
