import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FORM_TEMPLATE } from '../../src/documents/form-template.ts';
import { sha256 } from '../../src/lib/sha256.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const EVIL = '<img src=x onerror=alert(1)>{{title}} & Co';
const SHOWN = '&lt;img src=x onerror=alert(1)&gt;{{title}} &amp; Co';

/** The text of a page, tags and style taken off. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '|')
    .replace(/\|[\s|]*/g, '|');

let desk: FrontDesk;

async function does(...argv: string[]) {
  const said = await desk.run([...argv, '--json']);
  if (said.code !== 0) throw new Error(`${argv.join(' ')}: ${said.err}`);
  return said.json;
}

const types = (line: string) => does(...line.split(' '));

beforeEach(async () => {
  desk = await frontDesk();
  await types('unit add 3-2-1501 --area 89.53 --handover 2015-06-30');
  await types('unit add 3-2-1502 --area 89.53 --handover 2015-06-30');
  for (const unit of ['3-2-1501', '3-2-1502']) {
    await types(`resident add --unit ${unit} --name 张伟 --role owner --phone 13812345678`);
  }
});

async function print(line: string) {
  const said = await desk.say(`print ${line} --json`);
  if (said.code !== 0) return { code: said.code, error: said.error, page: '', text: '' };
  const { file, ...printed } = said.json;
  const page = readFileSync(file, 'utf8');
  return { code: 0, error: undefined, ...printed, file, page, text: textOf(page) };
}

describe('业主意见征询表', () => {
  beforeEach(async () => {
    await types('survey open --year 2026');
    await types('survey send 001 --all');
  });

  it('is blank, one sheet for each unit that has not answered', async () => {
    const { sheets, text } = await print('survey 001');
    expect(sheets).toBe(2);
    expect(text).toContain('|业主意见征询表|编号：S261122-001|房号|3-2-1501|发放日期|2026-11-22|');
    expect(text).toContain('|1|客服接待|☐|☐|☐|2|维修服务|☐|☐|☐|');
    await types('survey record 001 --unit 3-2-1502 --answers 11111111');
    expect((await print('survey 001')).sheets).toBe(1);
  });

  it('of one unit has what it answered, once it has', async () => {
    expect((await print('survey 3栋2单元1501')).text).toContain('|1|客服接待|☐|☐|☐|');
    await types('survey record 001 --unit 3-2-1501 --answers 12311111 --opinion 电梯太慢');
    const { text, no } = await print('survey 3-2-1501 --lang en');
    expect(no).toBe('S261122-001-3-2-1501');
    expect(text).toContain('|1|客服接待|☑|☐|☐|2|维修服务|☐|☑|☐|3|保洁卫生|☐|☐|☑|');
    expect(text).toContain('|What else you would like to say|电梯太慢|');
  });

  it.each([
    ['nobody of that number', [], 'survey S261122-009', 'unknown_number'],
    ['a unit that is not there', [], 'survey 9-9-901', 'unknown_unit'],
    [
      'a unit that got none',
      ['unit add 3-2-1503 --area 80 --handover 2015-06-30'],
      'survey 3-2-1503',
      'form_not_sent',
    ],
    [
      'all back',
      ['1501', '1502'].map((room) => `survey record 001 --unit 3-2-${room} --answers 11111111`),
      'survey 001',
      'survey_all_back',
    ],
    ['cancelled', ['survey cancel 001 --reason 改期'], 'survey 001', 'survey_cancelled'],
    ['none open', ['survey cancel 001 --reason 改期'], 'survey 3-2-1501', 'no_open_survey'],
    [
      'not sent yet',
      ['survey cancel 001 --reason 改期', 'survey open --year 2026'],
      'survey 002',
      'survey_not_sent',
    ],
  ])('is refused: %s', async (_, lines, line, code) => {
    for (const each of lines) await types(each);
    expect((await print(line)).error).toMatchObject({ code, hint: expect.any(String) });
  });
});

describe('交接班记录表', () => {
  it('has what the next shift must know, and both names', async () => {
    await types('staff add 李强 --role clerk');
    await types('ticket open --unit 3-2-1501 --item 漏水');
    await does('handover', 'note', '22点恢复供水');
    await does(
      'handover',
      'sign',
      '--to',
      '李强',
      '--at',
      '2026-11-22 14:50',
      '--on-post',
      '14:40',
    );
    const { text } = await print('handover J261122-001');
    expect(text).toContain(
      '|交接班记录表|编号：J261122-001|日期|2026-11-22|班次|早班|交班人|王芳|接班人|李强|接班时间|2026-11-22 15:00|接班人到岗|2026-11-22 14:40|双方签字时间|2026-11-22 14:50|',
    );
    expect(text).toContain('|留言|2026-11-22 09:30  王芳  22点恢复供水|');
    expect(text).toContain('|未完报修|T261122-001|');
    expect(text).toContain('|交班人签字：|');
    const english = (await print('handover J261122-001 --lang en')).text;
    expect(english).toContain('|day|2026-11-22|shift|Early|from|王芳|to|李强|');
  });

  it('is refused of a number that there is not', async () => {
    const { error } = await print('handover J261122-001');
    expect(error).toMatchObject({ code: 'unknown_number', hint: expect.any(String) });
  });
});

describe('放行条', () => {
  beforeEach(async () => {
    await does(
      ...'pass issue --unit 3-2-1501 --kind goods --applicant owner --name 张伟'.split(' '),
      ...'--phone 13812345678 --paper id-card --goods 冰箱:1'.split(' '),
    );
  });

  it('is the slip of its entry, whichever way it is printed', async () => {
    const said = await desk.say('pass print F261122-001 --json');
    const slip = textOf(readFileSync(said.json.file, 'utf8'));
    const form = await print('pass F261122-001');
    expect([said.json.copy, form.copy]).toEqual([1, 2]);
    expect(form.text).toContain('|重印（第 2 份）|');
    const content = (text: string) => text.replace(/重印（第 2 份）\|/, '').split('|打印')[0];
    expect(content(form.text)).toBe(content(slip));
    const { timeline } = await types('pass show F261122-001');
    expect(timeline.filter(({ kind }: { kind: string }) => kind === 'printed')).toHaveLength(2);
  });

  it('has the telephone in full only where it is revealed', async () => {
    expect((await print('pass 001')).text).toContain('|138****5678|');
    expect((await print('pass 001 --reveal')).text).toContain('|13812345678|');
  });

  it('is refused of a number that there is not', async () => {
    const { error } = await print('pass F261122-009');
    expect(error).toMatchObject({ code: 'unknown_number', hint: expect.any(String) });
  });

  it('takes the template of slips', async () => {
    const { file } = await types('print --eject pass');
    expect(path.basename(file)).toBe('slip.html');
  });
});

describe('a reprint', () => {
  const APPLY =
    'reno apply --unit 3-2-1501 --self --scope 翻新 --foreman 马师傅 --from 2026-11-24 --until 2026-12-20 --applicant owner';

  it.each([
    ['reno-application D261122-001', APPLY],
    ['reno-commitment D261122-001', APPLY],
    ['household 3-2-1501', undefined],
    ['inspection M261122-001', 'resident move-in --unit 3-2-1503 --as owner --name 陈静'],
    ['move-in-papers M261122-001', 'resident move-in --unit 3-2-1503 --as owner --name 陈静'],
  ])('says so: %s', async (line, before) => {
    await types('unit add 3-2-1503 --area 80');
    if (before) await types(before);
    const [first, second] = [await print(line), await print(line)];
    expect([first.copy, second.copy]).toEqual([1, 2]);
    expect(first.text).not.toContain('重印');
    expect(second.text).toContain('|重印（第 2 份）|');
  });
});

describe('another day', () => {
  it.each(['household 3-2-1501', 'statement 3-2-1501', 'visit 3-2-1501'])(
    'has a paper of its own, no reprint: %s',
    async (line) => {
      await print(line);
      desk.now = '2027-03-01T09:00:00Z';
      const [anew, again] = [await print(line), await print(line)];
      expect([anew.copy, again.copy]).toEqual([1, 2]);
      expect(anew.text).not.toContain('重印');
    },
  );
});

describe('a file of its own', () => {
  it.each(['pdf', 'doc', 'x'])('is a page for the browser, no .%s', async (ending) => {
    const said = await desk.say(`print household 3-2-1501 --out 登记表.${ending} --json`);
    expect([said.code, said.error.code]).toEqual([2, 'unknown_file_type']);
  });
});

describe('hostile text', () => {
  it.each([
    [
      'reno-application',
      'D261122-001',
      ['reno', 'apply', '--unit', '3-2-1501', '--scope', EVIL, '--foreman', '马师傅'].concat(
        '--self --from 2026-11-24 --until 2026-12-20 --applicant owner'.split(' '),
      ),
    ],
    ['reno-commitment', 'D261122-001', renovationBy(EVIL)],
    [
      'move-in-papers',
      'M261122-001',
      ['resident', 'move-in', '--unit', '3-2-1503', '--as', 'owner', '--name', EVIL],
    ],
    [
      'inspection',
      'M261122-001',
      ['resident', 'move-in', '--unit', '3-2-1503', '--as', 'owner', '--name', EVIL],
    ],
    [
      'household',
      '3-2-1502',
      ['resident', 'add', '--unit', '3-2-1502', '--role', 'family', '--name', EVIL],
    ],
  ])('stays text: %s', async (form, no, argv) => {
    await types('unit add 3-2-1503 --area 80');
    await does(...argv);
    const { page } = await print(`${form} ${no}`);
    expect(page).not.toContain('<img');
    expect(page).toContain(SHOWN);
  });

  function renovationBy(foreman: string): string[] {
    const rest = '--self --from 2026-11-24 --until 2026-12-20 --applicant owner --scope 翻新';
    return ['reno', 'apply', '--unit', '3-2-1501', '--foreman', foreman, ...rest.split(' ')];
  }
});

describe('a template of the site', () => {
  const own = async (change: (template: string) => string) => {
    const { file } = await types('print --eject household');
    expect(file).toBe(path.join(desk.home, 'templates', 'household.html'));
    const ejected = readFileSync(file, 'utf8');
    expect(ejected).toBe(FORM_TEMPLATE);
    const changed = change(ejected);
    writeFileSync(file, changed);
    return changed;
  };

  const printed = async () => {
    const { json } = await desk.say('history --json');
    return json
      .filter(({ action }: { action: string }) => action === 'print')
      .map(({ subject, changes }: { subject: string; changes: object }) => [subject, changes]);
  };

  it('is used once it is there, and the journal tells which version was printed', async () => {
    await print('household 3-2-1501');
    const template = await own((it) => it.replace('</h1>', '</h1><p>甲方存档 {{values.unit}}</p>'));
    const { text } = await print('household 3-2-1501');
    expect(text).toContain('|住户情况登记表|甲方存档 3-2-1501|');
    const line = (hash: string, copy: number) => [
      '3-2-1501',
      expect.objectContaining({ form: 'household', copy, sheets: 1, template: hash }),
    ];
    const lines = await printed();
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining([line(sha256(FORM_TEMPLATE), 1), line(sha256(template), 2)]),
    );
  });

  it('leaves the other forms as they are', async () => {
    await own((it) => it.replace('</h1>', '</h1><p>甲方存档</p>'));
    await types('unit add 3-2-1503 --area 80');
    await types('resident move-in --unit 3-2-1503 --as owner --name 陈静');
    expect((await print('inspection M261122-001')).text).not.toContain('甲方存档');
  });

  it.each([
    ['a tag that is not closed', '{{#pages}}<p>{{title}}</p>'],
    ['a tag that was not opened', '<p>{{title}}</p>{{/pages}}'],
    ['braces left open', '<p>{{title</p>'],
  ])('that is broken is told, and nothing is printed: %s', async (_, template) => {
    await own(() => template);
    const said = await desk.say('print household 3-2-1501 --json');
    expect([said.code, said.error.code]).toEqual([3, 'bad_template']);
    expect(said.error.message).toContain(path.join('templates', 'household.html'));
    expect(said.error.hint).not.toBe('');
    expect(await printed()).toEqual([]);
  });

  it.each([
    ['in GBK', Buffer.from([0xca, 0xd5, 0xbe, 0xdd])],
    ['in UTF-16', Buffer.from(`\ufeff${FORM_TEMPLATE}`, 'utf16le')],
    ['empty', Buffer.from('')],
  ])('that is no text in UTF-8 or says nothing prints nothing: %s', async (_, bytes) => {
    await own((it) => it);
    writeFileSync(path.join(desk.home, 'templates', 'household.html'), bytes);
    const said = await desk.say('print household 3-2-1501 --json');
    expect([said.code, said.error.code]).toEqual([3, 'bad_template']);
    expect(await printed()).toEqual([]);
  });

  it('in UTF-8 with a mark in front, as Windows saves it, prints as ever', async () => {
    await own((it) => `\ufeff${it}`);
    expect((await print('household 3-2-1501')).page).toMatch(/^<!doctype html>/);
  });

  it('that is a folder is told', async () => {
    mkdirSync(path.join(desk.home, 'templates', 'household.html'), { recursive: true });
    const said = await desk.say('print household 3-2-1501 --json');
    expect([said.code, said.error.code]).toEqual([3, 'bad_template']);
    expect(said.error.message).toContain('EISDIR');
  });

  it('is never written over', async () => {
    const template = await own((it) => `${it}<!-- 本处 -->`);
    const said = await desk.say('print --eject household --json');
    expect([said.code, said.error.code]).toEqual([1, 'file_exists']);
    const file = path.join(desk.home, 'templates', 'household.html');
    expect(readFileSync(file, 'utf8')).toBe(template);
  });

  it('finds what people typed as text, also in places of its own', async () => {
    await does('resident', 'add', '--unit', '3-2-1501', '--role', 'family', '--name', EVIL);
    const every =
      '{{#parts}}{{#isTable}}{{#rows}}{{#cells}}{{text}} {{/cells}}{{/rows}}{{/isTable}}{{/parts}}';
    await own((it) => it.replace('</h1>', `</h1><p>${every}</p>`));
    const { page } = await print('household 3-2-1501');
    expect(page).not.toContain('<img');
    expect(page.split(SHOWN)).toHaveLength(3);
  });
});
