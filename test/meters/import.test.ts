import { beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  for (const code of ['3-2-1501', '3-2-1502']) await desk.say(`unit add ${code} --area 89.53`);
});

const HEAD = '楼,单元,房,表,上期度数,上期时间,本期度数,本期时间';

const bring = (rows: readonly string[], options = '', head = HEAD) =>
  desk.say(
    `import readings ${desk.file('抄表.csv', [head, ...rows].join('\n'))} ${options} --json`,
  );

const chain = async () =>
  (await desk.say('meter list --json')).json.map(
    (it: Record<string, unknown>) =>
      `${it.unit} ${it.meter} ${it.readOn} ${it.reading} ${it.usage}`,
  );

const read = (on: string, reading: number) =>
  desk.say(`meter read --unit 3-2-1501 --meter water --reading ${reading} --on ${on}`);

describe('a list of readings', () => {
  it('the reading before becomes the base where none is known; again changes nothing', async () => {
    const rows = [
      '3栋,2单元,1501,水表,100,2026-10-31,112.5,2026-11-20',
      '3,2,1502,电,7,2026/10/31,9,2026年11月20日',
    ];
    const first = await bring(rows);
    expect([first.code, first.json.added, first.json.stored]).toEqual([0, 2, true]);
    const stored = [
      '3-2-1501 water 2026-10-31 100 null',
      '3-2-1501 water 2026-11-20 112.5 12.5',
      '3-2-1502 electricity 2026-10-31 7 null',
      '3-2-1502 electricity 2026-11-20 9 2',
    ];
    expect(await chain()).toEqual(stored);
    const again = await bring(rows);
    expect([again.json.added, again.json.unchanged]).toEqual([0, 2]);
    expect(await chain()).toEqual(stored);
    expect((await desk.say('doctor')).code).toBe(0);
  });

  it('without a column for the meter or the day, both are said once for all', async () => {
    const said = await bring(['3-2-1501,20'], '--meter water --on 2026-11-20', '房号,读数');
    expect(said.code).toBe(0);
    expect(await chain()).toEqual(['3-2-1501 water 2026-11-20 20 null']);
  });

  it('months may stand in any order', async () => {
    const said = await bring(['3,2,1501,水,,,20,2026-11-20', '3,2,1501,水,,,10,2026-10-20']);
    expect(said.code).toBe(0);
    expect(await chain()).toEqual([
      '3-2-1501 water 2026-10-20 10 null',
      '3-2-1501 water 2026-11-20 20 10',
    ]);
  });

  it.each([
    ['an unknown unit', '3,2,1599,水,,,20,2026-11-20', '房'],
    ['an unknown meter', '3,2,1501,油,,,20,2026-11-20', '表'],
    ['no reading', '3,2,1501,水,100,2026-11-01,,2026-11-20', '本期度数'],
    ['tomorrow', '3,2,1501,水,,,120,2026-11-23', '本期时间'],
    ['one that fell', '3,2,1501,水,,,99.999,2026-11-20', '本期度数'],
    ['one above the next', '3,2,1501,水,,,101,2026-10-20', '本期度数'],
    ['another of a known day', '3,2,1501,水,,,101,2026-11-01', '本期度数'],
    ['another one before, of a known day', '3,2,1501,水,98,2026-11-01,120,2026-11-20', '上期度数'],
    ['another one before, without a day', '3,2,1501,水,98,,120,2026-11-20', '上期度数'],
    ['one before that does not fit', '3,2,1501,水,98,2026-11-10,120,2026-11-20', '上期度数'],
    ['one before of the same day', '3,2,1501,水,100,2026-11-20,120,2026-11-20', '上期时间'],
    ['one before nobody knows, without a day', '3,2,1502,水,98,,120,2026-11-20', '上期时间'],
  ])('%s is a fault of its row, and nothing is stored', async (_, row, column) => {
    await read('2026-11-01', 100);
    const said = await bring([row, '3,2,1502,电,,,5,2026-11-20']);
    expect(said.code).toBe(2);
    expect(said.json.stored).toBe(false);
    const { faults } = said.json;
    expect(faults).toHaveLength(1);
    expect(faults[0].column).toBe(column);
    expect(await chain()).toEqual(['3-2-1501 water 2026-11-01 100 null']);
  });

  it('two rows of a day that disagree', async () => {
    const said = await bring(['3,2,1501,水,,,20,2026-11-20', '3,2,1501,水,,,21,2026-11-20']);
    expect(said.json.faults).toMatchObject([{ line: 3, column: '本期度数' }]);
    const same = await bring(['3,2,1501,水,,,20,2026-11-20', '3,2,1501,水,,,20,2026-11-20']);
    expect([same.code, same.json.added, same.json.unchanged]).toEqual([0, 1, 1]);
  });

  it('a row that cannot be taken leaves nothing of itself behind', async () => {
    await read('2026-11-10', 50);
    const rows = [
      '3,2,1501,水,40,2026-11-01,45,2026-11-20',
      '3,2,1502,水,1,2026-11-01,2,2026-11-20',
    ];
    const rejects = desk.file('keep.txt', '').replace('keep.txt', 'rejects.csv');
    const said = await bring(rows, `--rejects ${rejects}`);
    expect([said.json.added, said.json.rejected]).toEqual([1, 1]);
    expect(await chain()).toEqual([
      '3-2-1501 water 2026-11-10 50 null',
      '3-2-1502 water 2026-11-01 1 null',
      '3-2-1502 water 2026-11-20 2 1',
    ]);
  });

  it('unusual usage is pointed out once for all', async () => {
    const rows = ['3,2,1501,水,0,2026-09-20,10,2026-10-20', '3,2,1501,水,,,90,2026-11-19'];
    expect((await bring(rows)).err).toContain('1 个读数用量异常');
  });
});
