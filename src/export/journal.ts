import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { addDays } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { periodReversed } from '../lib/span.ts';
import type { Transaction } from './model.ts';
import {
  type Collected,
  dayReader,
  openingOf,
  payeeOf,
  postingsOf,
  transactionOf,
} from './rules.ts';
import * as store from './store.ts';

export interface ExportSpan {
  /** The first day; undefined: from the beginning. */
  since?: Day | undefined;
  /** The last day, as of which a charge is overdue or not. */
  until: Day;
}

/** A double-entry journal: what it names, and its transactions in the order of time, made when asked for. */
export interface Journal {
  accounts: readonly string[];
  payees: readonly string[];
  transactions(): Generator<Transaction>;
}

/**
 * All money as a journal in double entry, everything of each day until its end: the balance of
 * `assets:receivable:overdue` is the arrears of the last day, as known then. With a first day, the
 * balances before it stand in one transaction. No name of a person is in it.
 */
export function journalOf(ctx: Ctx, { since, until }: ExportSpan): Journal {
  const { ledger, zone } = ctx;
  if (since !== undefined && since > until) throw periodReversed(since, until);
  const collected = collectedTariffs(ctx);
  const from = since === undefined ? '' : startOfDay(since, zone);
  const span = { asOf: until, from, until: endOfDay(until, zone) };
  const before = {
    ...span,
    from: '',
    until: since === undefined ? '' : endOfDay(addDays(since, -1), zone),
  };
  const opening =
    since === undefined ? undefined : openingOf(since, store.courses(ledger, before), collected);
  const accounts = new Set(opening?.postings.map(({ account }) => account));
  const payees = new Set(opening ? [opening.payee] : []);
  for (const course of store.courses(ledger, span)) {
    for (const { account } of postingsOf(course, collected)) accounts.add(account);
    payees.add(payeeOf(course));
  }
  return {
    accounts: [...accounts].sort(),
    payees: [...payees],
    *transactions() {
      const dayAt = dayReader(zone);
      if (opening) yield opening;
      for (const move of store.moves(ledger, span)) {
        yield transactionOf(move, dayAt(move.at), collected);
      }
    },
  };
}

function collectedTariffs({ policy }: Ctx): Collected {
  const tariffs = Object.entries(policy.fees.tariffs);
  return new Set(tariffs.filter(([, { collectedFor }]) => collectedFor).map(([key]) => key));
}
