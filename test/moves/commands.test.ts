import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
});

const open = (more = '') =>
  desk.say(`resident move-in --unit 3-2-1501 --as owner --name 张伟 --phone 13900005678 ${more}`);

it('a file in JSON, as it is promised', async () => {
  const { json } = await open('--json');
  expect(json).toMatchObject({
    no: 'M261122-001',
    kind: 'move-in',
    unit: '3-2-1501',
    case: 'owner',
    state: 'open',
    phone: '139****5678',
    papers: [],
    handouts: [],
    meters: [],
    defects: [],
    tickets: [],
    deadlines: [],
  });
  expect(json.missing).toEqual([
    'id-card',
    'purchase-contract',
    'handover-notice',
    'household-register',
    'service-agreement',
    'interim-covenant',
    'inspection',
    'water',
    'electricity',
    'gas',
    'keys',
    'handbook',
    'renovation-notes',
    'plans',
    'receipt-list',
  ]);
});

it('is the same to programs in every language, debts of a change of owner included', async () => {
  const line = 'resident transfer --unit 3-2-1501 --to 周敏 --from 2026-12-01';
  const { json } = await desk.say(`${line} --json`);
  expect(json.debts).toEqual({ before: '2026-12-01', owedBy: 'former-owner' });
  await desk.say('resident paper 001 --add id-card');
  const zh = await desk.say('resident file 001 --json --lang zh');
  const en = await desk.say('resident file 001 --json --lang en');
  expect(en.out).toBe(zh.out);
});

it('what is missing can be typed as it stands there', async () => {
  const { json } = await open('--json');
  const papers = json.missing.slice(0, 6).join(',');
  const said = await desk.say(`resident paper 001 --add ${papers} --add 房屋质量 --json`);
  expect(said.error.code).toBe('unknown_item');
  const given = await desk.say(`resident paper 001 --add ${papers} --json`);
  expect(given.json.missing).not.toContain('id-card');
  expect(given.json.papers[0]).toEqual({
    code: 'id-card',
    at: '2026-11-22T09:30:00+08:00',
  });
});

it('readings, goods and defects in JSON', async () => {
  await open();
  await desk.say(
    'resident meter 001 --water 12.3 --electricity ４５ --gas 0.125 --confirmed-by 张伟',
  );
  await desk.say(
    'resident handout 001 --item keys --quantity 3 --detail "A-1501 ×3" --signed-by 张伟',
  );
  const { json } = await desk.say('resident defect 001 --item 窗框变形 --place 主卧 --json');
  expect(json.meters.map((it: { reading: string }) => it.reading)).toEqual(['12.3', '45', '0.125']);
  expect(json.handouts).toMatchObject([
    { code: 'keys', quantity: 3, detail: 'A-1501 ×3', signedBy: '张伟' },
  ]);
  expect(json.defects).toEqual([
    { ticket: 'T261122-001', item: '主卧 窗框变形', state: 'open', acceptAt: null },
  ]);
  expect(json.tickets).toEqual(['T261122-001']);
  const ticket = await desk.say('ticket show 001 --json');
  expect(ticket.json).toMatchObject({
    defectOf: 'M261122-001',
    charge: 'warranty',
    acceptAt: null,
  });
});

describe('what cannot be read', () => {
  it.each([
    ['resident meter 001 --water 12.3456', 'bad_decimal'],
    ['resident meter 001 --water -1', 'bad_decimal'],
    ['resident meter 001', 'no_reading'],
    ['resident paper 001 --add ,', 'empty_text'],
    ['resident handout 001 --item keys --quantity 0 --signed-by 张伟', 'bad_number'],
    ['resident handout 001 --item keys', 'missing_fields'],
    ['resident move-in --unit 3-2-1501 --as tenant', 'unknown_choice'],
    ['resident transfer --unit 3-2-1501 --to 周敏', 'missing_fields'],
    ['resident moves --kind lease', 'unknown_choice'],
  ])('%s', async (line, code) => {
    await open();
    const said = await desk.say(`${line} --json --no-input`);
    expect([said.code, said.error.code]).toEqual([2, code]);
  });

  it.each([
    ['resident file 777', 'unknown_number'],
    ['resident complete 001', 'file_incomplete'],
    ['resident return 001 --item keys', 'other_kind_of_file'],
    ['resident check --building 9', 'unknown_building'],
  ])('%s is refused', async (line, code) => {
    await open();
    const said = await desk.say(`${line} --json`);
    expect([said.code, said.error.code]).toEqual([1, code]);
  });
});

it('an unfinished file names all that is missing and the lines to type', async () => {
  await open();
  const said = await desk.say('resident complete 001');
  expect(said.err).toContain('身份证、购房凭证、交房凭证');
  expect(said.err).toContain('wy resident paper M261122-001 --add all');
  expect(said.err).toContain('wy resident inspect M261122-001 --inspector … --signed-by …');
  expect(said.err).toContain('--water … --electricity … --gas …');
});

it('the checklist shows what is there and what is not, and the lines to type', async () => {
  await open();
  await desk.say('staff add 李强 --role engineering');
  await desk.say('resident paper 001 --add id-card,purchase-contract');
  await desk.say('resident inspect 001 --inspector 李强 --signed-by 张伟');
  await desk.say('resident meter 001 --water 12.3 --electricity 45 --confirmed-by 张伟');
  await desk.say('resident handout 001 --item keys --quantity 3 --signed-by 张伟');
  await desk.say('resident handout 001 --item handbook,plans --signed-by 张伟');
  const { out } = await desk.say('resident file 001');
  expect(out).toContain(`状态      办理中
还缺      7 项
资料      ✓ 身份证、购房凭证
          – 交房凭证、住户情况登记表、物业管理服务协议、业主临时管理规约
            wy resident paper M261122-001 --add all
验房      ✓ 李强 陪同  张伟 签字  2026-11-22 09:30
表底      ✓ 水表 12.3、电表 45  张伟 确认
          – 燃气表
            wy resident meter M261122-001 --gas …
发放      ✓ 钥匙 ×3、业主手册、房屋水电图  张伟 签字
          – 装修须知、入住文本签收单
            wy resident handout M261122-001 --item all --signed-by …
`);
  await desk.say('resident paper 001 --add all');
  await desk.say('resident meter 001 --gas 0');
  await desk.say('resident handout 001 --item all --signed-by 张伟');
  const ready = await desk.say('resident file 001 --lang en');
  expect(ready.out).toContain(
    'Missing     nothing; complete it\n              wy resident complete M261122-001\n',
  );
  const done = await desk.say('resident complete 001');
  expect(done.out).not.toContain('还缺');
});

it('the list fits a terminal of 80 columns, however much is missing', async () => {
  await open();
  for (const lang of ['zh', 'en']) {
    const { out } = await desk.say(`resident moves --lang ${lang}`, { columns: 80 });
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  }
});

it('a site without gas is not asked for it', async () => {
  const file = path.join(desk.home, 'policy.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('[water, electricity, gas]', '[water, electricity]'));
  const { json } = await open('--json');
  expect(json.missing).not.toContain('gas');
  const said = await desk.say('resident meter 001 --json');
  expect(said.error.hint).toBe('wy resident meter M261122-001 --water … --electricity …');
});

it('things are called as the site calls them, in the timeline, too', async () => {
  const file = path.join(desk.home, 'policy.yaml');
  const text = readFileSync(file, 'utf8').replace(
    'names: {}',
    'names: {marriage-certificate: 结婚证, id-card: 居民身份证}',
  );
  writeFileSync(file, text);
  await open();
  await desk.say('resident paper 001 --add 结婚证,居民身份证');
  const { out } = await desk.say('resident file 001 --lang en');
  expect(out).toContain('✓ 结婚证, 居民身份证\n');
  expect(out).toContain('papers  结婚证, 居民身份证  (王芳)');
});

it('both slices of residents stand in the help', async () => {
  const { out } = await desk.say('resident --help');
  for (const verb of ['find', 'add', 'move-in', 'move-out', 'transfer', 'complete', 'check']) {
    expect(out).toMatch(new RegExp(`^ {2}${verb} `, 'm'));
  }
  const typo = await desk.say('resident movein');
  expect(typo.err).toContain('wy resident move-in');
});

it('the completeness with its numbers, in both languages', async () => {
  await desk.say('unit add 3-2-1502 --area 89.53 --handover 2026-01-01');
  const { json } = await desk.say('resident check --json');
  expect(json.rate).toEqual({ numerator: 0, denominator: 1, percent: '0.0' });
  const next = 'wy resident add --unit 3-2-1502 --role owner --name … --phone …';
  expect(json.lacking).toEqual([{ unit: '3-2-1502', lacks: ['owner'], file: null, next }]);
  expect((await desk.say('resident check --lang en')).out).toContain('0.0 % (0/1)');
  expect((await desk.say('resident check --building 3')).out).toContain('0.0 %（0/1）');
});

it('a phone shown in full leaves a line', async () => {
  await open();
  const { json } = await desk.say('resident file 001 --reveal --json');
  expect(json.phone).toBe('13900005678');
  const lines = (await desk.say('history --json')).json;
  expect(lines.at(-1)).toMatchObject({
    action: 'reveal',
    changes: { command: 'resident file', records: ['M261122-001'] },
  });
});
