import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrearsOf } from '../../src/accounts/arrears.ts';
import type { Statement } from '../../src/accounts/model.ts';
import { reportRates } from '../../src/accounts/rate.ts';
import { statementOf } from '../../src/accounts/statement.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { addDays, type Day } from '../../src/lib/day.ts';
import { dayOf, type Moment } from '../../src/lib/moment.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import { requireUnit } from '../../src/registry/units.ts';
import type { TestCtx } from '../support/ledger.ts';
import { charge, lastMoved, makeBooks, noon, receive, refund, settled } from './ledger.ts';

const UNITS = ['3-2-1501', '10-1-101'];
const TARIFFS = ['energy', 'water'];
const FIRST: Day = '2026-01-28';

const step = fc.record({
  /** After the step before. */
  days: fc.integer({ min: 0, max: 25 }),
  time: fc.constantFrom('00:00', '07:59', '08:00', '12:00', '23:59'),
  what: fc.constantFrom(
    'charge',
    'charge',
    'receive',
    'pay',
    'pay',
    'waive',
    'reverse',
    'take-back',
    'refund',
  ),
  unit: fc.nat({ max: 1 }),
  tariff: fc.nat({ max: 1 }),
  amountFen: fc.integer({ min: 1, max: 300 }),
  dueIn: fc.integer({ min: -40, max: 60 }),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const restOf = ({ ledger }: TestCtx, receiptId: number): number =>
  ledger
    .prepare<[object], { fen: number }>(
      `SELECT amount_fen
         - coalesce((SELECT sum(amount_fen) FROM settlements WHERE receipt_id = @receiptId), 0)
         - coalesce((SELECT sum(amount_fen) FROM payouts WHERE receipt_id = @receiptId), 0) AS fen
       FROM receipts WHERE id = @receiptId`,
    )
    .get({ receiptId })?.fen ?? 0;

/** Money in hand of a unit: a receipt of which something is left. */
function receiptWithRest(ctx: TestCtx, code: string): { id: number; fen: number } | undefined {
  const unitId = requireUnit(ctx.ledger, code).id;
  return ctx.ledger
    .prepare<[number], { id: number }>(
      'SELECT id FROM receipts WHERE unit_id = ? AND amount_fen > 0 ORDER BY id',
    )
    .all(unitId)
    .map(({ id }) => ({ id, fen: restOf(ctx, id) }))
    .find(({ fen }) => fen > 0);
}

/** Takes a receipt back with all that it paid; one that paid nothing out. */
function takeBack(ctx: TestCtx, code: string, moment: Moment): void {
  const unitId = requireUnit(ctx.ledger, code).id;
  const receipt = ctx.ledger
    .prepare<[number], { id: number; amountFen: number }>(
      `SELECT id, amount_fen AS amountFen FROM receipts AS r WHERE unit_id = ? AND amount_fen > 0
         AND NOT EXISTS (SELECT 1 FROM receipts WHERE reverses_id = r.id)
         AND NOT EXISTS (SELECT 1 FROM payouts WHERE receipt_id = r.id) ORDER BY id`,
    )
    .get(unitId);
  if (!receipt) return;
  const paid = ctx.ledger
    .prepare<[number], { chargeId: number; fen: number }>(
      `SELECT charge_id AS chargeId, sum(amount_fen) AS fen FROM settlements WHERE receipt_id = ?
       GROUP BY charge_id`,
    )
    .all(receipt.id);
  const movedAt = lastMoved(ctx, receipt.id);
  const when = movedAt > moment ? movedAt : moment;
  const receiptId = receive(ctx, code, -receipt.amountFen, when, receipt.id);
  for (const { chargeId, fen } of paid) {
    settled(ctx, { chargeId, kind: 'payment', amountFen: -fen, receiptId }, when);
  }
}

/** Does what can be done; leaves out what cannot. */
function take(ctx: TestCtx, it: Step, day: Day): void {
  const code = UNITS[it.unit] ?? '';
  const moment = noon(ctx, day, it.time);
  const tariff = TARIFFS[it.tariff] ?? '';
  const unitId = requireUnit(ctx.ledger, code).id;
  const [open] = listCharges(ctx.ledger, { unitId, state: 'outstanding' });
  const receipt = receiptWithRest(ctx, code);
  const least = (fen: number) => Math.min(it.amountFen, fen);
  switch (it.what) {
    case 'charge': {
      const dueOn = addDays(day, it.dueIn);
      charge(ctx, code, { amountFen: it.amountFen, dueOn, cycleOn: day, tariff }, moment);
      return;
    }
    case 'receive':
      receive(ctx, code, it.amountFen, moment);
      return;
    case 'pay':
      if (!open || !receipt) return;
      settled(
        ctx,
        {
          chargeId: open.id,
          kind: 'payment',
          amountFen: Math.min(least(open.outstandingFen), receipt.fen),
          receiptId: receipt.id,
        },
        moment,
      );
      return;
    case 'waive':
      if (!open) return;
      settled(
        ctx,
        { chargeId: open.id, kind: 'waiver', amountFen: least(open.outstandingFen) },
        moment,
      );
      return;
    case 'reverse':
      if (!open || open.paidFen > 0) return;
      settled(ctx, { chargeId: open.id, kind: 'reversal', amountFen: open.outstandingFen }, moment);
      return;
    case 'take-back':
      takeBack(ctx, code, moment);
      return;
    case 'refund':
      if (receipt) refund(ctx, receipt.id, least(receipt.fen), moment);
  }
}

interface Rows {
  charges: { id: number; unit: string; fen: number; dueOn: Day; at: Moment; cycleOn: Day }[];
  settlements: { chargeId: number; unit: string; kind: string; fen: number; at: Moment }[];
  /** What came in, less what went out. */
  money: { unit: string; fen: number; at: Moment }[];
}

function rowsOf({ ledger }: TestCtx): Rows {
  const all = (sql: string) => ledger.db.prepare(sql).all();
  return {
    charges: all(`SELECT c.id, u.code AS unit, amount_fen AS fen, due_on AS dueOn, billed_at AS at,
      cycle_on AS cycleOn FROM charges AS c JOIN units AS u ON u.id = unit_id`) as Rows['charges'],
    settlements: all(`SELECT charge_id AS chargeId, u.code AS unit, kind, s.amount_fen AS fen,
      settled_at AS at FROM settlements AS s JOIN charges AS c ON c.id = charge_id
      JOIN units AS u ON u.id = unit_id`) as Rows['settlements'],
    money: all(`SELECT u.code AS unit, amount_fen AS fen, received_at AS at FROM receipts
      JOIN units AS u ON u.id = unit_id
      UNION ALL SELECT u.code, -p.amount_fen, paid_at FROM payouts AS p
      JOIN receipts AS r ON r.id = receipt_id JOIN units AS u ON u.id = unit_id`) as Rows['money'],
  };
}

const sum = (rows: readonly { fen: number }[]) => rows.reduce((total, { fen }) => total + fen, 0);

/** The same from the bare rows: what had happened on or before the day, added up. */
function reckoned(ctx: TestCtx, rows: Rows, unit: string, asOf: Day) {
  const was = <R extends { unit: string; at: Moment }>(those: readonly R[]) =>
    those.filter((row) => row.unit === unit && dayOf(row.at, ctx.zone) <= asOf);
  const settlements = was(rows.settlements);
  const owed = was(rows.charges).map((row) => ({
    dueOn: row.dueOn,
    fen: row.fen - sum(settlements.filter(({ chargeId }) => chargeId === row.id)),
  }));
  const payments = settlements.filter(({ kind }) => kind === 'payment');
  const overdueFen = sum(owed.filter(({ dueOn }) => dueOn < asOf));
  return {
    owedFen: sum(owed),
    overdueFen,
    prepaidFen: sum(was(rows.money)) - sum(payments),
    least: Math.min(0, ...owed.map(({ fen }) => fen)),
  };
}

function sameAsReckoned(ctx: TestCtx, rows: Rows, days: readonly Day[]): void {
  for (const asOf of days) {
    const found = new Map(arrearsOf(ctx, { asOf }).map((row) => [row.unit, row]));
    for (const unit of UNITS) {
      const { owedFen, overdueFen, prepaidFen, least } = reckoned(ctx, rows, unit, asOf);
      const statement = statementOf(ctx, { unit, asOf });
      expect(least).toBe(0);
      expect(statement).toMatchObject({ owedFen, overdueFen, prepaidFen });
      expect(statement.notYetDueFen).toBe(owedFen - overdueFen);
      expect(statement.balanceFen).toBe(owedFen - prepaidFen);
      expect(statement.entries.at(-1)?.balanceFen ?? 0).toBe(statement.balanceFen);

      const row = found.get(unit);
      expect(row?.amountFen ?? 0).toBe(overdueFen);
      const buckets = Object.values(row?.buckets ?? {});
      expect(buckets.reduce((total, fen) => total + fen, 0)).toBe(overdueFen);
    }
  }
}

/** Each day on which something happened or came due, the one before and the one after. */
function daysOf(ctx: TestCtx, { charges, settlements, money }: Rows): Day[] {
  const happened = [...charges, ...settlements, ...money].map(({ at }) => dayOf(at, ctx.zone));
  const turning = [...happened, ...charges.map(({ dueOn }) => dueOn)];
  return [
    ...new Set(turning.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])),
  ].toSorted();
}

it('statement, arrears and the bare rows agree on every day', async () => {
  const backdated = step.map((it) => ({ ...it, days: it.days - 8 }));
  await fc.assert(
    fc.asyncProperty(fc.array(backdated, { maxLength: 25 }), async (steps) => {
      const ctx = await makeBooks();
      let day = FIRST;
      for (const it of steps) {
        day = addDays(day, it.days);
        take(ctx, it, day);
      }
      const rows = rowsOf(ctx);
      sameAsReckoned(ctx, rows, daysOf(ctx, rows));
      ctx.ledger.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('a day that is over is never seen otherwise, whatever happens later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const ctx = await makeBooks();
      const period = parsePeriod('2026-02', FIRST);
      const seen = new Map<Day, unknown>();
      const look = (asOf: Day) => ({
        statements: UNITS.map((unit): Omit<Statement, 'nameOf'> => {
          const { nameOf: _, ...statement } = statementOf(ctx, { unit, asOf });
          return statement;
        }),
        arrears: arrearsOf(ctx, { asOf }),
        rates: reportRates(ctx, { period, asOf }),
      });
      let day = FIRST;
      for (const it of steps) {
        if (it.days > 0) seen.set(day, look(day));
        day = addDays(day, it.days);
        take(ctx, { ...it, time: timeAfter(ctx, it.time, day) }, day);
      }
      for (const [asOf, then] of seen) expect(look(asOf)).toEqual(then);
      ctx.ledger.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** Nothing is recorded for a time at which the desk had already written something later. */
function timeAfter(ctx: TestCtx, time: Step['time'], day: Day): Step['time'] {
  const rows = rowsOf(ctx);
  const last = [...rows.charges, ...rows.settlements, ...rows.money]
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return last !== undefined && noon(ctx, day, time) < last ? '23:59' : time;
}

it('rates of all groups add up to the whole, and to the bare rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.nat({ max: 90 }),
      async (steps, later) => {
        const ctx = await makeBooks();
        let day = FIRST;
        for (const it of steps) {
          day = addDays(day, it.days);
          take(ctx, it, day);
        }
        const period = parsePeriod('2026-03', FIRST);
        const asOf = addDays('2026-02-20', later);
        const [whole] = reportRates(ctx, { period, asOf }).groups;
        const rows = rowsOf(ctx);
        const counts = ({ at }: { at: Moment }) => dayOf(at, ctx.zone) <= asOf;
        const settledOf = (id: number, kinds: string[]) =>
          rows.settlements.filter(
            (row) => counts(row) && row.chargeId === id && kinds.includes(row.kind),
          );
        const billed = rows.charges.filter(counts);
        const current = billed.filter(
          ({ cycleOn }) => cycleOn >= '2026-03-01' && cycleOn <= '2026-03-31',
        );
        const before = billed.filter(({ cycleOn }) => cycleOn < '2026-03-01');
        const lessened = current.flatMap(({ id }) => settledOf(id, ['waiver', 'reversal']));
        const paid = current.flatMap(({ id }) => settledOf(id, ['payment']));
        expect(whole?.current).toMatchObject({
          numerator: sum(paid),
          denominator: sum(current) - sum(lessened),
        });
        const recovered = before.map(({ id }) => {
          const since = settledOf(id, ['payment']).filter(
            ({ at }) => dayOf(at, ctx.zone) >= '2026-03-01',
          );
          return { fen: Math.max(0, sum(since)) };
        });
        const stillOwed =
          sum(before) -
          sum(before.flatMap(({ id }) => settledOf(id, ['payment', 'waiver', 'reversal'])));
        expect(whole?.recovered).toMatchObject({
          numerator: sum(recovered),
          denominator: sum(recovered) + stillOwed,
        });
        for (const groupBy of ['tariff', 'building'] as const) {
          const { groups } = reportRates(ctx, { period, asOf, groupBy });
          for (const key of ['current', 'recovered', 'overall'] as const) {
            const added = (part: 'numerator' | 'denominator') =>
              groups.reduce((total, each) => total + each[key][part], 0);
            expect([added('numerator'), added('denominator')]).toEqual([
              whole?.[key].numerator,
              whole?.[key].denominator,
            ]);
          }
        }
        ctx.ledger.close();
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);
