import type { Day } from '../lib/day.ts';
import { dayOf, type Moment } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import type { Course, Move, Posting, Transaction } from './model.ts';

/** The tariffs whose money is collected for others (rule 128): it is never income. */
export type Collected = ReadonlySet<string>;

const FINANCE = 'finance';

/** The unit, or finance where the desk alone moves money. */
export const payeeOf = ({ unit }: Pick<Course, 'unit'>): string => unit ?? FINANCE;

/** A key of the policy as a part of an account: no colon, no space. */
const partOf = (key: string) => key.replace(/[^\p{L}\p{N}._-]+/gu, '-');

const prepaidOf = (unit: string) => `liabilities:prepaid:${unit}`;
const CLEARING = 'assets:clearing:transfers';
const OPENING = 'equity:opening';

/**
 * The two postings of a move: what is debited and what is credited. All money of a charge moves over
 * one account of its unit and tariff: `overdue` where it was due before the day of the export, `later`
 * where not, so that the balance of the first is the arrears of that day.
 */
export function postingsOf(course: Course, collected: Collected): readonly [Posting, Posting] {
  const [debit, credit] = accountsOf(course, collected);
  const { amountFen } = course;
  return [
    { account: debit, amountFen },
    { account: credit, amountFen: amountFen === 0 ? 0 : -amountFen },
  ];
}

function accountsOf(it: Course, collected: Collected): readonly [debit: string, credit: string] {
  const unit = it.unit ?? '';
  const tariff = it.tariff ?? '';
  const isCollected = collected.has(tariff);
  const receivable = `assets:receivable:${it.overdue ? 'overdue' : 'later'}:${unit}:${tariff}`;
  const earned = isCollected ? `liabilities:collected:${tariff}` : `income:${tariff}`;
  const held = `liabilities:deposits:${partOf(it.deposit ?? '')}:${it.depositNo}`;
  const money = it.method === 'transfer' ? CLEARING : `assets:${it.method}`;
  switch (it.kind) {
    case 'charge':
      return [receivable, earned];
    case 'payment':
      return [prepaidOf(it.payer ?? unit), receivable];
    case 'waiver':
      return [isCollected ? earned : `income:waived:${tariff}`, receivable];
    case 'reversal':
      return [earned, receivable];
    case 'receipt':
      return [money, prepaidOf(unit)];
    case 'refund':
      return [prepaidOf(unit), money];
    case 'transfer':
      return [prepaidOf(unit), CLEARING];
    case 'deposit':
      return [money, held];
    case 'deduction':
      return ['income:deductions', held];
    case 'hand-in':
      return ['assets:handed-in', 'assets:cash'];
    case 'difference':
      return ['assets:cash', 'equity:cash-differences'];
  }
}

export function transactionOf(move: Move, on: Day, collected: Collected): Transaction {
  return {
    on,
    no: move.no,
    payee: payeeOf(move),
    kind: move.kind,
    note: move.dueOn === null ? null : `${move.periodStart}..${move.periodEnd}, due ${move.dueOn}`,
    postings: postingsOf(move, collected),
  };
}

/**
 * The balances with which a journal begins: what is owned and owed, summed by account; what was earned
 * before stands against `equity:opening`. Undefined where there is nothing.
 */
export function openingOf(
  on: Day,
  before: Iterable<Course>,
  collected: Collected,
): Transaction | undefined {
  const balances = new Map<string, number>();
  for (const course of before) {
    for (const { account, amountFen } of postingsOf(course, collected)) {
      const kept = account.startsWith('income:') ? OPENING : account;
      balances.set(kept, (balances.get(kept) ?? 0) + amountFen);
    }
  }
  const postings = [...balances]
    .filter(([, amountFen]) => amountFen !== 0)
    .map(([account, amountFen]) => ({ account, amountFen }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
  if (postings.length === 0) return undefined;
  return { on, no: '', payee: FINANCE, kind: 'opening', note: null, postings };
}

/** The site's day of moments that come in order, of which many are of one day. */
export function dayReader(zone: Zone): (at: Moment) => Day {
  let last: { at: Moment; day: Day } | undefined;
  return (at) => {
    if (last?.at !== at) last = { at, day: dayOf(at, zone) };
    return last.day;
  };
}
