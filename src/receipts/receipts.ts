import type { WithDeadlines } from '../cases/model.ts';
import { requireRecord, withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { type Book, resolveNumber } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import type { Receipt, ReceiptMethod, ReceiptPage, ReceiptState } from './model.ts';
import * as store from './store.ts';

export const RECEIPTS: Book = {
  table: 'receipts',
  prefix: 'R',
  name: w('收据', 'receipt'),
  list: 'fee receipts',
  keepsFormer: true,
};

/** A receipt with what it paid and what is still to be done about it. */
export type ReceiptRecord = WithDeadlines<ReceiptPage>;

type Reading = Pick<Ctx, 'ledger' | 'policy'>;

/** The receipt of a whole number that is known to exist. */
export const receiptOf = (ctx: Reading, no: string): ReceiptRecord =>
  requireRecord(
    ctx.ledger,
    {
      book: RECEIPTS,
      read: (ledger, no) => {
        const found = store.byNumber(ledger, no);
        return found && pagesOf(ctx, [found])[0];
      },
    },
    no,
  );

/** The receipt of a number, a former one, or an unambiguous end of one; refuses an unknown one. */
export const requireReceipt = (ctx: Reading & Pick<Ctx, 'today'>, typed: string): ReceiptRecord =>
  receiptOf(ctx, resolveNumber(ctx.ledger, RECEIPTS, typed, ctx.today));

export interface ReceiptQuery {
  unit?: string | undefined;
  method?: ReceiptMethod | undefined;
  state?: ReceiptState | undefined;
  /** Received, or issued where nothing came in, on this day or later, or earlier. */
  since?: Day | undefined;
  until?: Day | undefined;
}

/** First to last, with what each of them paid, and what left it. */
export function listReceipts(
  ctx: Reading & Pick<Ctx, 'zone'>,
  { unit, method, state, since, until }: ReceiptQuery,
): ReceiptRecord[] {
  const { ledger, zone } = ctx;
  const found = store.list(ledger, {
    method,
    state,
    unitId: unit === undefined ? undefined : requireUnit(ledger, unit).id,
    from: since && startOfDay(since, zone),
    until: until && endOfDay(until, zone),
  });
  return withDeadlines(ledger, pagesOf(ctx, found));
}

function pagesOf({ ledger, policy }: Reading, receipts: readonly Receipt[]): ReceiptPage[] {
  const ids = receipts.map(({ id }) => id);
  const lines = store
    .linesOf(ledger, ids)
    .map((line) => ({ ...line, tariffName: tariffName(policy, line.tariff) }));
  const linesOf = groupBy(lines, ({ receiptId }) => receiptId);
  const payoutsOf = groupBy(store.payoutsOf(ledger, ids), ({ receiptId }) => receiptId);
  const sourcesOf = groupBy(store.sourcesOf(ledger, ids), ({ toReceiptId }) => toReceiptId);
  return receipts.map((each) => ({
    ...each,
    lines: linesOf.get(each.id) ?? [],
    payouts: payoutsOf.get(each.id) ?? [],
    from: sourcesOf.get(each.id) ?? [],
  }));
}
