import { mkdirSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { STATES } from '../../src/renovations/model.ts';
import { temporaryPath } from '../support/session.ts';
import { ask, type Demo, demoAt, lastLine, MORNING, partsOf } from './laid-out.ts';

/** One for all of these tests, which look at it and leave it as it is. */
let demo: Demo;
/** Where its journal ended when it was laid out. */
let end: string | undefined;

beforeAll(async () => {
  demo = await demoAt(MORNING);
  end = lastLine(demo.home);
});

const list = async (command: string) => (await demo.desk.say(`${command} --json`)).json;

const kinds = (table: string, column: string) =>
  ask<{ it: string }>(demo.home, `SELECT DISTINCT ${column} AS it FROM ${table} ORDER BY 1`).map(
    ({ it }) => it,
  );

describe('wy demo', () => {
  it('counts what it has laid out', async () => {
    const { json, desk, home } = demo;
    // Five have become owners in these weeks.
    expect(json).toMatchObject({ home, units: 1346, residents: 2407 + 5, staff: 15, moves: 7 });
    expect(json.tickets).toBeGreaterThan(250);
    const counted = {
      'ticket list': json.tickets,
      'complaint list': json.complaints,
      'resident moves': json.moves,
      'reno list': json.renovations,
      'visit list': json.visits,
      'visit enquiry list': json.enquiries,
      'fee receipts': json.receipts,
      'fee arrears': json.inArrears,
      today: json.agenda.length,
    };
    for (const [command, count] of Object.entries(counted)) {
      expect((await desk.say(`${command} --json`)).json).toHaveLength(count);
    }
    expect((await desk.say('today --json')).json).toEqual(json.agenda);
  });

  it('has tickets in every state, category and kind of charge', () => {
    const states = ['assigned', 'cancelled', 'closed', 'finished', 'open'];
    expect(kinds('tickets', 'state')).toEqual(states);
    expect(kinds('tickets', 'category')).toEqual(['general', 'leak', 'safety']);
    expect(kinds('tickets', 'charge')).toEqual(['free', 'paid', 'warranty']);
  });

  it('has complaints of every grade, communicative ones among them', () => {
    expect(kinds('complaints', 'grade')).toEqual(['important', 'major', 'minor']);
    expect(kinds('complaints', 'nature')).toEqual(
      expect.arrayContaining(['enquiry', 'help', 'valid', 'venting']),
    );
  });

  it('has renovations in every state', () => {
    expect(kinds('renovations', 'state')).toEqual(Object.keys(STATES).sort());
  });

  it('has a third of the survey back and last month’s sample visited', async () => {
    const [survey] = (await demo.desk.say('survey list --json')).json;
    expect(survey.returned).toBe(demo.json.returnedForms);
    expect(survey.returned / survey.sent).toBeGreaterThan(0.28);
    expect(survey.returned / survey.sent).toBeLessThan(0.4);
    const sample = (await demo.desk.say('visit sample --month 2026-10 --json')).json;
    expect(sample.visited).toBeGreaterThanOrEqual(sample.least);
  });

  it('keeps its promises as a decent office does: most, not all', () => {
    const [row] = ask<{ ended: number; late: number }>(
      demo.home,
      `SELECT count(*) AS ended, sum(ending = 'missed' OR ended_at > due_at) AS late
       FROM deadlines WHERE ending IN ('met', 'missed')`,
    );
    const inTime = 1 - (row?.late ?? 0) / (row?.ended ?? 1);
    expect(inTime).toBeGreaterThan(0.93);
    expect(inTime).toBeLessThan(0.985);
  });

  it('is sound', async () => {
    const said = await demo.desk.say('doctor --json');
    expect(said.json.filter((finding: { ok: boolean }) => !finding.ok)).toEqual([]);
    expect(said.code).toBe(0);
  });

  it('was recorded as it happened: in order, and nothing after this moment', () => {
    const moments = ask<{ happened: string; recorded: string }>(
      demo.home,
      'SELECT happened_at AS happened, recorded_at AS recorded FROM journal ORDER BY seq',
    );
    expect(moments.every(({ happened, recorded }) => happened === recorded)).toBe(true);
    const recorded = moments.map((line) => line.recorded);
    expect(recorded).toEqual(recorded.toSorted());
    expect(recorded[0]).toBe('2026-05-01T00:30:00Z');
    expect((recorded.at(-1) ?? '') <= MORNING).toBe(true);
  });

  it('tells the same story again, whatever the clock of the machine, in a folder that was empty', async () => {
    const empty = temporaryPath('empty');
    mkdirSync(empty);
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      await demoAt(MORNING, empty);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(readdirSync(empty).sort()).toEqual([
      '.books-cache.json',
      '.policy-cache.json',
      'backups',
      'ledger.db',
      'policy.yaml',
    ]);
    expect(lastLine(empty)).toBe(end);
  });

  it('has an entry in every book that is kept, some closed and some still open', async () => {
    const books: { enabled: boolean; entries: number }[] = (await demo.desk.say('book list --json'))
      .json;
    const kept = books.filter(({ enabled }) => enabled);
    expect(kept.filter(({ entries }) => entries === 0)).toEqual([]);
    expect(demo.json.books).toBe(kept.length);
    expect(demo.json.entries).toBe(kept.reduce((sum, { entries }) => sum + entries, 0));
    expect(kinds('entries', 'state')).toEqual(['closed', 'open']);
  });

  it('has something overdue, due today and soon in the morning', () => {
    expect(partsOf(demo)).toEqual(['overdue', 'soon', 'today']);
  });
});

describe('the money of the demo', () => {
  const kindsOf = (rows: Record<string, unknown>[], key: string) =>
    [...new Set(rows.map((row) => row[key]))].sort();

  it('is paid by most, in every way, and owed by six to eight in a hundred', async () => {
    const receipts = await list('fee receipts');
    const methods = ['alipay', 'bank', 'cash', 'pos', 'transfer', 'wechat'];
    expect(kindsOf(receipts, 'method')).toEqual(methods);
    expect(kindsOf(receipts, 'state')).toEqual(['issued', 'received', 'reversal', 'reversed']);
    expect(demo.json.inArrears / 1346).toBeGreaterThan(0.06);
    expect(demo.json.inArrears / 1346).toBeLessThan(0.08);
    const { current, households } = await list('fee rate --period 2026-11');
    for (const { percent } of [current, households]) {
      expect(Number(percent)).toBeGreaterThan(87);
      expect(Number(percent)).toBeLessThan(95);
    }
    const waived = ask(demo.home, "SELECT 1 FROM settlements WHERE kind = 'waiver'");
    expect(waived).toHaveLength(1);
    expect(ask(demo.home, "SELECT 1 FROM payouts WHERE kind = 'refund'")).not.toEqual([]);
  });

  it('stands on every step of the ladder', async () => {
    const duns = await list('fee dun');
    expect(kindsOf(duns, 'stage')).toEqual(['legal', 'letter', 'notice', 'visit']);
    const held = duns.flatMap((dun: { hold: { kind: string } | null }) => dun.hold ?? []);
    const holds = ['appointed', 'disputed', 'legal', 'notified', 'promised'];
    expect(kindsOf(held, 'kind')).toEqual(holds);
    const contacts = await list('fee contacts');
    expect(kindsOf(contacts, 'promise').filter(Boolean)).toEqual(['broken', 'kept', 'open']);
    expect(kindsOf(contacts, 'result')).toContain('returned');
    expect(await list('fee limitation')).toHaveLength(1);
  });

  it('takes a few lines of the agenda, not the morning', () => {
    const kinds = demo.json.agenda.map(({ kind }: { kind: string }) => kind);
    const money = kinds.filter((kind: string) => /^(?:fee|cash|trust)\./.test(kind)).sort();
    expect(money).toEqual([
      'cash.safe',
      'fee.collect',
      'fee.limitation',
      'fee.promise',
      'fee.promise',
      'trust.decide',
    ]);
  });

  it('takes a handful of lines for renovations', () => {
    const kinds = demo.json.agenda.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind.startsWith('reno.')).length).toBeLessThan(10);
  });

  it('agrees with the cash, month by month', async () => {
    for (const month of ['2026-02', '2026-08', '2026-10', '2026-11']) {
      expect(await list(`cash reconcile --month ${month}`)).toMatchObject({ agrees: true });
    }
  });

  it('holds deposits of renovations; some were deducted, some have gone back', async () => {
    const deposits = await list('deposit list');
    const moves = deposits.flatMap((each: { moves: { kind: string }[] }) => each.moves);
    expect(kindsOf(moves, 'kind')).toEqual(['deduct', 'refund', 'take']);
    const held = deposits.filter(({ held: fen }: { held: string }) => fen !== '0.00');
    expect([deposits.length, held.length]).toEqual([23, 13]);
  });

  it('looks after four empty flats, one of them over its limit', async () => {
    const trusts = await list('trust list');
    const over = ({ no }: { no: string }) =>
      demo.json.agenda.some((duty: { subject: string }) => duty.subject === no);
    expect(trusts).toHaveLength(4);
    expect(trusts.filter(over)).toHaveLength(1);
  });
});

describe('the books of the demo', () => {
  it('take about ten lines of the morning, of them a parcel, a key and a slip that are overdue', () => {
    const lines = demo.json.agenda.filter(
      ({ kind, dueAt }: { kind: string; dueAt: string }) =>
        kind.startsWith('books.') && dueAt.slice(0, 10) <= '2026-11-22',
    );
    expect(lines.length).toBeLessThan(11);
    const overdue = lines.filter(({ state }: { state: string }) => state === 'overdue');
    expect(overdue.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'books.key.return',
      'books.nonconformity.recheck',
      'books.parcel.collect',
    ]);
  });

  it('keep most turns of their rhythms, and missed a few', async () => {
    const { books } = await list('book report --period 2026');
    const turns = books.flatMap((line: { turns: { kept: number; missed: number } | null }) =>
      line.turns === null ? [] : [line.turns],
    );
    const sum = (key: 'kept' | 'missed') =>
      turns.reduce((all: number, it: Record<'kept' | 'missed', number>) => all + it[key], 0);
    expect(turns).toHaveLength(14);
    expect(sum('missed')).toBeGreaterThan(5);
    expect(sum('kept') / (sum('kept') + sum('missed'))).toBeGreaterThan(0.96);
  });

  it('name a rest that was too short this week and a shift of next week without anybody', async () => {
    const problems = async (week: string) =>
      (await list(`roster check --week ${week}`)).map(({ kind }: { kind: string }) => kind);
    expect(await problems('2026-11-22')).toEqual(['rest']);
    expect(await problems('2026-11-23')).toEqual(['unmanned']);
  });

  it('hand every shift of a week over, one of them to somebody who came late', async () => {
    const shifts = ask<{ signed: number }>(
      demo.home,
      'SELECT signed_at IS NOT NULL AS signed FROM handovers',
    );
    expect(shifts.length).toBeGreaterThan(20);
    expect(shifts.every(({ signed }) => signed === 1)).toBe(true);
    const { items } = await list('handover');
    expect(items[0].kind).toBe('note');
    const attendance: { staff: string; late: number; sick: number }[] =
      await list('attendance list');
    const sum = (key: 'late' | 'sick') => attendance.reduce((all, it) => all + it[key], 0);
    expect({ late: sum('late'), sick: sum('sick') }).toEqual({ late: 1, sick: 1 });
  });
});
