import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

/** One field of each type; a book nobody foresaw. */
const BOOKS = `
lending:
  prefix: LEN
  name: { zh: 雨具借用, en: umbrellas }
  verbs:
    lend: { does: open, about: { zh: 借出雨具, en: lend an umbrella } }
    note: { does: step, about: { zh: 记录, en: write a note } }
    back: { does: close, about: { zh: 收回雨具, en: take it back } }
  fields:
    what: { type: text, label: { zh: 物品, en: thing }, required: yes, personal: no, positional: yes }
    to: { type: text, label: { zh: 借用人, en: borrower } }
    unit: { type: unit, label: { zh: 房号, en: unit } }
    kind:
      type: choice
      label: { zh: 种类, en: kind }
      usual: small
      choices: { small: { zh: 小件, en: small }, big: { zh: 大件, en: big } }
    marks:
      type: choices
      label: { zh: 标记, en: marks }
      list: no
      choices: { wet: { zh: 潮湿, en: wet }, old: { zh: 旧的, en: old } }
    day: { type: day, label: { zh: 日期, en: day } }
    until: { type: moment, label: { zh: 约定归还, en: until } }
    pieces: { type: whole, label: { zh: 件数, en: pieces }, least: 1, most: 99 }
    weight: { type: decimal, label: { zh: 重量, en: weight } }
    worth: { type: money, label: { zh: 价值, en: worth } }
    helper: { type: staff, label: { zh: 帮手, en: helper } }
    guest: { type: resident, label: { zh: 住户, en: resident } }
    phone: { type: phone, label: { zh: 电话, en: phone } }
    identity: { type: identity, label: { zh: 证件号, en: identity number } }
    plate: { type: plate, label: { zh: 车牌, en: plate } }
    paid: { type: yesno, label: { zh: 已付押金, en: deposit paid } }
    about: { type: record, label: { zh: 相关单据, en: about } }
    things: { type: lines, label: { zh: 清单, en: things } }
    sheet:
      type: sheet
      label: { zh: 检查, en: check }
      items: { rim: { zh: 伞骨, en: rim }, cloth: { label: { zh: 伞面, en: cloth }, most: 5 } }
    photo: { type: file, label: { zh: 照片, en: photo } }
    remark: { type: long, at: note, label: { zh: 说明, en: remark } }
    condition: { type: text, at: back, label: { zh: 归还情况, en: condition } }
  title: [what, to]
  deadlines:
    back: { words: { zh: 收回雨具, en: get it back }, at: until, within: 1d }
memo:
  prefix: MEM
  name: { zh: 便签, en: memos }
  verbs: { add: { does: open, about: { zh: 写便签, en: write a memo } } }
  fields:
    text: { type: text, label: { zh: 内容, en: text }, required: yes }
    of: { type: record, label: { zh: 关于, en: about } }
  title: [text]
`;

const IDENTITY = '11010519491231002X';

let desk: FrontDesk;
const say = async (line: string) => {
  const said = await desk.say(line);
  expect(said.code, said.out + said.err).toBe(0);
  return said;
};

beforeAll(async () => {
  desk = await frontDesk();
  writeFileSync(path.join(desk.home, 'books.yaml'), BOOKS);
  const photo = desk.file('photo.jpg', 'not really a picture');
  await say('unit add 3-2-1501 --area 89.53');
  await say('resident add --unit 3-2-1501 --name 紫藤萝 --role owner');
  await say('ticket open --unit 3-2-1501 --item 厨房漏水');
  await say(
    `lending lend 长柄雨伞 --to 赵敏 --unit 3-2-1501 --kind big --marks wet,old --day 2026-11-20
     --until "2026-11-22 18:00" --pieces 3 --weight 1.5 --worth 35.5 --helper 王芳 --guest 1
     --phone 13812345678 --identity ${IDENTITY} --plate 鲁A12345 --paid yes --about T261122-001
     --things 伞×2，伞套 --sheet cloth=4 --photo ${photo}`.replace(/\n\s*/g, ' '),
  );
  await say('memo add --text 客人说明天还 --of LEN261122-001');
  await say('lending note 001 --remark "伞面 有 水渍"');
  desk.now = '2026-11-22T02:00:00Z';
  await say(
    'lending lend 折叠伞 --to 钱七 --day 2026-12-01 --pieces 12 --until "2026-11-30 10:00"',
  );
  await say('lending back 002 --condition 完好');
  desk.now = '2026-11-24T01:30:00Z';
  await say('lending lend 雨衣 --paid no --worth 100');
});

const listed = async (filters: string): Promise<string[]> =>
  (await say(`lending list ${filters} --json`)).json.map(({ no }: { no: string }) => no.slice(3));

const [FIRST, SECOND, THIRD] = ['261122-001', '261122-002', '261124-001'];

describe('a list', () => {
  it.each([
    ['of all, the newest first', '', [THIRD, SECOND, FIRST]],
    ['of the open ones', '--open', [THIRD, FIRST]],
    ['of a state', '--state closed', [SECOND]],
    ['of what is overdue', '--overdue', [FIRST]],
    ['from a day on', '--since 2026-11-23', [THIRD]],
    ['up to a day', '--through 2026-11-22', [SECOND, FIRST]],
    ['of the newest', '--most 1', [THIRD]],
    ['the newest of those that hold it', '--find 伞 --most 1', [SECOND]],
    ['by words in any field', '--find "伞套 赵敏"', [FIRST]],
    ['by the word of a choice, in Chinese', '--find 潮湿', [FIRST]],
    ['and in English', '--find BIG', [FIRST]],
    ['by the name of staff', '--find 王芳', [FIRST]],
    ['by the name of a resident', '--find 藤萝', [FIRST]],
    ['by one sign', '--find 衣', [THIRD]],
    ['by a part of a text', '--what 折叠', [SECOND]],
    ['in another width', '--plate 鲁Ａ１２３４５', [FIRST]],
    ['by words in another order', '--remark "水渍 伞面"', [FIRST]],
    ['by a unit as people write it', '--unit 3栋2单元1501', [FIRST]],
    ['by a choice', '--kind 大件', [FIRST]],
    ['by one of two', '--kind big,small', [THIRD, SECOND, FIRST]],
    ['by one of several', '--marks old', [FIRST]],
    ['by a day', '--day 2026-11-20', [FIRST]],
    ['by days', '--day 2026-11-01..2026-11-30', [FIRST]],
    ['by days from one on', '--day 2026-11-21..', [SECOND]],
    ['by a week', '--day 2026-W47', [FIRST]],
    ['by weeks', '--day 2026-W47..2026-W49', [SECOND, FIRST]],
    ['by a month', '--day 2026-12', [SECOND]],
    ['by a quarter', '--day 2026Q4', [SECOND, FIRST]],
    ['by a year', '--day 2027', []],
    ['by a moment', '--until "2026-11-22 18:00"', [FIRST]],
    ['by the day of a moment', '--until 2026-11-30', [SECOND]],
    ['by the week of a moment', '--until 2026-W48', []],
    ['by the last day of the week of a moment', '--until 2026-W47', [FIRST]],
    ['by the quarter of a moment', '--until 2026年四季度', [SECOND, FIRST]],
    ['by moments', '--until "2026-11-22 17:59..2026-11-30 10:00"', [SECOND, FIRST]],
    ['up to a moment', '--until "..2026-11-22 17:59"', []],
    ['by a number', '--pieces 12', [SECOND]],
    ['by numbers', '--pieces 3..12', [SECOND, FIRST]],
    ['just outside', '--pieces 4..11', []],
    ['by a decimal', '--weight 1.5', [FIRST]],
    ['by an amount', '--worth 35.50', [FIRST]],
    ['by amounts', '--worth ..100', [THIRD, FIRST]],
    ['by staff', '--helper 王芳', [FIRST]],
    ['by a resident', '--guest 1', [FIRST]],
    ['by the end of a phone', '--phone 5678', [FIRST]],
    ['by a phone with spaces', '--phone "138 1234 5678"', [FIRST]],
    ['by part of an identity number', '--identity 1002x', [FIRST]],
    ['by yes', '--paid yes', [FIRST]],
    ['by no, which is not nothing', '--paid no', [THIRD]],
    ['by a record', '--about t261122-001', [FIRST]],
    ['by a thing', '--things 伞套', [FIRST]],
    ['by points', '--sheet 5', [FIRST]],
    ['by fewer points', '--sheet ..4', []],
    ['by the name of a file', '--photo photo.jpg', [FIRST]],
    ['by two fields', '--kind small --paid no', [THIRD]],
    ['by two that do not meet', '--kind big --paid no', []],
  ])('%s', async (_, filters, expected) => {
    expect(await listed(filters)).toEqual(expected);
  });

  it.each([
    ['a range that runs backwards', '--pieces 5..3', 'bad_range'],
    ['a range of nothing', '--pieces ..', 'bad_range'],
    ['a month that no year has', '--day 2026-13', 'bad_days'],
    ['a week that the year has not', '--until 2025-W53', 'bad_moment'],
    ['three ends', '--day 2026-11-01..2026-11-02..2026-11-03', 'bad_range'],
    ['an unknown choice', '--kind huge', 'unknown_choice'],
    ['nobody of the staff', '--helper 无名', 'unknown_staff'],
    ['punctuation', '--find ……', 'nothing_to_find'],
  ])('refuses %s', async (_, filters, code) => {
    expect((await desk.say(`lending list ${filters} --json`)).error).toMatchObject({ code });
  });

  it('tells a person how many there are behind the newest', async () => {
    const { out } = await desk.say('lending list --most 2', { columns: 100 });
    expect(out).toContain('只显示最新 2 条，还有 1 条。全部：--most 3');
    const { out: found } = await desk.say('lending list --find 伞 --most 1', { columns: 100 });
    expect(found).toContain('还有 1 条');
    expect((await desk.say('lending list --most 2')).out).not.toContain('还有');
  });
});

describe('what is shown', () => {
  const said = (line: string, lang: string, columns: number) =>
    desk.say(line, { env: { WY_LANG: lang }, columns });

  it.each([60, 80, 120])('is a table at %i columns', async (columns) => {
    for (const lang of ['zh', 'en']) {
      const { out } = await said('lending list', lang, columns);
      await expect(out).toMatchFileSnapshot(`golden/list-${columns}.${lang}.txt`);
    }
  });

  it.each([60, 100])('is a card at %i columns', async (columns) => {
    for (const lang of ['zh', 'en']) {
      const { out } = await said('lending show LEN261122-001', lang, columns);
      await expect(out).toMatchFileSnapshot(`golden/show-${columns}.${lang}.txt`);
    }
  });

  it('is for programs what the contract says, phones and identity numbers masked', async () => {
    const { json } = await say('lending show LEN261122-001 --json');
    expect(json).toMatchObject({
      ...{ no: 'LEN261122-001', book: 'lending', state: 'open', title: '长柄雨伞 赵敏' },
      fields: {
        ...{ what: '长柄雨伞', unit: '3-2-1501', kind: 'big', marks: ['wet', 'old'] },
        ...{ day: '2026-11-20', until: '2026-11-22T18:00:00+08:00', pieces: 3, weight: '1.5' },
        ...{ worth: '35.50', helper: '王芳', guest: { id: 1, name: '紫藤萝' }, paid: true },
        ...{ phone: '138****5678', identity: '**************002X', plate: '鲁A12345' },
        ...{ about: 'T261122-001', sheet: { rim: 1, cloth: 4 }, condition: null },
        things: [
          { what: '伞', count: 2 },
          { what: '伞套', count: 1 },
        ],
        photo: { name: 'photo.jpg', bytes: 20 },
      },
      ...{ at: '2026-11-22T09:30:00+08:00', by: '王芳', closedAt: null, cancelledAt: null },
      deadlines: [{ kind: 'books.lending.back', state: 'overdue' }],
      links: [
        { no: 'T261122-001', unit: '3-2-1501', title: '厨房漏水' },
        { no: 'MEM261122-001', unit: null, title: '客人说明天还' },
      ],
      charges: [],
      files: [{ field: 'photo', condition: 'whole' }],
    });
    expect(JSON.stringify(json)).not.toMatch(/13812345678|11010519491231/);
    const { json: revealed } = await say('lending show LEN261122-001 --json --reveal');
    expect(revealed.fields).toMatchObject({ phone: '13812345678', identity: IDENTITY });
  });

  it('says when the file of an attachment was changed or is gone', async () => {
    const { json } = await say('lending show LEN261122-001 --json');
    const file = json.files[0].path;
    writeFileSync(file, 'something else');
    expect((await say('lending show LEN261122-001')).out).toContain('文件被改过');
    writeFileSync(file, 'not really a picture');
    expect((await say('lending show LEN261122-001')).out).toContain('完好');
  });

  it('names the entries that name it', async () => {
    const { json } = await say('lending show LEN261122-001 --json');
    expect(json.links.map(({ no }: { no: string }) => no)).toEqual([
      'T261122-001',
      'MEM261122-001',
    ]);
  });
});
