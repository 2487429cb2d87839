import type { Books } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import type { Book as Series } from '../ledger/numbers.ts';
import { resolveNumber } from '../ledger/numbers.ts';
import { addDays, type Day } from '../lib/day.ts';
import { same, type Words, w } from '../lib/words.ts';
import { shiftName } from '../roster/rules.ts';
import { type Handover, type HandoverItem, ITEM_KINDS } from './model.ts';
import * as store from './store.ts';

export const HANDOVERS: Series = {
  table: 'handovers',
  prefix: 'J',
  name: w('交接班记录', 'handover'),
  list: 'handover list',
};

/** As it is shown: with the names of its shift, and of the kinds of its items. */
export interface HandoverRecord extends Omit<Handover, 'items'> {
  shiftName: Words;
  items: readonly (HandoverItem & { kindName: Words })[];
}

const kindName = (kind: string, books: Books): Words => {
  const own: Readonly<Record<string, Words>> = ITEM_KINDS;
  return own[kind] ?? books.find(({ key }) => key === kind)?.name ?? same(kind);
};

export const recordOf = (ctx: Ctx, it: Handover): HandoverRecord => ({
  ...it,
  shiftName: shiftName(ctx.policy.roster.shifts, it.shift),
  items: it.items.map((item) => ({ ...item, kindName: kindName(item.kind, ctx.books) })),
});

/** The handover of a number or an unambiguous end of one; refuses an unknown one. */
export function showHandover(ctx: Ctx, typed: string): HandoverRecord {
  const no = resolveNumber(ctx.ledger, HANDOVERS, typed, ctx.today);
  const found = store.byNumber(ctx.ledger, no);
  if (!found) throw new Error(`${no} was not written`);
  return told(ctx, found, store.itemsOf(ctx.ledger, [found.id]));
}

/** Of the shifts of some days, both counted; of the last week unless said. The newest first. */
export function listHandovers(
  ctx: Ctx,
  { since = addDays(ctx.today, -7), until = ctx.today }: { since?: Day; until?: Day },
): HandoverRecord[] {
  const found = store.list(ctx.ledger, since, until);
  const items = store.itemsOf(
    ctx.ledger,
    found.map(({ id }) => id),
  );
  return found.map((it) => told(ctx, it, items));
}

const told = (
  ctx: Ctx,
  it: store.Stored,
  items: ReadonlyMap<number, HandoverItem[]>,
): HandoverRecord => recordOf(ctx, { ...it, items: items.get(it.id) ?? [] });
