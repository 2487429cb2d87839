import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const answers = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What each line came to: `2 ok`, `3 unknown_unit`. */
const outcomes = (out: string) =>
  answers(out).map(({ line, ok, error }) => `${line} ${ok ? 'ok' : (error?.code ?? 'result')}`);

async function batch(desk: FrontDesk, lines: readonly string[], options = '') {
  return desk.say(`batch - ${options}`, { input: lines.join('\n') });
}

const ADD_A = 'unit add 1-101 --area 80';
const ADD_B = 'unit add 1-102 --area 80';
const BAD = 'unit show 9-999';

const codes = async (desk: FrontDesk) =>
  (await desk.say('unit list --json')).json.map((unit: { code: string }) => unit.code);

describe('wy batch', () => {
  it.each([
    ['all go well', [ADD_A, ADD_B], '', ['1 ok', '2 ok'], 0, ['1-101', '1-102']],
    [
      'stops at the first failure',
      [ADD_A, BAD, ADD_B],
      '',
      ['1 ok', '2 unknown_unit'],
      1,
      ['1-101'],
    ],
    [
      '--keep-going goes on; the first failure gives the exit code',
      [BAD, 'unit', ADD_B],
      '--keep-going',
      ['1 unknown_unit', '2 missing_verb', '3 ok'],
      1,
      ['1-102'],
    ],
    [
      '--atomic undoes all',
      [ADD_A, BAD, ADD_B],
      '--atomic',
      ['1 rolled_back', '2 unknown_unit'],
      1,
      [],
    ],
    [
      '--atomic without a failure',
      [ADD_A, ADD_B],
      '--atomic',
      ['1 ok', '2 ok'],
      0,
      ['1-101', '1-102'],
    ],
    ['blank lines and comments answer nothing', ['', '  # x', ADD_A], '', ['3 ok'], 0, ['1-101']],
    ['nothing at all', [], '--atomic', [], 0, []],
    ['a leading wy', [`wy ${ADD_A}`], '', ['1 ok'], 0, ['1-101']],
    ['a quote left open', ['unit show "1-101'], '', ['1 unclosed_quote'], 2, []],
  ])('%s', async (_, lines, options, expected, code, units) => {
    const desk = await frontDesk();
    const said = await batch(desk, lines, options);
    expect(outcomes(said.out)).toEqual(expected);
    expect(said.code).toBe(code);
    expect(await codes(desk)).toEqual(units);
    expect((await desk.say('doctor')).code).toBe(0);
  });

  it.each([
    ['a batch in a batch', 'batch other.txt', 'not_in_batch'],
    ['the sample estate', 'demo', 'not_in_batch'],
    ['another home', 'unit list --home /tmp', 'home_in_batch'],
    ['another home, before the command', '--home=/tmp unit list', 'home_in_batch'],
    ['help', 'unit --help', 'not_in_batch'],
    ['the version', '--version', 'not_in_batch'],
    ['wy alone', 'wy', 'not_in_batch'],
  ])('refuses %s', async (_, line, code) => {
    const said = await batch(await frontDesk(), [line]);
    expect(outcomes(said.out)).toEqual([`1 ${code}`]);
    expect(said.code).toBe(1);
  });

  it.each(['init', 'backup', 'restore x'])('--atomic refuses %s', async (line) => {
    const said = await batch(await frontDesk(), [ADD_A, line], '--atomic');
    expect(outcomes(said.out)).toEqual(['1 rolled_back', '2 not_in_atomic']);
    expect(said.code).toBe(1);
  });

  it('--atomic refuses an import that would write a file of rejects', async () => {
    const desk = await frontDesk();
    const file = desk.file('units.csv', '房号,面积\n1-103,80\n');
    const line = `import units ${file} --rejects ${desk.file('rejects.csv', '')}`;
    const together = await batch(desk, [ADD_A, line], '--atomic');
    expect(outcomes(together.out)).toEqual(['1 rolled_back', '2 not_in_atomic']);
    expect(outcomes((await batch(desk, [ADD_A, line])).out)).toEqual(['1 ok', '2 ok']);
  });

  it('--atomic and --keep-going contradict each other', async () => {
    const said = await batch(await frontDesk(), [ADD_A], '--atomic --keep-going --json');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.error.code).toBe('atomic_keep_going');
  });

  it('each line has its own moment, operator and language', async () => {
    const desk = await frontDesk();
    await desk.say('staff add 李强 --role clerk');
    const said = await batch(desk, [
      'ticket open --place 大堂 --item 灯不亮 --at "昨天 10:00" --by 李强 --charge free',
      'ticket open --place 大堂 --item 灯不亮 --charge free',
      '--lang en unit show 9-999',
    ]);
    const [first, second, third] = answers(said.out);
    expect(first.result.openedAt).toBe('2026-11-21T10:00:00+08:00');
    expect(second.result.openedAt).toBe('2026-11-22T09:30:00+08:00');
    expect(third.error).toEqual({
      code: 'unknown_unit',
      message: 'There is no unit 9-999.',
      hint: 'Add it: wy unit add 9-999 --area 89.53',
    });
  });

  it('passes its own options on to the lines', async () => {
    const said = await batch(
      await frontDesk(),
      ['ticket open --place 大堂 --item 灯不亮 --charge free'],
      '--at 2026-11-20',
    );
    expect(answers(said.out)[0].result.no).toBe('T261120-001');
  });

  it('never asks, and answers in JSON on a terminal too', async () => {
    const desk = await frontDesk();
    const said = await desk.say('batch -', { input: 'ticket open', columns: 80 });
    expect(outcomes(said.out)).toEqual(['1 missing_fields']);
    expect(said).toMatchObject({ code: 2, err: '' });
  });

  it('says warnings on stderr, with the line they belong to', async () => {
    const said = await batch(await frontDesk(), ['# 明天', 'staff list --at 明天']);
    expect(said.err).toBe('第 2 行：注意：--at 指定的时间在将来。\n');
  });

  it('a line that is done although something is overdue is no failure', async () => {
    const desk = await frontDesk();
    await desk.say('ticket open --place 大堂 --item 灯不亮 --charge free --at 2026-11-01');
    const said = await batch(desk, ['today --exit-code', ADD_A], '--atomic');
    expect(outcomes(said.out)).toEqual(['1 ok', '2 ok']);
    expect(said.code).toBe(4);
  });

  it('a result that is a failure undoes an atomic batch', async () => {
    const desk = await frontDesk();
    const file = desk.file('units.csv', '房号,面积\n1-103,80\n1-104,大\n');
    const said = await batch(desk, [ADD_A, `import units ${file}`], '--atomic');
    expect(outcomes(said.out)).toEqual(['1 rolled_back', '2 result']);
    expect(said.code).toBe(2);
    expect(await codes(desk)).toEqual([]);
  });

  it('reads a file as Windows saves it', async () => {
    const desk = await frontDesk();
    const file = desk.file('a.txt', `\ufeff${ADD_A}\r\n# 注释\r\n${ADD_B}\r\n`);
    expect(outcomes((await desk.say(`batch ${file}`)).out)).toEqual(['1 ok', '3 ok']);
  });

  it('reads a GB18030 file', async () => {
    const desk = await frontDesk();
    // staff add 王二 --role clerk
    const name = Buffer.from([0xcd, 0xf5, 0xb6, 0xfe]);
    const line = Buffer.concat([Buffer.from('staff add '), name, Buffer.from(' --role clerk')]);
    const said = await desk.say(`batch ${desk.file('gb.txt', line)}`);
    expect(answers(said.out)[0].result.name).toBe('王二');
  });

  it.each([
    ['a file that is not there', 'batch nowhere.txt --json', 2, 'file_unreadable'],
    ['a folder', 'batch . --json', 2, 'file_unreadable'],
  ])('refuses %s', async (_, line, code, error) => {
    const said = await (await frontDesk()).say(line);
    expect(said.code).toBe(code);
    expect(said.error.code).toBe(error);
  });

  it.each(['--keep-going', '--atomic'])('our own bug stops everything, %s', async (option) => {
    const desk = await frontDesk();
    const ledger = new Ledger(`${desk.home}/ledger.db`);
    ledger.db.exec('DROP TABLE events');
    ledger.close();
    const said = await batch(desk, [ADD_A, 'ticket open --place 大堂 --item 灯', ADD_B], option);
    const first = option === '--atomic' ? '1 rolled_back' : '1 ok';
    expect(outcomes(said.out)).toEqual([first, '2 bug']);
    expect(said.code).toBe(70);
  });

  it('--atomic waits for nobody but says so when the ledger is busy', async () => {
    const desk = await frontDesk();
    const other = new Ledger(`${desk.home}/ledger.db`);
    other.db.exec('BEGIN IMMEDIATE');
    const said = await batch(desk, [ADD_A], '--atomic --json');
    other.close();
    expect(said).toMatchObject({ code: 3, out: '' });
    expect(said.error.code).toBe('ledger_busy');
  });
});
