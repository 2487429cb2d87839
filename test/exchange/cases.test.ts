import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../support/gb18030.ts';
import { desksAfter, type FrontDesk, temporaryPath } from '../support/session.ts';

const FILES = path.join(import.meta.dirname, '../../fixtures/files');
const fixture = (name: string) => path.join(FILES, name);

let desk: FrontDesk;

const newDesk = desksAfter(async (first) => {
  await first.say('staff add 李强 --role engineering');
  for (const code of ['3-2-1501', '3-2-1502', 'S-12']) {
    await first.say(`unit add ${code} --area 89.53 --handover 2019-06-28`);
  }
});

beforeEach(async () => {
  desk = await newDesk();
});

function file(...lines: string[]): string {
  const name = temporaryPath('list.csv');
  writeFileSync(name, lines.join('\n'));
  return name;
}

async function bring(kind: string, name: string, options = '') {
  const { code, json } = await desk.say(`import ${kind} ${name} ${options} --json`);
  return { code, ...json };
}

const counts = (it: Awaited<ReturnType<typeof bring>>) => [
  it.code,
  it.added,
  it.changed,
  it.unchanged,
  it.rejected,
];

/** What the desk says of its own tables; backups and the like are no matter here. */
async function findings() {
  const all: { ok: boolean }[] = await json('doctor');
  return all.filter(({ ok }) => !ok);
}

const json = async (line: string) => (await desk.say(`${line} --json`)).json;

describe('ledgers as offices keep them', () => {
  it.each([
    ['tickets', 'tickets-gb18030.csv', 5],
    ['tickets', 'tickets.xlsx', 5],
    ['complaints', 'complaints-gb18030.csv', 4],
    ['complaints', 'complaints.xlsx', 3],
  ])(
    '%s: %s is taken, twice changes nothing, and the doctor is content',
    async (kind, name, rows) => {
      expect(counts(await bring(kind, fixture(name), '--dry-run'))).toEqual([0, rows, 0, 0, 0]);
      expect(counts(await bring(kind, fixture(name)))).toEqual([0, rows, 0, 0, 0]);
      const lines = (await json('history')).length;
      desk.now = '2026-12-24T01:30:00Z';
      expect(counts(await bring(kind, fixture(name)))).toEqual([0, 0, 0, rows, 0]);
      expect((await json('history')).length).toBe(lines);
      expect(await findings()).toEqual([]);
    },
  );

  it('tickets of a printed register', async () => {
    await bring('tickets', fixture('tickets-gb18030.csv'));
    const list = await json('ticket list');
    expect(
      // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
      list.map((it: any) => [it.no, it.unit, it.place, it.state, it.charge, it.assignedTo]),
    ).toEqual([
      ['T240105-001', '3-2-1501', null, 'closed', 'paid', '李强'],
      ['T240105-002', null, '3栋大堂', 'closed', 'free', null],
      ['T240228-001', '3-2-1502', null, 'closed', 'warranty', '李强'],
      ['T241231-001', 'S-12', null, 'closed', 'paid', '李强'],
      ['T250102-001', '3-2-1501', null, 'open', 'warranty', null],
    ]);
    const leap = await json('ticket show 240228001');
    expect([leap.category, leap.finishedAt]).toEqual(['safety', '2024-02-29T23:59:59+08:00']);
    expect((await json('ticket show 241231001')).cost).toBe('120.00');
  });

  it('tickets of a workbook with real dates and numbers', async () => {
    await bring('tickets', fixture('tickets.xlsx'));
    const [old] = [await json('ticket show 40214001')];
    expect([old.no, old.openedAt, old.part]).toEqual([
      'T040214-001',
      '2004-02-14T08:05:00+08:00',
      '卫生间',
    ]);
    const night = await json('ticket show BX-2024-017');
    expect([night.no, night.urgent, night.cost, night.callback]).toEqual([
      'T240331-001',
      true,
      '86.50',
      'fair',
    ]);
    expect(
      // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
      night.deadlines.map((it: any) => [it.kind, it.state]),
    ).toEqual([
      ['ticket.arrive', 'met'],
      ['ticket.finish', 'late'],
      ['ticket.slip', 'waived'],
      ['ticket.callback', 'met'],
    ]);
    expect((await json('ticket show BX-2026-103')).state).toBe('assigned');
    expect((await json('ticket show BX-2026-104')).state).toBe('cancelled');
  });

  it('complaints of both', async () => {
    await bring('complaints', fixture('complaints-gb18030.csv'));
    await bring('complaints', fixture('complaints.xlsx'));
    const list = await json('complaint list');
    expect(
      // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
      list.map((it: any) => [it.no, it.grade, it.against, it.category, it.state]),
    ).toEqual([
      ['C230612-001', 'minor', 'cleaning', 'cleaning', 'closed'],
      ['C231224-001', 'important', 'security', 'security', 'closed'],
      ['C240301-002', 'minor', 'neighbour', 'neighbours', 'invalid'],
      ['C240331-001', 'major', 'engineering', expect.any(String), 'closed'],
      ['C250601-001', 'important', 'finance', 'fees', 'closed'],
      ['C250710-001', 'minor', 'engineering', 'repairs', 'resolved'],
      ['C261121-001', 'important', 'security', 'security', 'open'],
    ]);
    expect((await json('complaint show T-9')).no).toBe('C240331-001');
    expect(await findings()).toEqual([]);
  });
});

describe('a file of tickets', () => {
  const HEADER = '报修单号,报修时间,房号,报修内容,报修人,联系电话,到场时间,完工时间,签收人,状态';

  it('every fault is named at once, without personal values', async () => {
    const list = file(
      HEADER,
      'BX-1,2024-01-05 14:00,3-2-1501,漏水,张伟,13800005678,14:20,2024-01-05,张伟,',
      'BX-2,昨天,3-2-1501,漏水,,,,,,',
      'BX-3,2026-11-23,3-2-1501,漏水,,,,,,',
      'BX-4,2024-01-05 14:00,3-2-1501,漏水,,,13:59,2024-01-04,,',
      'BX-5,2024-01-05,3-2-1501,,李娜,1380000,,2024-02-30,,不知道',
      'BX-6,2024-01-05,9-9-901,漏水,李娜,,,,李娜,已结单',
      'BX-7,2024-01-05,3-2-1501,漏水,,,,,,已结单',
      'BX-1,2024-01-05,3-2-1501,换锁,,,,,,',
      'BX-8,2024-01-05,,漏水,李娜,,,,,',
    );
    const result = await bring('tickets', list);
    expect(counts(result)).toEqual([2, 0, 0, 0, 8]);
    // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
    expect(result.faults.map((it: any) => [it.line, it.column])).toEqual([
      [3, '报修时间'],
      [4, '报修时间'],
      [5, '到场时间'],
      [6, '报修内容'],
      [6, '联系电话'],
      [6, '完工时间'],
      [6, '状态'],
      [7, '房号'],
      [8, '完工时间'],
      [9, '报修单号'],
      [10, '房号'],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/张伟|李娜|1380000/);
    expect(await json('ticket list')).toEqual([]);
  });

  it('what could not be read is no contradiction of the rest', async () => {
    const result = await bring(
      'tickets',
      file(HEADER, 'BX-1,2024-01-05,3-2-1501,漏水,,,,2024-02-30,张伟,已结单'),
    );
    // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
    expect(result.faults.map((it: any) => it.column)).toEqual(['完工时间']);
  });

  it('with --rejects the good rows stay, and the mended ones can follow', async () => {
    const list = file(
      HEADER,
      'BX-1,2024-01-05,3-2-1501,漏水,,,,2024-01-05,张伟,',
      'BX-2,2024-01-05,9-9-901,漏水,,,,,,',
    );
    const rejects = temporaryPath('rejects.csv');
    expect(counts(await bring('tickets', list, `--rejects ${rejects}`))).toEqual([2, 1, 0, 0, 1]);
    writeFileSync(rejects, readFileSync(rejects, 'utf8').replace('9-9-901', '3-2-1502'));
    expect(counts(await bring('tickets', rejects))).toEqual([0, 1, 0, 0, 0]);
    expect((await json('ticket show BX-2')).no).toBe('T240105-002');
    expect(await findings()).toEqual([]);
  });

  it('a dry run needs nobody, stores nothing and writes no file', async () => {
    const rejects = temporaryPath('rejects.csv');
    const list = file(HEADER, 'BX-1,2024-01-05,3-2-1501,漏水,,,,,,', 'BX-2,,3-2-1501,漏水,,,,,,');
    const result = await bring('tickets', list, `--dry-run --rejects ${rejects}`);
    expect([result.added, result.rejected, result.stored]).toEqual([1, 1, false]);
    expect(existsSync(rejects)).toBe(false);
    expect(await json('ticket list')).toEqual([]);
  });

  it('one line in the journal says how many', async () => {
    await bring('tickets', fixture('tickets.xlsx'));
    const last = (await json('history')).at(-1);
    expect([last.action, last.changes]).toEqual(['import.tickets', { added: 5, changed: 0 }]);
  });

  it.each([
    ['with --at, what comes after it', '--at 2024-01-05T12:00', '2024-01-05 12:01', 1],
    ['with --at, up to it', '--at 2024-01-05T12:00', '2024-01-05 12:00', 0],
    ['a minute from now', '', '2026-11-22 09:31', 1],
    ['today', '', '2026-11-22', 0],
  ])('nothing is of the future: %s', async (_, options, time, rejected) => {
    const list = file('报修时间,房号,报修内容', `${time},3-2-1501,漏水`);
    expect((await bring('tickets', list, options)).rejected).toBe(rejected);
  });

  it('the days are those of the site, wherever the computer stands', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      await bring(
        'tickets',
        file('报修时间,房号,报修内容,完工时间', '2024/3/10,3-2-1501,漏水,2024/3/10'),
      );
      const { openedAt, finishedAt } = await json('ticket show 001');
      expect([openedAt, finishedAt]).toEqual([
        '2024-03-10T00:00:00+08:00',
        '2024-03-10T23:59:59+08:00',
      ]);
    } finally {
      process.env.TZ = zone;
    }
  });

  it.each([
    ['a unit in the column of places', '报修地点', '3栋2单元1501室', ['3-2-1501', null, null]],
    ['a place in the column of units', '房号', '3栋大堂', [null, '3栋大堂', null]],
    ['what belongs to everybody', '房号', '公共区域', [null, '公共区域', null]],
    ['a place', '地点', '地下车库B1', [null, '地下车库B1', null]],
  ])('%s', async (_, title, cell, expected) => {
    await bring('tickets', file(`报修时间,${title},报修内容`, `2024-01-05,${cell},漏水`));
    const it = await json('ticket show 001');
    expect([it.unit, it.place, it.part]).toEqual(expected);
  });

  it.each([
    ['水电', 'general', '水电', false],
    ['渗漏水', 'leak', null, false],
    ['防水补漏', 'leak', '防水补漏', false],
    ['消防设施', 'safety', '消防设施', false],
    ['急修', 'general', null, true],
    ['非急修', 'general', '非急修', false],
    ['一般', 'general', null, false],
  ])('the category %s', async (cell, category, system, urgent) => {
    await bring('tickets', file('报修时间,房号,报修内容,类别', `2024-01-05,3-2-1501,坏了,${cell}`));
    const it = await json('ticket show 001');
    expect([it.category, it.system, it.urgent]).toEqual([category, system, urgent]);
  });

  it.each([
    ['满意', 'satisfied'],
    ['非常满意，师傅态度好', 'satisfied'],
    ['不满意', 'dissatisfied'],
    ['不太满意', 'dissatisfied'],
    ['基本满意', 'fair'],
    ['一般', 'fair'],
    ['无人接听', null],
    ['Good', 'satisfied'],
    ['不是很满意', 'dissatisfied'],
    ['不够满意', 'dissatisfied'],
    ['不大满意', 'dissatisfied'],
    ['不怎么满意', 'dissatisfied'],
    ['不很满意', 'dissatisfied'],
    ['谈不上满意', 'dissatisfied'],
    ['没有很满意', 'dissatisfied'],
    ['不是很好', 'dissatisfied'],
    ['对维修满意，对收费不满', 'dissatisfied'],
    ['没有不满意', 'satisfied'],
    ['没有不满', 'satisfied'],
    ['没什么不满意的地方', 'satisfied'],
    ['没有不满意，但收费不够满意', 'dissatisfied'],
    ['不好意思，很满意', 'satisfied'],
    ['没问题，满意', 'satisfied'],
  ])('the answer %s', async (cell, result) => {
    const rows = [
      '报修时间,房号,报修内容,完工时间,回访结果',
      `2024-01-05,3-2-1501,坏了,2024-01-05,${cell}`,
    ];
    await bring('tickets', file(...rows));
    expect((await json('ticket show 001')).callback).toBe(result);
    expect(await findings()).toEqual([]);
  });

  it.each<[string, string, string, string | null, string]>([
    ['the answer of the call', '回访时间,满意度,回访结果', '2024-01-06,满意,一般', 'fair', 'met'],
    [
      'unanswered, signed as content',
      '回访时间,满意度,回访结果',
      '2024-01-06,满意,未接',
      null,
      'waived',
    ],
    ['never made', '回访时间,满意度,回访结果', ',满意,未回访', null, 'waived'],
    [
      'a blank answer is not the one of the signing',
      '回访时间,满意度,回访结果',
      '2024-01-06,满意,',
      null,
      'met',
    ],
    [
      'of a list with one column for answers',
      '回访时间,满意度',
      '2024-01-06,满意',
      'satisfied',
      'met',
    ],
    ['unanswered in that one', '回访时间,满意度', '2024-01-06,未接', null, 'waived'],
    ['signed, nobody called', '回访时间,满意度', ',满意', null, 'waived'],
  ])('a callback: %s', async (_, titles, cells, result, state) => {
    const base = '报修时间,房号,报修内容,完工时间,签收人';
    const list = file(`${base},${titles}`, `2024-01-05,3-2-1501,坏了,2024-01-05,张伟,${cells}`);
    expect(counts(await bring('tickets', list))).toEqual([0, 1, 0, 0, 0]);
    const it = await json('ticket show 001');
    expect(it.callback).toBe(result);
    // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
    const promised = it.deadlines.find((each: any) => each.kind === 'ticket.callback');
    expect(promised.state).toBe(state);
    expect(counts(await bring('tickets', list))).toEqual([0, 0, 0, 1, 0]);
    expect(await findings()).toEqual([]);
  });

  it('English titles and GB18030 are read alike', async () => {
    const english = file(
      'Ticket No,Reported At,Unit,Description,Caller,Status,Completed At,Signed By',
      'W-1,2024-01-05 14:00,3-2-1501,tap drips,Zhang Wei,Closed,2024-01-05 15:00,Zhang Wei',
    );
    expect(counts(await bring('tickets', english))).toEqual([0, 1, 0, 0, 0]);
    const chinese = temporaryPath('list.csv');
    writeFileSync(
      chinese,
      encodeGb18030(
        '工单号,登记时间,房号,问题描述,联系人,状态,完成时间,签收人\nW-1,2024年1月5日14时,3#2-1501,tap drips,Zhang Wei,已结单,2024年1月5日 下午3点,Zhang Wei\n',
      ),
    );
    expect(counts(await bring('tickets', chinese))).toEqual([0, 0, 0, 1, 0]);
  });
});

describe('a file of complaints', () => {
  it('the smallest list an office keeps: day, what, department, result, callback', async () => {
    const list = file(
      '日期,房号,摘要,部门,结果,回访',
      '2023-12-24,3-2-1501,垃圾没有清运,保洁部,已清运,满意',
      '2023-12-25,3-2-1502,路灯不亮,工程部,,',
    );
    expect(counts(await bring('complaints', list))).toEqual([0, 2, 0, 0, 0]);
    const done = await json('complaint show 1224-001');
    expect([done.state, done.against]).toEqual(['closed', 'cleaning']);
    // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
    expect(new Set(done.deadlines.map((it: any) => it.state))).toEqual(new Set(['waived']));
    expect((await json('complaint show 1225-001')).state).toBe('open');
    expect(await findings()).toEqual([]);
  });

  it('a list with the headings of wy complaint list is taken', async () => {
    const list = file(
      '编号,房号,投诉内容,级别,类别,被投诉,接到时间',
      'TS-1,3-2-1501,垃圾没有清运,轻微,,保洁,2024-02-29 23:59',
    );
    expect(counts(await bring('complaints', list))).toEqual([0, 1, 0, 0, 0]);
    const { receivedAt, against } = await json('complaint show TS-1');
    expect([receivedAt, against]).toEqual(['2024-02-29T23:59:00+08:00', 'cleaning']);
    expect(await findings()).toEqual([]);
  });

  it.each<[string, string, string | null, string | null]>([
    ['保洁部', 'cleaning', null, null],
    ['物业客服部', 'clerk', null, null],
    ['本物业公司客服部', 'clerk', null, null],
    ['客户服务中心', 'clerk', null, null],
    ['物业服务中心', 'clerk', null, null],
    ['小区监控室', 'cleaning', null, '小区监控室'],
    ['公司财务', 'finance', null, null],
    ['物业', 'director', null, null],
    ['物业公司', 'director', null, null],
    ['本小区物业', 'director', null, null],
    ['物业经理', 'director', '物业经理', null],
    ['小区保安王强', 'security', '小区保安王强', null],
    ['运营部', 'cleaning', null, '运营部'],
    ['王强', 'cleaning', '王强', null],
  ])('against %s', async (cell, against, person, former) => {
    await bring(
      'complaints',
      file('日期,房号,摘要,部门', `2023-12-24,3-2-1501,垃圾没有清运,${cell}`),
    );
    const it = await json('complaint show 1224-001');
    expect([it.against, it.againstPerson]).toEqual([against, person]);
    expect(it.timeline[0].detail.formerAgainst ?? null).toBe(former);
  });

  it('an unanswered callback is neither kept nor an answer', async () => {
    const list = file(
      '日期,房号,摘要,处理时间,结案时间,回访时间,回访结果',
      '2023-12-24,3-2-1501,垃圾没有清运,2023-12-25,2023-12-26,2023-12-27,未接',
    );
    await bring('complaints', list);
    const it = await json('complaint show 1224-001');
    // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
    const promised = it.deadlines.find((each: any) => each.kind === 'complaint.callback');
    expect([it.callback, promised.state]).toEqual([null, 'waived']);
    expect(await findings()).toEqual([]);
  });

  it('a list without closings closes with the last it tells: the settling, or word of it', async () => {
    const list = file(
      '投诉编号,投诉时间,房号,投诉内容,处理时间,告知时间,答复时间',
      'TS-1,2023-12-24 09:00,3-2-1501,太吵,2023-12-24 10:00,2023-12-24 16:30,',
      'TS-2,2023-12-24 09:00,3-2-1502,太脏,2023-12-24 10:00,,2023-12-24 16:30',
      'TS-3,2023-12-24 09:00,S-12,太暗,2023-12-24 10:00,,2023-12-24 09:30',
    );
    expect(counts(await bring('complaints', list))).toEqual([0, 3, 0, 0, 0]);
    const closedAt = async (no: string) => (await json(`complaint show ${no}`)).closedAt;
    expect(await closedAt('TS-1')).toBe('2023-12-24T16:30:00+08:00');
    expect(await closedAt('TS-2')).toBe('2023-12-24T16:30:00+08:00');
    expect(await closedAt('TS-3')).toBe('2023-12-24T10:00:00+08:00');
    expect(await findings()).toEqual([]);
  });

  it('every fault is named at once, without personal values', async () => {
    const list = file(
      '投诉编号,投诉时间,房号,投诉人,联系电话,投诉内容,级别,性质,处理时间,结案时间,状态',
      'TS-1,2024-01-05 14:00,3-2-1501,张伟,13800005678,太吵,轻微,有效,2024-01-05 13:59,,',
      'TS-2,2024-01-05,3-2-1501,张伟,1380000,太吵,天大,有效,,,',
      'TS-3,2024-01-05,,,,太吵,轻微,,,,',
      'TS-4,2024-01-05,9-9-901,,,太吵,轻微,,,,',
      'TS-5,2024-01-05,3-2-1501,,,太吵,轻微,,,,已结案',
      'TS-6,2024-01-05,3-2-1501,,,太吵,轻微,,2024-01-06,2024-01-05,',
      'TS-7,2024-01-05,3-2-1501,,,太吵,轻微,,2024-01-06,,处理中',
      'TS-8,2023-02-29,3-2-1501,,,,轻微,,,,',
      'TS-9,2024-01-05,9-9-901,,1380000,太吵,轻微,胡闹,,,',
    );
    const result = await bring('complaints', list);
    // biome-ignore lint/suspicious/noExplicitAny: rows of a list.
    expect(result.faults.map((it: any) => [it.line, it.column])).toEqual([
      [2, '处理时间'],
      [3, '联系电话'],
      [3, '级别'],
      [4, '投诉人'],
      [5, '房号'],
      [6, '处理时间'],
      [7, '结案时间'],
      [8, '状态'],
      [9, '投诉时间'],
      [9, '投诉内容'],
      [10, '房号'],
      [10, '联系电话'],
      [10, '性质'],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/张伟|1380000/);
    expect(await json('complaint list')).toEqual([]);
  });
});
