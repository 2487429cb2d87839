import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrearsOf } from '../../src/accounts/arrears.ts';
import { statementOf } from '../../src/accounts/statement.ts';
import { journalOf as cashJournal } from '../../src/cash/journal.ts';
import { closingsOf } from '../../src/cash/store.ts';
import { listDeposits } from '../../src/deposits/deposits.ts';
import { journalOf as doubleEntry } from '../../src/export/journal.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { digestAll } from '../../src/ledger/digest.ts';
import { differences, falseNotes, readChain } from '../../src/ledger/verify.ts';
import { addDays, type Day, lastDayOfMonth } from '../../src/lib/day.ts';
import { groupBy } from '../../src/lib/group.ts';
import { dayOf, endOfDay, type Moment } from '../../src/lib/moment.ts';
import { prepaidOf } from '../../src/receipts/prepayments.ts';
import { listReceipts } from '../../src/receipts/receipts.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { listRenovations } from '../../src/renovations/record.ts';
import { violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { DEED_NAMES, type Deed, type DeedName, deskAfter, histories } from './deeds.ts';
import { codesOf } from './desk.ts';
import { toldAndMoved } from './renovating.ts';
import { Replay, type Row, rowsOf } from './rows.ts';

/** How many histories; more of them with `HISTORIES=1000 npx vitest run test/money`. */
const RUNS = Number(process.env.HISTORIES ?? 50);

/** Also for making one that fails small. */
const LIMIT_MS = 30_000 + RUNS * 250;

const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
const LAST: Day = '9999-12-31';

function chainHolds({ ledger }: TestCtx): void {
  const chain = readChain(ledger.db);
  expect(chain.brokenAt).toBeNull();
  expect(differences(ledger.db, chain)).toEqual([]);
  expect(falseNotes(ledger.db, chain)).toEqual([]);
  expect(Object.fromEntries(chain.tables)).toEqual(digestAll(ledger.db));
}

/** Σ allocations ≤ receipt, Σ paid + waived ≤ charge, deposits ≥ 0: after every moment. */
function everyMomentHolds(rows: readonly Row[]): void {
  const replay = new Replay();
  const moments = groupBy(rows, ({ at }) => at);
  for (const at of [...moments.keys()].sort()) {
    for (const row of moments.get(at) ?? []) replay.play(row);
    expect(replay.impossible(), at).toEqual([]);
  }
}

/** The rows of each table in the order in which they were written come to what the ledger says. */
function replayedAlike(ctx: TestCtx, rows: readonly Row[]): void {
  const replay = new Replay();
  for (const row of rows) replay.play(row);
  expect(replay.impossible()).toEqual([]);
  const charges = listCharges(ctx.ledger, {});
  for (const { id, amountFen, outstandingFen, ...it } of charges) {
    expect(replay.leftOf(`charge ${id}`)).toBe(outstandingFen);
    expect(it.paidFen + it.waivedFen + it.reversedFen + outstandingFen).toBe(amountFen);
  }
  const receipts = listReceipts(ctx, {});
  for (const it of receipts) {
    const { allocatedFen, prepaidFen, refundedFen, transferredFen } = it;
    const accounted = allocatedFen + prepaidFen + refundedFen + transferredFen;
    expect(accounted).toBe(it.receivedAt === null ? 0 : it.amountFen);
    expect(sum(it.lines.map((line) => line.amountFen))).toBe(allocatedFen);
    if (it.state !== 'received') continue;
    expect(prepaidFen).toBeGreaterThanOrEqual(0);
    expect(replay.leftOf(`receipt ${it.id}`)).toBe(prepaidFen);
  }
  for (const unit of codesOf(ctx)) {
    const prepaid = receipts.filter((it) => it.unit === unit).map((it) => it.prepaidFen);
    expect(prepaidOf(ctx.ledger, requireUnit(ctx.ledger, unit).id)).toBe(sum(prepaid));
  }
  for (const { id, heldFen } of listDeposits(ctx, {})) {
    expect(replay.leftOf(`deposit ${id}`)).toBe(heldFen);
  }
}

function numbersHaveNoGap({ ledger }: TestCtx): void {
  const nos = ledger.db.prepare<[], string>('SELECT no FROM receipts').pluck().all();
  for (const ofDay of groupBy(nos, (no) => no.slice(0, 7)).values()) {
    const serials = ofDay.map((no) => Number(no.slice(8))).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, index) => index + 1));
  }
}

/** The balance of each account of the double entry at the end of a day; every entry sums to zero. */
function balancesOf(ctx: TestCtx, span: { since?: Day; until: Day }): Map<string, number> {
  const journal = doubleEntry(ctx, span);
  const balances = new Map(journal.accounts.map((account) => [account, 0]));
  for (const { postings, no, on } of journal.transactions()) {
    expect(sum(postings.map(({ amountFen }) => amountFen)), no).toBe(0);
    expect(on <= span.until && on >= (span.since ?? ''), no).toBe(true);
    for (const { account, amountFen } of postings) {
      const was = balances.get(account);
      if (was === undefined) throw new Error(`${account} is not declared`);
      balances.set(account, was + amountFen);
    }
  }
  return balances;
}

const under = (balances: ReadonlyMap<string, number>, prefix: string): number =>
  sum([...balances].filter(([account]) => account.startsWith(prefix)).map(([, fen]) => fen));

/** Statement = arrears = export = the bare rows, on a day. */
function dayAgrees(ctx: TestCtx, rows: readonly Row[], asOf: Day): void {
  const { ledger, zone } = ctx;
  const until = endOfDay(asOf, zone);
  const then = rows.filter(({ at }) => at <= until);
  const balances = balancesOf(ctx, { until: asOf });
  const arrears = new Map(arrearsOf(ctx, { asOf }).map((it) => [it.unit, it.amountFen]));
  const replay = new Replay();
  for (const row of then) replay.play(row);
  for (const unit of codesOf(ctx)) {
    const statement = statementOf(ctx, { unit, asOf });
    const { owedFen, overdueFen, prepaidFen, balanceFen, entries } = statement;
    expect(arrears.get(unit) ?? 0, unit).toBe(overdueFen);
    expect(under(balances, `assets:receivable:overdue:${unit}:`), unit).toBe(overdueFen);
    expect(under(balances, `assets:receivable:later:${unit}:`), unit).toBe(owedFen - overdueFen);
    expect(0 - (balances.get(`liabilities:prepaid:${unit}`) ?? 0), unit).toBe(prepaidFen);
    expect(prepaidOf(ledger, requireUnit(ledger, unit).id, until), unit).toBe(prepaidFen);
    expect(entries.at(-1)?.balanceFen ?? 0, unit).toBe(balanceFen);
    const keysOf = (table: Row['table'], key: (row: Row) => string) =>
      new Set(then.filter((row) => row.unit === unit && row.table === table).map(key));
    const leftOf = (keys: ReadonlySet<string>) => sum([...keys].map((key) => replay.leftOf(key)));
    expect(leftOf(keysOf('charge', (row) => `charge ${row.chargeId}`)), unit).toBe(owedFen);
    expect(leftOf(keysOf('receipt', (row) => `receipt ${row.receiptId}`)), unit).toBe(prepaidFen);
  }
  const held = then.filter(({ table }) => table === 'deposit').map(({ fen }) => fen);
  expect(0 - under(balances, 'liabilities:deposits:')).toBe(sum(held));
  expect(balances.get('assets:clearing:transfers') ?? 0).toBe(0);
}

/** What the desk owns and owes is the same, whether the export begins with it or before it. */
function openingAgrees(ctx: TestCtx, since: Day, until: Day): void {
  const kept = (balances: ReadonlyMap<string, number>) =>
    Object.fromEntries(
      [...balances].filter(([account, fen]) => fen !== 0 && !/^(income|equity):/.test(account)),
    );
  expect(kept(balancesOf(ctx, { since, until }))).toEqual(kept(balancesOf(ctx, { until })));
}

/** The cash journal, cut at these days, is every fen that moved; a closed month ends as counted. */
function cashAgrees(ctx: TestCtx, days: readonly Day[]): void {
  const { ledger } = ctx;
  const cash = ledger.db.prepare<[Day], number>(
    "SELECT coalesce(sum(amount_fen), 0) FROM money_flows WHERE method = 'cash' AND booked_on <= ?",
  );
  const flows = (until: Day) => cash.pluck().get(until) ?? 0;
  let from: Day | undefined;
  for (const until of [...days.toSorted(), LAST]) {
    const { openingFen, closingFen, lines, totals } = cashJournal(ctx, { since: from, until });
    const net = totals.find(({ method }) => method === 'cash')?.netFen ?? 0;
    expect(closingFen).toBe(flows(until));
    expect((openingFen ?? 0) + net).toBe(closingFen);
    const last = lines.findLast(({ balanceFen }) => balanceFen !== null);
    expect(last?.balanceFen ?? openingFen).toBe(closingFen);
    from = addDays(until, 1);
    if (until === LAST) break;
  }
  for (const { month, countedFen } of closingsOf(ledger, '0000-01', '9999-12')) {
    expect(flows(lastDayOfMonth(month)), month).toBe(countedFen);
  }
  expect(balancesOf(ctx, { until: LAST }).get('assets:cash') ?? 0).toBe(flows(LAST));
}

/** The timeline of each renovation tells the money that moved for it, no more and no less. */
function renovationsAgree(ctx: TestCtx): void {
  for (const it of toldAndMoved(ctx)) {
    expect(it.toldDeducted, it.no).toBe(it.deducted);
    expect(it.toldRefunded, it.no).toBe(it.refunded);
    expect(it.toldClaimed, it.no).toBe(it.claimed);
    expect(it.toldTaken, it.no).toBeGreaterThanOrEqual(it.depositsTaken);
    expect(it.passes, it.no).toBe(it.passesCharged + it.passDeposits);
  }
  for (const { no, deposits, taken } of listRenovations(ctx, {})) {
    const heldFen = sum(taken.map((each) => each.heldFen));
    expect(sum(deposits.map((each) => each.heldFen)), no).toBe(heldFen);
  }
}

/** Each day on which something happened or came due, the one before and the one after. */
function turningDays(ctx: TestCtx, rows: readonly Row[]): Day[] {
  const due = ctx.ledger.db.prepare<[], Day>('SELECT due_on FROM charges').pluck().all();
  const on = (at: Moment) => dayOf(at, ctx.zone);
  const days = [...rows.map(({ at }) => on(at)), ...due];
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].toSorted();
}

describe('whatever money is charged, paid and taken back, in whatever order of times', () => {
  it(
    'every fen is accounted for, on every day',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          histories,
          fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
          async (deeds, looks) => {
            const ctx = await deskAfter(deeds);
            const rows = rowsOf(ctx);
            expect(violated(ctx)).toEqual([]);
            chainHolds(ctx);
            numbersHaveNoGap(ctx);
            everyMomentHolds(rows);
            replayedAlike(ctx, rows);
            renovationsAgree(ctx);
            const turning = turningDays(ctx, rows);
            const days = [...new Set(looks.flatMap((nth) => turning[nth % turning.length] ?? []))];
            for (const day of days) dayAgrees(ctx, rows, day);
            const [since, until] = [days[0], days.at(-1)].toSorted();
            if (since && until) openingAgrees(ctx, since, until);
            cashAgrees(ctx, days);
            ctx.ledger.close();
          },
        ),
        { numRuns: RUNS, interruptAfterTimeLimit: LIMIT_MS, markInterruptAsFailure: true },
      );
    },
    LIMIT_MS + 10_000,
  );

  it('every deed is done in some history', async () => {
    const done = new Set<DeedName>();
    const note = (_: TestCtx, { what }: Deed, refusal: string | undefined) => {
      if (refusal === undefined) done.add(what);
    };
    for (const deeds of fc.sample(histories, { seed: 7, numRuns: 24 })) {
      const ctx = await deskAfter(deeds, note);
      ctx.ledger.close();
    }
    expect(DEED_NAMES.filter((name) => !done.has(name))).toEqual([]);
  });
});
