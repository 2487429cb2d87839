import type { Book, BookField } from '../books/model.ts';
import { bookAsOf, versionNow } from '../books/versions.ts';
import type { Ctx } from '../context.ts';
import { groupBy } from '../lib/group.ts';
import type { Entry } from './model.ts';
import { namesIn } from './names.ts';

/**
 * Every field that entries of a book may hold, whatever its version: one that was of another type
 * stands there as each of them, and choices that are gone are there still.
 */
export function fieldsEver(ctx: Ctx, book: Book): BookField[] {
  const fields = new Map<string, BookField>();
  for (let version = versionNow(ctx, book); version > 0; version -= 1) {
    for (const field of bookAsOf(ctx, book, version).fields) {
      const name = `${field.key} ${field.type}`;
      const choices = { ...field.choices, ...fields.get(name)?.choices };
      fields.set(name, { ...(fields.get(name) ?? field), choices });
    }
  }
  return fields.size > 0 ? [...fields.values()] : [...book.fields];
}

/** The names behind the ids of entries, each read by its own book. */
export function namesByVersion(
  ctx: Ctx,
  book: Book,
  entries: readonly Entry[],
): Map<number, Record<string, string>> {
  const byVersion = groupBy(entries, ({ version }) => version);
  return new Map(
    [...byVersion].flatMap(([version, some]) => [
      ...namesIn(ctx, bookAsOf(ctx, book, version), some),
    ]),
  );
}
