import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';

const EVIL = '<script>alert(1)</script>"陈静" & Co';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
});

const lend = () =>
  desk.run(['key', 'lend', '--key', '3栋屋面', '--to', EVIL, '--phone', '13812345678']);

/** The text of a page, tags and style taken off. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '|')
    .replace(/\|[\s|]*/g, '|');

const pageAt = (file: string) => readFileSync(file, 'utf8');

async function print(line: string) {
  const { code, json } = await desk.say(`${line} --json`);
  return { code, ...json, text: textOf(pageAt(json.file)) };
}

describe('a printed slip', () => {
  it('lies in the home, for its owner alone, with all that was filled in', async () => {
    await lend();
    const printed = await print('key print 001');
    const file = path.join(desk.home, 'printed', 'K261122-001.html');
    expect([printed.code, printed.no, printed.file, printed.copy]).toEqual([
      ...[0, 'K261122-001', file, 1],
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(printed.text).toContain('|翠湖花园|');
    expect(printed.text).toContain('|钥匙借用登记簿|编号：K261122-001|钥匙|3栋屋面|借用人|');
    expect(printed.text).toContain('|登记时间|2026-11-22 09:30|经办人|王芳|状态|未了|');
    expect(printed.text).toContain('|借用人：|日期：');
    expect(printed.text).not.toContain('重印');
  });

  it('shows a name as text, whatever stands in it', async () => {
    await lend();
    const { file } = await print('key print 001');
    const page = pageAt(file);
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('masks the phone unless it is revealed, which leaves a line', async () => {
    await lend();
    expect((await print('key print 001')).text).toContain('|138****5678|');
    expect((await print('key print 001 --reveal')).text).toContain('|13812345678|');
    const history = await desk.say('history --json');
    expect(history.out).toContain('K261122-001');
    const actions = history.json.map(({ action }: { action: string }) => action);
    expect(actions.filter((each: string) => each === 'reveal')).toHaveLength(1);
    expect(actions.filter((each: string) => each === 'books.key.print')).toHaveLength(2);
  });

  it('says from the second copy on that it is a reprint', async () => {
    await lend();
    await print('key print 001');
    const again = await print('key print 001 --lang en');
    expect([again.copy, path.basename(again.file)]).toEqual([2, 'K261122-001-2.html']);
    expect(again.text).toContain('|Reprint – copy 2|');
    const { json } = await desk.say('key show 001 --json');
    expect(json.timeline.filter(({ kind }: { kind: string }) => kind === 'printed')).toHaveLength(
      2,
    );
  });

  it('says that it was cancelled', async () => {
    await lend();
    await desk.say('key cancel 001 --reason 登错了');
    expect((await print('key print 001')).text).toContain('|已作废|');
  });

  it('goes into a file of its own, never over another, and then nothing is noted', async () => {
    await lend();
    const file = temporaryPath('slip.html');
    expect((await print(`key print 001 --out ${file}`)).file).toBe(file);
    const taken = temporaryPath('taken.html');
    writeFileSync(taken, 'mine');
    const said = await desk.say(`key print 001 --out ${taken} --json`);
    expect([said.code, said.error.code, pageAt(taken)]).toEqual([1, 'file_exists', 'mine']);
    const missing = await desk.say(`key print 001 --out ${taken}/x.html --json`);
    expect([missing.code, missing.error.code]).toEqual([1, 'not_written']);
    expect((await print('key print 001')).copy).toBe(2);
  });

  it('of a number that is not there: refused, nothing written', async () => {
    const said = await desk.say('key print 007 --json');
    expect([said.code, said.error.code]).toEqual([1, 'unknown_number']);
    expect(existsSync(path.join(desk.home, 'printed', 'K261122-007.html'))).toBe(false);
  });

  it.each([
    ['on a terminal', { columns: 80 }, 1],
    ['not in a script', {}, 0],
  ])('is opened %s', async (_, circumstances, times) => {
    await lend();
    const opened: string[] = [];
    await desk.say('key print 001 --open', { ...circumstances, opened });
    expect(opened).toHaveLength(times);
    await desk.say('key print 001', { ...circumstances, opened });
    expect(opened).toHaveLength(times);
  });

  it('has goods as a numbered table with their sum, and its foot', async () => {
    const goods = '沙发×2、冰箱、纸箱×10';
    await desk.run([
      ...['pass', 'issue', '--unit', '3-2-1501', '--applicant', 'owner', '--name', '张伟'],
      ...['--goods', goods],
    ]);
    const { text } = await print('pass print 001');
    expect(text).toContain('|序号|名称|数量|1|沙发|2|2|冰箱|1|3|纸箱|10|合计|13|');
    expect(text).toContain('|本条当日有效');
  });

  it('has a sheet of scores with what was reached, and the signatures to come', async () => {
    const book = `
drill:
  prefix: ZZD
  name: { zh: 演练评分, en: drills }
  verbs: { log: open }
  fields:
    topic: { type: text, label: { zh: 主题, en: topic }, required: yes }
    score:
      type: sheet
      label: { zh: 评分, en: sheet }
      items:
        order: { label: { zh: 秩序, en: order }, most: 10 }
        speed: { label: { zh: 速度, en: speed }, most: 5 }
        radio: { label: { zh: 对讲, en: radio }, most: 5 }
  approvals:
    head: { role: director, words: { zh: 主任签阅, en: seen by the director } }
`;
    writeFileSync(path.join(desk.home, 'books.yaml'), book);
    await desk.run(['drill', 'log', '--topic', '疏散', '--score', 'order=8,radio=-']);
    const { text } = await print('drill print 001 --lang en');
    expect(text).toContain('|1|order|10|8|2|speed|5|5|3|radio|5|does not apply|total|15|13|');
    expect(text).toContain('|seen by the director|(not yet)|');
  });
});
