import { existsSync, readFileSync, statSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrearsOf } from '../../src/accounts/arrears.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { bookSteps } from '../../src/dunning/booking.ts';
import { listContacts, type NewContact, recordContact } from '../../src/dunning/contacts.ts';
import { dun } from '../../src/dunning/dun.ts';
import { invariants } from '../../src/dunning/invariants.ts';
import { type DunQuery, dunningList, toBeAsked } from '../../src/dunning/ladder.ts';
import { keepPromises, releasePromises } from '../../src/fees/promises.ts';
import type { Day } from '../../src/lib/day.ts';
import { endStay } from '../../src/registry/stays.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { codeOf, violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { temporaryPath } from '../support/session.ts';
import { call, charge, estate, live, on, pay } from './desk.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await estate();
});

const tell = (day: Day, change: Partial<NewContact> = {}) =>
  recordContact(on(ctx, day), { ...call, ...change });

const lines = (day: Day, query: DunQuery = {}) =>
  dunningList(on(ctx, day), query).map(
    ({ unit, stage, hold }) => `${unit} ${stage}${hold ? ` (${hold.kind} ${hold.until})` : ''}`,
  );

const record = (day: Day, query: DunQuery = {}, booking = {}) => {
  const now = on(ctx, day);
  return bookSteps(now, dunningList(now, query), booking).length;
};

const journal = () =>
  ctx.ledger.prepare<[], { action: string; changes: string }>('SELECT * FROM journal').all();

describe('who is to be asked', () => {
  it('climbs the ladder, each step once, and nobody before time', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    expect(lines('2026-01-25')).toEqual([]);
    expect(lines('2026-01-26')).toEqual(['3-1-101 notice']);
    expect(record('2026-01-26')).toBe(1);
    expect(record('2026-01-26')).toBe(0);
    expect(lines('2026-02-05')).toEqual(['3-1-101 visit (notified 2026-02-05)']);
    expect(lines('2026-02-06')).toEqual(['3-1-101 visit']);
    expect(lines('2026-02-06', { stage: 'letter' })).toEqual([]);
    expect(record('2026-02-06')).toBe(1);
    expect(lines('2026-04-25')).toEqual([]);
    expect(lines('2026-04-26')).toEqual(['3-1-101 letter']);
    expect(record('2026-04-26')).toBe(1);
    expect(lines('2026-07-25')).toEqual([]);
    expect(lines('2026-07-26')).toEqual(['3-1-101 legal']);
    expect(codeOf(() => record('2026-07-26'))).toBe('director_decides');
    expect(codeOf(() => record('2026-07-26', {}, { approvedBy: '王芳' }))).toBe('missing_role');
    expect(record('2026-07-26', {}, { approvedBy: '赵刚' })).toBe(1);
    expect(lines('2027-01-01')).toEqual(['3-1-101 legal (legal null)']);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('sends a letter and a visit beside each other', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    tell('2026-01-26');
    expect(lines('2026-04-26')).toEqual(['3-1-101 letter']);
    expect(lines('2026-04-26', { stage: 'letter' })).toEqual(['3-1-101 letter']);
    expect(lines('2026-04-26', { stage: 'visit' })).toEqual(['3-1-101 visit']);
  });

  it('starts afresh for a debt that came after the first was paid', () => {
    const first = charge(ctx, '3-1-101', '2026-01-25');
    tell('2026-01-26');
    charge(ctx, '3-1-101', '2026-04-25');
    expect(lines('2026-04-26')).toEqual(['3-1-101 letter']);
    pay(on(ctx, '2026-04-26'), first, 9_999);
    expect(lines('2026-04-26')).toEqual(['3-1-101 letter']);
    pay(on(ctx, '2026-04-26'), first, 1);
    expect(lines('2026-04-26')).toEqual(['3-1-101 notice']);
  });

  it('leaves alone who has paid since the day asked for', () => {
    const id = charge(ctx, '3-1-101', '2026-01-25');
    pay(on(ctx, '2026-02-10'), id, 4_000);
    expect(lines('2026-03-01', { asOf: '2026-02-01' })).toEqual(['3-1-101 notice']);
    pay(on(ctx, '2026-02-11'), id, 6_000);
    expect(lines('2026-03-01', { asOf: '2026-02-01' })).toEqual(['3-1-101 notice (paid null)']);
    expect(lines('2026-03-01')).toEqual([]);
  });

  it('asks the developer for what is not handed over, and visits nobody', () => {
    charge(ctx, '3-1-103', '2026-01-25', { debtor: 'developer' });
    const [it] = dunningList(on(ctx, '2026-01-26'), {});
    expect(it).toMatchObject({ stage: 'notice', phone: null, name: { zh: '开发商' } });
    record('2026-01-26');
    expect(lines('2026-03-01')).toEqual([]);
    expect(lines('2026-04-26')).toEqual(['3-1-103 letter']);
  });

  it('asks nobody for what another one owes', () => {
    const before = live(ctx, '3-1-102', '赵敏', '13800001111', { untilOn: '2026-01-31' });
    charge(ctx, '3-1-102', '2025-12-25', { debtorId: before, amountFen: 5_000 });
    charge(ctx, '3-1-102', '2025-12-25', { debtor: 'developer', amountFen: 7_000 });
    charge(ctx, '3-1-102', '2026-02-25');
    const owed = dunningList(on(ctx, '2026-03-01'), {});
    expect(owed.map(({ name, amountFen }) => [name?.zh, amountFen])).toEqual([
      ['赵敏', 5_000],
      ['开发商', 7_000],
      ['李娜', 10_000],
    ]);
    expect(owed.map(({ debt }) => debt.livesThere)).toEqual([false, false, true]);
    tell('2026-03-02', { unit: '3-1-102' });
    expect(toBeAsked(dunningList(on(ctx, '2026-03-02'), {})).map(({ name }) => name?.zh)).toEqual([
      '赵敏',
      '开发商',
    ]);
    tell('2026-03-02', { unit: '3-1-102', debtor: '开发商' });
    tell('2026-03-02', { unit: '3-1-102', debtor: '赵敏' });
    expect(toBeAsked(dunningList(on(ctx, '2026-03-02'), {}))).toEqual([]);
    expect(codeOf(() => tell('2026-03-02', { unit: '3-1-102', debtor: 'owner' }))).toBe(
      'several_debtors',
    );
    expect(codeOf(() => tell('2026-03-02', { unit: '3-1-102', debtor: 'party' }))).toBe(
      'no_such_debtor',
    );
  });

  it('visits nobody who has moved away, or whose unit stands empty by agreement', () => {
    charge(ctx, '3-1-101', '2026-01-25', { debtorId: 1 });
    charge(ctx, '3-1-102', '2026-01-25', { debtorId: 2 });
    record('2026-01-26');
    expect(lines('2026-02-20')).toEqual(['3-1-101 visit', '3-1-102 visit']);
    endStay(on(ctx, '2026-02-01'), 1, '2026-02-19');
    ctx.ledger
      .prepare(
        `INSERT INTO subscriptions (no, unit_id, tariff, from_on, quantity_thousandths, agreed_at, agreed_by)
         VALUES ('A260201-001', ?, 'trust', '2026-02-20', 1000, '2026-02-01T00:00:00Z', 1)`,
      )
      .run(requireUnit(ctx.ledger, '3-1-102').id);
    expect(lines('2026-02-19', { stage: 'visit' })).toEqual(['3-1-101 visit', '3-1-102 visit']);
    expect(lines('2026-02-20', { stage: 'visit' })).toEqual([]);
  });

  it('takes only a building, only some months and more', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-102', '2026-01-25');
    charge(ctx, '3-1-102', '2026-02-25');
    expect(lines('2026-03-01', { minMonths: 2 })).toEqual(['3-1-102 notice']);
    expect(lines('2026-03-01', { building: '3栋' })).toHaveLength(2);
    expect(lines('2026-03-01', { building: '5' })).toEqual([]);
  });

  it('waits for a collection at the door that is agreed', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    ctx.ledger
      .prepare(
        `INSERT INTO receipts (no, unit_id, method, amount_fen, issued_at, issued_by, collect_at)
         VALUES ('R260126-001', 1, 'cash', 10000, '2026-01-26T00:00:00Z', 1, '2026-01-28T02:00:00Z')`,
      )
      .run();
    expect(lines('2026-01-28')).toEqual(['3-1-101 notice (appointed 2026-01-28)']);
    expect(lines('2026-01-29')).toEqual(['3-1-101 notice']);
  });

  it('owes what the arrears say, unit by unit', () => {
    const part = charge(ctx, '3-1-101', '2026-01-25');
    pay(on(ctx, '2026-01-30'), part, 1_234);
    charge(ctx, '3-1-102', '2026-01-25');
    charge(ctx, '3-1-102', '2026-03-01');
    charge(on(ctx, '2026-03-02'), '3-1-103', '2026-01-25', { debtor: 'developer' });
    for (const asOf of ['2026-01-26', '2026-01-31', '2026-03-01', '2026-03-02']) {
      const now = on(ctx, '2026-03-02');
      const owed = dunningList(now, { asOf }).map(({ unit, amountFen }) => [unit, amountFen]);
      expect(owed).toEqual(arrearsOf(now, { asOf }).map((it) => [it.unit, it.amountFen]));
    }
  });
});

describe('a contact', () => {
  it('that promises holds the ladder until its day, and stands on the agenda', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const made = tell('2026-01-26', { result: 'promised', promiseOn: '2026-02-10' });
    expect(made).toMatchObject({ no: 'N260126-001', promise: 'open', effectiveOn: '2026-01-26' });
    expect(made.deadlines).toMatchObject([
      { kind: 'fee.promise', dueAt: '2026-02-10T15:59:59Z', clause: 'dunning.promise' },
    ]);
    expect(lines('2026-02-10')).toEqual(['3-1-101 visit (promised 2026-02-10)']);
    expect(lines('2026-02-11')).toEqual(['3-1-101 visit']);
  });

  it.each<[string, [Day, number][], string]>([
    ['paid in full in time', [['2026-02-10', 10_000]], 'kept'],
    [
      'in two parts',
      [
        ['2026-02-01', 4_000],
        ['2026-02-10', 6_000],
      ],
      'kept',
    ],
    ['one fen short', [['2026-02-10', 9_999]], 'broken'],
    ['a day late', [['2026-02-11', 10_000]], 'broken'],
    ['not at all', [], 'broken'],
  ])('is kept or broken by what was paid: %s', (_, payments, expected) => {
    const id = charge(ctx, '3-1-101', '2026-01-25');
    tell('2026-01-26', { result: 'promised', promiseOn: '2026-02-10' });
    charge(ctx, '3-1-101', '2026-02-05');
    for (const [day, fen] of payments) pay(on(ctx, day), id, fen);
    const [told] = listContacts(on(ctx, '2026-02-20'), {});
    expect(told?.promise).toBe(expected);
  });

  it.each<[string, number, typeof keepPromises, string]>([
    ['paid in full', 10_000, keepPromises, 'met'],
    ['paid but for one fen', 9_999, keepPromises, 'open'],
    ['let go', 10_000, releasePromises, 'waived'],
  ])('ends with what was overdue then, whatever is due since: %s', (_, fen, settled, state) => {
    const id = charge(ctx, '3-1-101', '2026-01-25');
    const made = tell('2026-01-26', { result: 'promised', promiseOn: '2026-02-10' });
    charge(ctx, '3-1-101', '2026-02-05');
    const day = on(ctx, '2026-02-10');
    pay(day, id, fen);
    settled(day, 1);
    const [deadline] = listContacts(day, { no: made.no }).flatMap((it) => it.deadlines);
    expect(deadline && stateOf(deadline, day.now)).toBe(state);
  });

  it('is not kept by what another debtor of the unit pays', () => {
    const own = charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-101', '2026-01-25', { debtor: 'developer' });
    tell('2026-01-26', { debtor: 'developer', result: 'promised', promiseOn: '2026-02-10' });
    const day = on(ctx, '2026-02-01');
    pay(day, own, 10_000);
    keepPromises(day, 1);
    const [promised] = listContacts(day, {}).flatMap((it) => it.deadlines);
    expect(promised && stateOf(promised, day.now)).toBe('open');
  });

  it('says whose debt it was, and that a later say replaced its promise', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    tell('2026-01-26', { result: 'promised', promiseOn: '2026-02-10' });
    tell('2026-02-05', { result: 'promised', promiseOn: '2026-02-20' });
    charge(ctx, '3-1-103', '2026-01-25', { debtor: 'developer' });
    tell('2026-02-06', { unit: '3-1-103' });
    const told = listContacts(on(ctx, '2026-02-21'), {});
    expect(told.map(({ debtor, debtorName, promise }) => [debtor, debtorName, promise])).toEqual([
      ['owner', '张伟', 'replaced'],
      ['owner', '张伟', 'broken'],
      ['developer', null, null],
    ]);
  });

  it.each<[string, Partial<NewContact>, Day, string[]]>([
    [
      'another promise before its day',
      { result: 'promised', promiseOn: '2026-02-20' },
      '2026-02-05',
      ['waived', 'open'],
    ],
    ['nobody answered', { result: 'no-answer' }, '2026-02-05', ['open']],
    ['a refusal before its day', { result: 'refused' }, '2026-02-05', ['waived']],
    ['a refusal after it', { result: 'refused' }, '2026-02-11', ['late']],
    ['a letter before its day', { way: 'letter', result: 'sent' }, '2026-02-05', ['open']],
    ['a letter after it', { way: 'letter', result: 'sent' }, '2026-02-11', ['late']],
  ])('ends the promise before it: %s', (_, change, day, states) => {
    charge(ctx, '3-1-101', '2026-01-25');
    tell('2026-01-26', { result: 'promised', promiseOn: '2026-02-10' });
    tell(day, change);
    const now = on(ctx, day);
    const deadlines = listContacts(now, {}).flatMap((it) => it.deadlines);
    expect(deadlines.map((it) => stateOf(it, now.now))).toEqual(states);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('that follows up a letter is about what the letter asked for', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const sent = tell('2026-02-01', { way: 'letter', result: 'sent', tracking: 'EMS1' });
    charge(ctx, '3-1-101', '2026-02-05');
    const back = tell('2026-02-08', {
      ...{ unit: undefined, about: sent.no, way: 'letter', deliveredOn: '2026-02-06' },
      ...{ signedBy: '张伟', relation: 'self' },
    });
    expect(back).toMatchObject({
      ...{ tracking: 'EMS1', newestDueOn: '2026-01-25', effectiveOn: '2026-02-06' },
    });
    expect(journal().at(-1)?.changes).not.toContain('张伟');
  });

  it('cannot come before the letter it is about', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const { no } = tell('2026-02-01', { way: 'letter', result: 'sent' });
    const about = { unit: undefined, about: no, way: 'letter', result: 'reached' } as const;
    expect(codeOf(() => tell('2026-02-03', { ...about, deliveredOn: '2026-01-31' }))).toBe(
      'delivered_before_sent',
    );
    expect(codeOf(() => tell('2026-01-31', about))).toBe('before_last_step');
    expect(tell('2026-02-03', { ...about, deliveredOn: '2026-02-01' }).effectiveOn).toBe(
      '2026-02-01',
    );
  });

  it('about a unit that owes nothing is kept, with a warning, and starts nothing anew', () => {
    expect(tell('2026-02-01', { way: 'sms', result: 'sent' })).toMatchObject({
      ...{ amountFen: 0, oldestDueOn: null, effectiveOn: null, debtor: null },
    });
    expect(ctx.warnings).toHaveLength(1);
    expect(violated(ctx, invariants)).toEqual([]);
  });
});

describe('the list', () => {
  const file = (end: string) => temporaryPath(`list${end}`);
  const request = { record: false, out: undefined, reveal: false } as const;

  it.each([
    ['masked', false, '139****5678'],
    ['in full', true, '13900005678'],
  ])('is written with telephones %s, for its owner only', async (_, reveal, phone) => {
    charge(ctx, '3-1-101', '2026-01-25');
    const out = file('.csv');
    await dun(on(ctx, '2026-01-26'), { ...request, out, reveal });
    const text = readFileSync(out, 'utf8');
    expect(text.startsWith('\ufeff房号,姓名,电话')).toBe(true);
    expect(text.split('\r\n')[1]).toContain(`3-1-101,张伟,${phone}`);
    expect(text).toContain('100.00 元');
    expect(text).toContain('2026-02-05');
    expect(text).not.toMatch(/滞纳金|罚款|停水|停电/);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('is written as a workbook', async () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const out = file('.xlsx');
    await dun(on(ctx, '2026-01-26'), { ...request, out });
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(readFileSync(out));
    expect(sheets[0]?.rows[1]?.slice(0, 3)).toEqual(['3-1-101', '张伟', '139****5678']);
  });

  it('replaces no file, and books nothing where it cannot be written', async () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const out = file('.csv');
    const now = on(ctx, '2026-01-26');
    await dun(now, { ...request, out });
    const was = readFileSync(out, 'utf8');
    await expect(dun(now, { ...request, out, record: true })).rejects.toThrow('file_exists');
    expect(readFileSync(out, 'utf8')).toBe(was);
    await expect(dun(now, { ...request, out: 'x.doc' })).rejects.toThrow('unknown_file_type');
    const nowhere = `${out}.d/list.csv`;
    await expect(dun(now, { ...request, out: nowhere, record: true })).rejects.toThrow(
      'not_written',
    );
    expect(existsSync(nowhere)).toBe(false);
    expect(listContacts(now, {})).toEqual([]);
  });

  it('leaves out whom the list leaves alone, and books exactly the others', async () => {
    charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-102', '2026-01-25');
    tell('2026-01-26', { result: 'disputed' });
    const out = file('.csv');
    const now = on(ctx, '2026-01-27');
    const result = await dun(now, { ...request, out, record: true });
    expect(result.list).toHaveLength(2);
    expect(result.booked?.map(({ unit }) => unit)).toEqual(['3-1-102']);
    expect(readFileSync(out, 'utf8')).not.toContain('3-1-101');
  });

  it('that has changed while its file was made is neither booked nor written', async () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const out = file('.csv');
    const making = dun(on(ctx, '2026-01-26'), { ...request, out, record: true });
    expect(record('2026-01-26')).toBe(1);
    await expect(making).rejects.toThrow('list_changed');
    expect(existsSync(out)).toBe(false);
    expect(listContacts(ctx, {})).toHaveLength(1);
  });

  it('sends nobody a letter where somebody else lives', async () => {
    const before = live(ctx, '3-1-102', '赵敏', null, { untilOn: '2026-03-31' });
    charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-102', '2026-01-25', { debtorId: before });
    charge(ctx, '3-1-103', '2026-01-25', { debtor: 'developer' });
    record('2026-01-26', {}, { way: 'wechat' });
    const out = file('.csv');
    await dun(on(ctx, '2026-05-01'), { ...request, out, stage: 'letter' });
    const addresses = readFileSync(out, 'utf8')
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(',').slice(0, 4));
    expect(addresses).toEqual([
      ['3-1-101', '张伟', '139****5678', '蓝天新苑 3-1-101'],
      ['3-1-102', '赵敏', '', ''],
      ['3-1-103', '开发商', '', ''],
    ]);
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('2 封信函没有地址')]);
  });

  it('of legal action is written for the director to decide by, and booked as decided', async () => {
    charge(ctx, '3-1-101', '2026-01-25');
    tell('2026-02-01');
    tell('2026-05-01', { way: 'letter', result: 'reached' });
    const now = on(ctx, '2026-08-01');
    const [out, other] = [file('.csv'), file('.csv')];
    await dun(now, { ...request, stage: 'legal', out });
    expect(readFileSync(out, 'utf8')).toContain('3-1-101,张伟');
    await expect(
      dun(now, { ...request, stage: 'legal', out: other, record: true }),
    ).rejects.toThrow('director_decides');
    expect(existsSync(other)).toBe(false);
  });

  it('that was not to be booked is not, whoever approved: that is said', async () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const now = on(ctx, '2026-01-26');
    await dun(now, { ...request, approvedBy: '赵刚' });
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('--record')]);
    expect(listContacts(now, {})).toEqual([]);
  });

  it('of another day cannot be booked', async () => {
    const now = on(ctx, '2026-01-27');
    await expect(dun(now, { ...request, asOf: '2026-01-26', record: true })).rejects.toThrow(
      'record_of_other_day',
    );
  });
});

describe('booking', () => {
  it('writes a row for each and one line in the journal', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-102', '2026-01-25');
    const before = journal().length;
    expect(record('2026-01-26')).toBe(2);
    expect(journal()).toHaveLength(before + 1);
    expect(JSON.parse(journal().at(-1)?.changes ?? '')).toEqual({
      ...{ notice: 2, amountFen: 20_000, last: 'N260126-002' },
    });
    const contacts = listContacts(on(ctx, '2026-01-26'), {});
    // Nobody's telephone is known of the second, so that message proves nothing.
    expect(contacts.map(({ no, effectiveOn }) => [no, effectiveOn])).toEqual([
      ['N260126-001', '2026-01-26'],
      ['N260126-002', null],
    ]);
    expect(ctx.warnings).toHaveLength(1);
    expect(record('2026-01-26')).toBe(0);
    expect(journal()).toHaveLength(before + 1);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('by WeChat needs no telephone', () => {
    charge(ctx, '3-1-102', '2026-01-25');
    record('2026-01-26', {}, { way: 'wechat' });
    const [made] = listContacts(on(ctx, '2026-01-26'), {});
    expect(made).toMatchObject({ way: 'wechat', effectiveOn: '2026-01-26' });
  });
});
