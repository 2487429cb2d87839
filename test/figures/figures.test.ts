import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/books/model.ts';
import { noteBooks } from '../../src/books/versions.ts';
import { bookFigures, bookReport, booksReport } from '../../src/figures/figures.ts';
import { endOfDay, type Moment, parseMoment } from '../../src/lib/moment.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import { cadenceDuties, nextDueOf, turnsOf } from '../../src/rhythms/rhythms.ts';
import { at, booksOf, makeCtx, type TestCtx } from '../support/ledger.ts';
import { frontDesk } from '../support/session.ts';

const YAML = `
check:
  prefix: XX
  name: { zh: 检查, en: checks }
  verbs: { log: open, end: close }
  fields:
    place: { type: text, label: { zh: 地点, en: place }, required: yes }
    kind:
      type: choice
      label: { zh: 种类, en: kind }
      choices: { fire: { zh: 消防, en: fire }, lift: { zh: 电梯, en: lift } }
    seen:
      type: choices
      label: { zh: 所见, en: seen }
      choices: { dust: { zh: 灰, en: dust }, leak: { zh: 漏水, en: a leak } }
    due: { type: whole, label: { zh: 应收, en: due } }
    taken: { type: whole, label: { zh: 实收, en: taken } }
    hours: { type: decimal, label: { zh: 工时, en: hours } }
    fee: { type: money, label: { zh: 费用, en: fee } }
    sheet:
      type: sheet
      label: { zh: 评分, en: sheet }
      items: { a: { label: { zh: 甲, en: A }, most: 10 }, b: { label: { zh: 乙, en: B }, most: 5 } }
  rates:
    taken: { words: { zh: 收费率, en: taken of due }, numerator: taken, denominator: due }
    feeless: { words: { zh: 另一个, en: another }, numerator: fee, denominator: fee }
  cadence: { every: month, words: { zh: 检查, en: check }, role: supervisor }
`;

const books = booksOf(YAML);
const check = books.find(({ key }) => key === 'check')!;

const deskAt = async (text: string): Promise<TestCtx> => {
  const now = '2026-01-01T00:00:00Z';
  const ctx = await makeCtx({ now, books });
  noteBooks(ctx);
  return at(ctx, momentOf(ctx, text));
};

const momentOf = (ctx: TestCtx, text: string): Moment =>
  parseMoment(text, { now: ctx.now, zone: ctx.zone });

interface Line {
  at: string;
  closed?: string;
  cancelled?: string;
  values?: Values;
  book?: string;
}

let serial = 0;

/** Writes an entry as if it had been made and closed then; gives its number. */
function enter(ctx: TestCtx, { values = {}, ...line }: Line): string {
  serial += 1;
  const no = `XX261122-${String(serial).padStart(3, '0')}`;
  const when = (text: string | undefined) => (text ? momentOf(ctx, text) : null);
  ctx.ledger
    .prepare(
      `INSERT INTO entries (no, book, version, state, title, fields, entered_at, entered_by, closed_at,
         cancelled_at) VALUES (?, ?, 1, ?, '', ?, ?, 1, ?, ?)`,
    )
    .run(
      ...[no, line.book ?? 'check', line.cancelled ? 'cancelled' : line.closed ? 'closed' : 'open'],
      ...[JSON.stringify(values), when(line.at), when(line.closed), when(line.cancelled)],
    );
  return no;
}

const november = parsePeriod('2026-11', '2026-11-01');
const figures = (ctx: TestCtx) => bookFigures(ctx, check, november);

describe('the figures of a book', () => {
  it.each<[string, Line, object]>([
    ['made in the first minute', { at: '2026-11-01 00:00' }, { entries: 1, open: 1, carried: 0 }],
    ['made a minute before', { at: '2026-10-31 23:59' }, { entries: 0, open: 1, carried: 1 }],
    [
      'made in the last minute',
      { at: '2026-11-30 23:59', closed: '2026-11-30 23:59' },
      { entries: 1, closed: 1, open: 0 },
    ],
    ['made a minute after', { at: '2026-12-01 00:00' }, { entries: 0, open: 0, carried: 0 }],
    [
      'closed in the period, made before',
      { at: '2026-10-01', closed: '2026-11-01 00:00' },
      { entries: 0, carried: 1, closed: 1, open: 0 },
    ],
    [
      'closed before it',
      { at: '2026-10-01', closed: '2026-10-31 23:59' },
      { carried: 0, closed: 0, open: 0 },
    ],
    [
      'closed after it: open at its end',
      { at: '2026-11-20', closed: '2026-12-01 00:00' },
      { entries: 1, closed: 0, open: 1 },
    ],
    [
      'cancelled',
      { at: '2026-11-20', cancelled: '2026-11-21' },
      { entries: 0, cancelled: 1, open: 0, closed: 0 },
    ],
    [
      'cancelled after its end, it never was one',
      { at: '2026-11-20', cancelled: '2026-12-02' },
      { entries: 0, cancelled: 1, open: 0 },
    ],
  ])('%s', async (_, line, expected) => {
    const ctx = await deskAt('2026-12-10 09:00');
    enter(ctx, line);
    expect(figures(ctx)).toMatchObject(expected);
  });

  it('are as of now: what comes later is not known', async () => {
    const ctx = await deskAt('2026-11-15 09:00');
    enter(ctx, { at: '2026-11-10', closed: '2026-11-20' });
    enter(ctx, { at: '2026-11-12', cancelled: '2026-11-16' });
    enter(ctx, { at: '2026-11-15 09:01' });
    expect(figures(ctx)).toMatchObject({ entries: 2, closed: 0, open: 2, cancelled: 0 });
  });

  it('add up: what was carried and made, without what was closed, is open', async () => {
    const ctx = await deskAt('2026-12-10 09:00');
    enter(ctx, { at: '2026-10-10', closed: '2026-11-20' });
    enter(ctx, { at: '2026-10-11' });
    enter(ctx, { at: '2026-11-11', closed: '2026-11-12' });
    enter(ctx, { at: '2026-11-13' });
    enter(ctx, { at: '2026-10-14', cancelled: '2026-11-14' });
    expect(figures(ctx)).toMatchObject({ carried: 2, entries: 2, closed: 2, open: 2 });
  });

  it.each([
    ['kept in its last second', '2026-11-10', 'met', '2026-11-10T15:59:59Z', [1, 0, 0]],
    ['kept a second later', '2026-11-10', 'met', '2026-11-10T16:00:00Z', [0, 1, 0]],
    ['given up when it was broken', '2026-11-10', 'missed', '2026-11-12T00:00:00Z', [0, 1, 0]],
    ['waived', '2026-11-10', 'waived', '2026-11-09T00:00:00Z', [0, 0, 0]],
    ['still owed', '2026-11-10', null, null, [0, 0, 1]],
    ['not yet due', '2026-11-25', null, null, [0, 0, 0]],
    ['kept before it is due', '2026-11-25', 'met', '2026-11-10T00:00:00Z', [1, 0, 0]],
    ['kept after now', '2026-11-10', 'met', '2026-11-21T00:00:00Z', [0, 0, 1]],
    ['due before the period', '2026-10-31', null, null, [0, 0, 0]],
    ['due after it', '2026-12-01', 'met', '2026-11-10T00:00:00Z', [0, 0, 0]],
  ])('count a promise %s', async (_, dueOn, ending, endedAt, [met, late, overdue]) => {
    const ctx = await deskAt('2026-11-20 09:00');
    const no = enter(ctx, { at: '2026-10-10' });
    const owe = ctx.ledger.prepare(
      `INSERT INTO deadlines (subject, kind, role, since_at, due_at, clause, limit_text, ending,
         ended_at) VALUES (?, ?, 'clerk', '2026-10-10T00:00:00Z', ?, '', '1d', ?, ?)`,
    );
    owe.run(no, 'books.check.end', endOfDay(dueOn, ctx.zone), ending, endedAt);
    owe.run(no, 'books.checks.end', endOfDay(dueOn, ctx.zone), ending, endedAt);
    expect(figures(ctx).deadlines).toEqual({ met, late, overdue });
    const all = booksReport(ctx, november).books.find(({ book }) => book === 'check');
    expect(all?.deadlines).toEqual({ met, late, overdue });
  });

  it('count the turns that end in the period', async () => {
    const ctx = await deskAt('2026-11-20 09:00');
    enter(ctx, { at: '2026-02-10' });
    enter(ctx, { at: '2026-10-10', cancelled: '2026-10-11' });
    const year = parsePeriod('2026', '2026-11-20');
    expect(figures(ctx).turns).toEqual({ kept: 0, late: 0, missed: 0, open: 1 });
    expect(bookFigures(ctx, check, year).turns).toEqual({ kept: 1, late: 0, missed: 8, open: 1 });
    expect(turnsOf(ctx, check, '2026-10-01', '2026-10-31').map(({ state }) => state)).toEqual([
      'missed',
    ]);
    expect(bookFigures(ctx, books.find(({ key }) => key === 'key')!, year).turns).toBeNull();
  });
});

describe('the report of a book', () => {
  const filled = async () => {
    const ctx = await deskAt('2026-11-20 09:00');
    const made = (day: string, values: Values) =>
      enter(ctx, { at: `2026-11-${day} 10:00`, values });
    made('02', { kind: 'fire', seen: ['dust', 'leak'], due: 3, taken: 1, hours: 1500 });
    made('03', { kind: 'fire', seen: ['dust'], due: 4, taken: 4, fee: 1250 });
    made('04', { kind: 'gas', hours: 250, sheet: { a: 8, b: 5 } });
    made('05', { sheet: { a: 5, b: null } });
    enter(ctx, { at: '2026-11-06', cancelled: '2026-11-07', values: { kind: 'lift', due: 100 } });
    enter(ctx, { at: '2026-10-31 23:59', values: { kind: 'lift', due: 100 } });
    return bookReport(ctx, check, november);
  };

  it('counts by choice, those nobody chose and those that are gone, too', async () => {
    const { choices } = await filled();
    const counts = choices.map(({ field, choices: of }) => [
      field.key,
      Object.fromEntries(of.map(({ key, count }) => [key, count])),
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      kind: { fire: 2, lift: 0, gas: 1 },
      seen: { dust: 2, leak: 1 },
    });
  });

  it('sums what was written down', async () => {
    const { sums } = await filled();
    expect(sums.map(({ field, count, sum }) => [field.key, count, sum])).toEqual([
      ['due', 2, 7],
      ['taken', 2, 5],
      ['hours', 2, 1750],
      ['fee', 1, 1250],
    ]);
  });

  it('averages sheets over what applied', async () => {
    const { sheets } = await filled();
    // 8 and 5 of 15, 5 of 10.
    expect(sheets.map(({ count, rate }) => [count, rate])).toEqual([
      [2, { numerator: 18, denominator: 25, percent: '72.0' }],
    ]);
  });

  it('divides one sum by another, and nothing by nothing', async () => {
    const { rates } = await filled();
    expect(rates.map(({ key, rate }) => [key, rate])).toEqual([
      ['taken', { numerator: 5, denominator: 7, percent: '71.4' }],
      ['feeless', { numerator: 1250, denominator: 1250, percent: '100.0' }],
    ]);
    const empty = bookReport(await deskAt('2026-11-20 09:00'), check, november);
    expect(empty.rates[0]?.rate).toEqual({ numerator: 0, denominator: 0, percent: null });
    expect(empty.sheets[0]?.rate.percent).toBeNull();
  });

  it('lists the books that are on, and others with entries of the period', async () => {
    const ctx = await deskAt('2026-11-20 09:00');
    const off = {
      ...ctx,
      books: books.map((each) => ({ ...each, isEnabled: each.key === 'key' })),
    };
    const listed = () => booksReport(off, november).books.map(({ book }) => book);
    expect(listed()).toEqual(['key']);
    enter(ctx, { at: '2026-11-10' });
    expect(listed()).toEqual(['key', 'check']);
  });
});

describe('what the rhythms owe', () => {
  const rhythmic = (every: string, more = '') =>
    booksOf(`
check:
  prefix: XX
  name: 检查
  verbs: { log: open }
  fields: { place: { type: text, label: 地点, required: yes } }
  cadence: { every: ${every}, role: security${more} }
`).filter(({ key }) => key === 'check');

  const owed = async (every: string, now: string, more = '', entries: string[] = []) => {
    const ctx = await makeCtx({ now: '2026-01-05T00:00:00Z', books: rhythmic(every, more) });
    noteBooks(ctx);
    const then = at(ctx, momentOf(ctx, now));
    for (const entry of entries) enter(then, { at: entry });
    const duties = cadenceDuties(then, endOfDay(then.today, ctx.zone));
    return duties.map(({ title, dueAt }) => [title, dueAt]);
  };
  const ends = (day: string) => `${day}T15:59:59Z`;

  it.each([
    ['on the last day', 'month', '2026-11-30 09:00', '', [['2026-11', ends('2026-11-30')]]],
    ['not the day before', 'month', '2026-11-29 09:00', '', []],
    [
      'from its lead on',
      'month',
      '2026-11-20 00:00',
      ', lead: 10d',
      [['2026-11', ends('2026-11-30')]],
    ],
    ['not before it', 'month', '2026-11-19 23:59', ', lead: 10d', []],
    [
      'in the last days of a month',
      'month-end',
      '2026-02-23',
      '',
      [['2026-02', ends('2026-02-28')]],
    ],
    ['not before them', 'month-end', '2026-02-22 23:59', '', []],
    ['every day', 'day', '2026-02-22', '', [['2026-02-22', ends('2026-02-22')]]],
    [
      'overdue until the month ends',
      'last-workday',
      '2026-05-31',
      '',
      [['2026-05', ends('2026-05-29')]],
    ],
  ])('%s', async (_, every, now, more, expected) => {
    expect(await owed(every, now, more)).toEqual(expected);
  });

  it('nothing once an entry has kept it', async () => {
    expect(await owed('day', '2026-02-22 12:00', '', ['2026-02-22 00:00'])).toEqual([]);
    expect(await owed('day', '2026-02-22 12:00', '', ['2026-02-21 23:59'])).toHaveLength(1);
  });

  it('as the book writes it', async () => {
    const ctx = await makeCtx({ books: rhythmic('14d') });
    noteBooks(ctx);
    const [duty] = cadenceDuties(ctx, endOfDay('2026-12-31', ctx.zone));
    expect(duty).toMatchObject({
      subject: 'check',
      kind: 'books.check.next',
      clause: 'books.check.cadence',
      limit: '14d',
      role: 'security',
      title: '2026-12-06',
    });
    expect(nextDueOf(ctx)).toEqual(new Map([['check', '2026-12-06']]));
  });

  it('from now on where the ledger has not heard of the book', async () => {
    const ctx = await makeCtx({ books: rhythmic('month') });
    expect(cadenceDuties(ctx, endOfDay('2026-11-30', ctx.zone))).toHaveLength(1);
    expect(turnsOf(ctx, ctx.books[0]!, '2026-01-01', '2026-12-31')).toHaveLength(1);
    expect(cadenceDuties({ ...ctx, books: [] }, ctx.now)).toEqual([]);
  });

  it('nothing that was due before the book was kept', async () => {
    const ctx = await makeCtx({ now: '2026-05-30T01:00:00Z', books: rhythmic('last-workday') });
    noteBooks(ctx);
    expect(cadenceDuties(ctx, endOfDay('2026-05-31', ctx.zone))).toEqual([]);
  });

  it('with a warning where nobody has filled in the holidays', async () => {
    const ctx = await makeCtx({ now: '2028-05-30T01:00:00Z', books: rhythmic('last-workday') });
    expect(cadenceDuties(ctx, endOfDay('2028-05-31', ctx.zone))).toHaveLength(1);
    expect(ctx.warnings.map(({ en }) => en.slice(0, 20))).toEqual(['The holidays of 2028']);
  });
});

describe('wy book report', () => {
  it('says what was done, to people and to programs', async () => {
    const desk = await frontDesk();
    await desk.say('unit add 3-2-1501 --area 89.53');
    await desk.say('parcel receive --unit 3-2-1501');
    await desk.say('parcel receive --unit 3-2-1501 --kind letter --pieces 3');
    const one = await desk.say('book report parcel --json');
    expect(one.code).toBe(0);
    expect(one.json).toMatchObject({
      ...{ period: '2026-11', from: '2026-11-01', until: '2026-11-30' },
      ...{ book: 'parcel', entries: 2, closed: 0, open: 2, cancelled: 0, turns: null },
      charges: { count: 0, amount: '0.00' },
      sums: [{ field: 'pieces', sum: 4 }],
    });
    const kinds = one.json.choices[0].choices.map((it: { key: string; count: number }) => [
      it.key,
      it.count,
    ]);
    expect(kinds.slice(0, 2)).toEqual([
      ['parcel', 1],
      ['letter', 1],
    ]);
    const all = await desk.say('book report --period 2026Q4 --json');
    const parcel = all.json.books.find((it: { book: string }) => it.book === 'parcel');
    expect(parcel).toMatchObject({ entries: 2, open: 2 });
    expect((await desk.say('book report parcel --lang en')).out).toContain('By kind');
    const said = await desk.say('book report --lang en');
    expect(said.out).toMatch(/^parcel +mail and parcels +2 +2/m);
    expect(said.out).not.toMatch(/^key /m);
  });

  it.each([
    ['a book there is none of', 'book report umbrela', 1, 'unknown_book'],
    ['a month and a period', 'book report --month 2026-11 --period 2026', 2, 'two_periods'],
    ['what is no period', 'book report --period soon', 2, 'bad_period'],
  ])('refuses %s', async (_, line, code, error) => {
    const said = await (await frontDesk()).say(`${line} --json`);
    expect([said.code, said.error.code]).toEqual([code, error]);
  });
});
