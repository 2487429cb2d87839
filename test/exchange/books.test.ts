import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookColumns } from '../../src/exchange/book-columns.ts';
import { headingKey } from '../../src/lib/heading.ts';
import { outlineOf } from '../../src/papers/outline-rules.ts';
import { booksOf, makeCtx, shippedBooks } from '../support/ledger.ts';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';

let desk: FrontDesk;

async function newDesk(): Promise<FrontDesk> {
  const made = await frontDesk();
  await made.say('staff add 李强 --role security');
  for (const code of ['3-2-1501', '3-2-1502']) await made.say(`unit add ${code} --area 89.53`);
  await made.say('resident add --unit 3-2-1501 --name 张伟 --role owner');
  await made.say('resident add --unit 3-2-1502 --name 张伟 --role owner');
  return made;
}

beforeEach(async () => {
  desk = await newDesk();
});

function file(...lines: string[]): string {
  const name = temporaryPath('list.csv');
  writeFileSync(name, lines.join('\n'));
  return name;
}

const bring = async (book: string, name: string, options = '', at = desk) => {
  const { code, json } = await at.say(`${book} import ${name} ${options} --json`);
  return { code, ...json };
};

const counts = (it: Awaited<ReturnType<typeof bring>>) => [
  ...[it.code, it.added, it.unchanged, it.rejected],
];

const json = async (line: string, at = desk) => (await at.say(`${line} --json`)).json;

const faultsOf = (it: Awaited<ReturnType<typeof bring>>) =>
  // biome-ignore lint/suspicious/noExplicitAny: faults as they stand on stdout.
  it.faults.map((each: any) => [each.line, each.column, each.value, each.reason]);

async function unsoundness(at = desk) {
  const { out } = await at.say('doctor');
  return out.split('\n').filter((line) => line.startsWith('✗'));
}

const stateOf = (entry: { deadlines: { kind: string; state: string }[] }) =>
  entry.deadlines.map(({ kind, state }) => `${kind} ${state}`);

describe('a register as an office kept it', () => {
  const register = () =>
    file(
      '邮件快递登记簿（2024 年）,,,,,,,,',
      '编号,登记日期,房号,收件人,种类,件数,单号,领取人,领取时间,状态,登记人',
      '240105001,2024-01-05 09:12,3栋2单元1501,张伟,包裹,1,SF123,张伟,2024/1/5 18:00,,王芳',
      ',2024-01-06,3-2-1501,张伟,信件,1,,,,,赵六',
      ',2024-01-06,3-2-1501,张伟,信件,1,,,,,赵六',
      'B240107-003,2024年1月7日,3-2-1501,李娜,parcel,2件,,,,已作废,',
      'YT-77,45299,3-2-1501,李娜,包裹,2,,,,已领,',
      '合计,,,,,8,,,,,',
    );

  it('is taken with its numbers, states and times; twice adds nothing; the doctor is content', async () => {
    const list = register();
    expect(counts(await bring('parcel', list, '--dry-run'))).toEqual([0, 5, 0, 0]);
    expect(await json('parcel list')).toEqual([]);
    expect(counts(await bring('parcel', list))).toEqual([0, 5, 0, 0]);
    expect(
      // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
      (await json('parcel list')).map((it: any) => [it.no, it.state, it.at, it.closedAt]),
    ).toEqual([
      ...[['B240108-001', 'closed', '2024-01-08T00:00:00+08:00', '2024-01-08T00:00:00+08:00']],
      ...[['B240107-003', 'cancelled', '2024-01-07T00:00:00+08:00', null]],
      ...[['B240106-002', 'open', '2024-01-06T00:00:00+08:00', null]],
      ...[['B240106-001', 'open', '2024-01-06T00:00:00+08:00', null]],
      ...[['B240105-001', 'closed', '2024-01-05T09:12:00+08:00', '2024-01-05T18:00:00+08:00']],
    ]);
    const lines = (await json('history')).length;
    desk.now = '2026-12-24T01:30:00Z';
    expect(counts(await bring('parcel', list))).toEqual([0, 0, 5, 0]);
    expect((await json('history')).length).toBe(lines);
    expect(await unsoundness()).toEqual([]);
  });

  it('its entries are found by the numbers they had, and by what they hold', async () => {
    await bring('parcel', register());
    expect((await json('parcel show YT-77')).no).toBe('B240108-001');
    expect((await json('parcel show 240105001')).no).toBe('B240105-001');
    const numbers = (list: { no: string }[]) => list.map(({ no }) => no);
    expect(numbers(await json('parcel list --find SF123'))).toEqual(['B240105-001']);
    expect(numbers(await json('parcel list --kind letter --open'))).toHaveLength(2);
  });

  it('what is over owes nothing, what is open owes what it owes now', async () => {
    await bring('parcel', register());
    expect(stateOf(await json('parcel show B240105-001'))).toEqual([
      'books.parcel.tell waived',
      'books.parcel.collect met',
    ]);
    expect(stateOf(await json('parcel show B240106-001'))).toEqual([
      'books.parcel.tell overdue',
      'books.parcel.collect overdue',
    ]);
    const late = file(
      '编号,时间,房号,种类,了结时间',
      '240201001,2024-02-01,3-2-1501,包裹,2024-02-20',
    );
    await bring('parcel', late);
    expect(stateOf(await json('parcel show B240201-001'))[1]).toBe('books.parcel.collect late');
    await desk.say('parcel collect B240106-001 --collected-by 张伟');
    expect((await json('parcel show B240106-001')).state).toBe('closed');
  });

  it('who made an entry is named where the staff knows them, else in its timeline', async () => {
    const list = register();
    const said = await desk.say(`parcel import ${list}`);
    expect(said.err).toContain('第 4、5 行');
    const { by, timeline } = await json('parcel show B240106-001');
    expect(by).toBe('王芳');
    expect(timeline.at(-1)).toMatchObject({ kind: 'imported', detail: { by: '赵六' } });
  });

  it('a list that says nothing of the end is open, and that is said', async () => {
    const list = file('时间,房号,种类', '2024-02-01,3-2-1501,包裹');
    const said = await desk.say(`parcel import ${list}`);
    expect([said.code, said.err]).toEqual([0, expect.stringContaining('1 条都按未了登记')]);
  });
});

describe('a faulty list', () => {
  const faulty = () =>
    file(
      '编号,登记日期,房号,收件人,种类,件数,领取人,了结时间,状态',
      '240105001,2027-01-05,3-2-1509,陈静,信,x,,,',
      '240105002,2024-01-05,,陈静,信件,0,,2024-01-04,',
      '240105003,2024-01-05,3-2-1501,陈静,信件,1,陈静,,未领',
      '240105004,2024-01-05,3-2-1501,陈静,信件,1,,,',
      '240105004,2024-01-05,3-2-1502,陈静,信件,1,,,',
    );

  it('is told line by line, without personal values, and nothing is kept of it', async () => {
    const result = await bring('parcel', faulty());
    expect([result.code, result.stored]).toEqual([2, false]);
    expect(faultsOf(result)).toEqual([
      [2, '登记日期', '2027-01-05', '还没有到这个时间'],
      [2, '房号', '3-2-1509', '没有这套房'],
      [2, '种类', '信', '可填：包裹、信件、挂号信、报刊、其他'],
      [2, '件数', 'x', '应是 1 到 999 的整数'],
      [3, '房号', '', '不能为空'],
      [3, '件数', '0', '应是 1 到 999 的整数'],
      [4, '状态', '未领', '状态与了结、作废的内容不符'],
      [6, '编号', '240105004', '与第 5 行重复'],
    ]);
    expect(JSON.stringify(result)).not.toContain('陈静');
    expect(await json('parcel list')).toEqual([]);
  });

  it('leaves its faulty rows in a file that can be mended and taken', async () => {
    const rejects = temporaryPath('rejects.csv');
    const result = await bring('parcel', faulty(), `--rejects ${rejects}`);
    expect(counts(result)).toEqual([2, 1, 0, 4]);
    const text = readFileSync(rejects, 'utf8');
    expect(text).toContain('退回原因');
    const mended = temporaryPath('mended.csv');
    const rows = text.split('\r\n').filter((line) => line.includes('240105003'));
    const [header = ''] = text.split('\r\n');
    writeFileSync(mended, [header, ...rows].join('\r\n').replace('未领', ''));
    expect(counts(await bring('parcel', mended))).toEqual([0, 1, 0, 0]);
  });

  it('changes no entry: a number that says something else is a fault', async () => {
    await bring('parcel', file('编号,时间,房号,种类', '240105001,2024-01-05,3-2-1501,包裹'));
    const other = file('编号,时间,房号,种类', '240105001,2024-01-05,3-2-1502,包裹');
    const result = await bring('parcel', other);
    expect(faultsOf(result)[0][3]).toContain('内容不同');
  });

  it('needs the columns of what must be there', async () => {
    const said = await desk.say(`key import ${file('钥匙', '3栋屋面')} --json`);
    expect([said.code, said.error.code]).toEqual([2, 'header_missing']);
    expect(said.error.hint).toContain('借用人');
  });
});

const EVERYTHING = `
thing:
  prefix: ZZT
  name: { zh: 百物, en: things }
  verbs: { log: open, check: step, close: close }
  fields:
    text: { type: text, label: { zh: 日期, en: At }, required: yes }
    kind:
      type: choice
      label: { zh: 种类, en: kind }
      required: yes
      usual: small
      choices: { small: { zh: 小, en: small }, big: { zh: 大, en: big } }
    colours:
      type: choices
      label: { zh: 颜色, en: colours }
      choices: { red: { zh: 红, en: red }, blue: { zh: 蓝, en: blue } }
    day: { type: day, label: { zh: 到期日, en: due } }
    moment: { type: moment, label: { zh: 约定, en: agreed } }
    count: { type: whole, label: { zh: 个数（个）, en: count } }
    hours: { type: decimal, label: { zh: 课时, en: hours } }
    fee: { type: money, label: { zh: 费用, en: fee } }
    place: { type: unit, label: { zh: 哪一户, en: where } }
    who: { type: resident, label: { zh: 住户, en: resident } }
    guard: { type: staff, label: { zh: 门岗, en: guard } }
    phone: { type: phone, label: { zh: 手机, en: mobile } }
    paper: { type: identity, label: { zh: 证件, en: paper } }
    plate: { type: plate, label: { zh: 车, en: car } }
    fine: { type: yesno, label: { zh: 完好, en: fine } }
    about: { type: record, label: { zh: 关联, en: about } }
    goods: { type: lines, label: { zh: 物品, en: goods } }
    sheet:
      type: sheet
      label: { zh: 评分, en: sheet }
      items:
        order: { label: { zh: 秩序, en: order }, most: 10 }
        speed: { label: { zh: '快慢，准时', en: 'speed, time' }, most: 5 }
    note: { type: long, label: { zh: 说明, en: note } }
    needed:
      type: text
      label: { zh: 大件说明, en: why so big }
      requiredWhen: { kind: [big] }
    found: { type: text, at: check, label: { zh: 检查情况, en: found } }
    end: { type: text, at: close, label: { zh: 去向, en: where it went }, required: yes }
`;

describe('values of every type', () => {
  const withBook = async (at: FrontDesk) => {
    writeFileSync(path.join(at.home, 'books.yaml'), EVERYTHING);
    return at;
  };

  it('are read as clerks and spreadsheets write them', async () => {
    await withBook(desk);
    const { no } = await json('ticket open --unit 3-2-1501 --item 厨房漏水');
    const list = file(
      '日期,种类,颜色,到期日,约定,个数,课时,费用,房号,住户,门岗,手机,身份证号,车牌,完好,关联,物品,评分,说明,大件说明',
      `甲,,红、blue,45231,2024/1/5 14:00,3,1.5,"1,200.5",3栋2单元1501,张伟,李强,+86 138-1234-5678,11010519491231002x,鲁 A·12345,√,${no.toLowerCase()},"沙发×2，冰箱","秩序=8, speed=-",第一行,`,
      '乙,大,,2023年11月1日,2024-01-05,,,,,,,,,,否,,,,,太大',
    );
    expect(counts(await bring('thing', list))).toEqual([0, 2, 0, 0]);
    const [second, first] = (await json('thing list --reveal')).sort(
      (a: { no: string }, b: { no: string }) => (a.no < b.no ? 1 : -1),
    );
    expect(first.fields).toMatchObject({
      ...{ text: '甲', kind: 'small', colours: ['red', 'blue'], day: '2023-11-01' },
      ...{ moment: '2024-01-05T14:00:00+08:00', count: 3, hours: '1.5', fee: '1200.50' },
      ...{ place: '3-2-1501', who: { id: 1, name: '张伟' }, guard: '李强', phone: '13812345678' },
      ...{ paper: '11010519491231002X', plate: '鲁A12345', fine: true, about: no },
      goods: [
        { what: '沙发', count: 2 },
        { what: '冰箱', count: 1 },
      ],
      ...{ note: '第一行', found: null, end: null },
    });
    expect(second.fields).toMatchObject({
      ...{ kind: 'big', fine: false, needed: '太大', moment: '2024-01-05T23:59:59+08:00' },
    });
    expect(counts(await bring('thing', list))).toEqual([0, 0, 2, 0]);
  });

  it('that must be there and are told by nobody are what is usual, as it is when they are typed', async () => {
    writeFileSync(
      path.join(desk.home, 'books.yaml'),
      EVERYTHING.replace('usual: small', 'usual: 小')
        .replace('en: due } }', 'en: due }, required: yes, usual: today }')
        .replace('en: fee } }', "en: fee }, required: yes, usual: '12.50' }")
        .replace('en: fine } }', 'en: fine }, required: yes, usual: Yes }'),
    );
    const told = ['kind', 'day', 'fee', 'fine'];
    const typed = await json('thing log --text 甲');
    expect(counts(await bring('thing', file('日期,登记时间', '乙,2026-11-22 09:00')))[1]).toBe(1);
    const [imported] = (await json('thing list')).filter(
      ({ no }: { no: string }) => no !== typed.no,
    );
    for (const key of told) expect([key, imported.fields[key]]).toEqual([key, typed.fields[key]]);
  });

  it.each([
    ['个数', '三', '应是 0 到 999999999 的整数'],
    ['颜色', '绿', '可填：'],
    ['完好', '也许', '可填：'],
    ['到期日', '2024-02-30', '日期看不懂'],
    ['约定', '明天', '时间看不懂'],
    ['费用', '1.234', '小数'],
    ['房号', '9-9-901', '没有这套房'],
    ['住户', '王五', '住户名册里没有'],
    ['住户', '张伟', '同名的住户不止一个'],
    ['门岗', '王五', '员工名册里没有'],
    ['手机', '1380000', '这不是一个电话号码'],
    ['手机', '138****5678', '号码被遮住了'],
    ['身份证', '**************002X', '号码被遮住了'],
    ['身份证', '110105194912310021', '校验位'],
    ['车牌', '!!', '这不是车牌号'],
    ['关联', 'T000101-001', '没有这个编号'],
    ['物品', '沙发×0', '清单看不懂'],
    ['评分', '秩序=11', '看不懂'],
    ['种类', '大', '不能为空'],
  ])('%s: %s is a fault', async (column, value, reason) => {
    await withBook(desk);
    const header = column === '种类' ? '日期,种类' : `日期,种类,${column}`;
    const row = column === '种类' ? `甲,${value}` : `甲,小,"${value}"`;
    const found = await bring('thing', file(`${header},大件说明`, `${row},`));
    expect(faultsOf(found).map(([line, , , why]: string[]) => [line, why])).toEqual([
      [2, expect.stringContaining(reason)],
    ]);
  });

  it.each([
    ['zh', 'csv'],
    ['en', 'csv'],
    ['zh', 'xlsx'],
    ['en', 'xlsx'],
  ])(
    'what was exported in %s as %s can be taken elsewhere, and adds nothing here',
    async (lang, type) => {
      await withBook(desk);
      await json('ticket open --unit 3-2-1501 --item 厨房漏水');
      await desk.run([
        ...[
          'thing',
          'log',
          '--text',
          '=1+1',
          '--kind',
          'big',
          '--needed',
          '@太大',
          '--colours',
          'red,blue',
        ],
        ...[
          '--day',
          '2026-12-01',
          '--moment',
          '2026-12-01 14:00',
          '--count',
          '3',
          '--hours',
          '1.125',
        ],
        ...['--fee', '1200.05', '--place', '3-2-1501', '--who', '1', '--guard', '李强'],
        ...['--phone', '13812345678', '--paper', '11010519491231002X', '--plate', '鲁A12345'],
        ...[
          '--fine',
          'no',
          '--about',
          'T261122-001',
          '--goods',
          '沙发×2、冰箱',
          '--note',
          '两，行',
        ],
        ...['--sheet', 'order=8,speed=-'],
      ]);
      await desk.run(['thing', 'log', '--text', '乙']);
      desk.now = '2026-11-22T02:30:17Z';
      await desk.run(['thing', 'close', '002', '--end', '送人']);
      const out = temporaryPath(`things.${type}`);
      const said = await desk.say(`thing export --out ${out} --reveal --lang ${lang} --json`);
      expect([said.code, said.json]).toEqual([0, { file: out, entries: 2 }]);

      expect(counts(await bring('thing', out))).toEqual([0, 0, 2, 0]);
      const other = await withBook(await newDesk());
      other.now = desk.now;
      await json('ticket open --unit 3-2-1501 --item 厨房漏水', other);
      expect(counts(await bring('thing', out, '', other))).toEqual([0, 2, 0, 0]);
      // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
      const told = (list: any[]) =>
        list.map(({ no, state, fields, at, closedAt }) => ({ no, state, fields, at, closedAt }));
      const [here, there] = [
        await json('thing list --reveal'),
        await json('thing list --reveal', other),
      ];
      const byNo = (a: { no: string }, b: { no: string }) => (a.no < b.no ? -1 : 1);
      expect(told(there).sort(byNo)).toEqual(told(here).sort(byNo));
      expect(await unsoundness(other)).toEqual([]);
    },
  );
});

describe('an export', () => {
  beforeEach(async () => {
    await desk.run(['key', 'lend', '--key', '=cmd', '--to', '张伟', '--phone', '13812345678']);
    await desk.run(['key', 'lend', '--key', '地下室', '--to', '李娜']);
  });

  it('is shown as CSV, masked, in the language of the desk', async () => {
    const { out } = await desk.say('key export');
    expect(out).toMatch(/^编号,钥匙,借用人,.*,状态,时间,经办,了结时间,作废时间\r\n/);
    expect(out).toContain(`K261122-001,"'=cmd",张伟,`);
    expect(out).toContain('138****5678');
    expect(out).not.toContain('13812345678');
    const english = await desk.say('key export --lang en');
    expect(english.out).toMatch(/^No,key,borrower,/);
  });

  it('is filtered as a list is', async () => {
    const { out } = await desk.say('key export --key 地下室');
    expect(out.trim().split('\r\n')).toHaveLength(2);
    expect((await desk.say('key export --state closed')).out.trim().split('\r\n')).toHaveLength(1);
  });

  it.each(['--format json', '--json'])('as JSON is what the list gives: %s', async (option) => {
    const said = await desk.say(`key export ${option}`);
    expect(JSON.parse(said.out)).toEqual(await json('key list'));
  });

  it('with full numbers leaves a line in the journal', async () => {
    const { out } = await desk.say('key export --reveal');
    expect(out).toContain('13812345678');
    const [last] = await json('history');
    expect(JSON.stringify(await json('history'))).toContain('"reveal"');
    expect(JSON.stringify(last)).not.toContain('13812345678');
  });

  it('never takes the place of another file', async () => {
    const taken = temporaryPath('taken.csv');
    writeFileSync(taken, 'mine');
    const said = await desk.say(`key export --out ${taken} --json`);
    expect([said.code, said.error.code]).toEqual([1, 'file_exists']);
    expect((await desk.say('key export --out x.pdf --json')).error.code).toBe('unknown_file_type');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });
});

describe('the columns of a book', () => {
  it.each(shippedBooks().map((book) => [book.key, book] as const))(
    'of %s: every heading means one column',
    async (_, book) => {
      const columns = Object.entries(bookColumns(await makeCtx(), book));
      const names = columns.flatMap(([key, { names: some }]) =>
        some.map((name) => [headingKey(name), key] as const),
      );
      const owners = new Map<string, Set<string>>();
      for (const [name, key] of names) owners.set(name, (owners.get(name) ?? new Set()).add(key));
      expect([...owners].filter(([, keys]) => keys.size > 1)).toEqual([]);
    },
  );

  it('of a book give way to each other: a label goes before a key, a field before our own', () => {
    const [book] = booksOf(
      `
odd:
  prefix: ZZO
  name: 怪
  verbs: { log: open }
  fields:
    state: { type: text, label: { zh: 甲, en: first } }
    first: { type: text, label: { zh: 状态, en: state } }
    second: { type: text, label: { zh: 时间（时）, en: at } }
    third: { type: text, label: { zh: 时间（日）, en: At } }
`.replace('state:', 'stand:'),
    ).filter(({ key }) => key === 'odd');
    if (!book) throw new Error('no book');
    const { own, fields } = outlineOf(book);
    expect(fields.stand?.names).toEqual(['甲', 'first', 'stand']);
    expect(fields.first?.names).toEqual(['状态', 'state']);
    expect(fields.third?.label).toEqual({ zh: 'third', en: 'third' });
    expect(own.state.label).toEqual({ zh: '办理状态', en: 'Status' });
    expect(own.at.label).toEqual({ zh: '登记时间', en: 'Entered at' });
  });
});
