import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Day } from '../../src/lib/day.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { tariffs } from '../../src/policy/sections/tariffs.ts';
import { type CtxOptions, defaultPolicy, makeCtx, type TestCtx } from '../support/ledger.ts';

const SHARED =
  'shared: {name: 公摊费, basis: one-off, rates: {2020-01-01: 1.00}, dueDay: 25, dueIn: next}';

/** The shipped policy with these tariffs, one a line, in place of its own. */
export async function policyWith(written: string): Promise<Policy> {
  const policy = await defaultPolicy();
  const lines = [...written.trim().split('\n'), SHARED].map((line) => line.trim());
  const all = z.parse(tariffs, parse(lines.join('\n'), { schema: 'failsafe' }));
  return { ...policy, fees: { ...policy.fees, tariffs: all } };
}

/** A desk whose policy has these tariffs, one a line. */
export const estateWith = async (tariffs: string, options: CtxOptions = {}): Promise<TestCtx> =>
  makeCtx({ ...options, policy: await policyWith(tariffs) });

export interface Home {
  code: string;
  areaThousandths?: number;
  use?: string;
  handoverOn?: Day | null;
  /** Each the first and the last day; null: open. Without any, somebody has always owned it. */
  owners?: readonly (readonly [Day | null, Day | null])[];
}

/** Straight into the ledger, with the owners there are. */
export function settleHome(ledger: Ledger, home: Home): number {
  const { code, areaThousandths = 100_000, use = 'residential' } = home;
  const handoverOn = home.handoverOn === undefined ? '2020-01-01' : home.handoverOn;
  const [building = ''] = code.split('-');
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO units (code, building, room, sort_key, area_thousandths, use, handover_on)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(code, building, code, code, areaThousandths, use, handoverOn);
  for (const [fromOn, untilOn] of home.owners ?? [[null, null]]) {
    const person = ledger
      .prepare("INSERT INTO people (name, pinyin, initials) VALUES ('李四', 'li si', 'ls')")
      .run();
    ledger
      .prepare(
        `INSERT INTO residents (person_id, unit_id, role, from_on, until_on)
         VALUES (?, ?, 'owner', ?, ?)`,
      )
      .run(person.lastInsertRowid, lastInsertRowid, fromOn, untilOn);
  }
  return Number(lastInsertRowid);
}

export interface Agreed {
  unitId: number;
  tariff: string;
  fromOn: Day;
  untilOn?: Day | null;
  quantityThousandths?: number | null;
  rateTenthousandths?: number | null;
  party?: string | null;
  fullFeeFromOn?: Day | null;
}

export function agree(ledger: Ledger, it: Agreed): number {
  const count = ledger
    .prepare<[], { n: number }>('SELECT count(*) AS n FROM subscriptions')
    .get()?.n;
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO subscriptions (no, unit_id, tariff, from_on, until_on, quantity_thousandths,
         rate_tenthousandths, party, full_fee_from_on, agreed_at, agreed_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-01-01T00:00:00Z', 1)`,
    )
    .run(
      `A260101-${String((count ?? 0) + 1).padStart(3, '0')}`,
      it.unitId,
      it.tariff,
      it.fromOn,
      it.untilOn ?? null,
      it.quantityThousandths ?? null,
      it.rateTenthousandths ?? null,
      it.party ?? null,
      it.fullFeeFromOn ?? null,
    );
  return Number(lastInsertRowid);
}

/** The fee of a charge is taken back. */
export const reverse = (ledger: Ledger, chargeId: number): void =>
  void ledger
    .prepare(
      `INSERT INTO settlements (charge_id, kind, amount_fen, settled_at, settled_by, reason)
       SELECT id, 'reversal', amount_fen, billed_at, 1, '收错' FROM charges WHERE id = ?`,
    )
    .run(chargeId);

/** `3-101 energy 11-01..11-30 3000 owner 70%`, in the order of units and days. */
export const chargesTold = (ledger: Ledger): string[] =>
  ledger
    .prepare<[], { told: string }>(
      `SELECT concat_ws(' ', u.code, c.tariff, substr(period_start, 6) || '..' || substr(period_end, 6),
         amount_fen, debtor, CASE percent WHEN 100 THEN NULL ELSE percent || '%' END) AS told
       FROM charges AS c JOIN units AS u ON u.id = c.unit_id
       ORDER BY u.code, c.tariff, period_start, c.id`,
    )
    .all()
    .map(({ told }) => told);

/** Everything that charges are, but their ids, in an order of their own. */
export const chargesOf = (ledger: Ledger): unknown[] =>
  ledger
    .prepare(
      `SELECT unit_id, tariff, cycle_on, period_start, period_end, quantity_thousandths,
         rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor, debtor_id,
         subscription_id, from_reading_id, to_reading_id, billed_at, billed_by
       FROM charges ORDER BY unit_id, tariff, cycle_on, period_start, period_end, subscription_id`,
    )
    .all();

export function read(
  ledger: Ledger,
  unitId: number,
  readOn: Day,
  readingThousandths: number,
): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO meter_readings (unit_id, meter, read_on, reading_thousandths)
       VALUES (?, 'water', ?, ?)`,
    )
    .run(unitId, readOn, readingThousandths);
  return Number(lastInsertRowid);
}
