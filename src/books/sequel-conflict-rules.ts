import { list, same } from '../lib/words.ts';
import {
  type Conflict,
  conflict,
  rankOf,
  unknownField,
  unknownVerb,
  when,
} from './conflict-model.ts';
import type { Book, Sequel } from './model.ts';
import { SEQUEL_TAKES } from './sequel-rules.ts';
import { whenConflicts } from './when-conflict-rules.ts';

/** What it cannot do without: a ticket somewhere to go to. */
const WANTS: Readonly<Record<Sequel['does'], readonly (readonly string[])[]>> = {
  ticket: [['items'], ['unit', 'place']],
  rain: [['startsAt']],
};

/** What is wrong in what an entry sets going. */
export function sequelConflicts(book: Book): Conflict[] {
  const { sequel } = book;
  if (!sequel) return [];
  const at = `${book.key}.sequel`;
  const { does, from } = sequel;
  return [
    ...unknownVerb(book, `${at}.at`, sequel.at),
    ...Object.entries(from).flatMap(([name, key]) => inTaking(book, sequel, name, key)),
    ...WANTS[does]
      .filter((names) => !names.some((name) => Object.hasOwn(from, name)))
      .map((names) =>
        conflict(
          `${at}.from`,
          `缺少 ${names.join(' 或 ')}，如 {${names[0]}: 字段}。`,
          `${names.join(' or ')} is missing: {${names[0]}: FIELD}.`,
        ),
      ),
    ...whenConflicts(book, sequel.when, `${at}.when`, sequel.at),
  ];
}

function inTaking(book: Book, { does, at: verb }: Sequel, name: string, key: string): Conflict[] {
  const path = `${book.key}.sequel.from.${name}`;
  const takes = SEQUEL_TAKES[does];
  const types = Object.hasOwn(takes, name) ? takes[name]?.types : undefined;
  if (!types) {
    const names = list(Object.keys(takes).map(same));
    return [
      conflict(
        path,
        `没有这一项，可写：${names.zh}。`,
        `There is no such key; this takes: ${names.en}.`,
      ),
    ];
  }
  const field = book.fields.find((each) => each.key === key);
  if (!field) return unknownField(book, path, key);
  return [
    ...when(!types.includes(field.type), () =>
      conflict(
        path,
        `字段 ${key} 是 ${field.type}，这里要 ${types.join(' 或 ')}。`,
        `${key} is of type ${field.type}; this wants ${types.join(' or ')}.`,
      ),
    ),
    ...when(rankOf(book, field.at) > rankOf(book, verb), () =>
      conflict(
        path,
        `字段 ${key} 到 ${field.at} 时才填写，${verb} 时还不知道。`,
        `${key} is written with ${field.at}; nobody knows it at ${verb}.`,
      ),
    ),
  ];
}
