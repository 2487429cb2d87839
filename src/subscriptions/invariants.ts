import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, sqlList } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { AGREEMENTS } from '../tariffs/model.ts';

const subscriptions = (where: string) => `SELECT a.no FROM subscriptions AS a WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'subscriptions.days',
    check: w('收费约定的日期有效，止日不早于起日', 'Subscriptions end no earlier than they begin'),
    sql: subscriptions(
      [
        ...['a.from_on', 'a.until_on', 'a.full_fee_from_on'].map(badDay),
        badMoment('a.agreed_at'),
        // Ended on the day before, it never held.
        "a.until_on < date(a.from_on, '-1 day')",
      ].join(' OR '),
    ),
  },
  {
    key: 'subscriptions.apart',
    check: w('同一房屋的托管、空置不重叠', 'No unit is trust-managed or vacant twice at a time'),
    sql: subscriptions(`a.tariff IN (${sqlList(Object.keys(AGREEMENTS))}) AND EXISTS (
      SELECT 1 FROM subscriptions AS b
      WHERE b.unit_id = a.unit_id AND b.tariff = a.tariff AND b.id < a.id
        AND (b.until_on IS NULL OR b.until_on >= max(a.from_on, b.from_on))
        AND (a.until_on IS NULL OR a.until_on >= max(a.from_on, b.from_on)))`),
  },
];
