import { expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

/** A desk in December that has recorded these lines, as of their own times. */
async function deskWith(lines: readonly string[]): Promise<FrontDesk> {
  const desk = await frontDesk();
  desk.now = '2026-12-05T01:30:00Z';
  for (const line of ['unit add 3-2-1501 --area 100 --at "2026-08-01 09:00"', ...lines]) {
    const said = await desk.say(line);
    expect(said.code, line + said.err).toBe(0);
  }
  return desk;
}

const NO = 'T260910-001';
const REPORTED = [
  'ticket open --unit 3-2-1501 --item 门锁松动 --at "2026-09-10 09:00"',
  `ticket finish ${NO} --work 紧固 --at "2026-09-10 10:00"`,
];
const slip = (satisfied: 'yes' | 'no', at: string) =>
  `ticket close ${NO} --signed-by 张伟 --satisfied ${satisfied} --at "${at}"`;
const again = (at: string) => `ticket finish ${NO} --work 换锁 --at "${at}"`;
const reopened = `ticket reopen ${NO} --reason 又松了 --at "2026-10-01 00:00"`;

const FIGURES = ['opened', 'carried', 'returned', 'finished', 'cancelled', 'open'] as const;

/** What `--explain` lists of each figure, and the two rates as `1/1`. */
async function told(desk: FrontDesk, month: string): Promise<string> {
  const explain = async (name: string) =>
    (await desk.say(`report monthly --month ${month} --explain tickets.${name} --json`)).json;
  const counts = await Promise.all(FIGURES.map(async (it) => (await explain(it)).records.length));
  const rates = await Promise.all(
    ['qualified', 'repeat'].map(async (it) => (await explain(it)).rate),
  );
  return [
    ...counts,
    ...rates.map(({ numerator, denominator }) => `${numerator}/${denominator}`),
  ].join(' ');
}

it.each<[string, string[], Record<string, string>]>([
  [
    'settled at once',
    [...REPORTED, slip('yes', '2026-09-10 11:00')],
    { '2026-09': '1 0 0 1 0 0 1/1 0/1', '2026-10': '0 0 0 0 0 0 0/0 0/0' },
  ],
  [
    'a slip refused is no repeat repair, and not right the first time',
    [...REPORTED, slip('no', '2026-09-10 11:00'), again('2026-09-10 12:00')],
    { '2026-09': '1 0 0 1 0 0 0/1 0/1' },
  ],
  [
    'refused in the next month',
    [...REPORTED, slip('no', '2026-10-01 00:00'), again('2026-10-02 10:00')],
    { '2026-09': '1 0 0 1 0 0 1/1 0/1', '2026-10': '0 0 1 1 0 0 0/1 0/1' },
  ],
  [
    'back in the first second of the next month, and finished in the one after',
    [...REPORTED, slip('yes', '2026-09-30 23:59'), reopened, again('2026-11-02 10:00')],
    {
      '2026-08': '0 0 0 0 0 0 0/0 0/0',
      '2026-09': '1 0 0 1 0 0 1/1 0/1',
      '2026-10': '0 0 1 0 0 1 0/0 0/0',
      '2026-11': '0 1 0 1 0 0 0/1 1/1',
      '2026-12': '0 0 0 0 0 0 0/0 0/0',
    },
  ],
  [
    'back after a callback, and cancelled',
    [
      ...REPORTED,
      `ticket callback ${NO} --result dissatisfied --at "2026-10-01 09:00"`,
      `ticket cancel ${NO} --reason 业主自修 --at "2026-10-03 09:00"`,
    ],
    { '2026-09': '1 0 0 1 0 0 1/1 0/1', '2026-10': '0 0 1 0 1 0 0/0 0/0' },
  ],
  [
    'back and finished within its month',
    [
      ...REPORTED,
      `ticket reopen ${NO} --reason 又松了 --at "2026-09-11 09:00"`,
      again('2026-09-12 09:00'),
    ],
    { '2026-09': '1 0 0 1 0 0 0/1 1/1', '2026-10': '0 0 0 0 0 0 0/0 0/0' },
  ],
])('%s', async (_, lines, months) => {
  const desk = await deskWith(lines);
  const found = Object.keys(months).map(async (month) => [month, await told(desk, month)] as const);
  expect(Object.fromEntries(await Promise.all(found))).toEqual(months);
});

it('of a quarter: what stood at its end', async () => {
  const desk = await deskWith([...REPORTED, reopened, again('2026-10-02 10:00')]);
  const of = async (quarter: string) =>
    (await desk.say(`report quarterly --quarter ${quarter} --json`)).json.tickets;
  expect(await of('2026Q3')).toMatchObject({ opened: 1, finished: 1, open: 0 });
  expect(await of('2026Q4')).toMatchObject({ opened: 0, carried: 0, finished: 1, open: 0 });
  const year = (await desk.say('report annual --year 2026 --json')).json.tickets;
  expect(year).toMatchObject({ opened: 1, finished: 1, open: 0 });
});

it('one from an old list was done when the list says so, whatever comes of it later', async () => {
  const desk = await deskWith([]);
  const list = desk.file(
    'old.csv',
    '报修时间,房号,报修内容,完工时间,状态\n2026-09-10,3-2-1501,漏水,2026-09-30,已完成\n',
  );
  expect(await desk.say(`import tickets ${list}`)).toMatchObject({ code: 0 });
  expect(await told(desk, '2026-09')).toBe('1 0 0 1 0 0 1/1 0/1');
  await desk.say(`ticket reopen ${NO} --reason 又漏了 --at "2026-11-20 09:00"`);
  expect(await told(desk, '2026-09')).toBe('1 0 0 1 0 0 1/1 0/1');
  expect(await told(desk, '2026-10')).toBe('0 0 0 0 0 0 0/0 0/0');
  expect(await told(desk, '2026-11')).toBe('0 0 1 0 0 1 0/0 0/0');
});
