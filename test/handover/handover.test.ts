import { beforeEach, describe, expect, it } from 'vitest';
import type { FrontDesk } from '../support/session.ts';
import { frontDesk } from '../support/session.ts';

// The shifts as shipped: early 07:00–15:00, late 15:00–23:00, night 23:00–07:00. 2026-11-22 is a Sunday.
const MORNING = '2026-11-22 14:50';

let desk: FrontDesk;

/** Types a line that must be understood; gives its JSON. */
const done = async (line: string) => {
  const said = await desk.say(`${line} --json`);
  if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  return said.json;
};
const refusal = async (line: string) => (await desk.say(`${line} --json`)).error?.code;

beforeEach(async () => {
  desk = await frontDesk();
  await done('staff add 李强 --role clerk');
  await done('staff add 张敏 --role clerk');
});

/** The kinds and subjects of what is handed over, without the day's rounds and rhythms. */
const toldOf = (record: { items: { kind: string; subject: string | null; text: string }[] }) =>
  record.items
    .filter(({ kind, subject }) => kind !== 'promise' || subject !== null)
    .map(({ kind, subject }) => [kind, subject]);

describe('what the next shift must know', () => {
  it('is drawn up from the ledger: keys out, parcels waiting, repairs, complaints, notes', async () => {
    await done('unit add 3-2-1501 --area 98');
    const key = await done('key lend --key 泵房 --to 周工');
    const parcel = await done('parcel receive --unit 3-2-1501 --recipient 李芳');
    const repair = await done('ticket open --unit 3-2-1501 --item 漏水');
    const complaint = await done(
      'complaint log --unit 3-2-1501 --text 楼上太吵 --grade minor --channel phone --nature valid --against security',
    );
    await done('handover note 22点恢复供水');
    expect(toldOf(await done('handover'))).toEqual([
      ['note', null],
      ['repair', repair.no],
      ['complaint', complaint.no],
      ['key', key.no],
      ['parcel', parcel.no],
    ]);
  });

  it('no longer tells of what was settled', async () => {
    const key = await done('key lend --key 泵房 --to 周工');
    await done(`key return ${key.no}`);
    expect(toldOf(await done('handover'))).toEqual([]);
  });

  it('says the till and the book of a thing lent that nobody foresaw', async () => {
    desk.file(
      'home/books.yaml',
      `umbrella:
  prefix: UM
  name: 借伞登记簿
  verbs: {lend: open, return: close}
  fields: {to: {type: text, label: 借用人, required: yes}}
  title: [to]
  handover: yes
`,
    );
    const lent = await done('umbrella lend --to 张伟');
    expect(toldOf(await done('handover'))).toEqual([['umbrella', lent.no]]);
  });

  it('is kept as it stood when both signed', async () => {
    const key = await done('key lend --key 泵房 --to 周工');
    const signed = await done(`handover sign --to 李强 --at "${MORNING}" --on-post 14:40`);
    await done(`key return ${key.no} --at "2026-11-22 16:00"`);
    const shown = await done(`handover show ${signed.no}`);
    expect(toldOf(shown)).toEqual([['key', key.no]]);
    expect(shown.items.find((item: { kind: string }) => item.kind === 'key').text).toContain(
      '泵房',
    );
  });
});

describe('a list', () => {
  it('tells of each handover what was told in it, in its order, the newest first', async () => {
    await done('unit add 3-2-1501 --area 98');
    const key = await done('key lend --key 泵房 --to 周工');
    await done(`handover sign --to 李强 --at "${MORNING}" --on-post 14:40`);
    const parcel = await done('parcel receive --unit 3-2-1501 --recipient 李芳');
    await done('handover sign --from 李强 --to 张敏 --at "2026-11-22 22:50" --on-post 22:40');
    const listed = await done('handover list');
    expect(listed.map(toldOf)).toEqual([
      [
        ['key', key.no],
        ['parcel', parcel.no],
      ],
      [['key', key.no]],
    ]);
    expect(listed.map(({ shift }: { shift: string }) => shift)).toEqual(['late', 'early']);
  });
});

describe('which shift is handed over', () => {
  it.each([
    ['the one that is on', '2026-11-22 14:50', 'early', '2026-11-22'],
    ['the one before, at its very end', '2026-11-22 15:00', 'early', '2026-11-22'],
    ['the one before, while the next is not half over', '2026-11-22 18:59', 'early', '2026-11-22'],
    ['the next one from its half on', '2026-11-22 19:00', 'late', '2026-11-22'],
    ['over midnight it is of the day it began', '2026-11-23 06:55', 'night', '2026-11-22'],
  ])('%s (%s)', async (_, at, shift, day) => {
    expect(await done(`handover --at "${at}"`)).toMatchObject({ shift, day, signed: false });
  });

  it('the present one once the one before was signed', async () => {
    await done('handover sign --to 李强 --at "2026-11-22 15:05"');
    expect(await done('handover --at "2026-11-22 15:10"')).toMatchObject({ shift: 'late' });
  });

  it('one that is named', async () => {
    const line = 'handover --shift 夜班 --day 2026-11-21 --at "2026-11-22 09:00"';
    expect(await done(line)).toMatchObject({ shift: 'night', day: '2026-11-21' });
    expect(await refusal('handover --shift early --day 2026-10-01')).toBe('unknown_shift');
    expect(await refusal('handover --shift noon')).toBe('unknown_shift');
  });

  it.each([
    ['the night that ends at seven', '夜', '2026-11-22 07:00', 'night', '2026-11-21'],
    ['the night, once it has begun anew', '夜', '2026-11-22 23:00', 'night', '2026-11-22'],
    ['the night, a second before that', '夜', '2026-11-22 22:59:59', 'night', '2026-11-21'],
    ['the one that is on', '早', '2026-11-22 07:00', 'early', '2026-11-22'],
    ['the late one of yesterday', '中', '2026-11-22 07:00', 'late', '2026-11-21'],
  ])('one that is named without its day is the last that has begun: %s', async (...row) => {
    const [, typed, at, shift, day] = row;
    expect(await done(`handover --shift ${typed} --at "${at}"`)).toMatchObject({ shift, day });
  });

  it('the night at seven is signed by its name', async () => {
    const signed = await done('handover sign --to 李强 --shift 夜 --at "2026-11-22 07:00"');
    expect(signed).toMatchObject({ shift: 'night', day: '2026-11-21', signed: true });
  });

  it.each([
    ['of a day long gone: when it could be', 'early', '2026-10-01'],
    ['of a day to come: what there is', 'early', '2026-11-30'],
  ])('says of one %s, in a line that works', async (_, shift, day) => {
    const { code, error } = await desk.say(`handover --shift ${shift} --day ${day} --json`);
    expect([code, error.code]).toEqual([1, 'unknown_shift']);
    const [options] = /--shift \S+ --day [^\s、]+( --at "[^"]+")?/.exec(error.hint ?? '') ?? [];
    expect(await done(`handover ${options}`)).toMatchObject({ signed: false });
  });
});

describe('both sign', () => {
  it('in the words of the contract', async () => {
    const signed = await done(`handover sign --to 李强 --on-post 14:40 --at "${MORNING}"`);
    expect(signed).toMatchObject({
      no: 'J261122-001',
      shift: 'early',
      from: '王芳',
      to: '李强',
      signed: true,
      beginsAt: '2026-11-22T15:00:00+08:00',
      onPostAt: '2026-11-22T14:40:00+08:00',
    });
  });

  it.each([
    ['again at once', 'handover sign --to 张敏', 'handover_too_early'],
    ['twice', 'handover sign --to 张敏 --shift early', 'handover_signed'],
    ['with themselves', 'handover sign --to 王芳 --shift late', 'same_person'],
    [
      'before the successor came',
      'handover sign --to 张敏 --on-post 23:30 --shift late',
      'on_post_later',
    ],
    ['with a stranger', 'handover sign --to 赵六 --shift late', 'unknown_staff'],
  ])('not %s', async (_, line, code) => {
    await done(`handover sign --to 李强 --on-post 14:40 --at "${MORNING}"`);
    expect(await refusal(`${line} --at "2026-11-22 15:10"`)).toBe(code);
  });

  it.each([
    ['14:40', '提前 20 分钟', false],
    ['14:41', '提前 19 分钟', true],
    ['15:00', '提前 0 分钟', true],
    ['15:07', '迟到 7 分钟', true],
  ])('on post at %s: %s (rule 151)', async (onPost, words, warned) => {
    const said = await desk.say(
      `handover sign --to 李强 --on-post ${onPost} --at "2026-11-22 15:10" --json`,
    );
    expect(said.json.onPost).toBe(words);
    expect(said.err.includes('没有提前')).toBe(warned);
  });

  it('takes the notes that waited with it, and no later one', async () => {
    await done('handover note 甲 --at "2026-11-22 09:00"');
    await done(`handover sign --to 李强 --at "${MORNING}"`);
    await done('handover note 乙 --at "2026-11-22 16:00"');
    const notes = (await done('handover --at "2026-11-22 20:00"')).items.filter(
      (item: { kind: string }) => item.kind === 'note',
    );
    expect(notes.map((note: { text: string }) => note.text)).toEqual([
      expect.stringContaining('乙'),
    ]);
  });

  it('takes the duty off the agenda of the day', async () => {
    const owes = async () =>
      (await done('today')).filter((duty: { kind: string }) => duty.kind === 'handover.sign')
        .length;
    expect(await owes()).toBe(1);
    await done('handover sign --to 李强');
    expect(await owes()).toBe(0);
  });

  it('brings the successor to the attendance', async () => {
    await done('roster plan --staff 李强 --shift late --on 2026-11-22');
    await done(`handover sign --to 李强 --on-post 14:40 --at "${MORNING}"`);
    const [row] = (await done('attendance list')).filter(
      (each: { staff: string }) => each.staff === '李强',
    );
    expect(row).toMatchObject({ came: 1 });
  });
});

describe('whoever hands over', () => {
  const leftAt = async (at: string) => {
    await done('roster plan --staff 王芳 --shift early --on 2026-11-22');
    await done('attendance come --at "2026-11-22 06:40"');
    await done(`handover sign --to 李强 --at "${at}"`);
    const [turn] = await done('attendance show 王芳');
    return turn.leftAt;
  };

  it.each([
    ['leaves with it, once the shift is over', '2026-11-22 15:25', '2026-11-22T15:25:00+08:00'],
    ['leaves with it at its very end', '2026-11-22 15:00', '2026-11-22T15:00:00+08:00'],
    ['stays until it ends, before that', '2026-11-22 14:59', null],
  ])('%s', async (_, at, left) => expect(await leftAt(at)).toBe(left));
});

describe('a successor who has not come', () => {
  it('is said so, and signs later under the same number', async () => {
    const said = await desk.say('handover await --at "2026-11-22 15:05" --json');
    expect(said.err).toContain('不得离岗');
    expect(said.json).toMatchObject({ no: 'J261122-001', to: null, signed: false });
    const signed = await done('handover sign --to 李强 --on-post 15:20 --at "2026-11-22 15:25"');
    expect(signed).toMatchObject({ no: 'J261122-001', signed: true, onPost: '迟到 20 分钟' });
    expect(signed.awaitedAt).toBe('2026-11-22T15:05:00+08:00');
  });
});

it('leaves a ledger that holds', async () => {
  await done('handover note 甲');
  await done('handover await');
  await done('handover sign --to 李强');
  expect((await desk.say('doctor')).code).toBe(0);
});
