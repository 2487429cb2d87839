import type { Ledger } from '../ledger/ledger.ts';

/** What the charges made since come to, by tariff. */
export const madeSince = (
  ledger: Ledger,
  lastId: number,
): { tariff: string; billed: number; amountFen: number }[] =>
  ledger
    .prepare<[number], { tariff: string; billed: number; amountFen: number }>(
      `SELECT tariff, count(*) AS billed, sum(amount_fen) AS amountFen FROM charges
       WHERE id > ? GROUP BY tariff`,
    )
    .all(lastId);
