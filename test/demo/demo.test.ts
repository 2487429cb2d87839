import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { partOf } from '../../src/ledger/files.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { splitWords } from '../../src/lib/shell-words.ts';
import { STATES } from '../../src/renovations/model.ts';
import { desertedDesk, FrontDesk, temporaryPath } from '../support/session.ts';

/** Half past eight on a Sunday morning in Shanghai. */
const MORNING = '2026-11-22T00:30:00Z';

/** Higher than any process may be numbered. */
const NO_PROCESS = 999_999_999;

interface Demo {
  desk: FrontDesk;
  home: string;
  // biome-ignore lint/suspicious/noExplicitAny: as `--json` gives it.
  json: any;
}

/** Lays the demo out at a moment; the desk that is returned is the one in it. */
async function demoAt(now: string, dir = temporaryPath('示范 小区')): Promise<Demo> {
  const stranger = desertedDesk();
  stranger.now = now;
  const said = await stranger.run(['demo', dir, '--json']);
  expect(said).toMatchObject({ code: 0, err: '' });
  const desk = new FrontDesk(dir);
  desk.now = now;
  return { desk, home: dir, json: said.json };
}

/** Asks the ledger of a demo itself. */
function ask<Row>(home: string, sql: string): Row[] {
  const ledger = new Ledger(path.join(home, 'ledger.db'), { readonly: true });
  try {
    return ledger.db.prepare<[], Row>(sql).all();
  } finally {
    ledger.close();
  }
}

const lastLine = (home: string) =>
  ask<{ hash: string }>(home, 'SELECT hash FROM journal ORDER BY seq DESC LIMIT 1')[0]?.hash;

/** Which parts of the agenda hold something. */
function partsOf({ json, desk }: Demo): string[] {
  const today = new Date(Date.parse(desk.now) + 8 * 3_600_000).toISOString().slice(0, 10);
  const parts = json.agenda.map((duty: { state: string; dueAt: string }) => {
    if (duty.state === 'overdue') return 'overdue';
    return duty.dueAt.slice(0, 10) === today ? 'today' : 'soon';
  });
  return [...new Set<string>(parts)].sort();
}

describe('wy demo', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await demoAt(MORNING);
  });

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

  const kinds = (table: string, column: string) =>
    ask<{ it: string }>(demo.home, `SELECT DISTINCT ${column} AS it FROM ${table} ORDER BY 1`).map(
      ({ it }) => it,
    );

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

  it('tells the same story again, whatever the clock of the machine', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      const again = await demoAt(MORNING);
      expect(lastLine(again.home)).toBe(lastLine(demo.home));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it.each([
    ['just after midnight', '2026-11-21T16:05:00Z'],
    ['at three at night', '2026-11-21T19:00:00Z'],
    ['just before midnight', '2026-11-22T15:55:00Z'],
    ['on New Year’s Day', '2027-01-01T01:00:00Z'],
    ['on a leap day', '2028-02-29T08:00:00Z'],
    ['on its earliest day', '2020-03-01T01:00:00Z'],
    ['after a flat with a read meter changed hands', '2021-04-05T03:00:00Z'],
  ])('has something overdue, due today and soon %s', async (_, now) => {
    const other = await demoAt(now);
    expect(partsOf(other)).toEqual(['overdue', 'soon', 'today']);
    expect(other.json.agenda.length).toBeLessThan(66);
    const [latest] = ask<{ at: string }>(other.home, 'SELECT max(at) AS at FROM events');
    expect((latest?.at ?? '') <= now).toBe(true);
    expect((await other.desk.say('doctor')).code).toBe(0);
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
  let demo: Demo;
  beforeAll(async () => {
    demo = await demoAt(MORNING);
  });
  const list = async (command: string) => (await demo.desk.say(`${command} --json`)).json;
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
  let demo: Demo;
  beforeAll(async () => {
    demo = await demoAt(MORNING);
  });
  const list = async (command: string) => (await demo.desk.say(`${command} --json`)).json;

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

describe('what wy demo prints', () => {
  it('is the agenda, the home and three commands that work as they stand', async () => {
    const stranger = desertedDesk();
    const dir = temporaryPath("A's home");
    const { out, err } = await stranger.run(['demo', dir, '--lang', 'en']);
    expect(err).toBe('');
    for (const part of ['Overdue', 'Due today', 'Soon', `Its home is ${dir}`]) {
      expect(out).toContain(part);
    }

    const commands = out.split('\n').filter((line) => line.includes(' --home '));
    expect(commands).toHaveLength(3);
    for (const line of commands) {
      const words = splitWords(line);
      const said = await stranger.run(words.slice(words.indexOf('--home')));
      expect(said).toMatchObject({ code: 0, err: '' });
    }
  });

  it('is as of the moment that --at names; how far it is shows on a terminal’s stderr', async () => {
    const desk = desertedDesk();
    const dir = temporaryPath('earlier');
    const typed = ['demo', dir, '--at', '2026-11-19 18:00'];
    const { out, err } = await desk.run(typed, { columns: 100 });
    expect(err).toContain('█');
    expect(out).not.toContain('█');
    expect(out).toContain('蓝天新苑  2026-11-19 18:00');
    expect(out).toContain("--at '2026-11-19 18:00' ticket open");
    const [latest] = ask<{ at: string }>(dir, 'SELECT max(at) AS at FROM events');
    expect((latest?.at ?? '') <= '2026-11-19T10:00:00Z').toBe(true);
  });
});

describe('where wy demo puts the home', () => {
  it('is a new folder for temporary files, never the user’s own home', async () => {
    const trap = temporaryPath('data');
    const { code, json } = await desertedDesk().run(['demo', '--json'], {
      env: { WY_HOME: '', XDG_DATA_HOME: trap },
    });
    expect(code).toBe(0);
    expect(path.basename(json.home)).toMatch(/^wy-demo-/);
    expect(existsSync(trap)).toBe(false);
    rmSync(json.home, { recursive: true });
  });

  it('may be a folder that is there and empty', async () => {
    const empty = temporaryPath('empty');
    mkdirSync(empty);
    await demoAt(MORNING, empty);
    expect(readdirSync(empty).sort()).toEqual([
      '.books-cache.json',
      '.policy-cache.json',
      'backups',
      'ledger.db',
      'policy.yaml',
    ]);
  });

  it('may be one whose parents are missing; what a killed run has left there goes', async () => {
    const deep = temporaryPath('much/deeper');
    const left = partOf(deep).replace(String(process.pid), String(NO_PROCESS));
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, 'ledger.db'), '');
    await demoAt(MORNING, deep);
    expect(readdirSync(path.dirname(deep))).toEqual(['deeper']);
    expect(statSync(deep).mode & 0o077).toBe(0);
  });

  it.each([
    ['', []],
    [', named with --home', ['--home']],
  ])('is not one that holds anything%s', async (_, option) => {
    const dir = temporaryPath();
    writeFileSync(path.join(dir, '.hidden'), 'mine');
    const said = await desertedDesk().run(['demo', ...option, dir, '--json']);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error.code).toBe('demo_dir_not_empty');
    expect(readdirSync(dir)).toEqual(['.hidden']);
  });

  it('is not laid out for a day on which nobody lived there yet', async () => {
    const dir = temporaryPath('early');
    const said = await desertedDesk().run(['demo', dir, '--at', '2019-07-01', '--json']);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error.code).toBe('demo_too_early');
    expect(existsSync(dir)).toBe(false);
  });

  it.each([
    ['a file', (file: string) => file],
    ['below a file', (file: string) => path.join(file, 'demo')],
  ])('is not %s', async (_, dirOf) => {
    const desk = desertedDesk();
    const file = desk.file('slip.txt', '');
    const said = await desk.run(['demo', dirOf(file), '--json']);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error.code).toBe('demo_dir_unwritable');
  });
});
