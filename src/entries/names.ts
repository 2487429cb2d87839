import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import type { Entry } from './model.ts';
import * as store from './name-store.ts';

/** Of each entry the names behind the ids of its staff and residents, by field. */
export function namesIn(
  ctx: Ctx,
  book: Book,
  entries: readonly Pick<Entry, 'id' | 'values'>[],
): Map<number, Record<string, string>> {
  const found = new Map<number, Record<string, string>>();
  for (const type of ['staff', 'resident'] as const) {
    const fields = book.fields.filter((field) => field.type === type);
    if (fields.length === 0) continue;
    const ids = entries.flatMap(({ values }) => fields.map(({ key }) => values[key]));
    const names = store.namesOf(
      ctx.ledger,
      type,
      ids.filter((id) => typeof id === 'number'),
    );
    for (const { id, values } of entries) {
      const own = found.get(id) ?? {};
      for (const { key } of fields) {
        const name = names.get(values[key] as number);
        if (name !== undefined) own[key] = name;
      }
      found.set(id, own);
    }
  }
  return found;
}

/** Whether a document of any kind has this number. */
export const isDocument = (ctx: Pick<Ctx, 'ledger'>, no: string): boolean =>
  store.isSubject(ctx.ledger, no);
