import { type Book, type BookField, isWrittenAt, type Value, type Values } from '../books/model.ts';
import { readUsual } from '../books/usual-rules.ts';
import { holds } from '../books/when-rules.ts';
import { WyError } from '../lib/errors.ts';
import type { ScoredItem } from '../lib/scores.ts';
import { type Words, w } from '../lib/words.ts';
import { UTC } from '../lib/zone.ts';

/** What was typed, by field. */
type TypedTexts = Readonly<Record<string, string>>;

/** What choices and yes or no say does not hang on the time. */
const SOME_TIME = { today: '2026-01-01', now: '2026-01-01T00:00:00Z', zone: UTC } as const;

/** The fields of a verb that its other answers want, as far as they are typed or usual. */
export function wantedBy(
  book: Book,
  verb: string,
  typed: TypedTexts,
  before: Values = {},
): string[] {
  const told = { ...before, ...choicesIn(book, verb, typed) };
  return book.fields
    .filter((field) => isWrittenAt(field, verb) && field.requiredWhen !== null)
    .filter(({ usual, requiredWhen }) => usual === null && holds(requiredWhen, told))
    .map(({ key }) => key);
}

/** What is said by choices and by yes or no; a text that cannot be read says nothing. */
function choicesIn(book: Book, verb: string, typed: TypedTexts): Values {
  const told = book.fields.flatMap((field): [string, Value][] => {
    const text = typed[field.key] ?? (isWrittenAt(field, verb) ? field.usual : null);
    const value = text === null ? undefined : choiceIn(field, text);
    return value === undefined ? [] : [[field.key, value]];
  });
  return Object.fromEntries(told);
}

/** The value of a choice, or of yes or no, as it was typed. */
export function choiceIn(field: BookField, text: string): Value | undefined {
  if (!['choice', 'choices', 'yesno'].includes(field.type)) return undefined;
  try {
    return readUsual({ ...field, usual: text }, SOME_TIME) as Value;
  } catch (error) {
    if (error instanceof WyError) return undefined;
    throw error;
  }
}

/** One question of a sheet: its item, and the marks it can get as they are typed. */
export interface SheetTurn {
  label: Words;
  choices: Readonly<Record<string, Words>>;
}

/** Marks that a person can choose from a list; more are typed. */
const MOST_CHOICES = 20;

/** The items of a sheet one by one, the best mark first; undefined where a mark is one of very many. */
export function sheetTurns(
  items: Readonly<Record<string, ScoredItem>>,
): readonly SheetTurn[] | undefined {
  const all = Object.entries(items);
  if (all.some(([, { most }]) => most > MOST_CHOICES)) return undefined;
  return all.map(([key, { label, most }]) => ({
    label,
    choices: Object.fromEntries([
      ...Array.from({ length: most + 1 }, (_, index) => most - index).map((points) => [
        `${key}=${points}`,
        markWords(points, most),
      ]),
      [`${key}=-`, w('不适用', 'does not apply')],
    ]),
  }));
}

const markWords = (points: number, most: number): Words => {
  if (most > 1) return w(`${points} 分`, String(points));
  return points === 1 ? w('合格', 'fit') : w('不合格', 'unfit');
};
