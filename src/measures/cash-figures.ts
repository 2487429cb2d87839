import { cashAtEndOf } from '../cash/journal.ts';
import { SOURCES } from '../cash/model.ts';
import { addDays } from '../lib/day.ts';
import { same, type Words, w } from '../lib/words.ts';
import { familyOf } from './facts.ts';
import type { Facts } from './facts-model.ts';
import type { Family } from './family.ts';
import type { FigureRecord, Span } from './model.ts';

const SOURCE_NAMES: Readonly<Record<string, Words>> = SOURCES;

const moved = (label: Words, definition: Words, where: string, of = 'amount_fen') => ({
  ...{ label, definition, where, sum: { of, unit: 'money' as const } },
});

/** Cash by the days of its journal, as it is closed by the month (rules 129, 130); deposits are no income. */
const flows: Facts = {
  key: 'cash',
  name: w('现金', 'Cash'),
  select: `SELECT f.no, f.at, u.code AS unit, f.source AS what, f.amount_fen AS amountFen,
      f.amount_fen, f.source
    FROM money_flows AS f LEFT JOIN units AS u ON u.id = f.unit_id
    WHERE f.method = 'cash' AND f.booked_on BETWEEN @fromOn AND @endOn AND f.at <= @now`,
  figures: {
    taken: moved(
      w('收现金', 'taken'),
      w('本期收费的现金，减去冲红', 'cash for fees, less what was taken back'),
      "source = 'receipt'",
    ),
    refunded: moved(
      w('退现金', 'refunded'),
      w('本期以现金退还的预存', 'prepaid money given back in cash'),
      "source = 'refund'",
      '-amount_fen',
    ),
    depositsTaken: moved(
      w('收押金', 'deposits taken'),
      w('本期以现金收取的押金，不是收入', 'deposits taken in cash, no income'),
      "source = 'deposit' AND amount_fen > 0",
    ),
    depositsReturned: moved(
      w('退押金', 'deposits given back'),
      w('本期以现金退还的押金', 'deposits given back in cash'),
      "source = 'deposit' AND amount_fen < 0",
      '-amount_fen',
    ),
    handedIn: moved(
      w('交财务', 'handed in'),
      w('本期交给财务的现金', 'cash handed to finance in the period'),
      "source = 'hand-in'",
      '-amount_fen',
    ),
    difference: moved(
      w('盘点差额', 'counted difference'),
      w('本期月结盘点与账面的差额', 'what the counts at the closings differed by'),
      "source = 'difference'",
    ),
  },
  whatOf: (_, source) => SOURCE_NAMES[source] ?? same(source),
  groupings: {},
};

const journal = familyOf(flows);

/** Told as what went out. */
const OUT: readonly string[] = ['refunded', 'depositsReturned', 'handedIn'];

/** opening + taken − refunded + deposits taken − given back − handed in + difference = in the till. */
export const cash: Family = {
  ...journal,
  figures: {
    opening: {
      label: w('期初现金', 'cash at the beginning'),
      definition: w('期初库存现金，按现金日记账', 'in the till when the period began'),
      unit: 'money',
    },
    ...journal.figures,
    till: {
      label: w('期末现金', 'cash in the till'),
      definition: w(
        '期初现金 + 收现金 − 退现金 + 收押金 − 退押金 − 交财务 + 盘点差额',
        'at the beginning + taken − refunded + deposits taken − given back − handed in + difference',
      ),
      unit: 'money',
    },
  },
  measure: (ctx, span) => {
    const moves = journal.measure(ctx, span);
    const opening = cashBefore(ctx, span);
    const till = Object.entries(moves).reduce(
      (sum, [figure, fen]) => sum + (OUT.includes(figure) ? -fen : fen),
      opening,
    );
    return { opening, ...moves, till };
  },
  records: (ctx, span, figure) => {
    if (figure === 'opening') return beginning(ctx, span);
    if (figure !== 'till') return journal.records(ctx, span, figure);
    const own = Object.keys(journal.figures).flatMap((each) =>
      journal.records(ctx, span, each).map((it) => signed(each, it)),
    );
    return [...beginning(ctx, span), ...own.sort(byMoment)];
  },
};

type Reading = Parameters<Family['measure']>[0];

const cashBefore = (ctx: Reading, { fromOn }: Span): number =>
  cashAtEndOf(ctx, addDays(fromOn, -1));

function beginning(ctx: Reading, span: Span): FigureRecord[] {
  const amountFen = cashBefore(ctx, span);
  if (amountFen === 0) return [];
  return [
    {
      ...{ no: null, at: span.from, unit: null, amountFen },
      what: w('期初现金', 'at the beginning'),
    },
  ];
}

const signed = (figure: string, it: FigureRecord): FigureRecord =>
  OUT.includes(figure) && it.amountFen !== null ? { ...it, amountFen: -it.amountFen } : it;

const byMoment = (a: FigureRecord, b: FigureRecord): number =>
  (a.at ?? '') < (b.at ?? '') ? -1 : Number((a.at ?? '') > (b.at ?? ''));
