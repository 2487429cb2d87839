import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitWords } from '../../src/lib/shell-words.ts';
import type { FrontDesk } from '../support/session.ts';
import { desertedDesk, frontDesk, temporaryPath } from '../support/session.ts';
import { faultsOf } from './furnished.ts';

const policyOf = (desk: FrontDesk) =>
  parse(readFileSync(path.join(desk.home, 'policy.yaml'), 'utf8'));

describe('wy init', () => {
  it('makes the policy, the ledger and the folder of backups, for their owner only', async () => {
    const desk = desertedDesk();
    const said = await desk.say('init --name 蓝天新苑 --staff 王芳 --json');
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.json).toMatchObject({ home: desk.home, site: '蓝天新苑', staff: '王芳' });
    const mode = (name: string) => statSync(path.join(desk.home, name)).mode & 0o777;
    expect(mode('.')).toBe(0o700);
    expect(mode('backups')).toBe(0o700);
    expect(mode('ledger.db')).toBe(0o600);
    expect(mode('policy.yaml')).toBe(0o600);
    expect(policyOf(desk)).toMatchObject({
      language: 'zh',
      site: { name: '蓝天新苑' },
      operators: { wang: '王芳' },
    });
    expect(await faultsOf(desk)).toEqual({});
    expect(readdirSync(path.dirname(desk.home))).toEqual(['home']);
  });

  it('lets the first member of staff act at once, and says so in the journal', async () => {
    const desk = desertedDesk();
    await desk.say('init --staff 王芳 --role clerk,supervisor');
    expect((await desk.say('unit add 3-2-1501 --area 89.53')).code).toBe(0);
    const lines = (await desk.say('history --json')).json;
    expect(lines.map((line: { by: string; action: string }) => [line.by, line.action])).toEqual([
      ['wy', 'ledger.create'],
      ['王芳', 'staff.add'],
      ['王芳', 'unit.add'],
    ]);
    const [staff] = (await desk.say('staff list --json')).json;
    expect(staff).toMatchObject({ name: '王芳', roles: ['clerk', 'supervisor'] });
  });

  it.each([
    ['zh', '我的小区'],
    ['en', 'My estate'],
  ])('needs nothing said: in %s', async (lang, site) => {
    const desk = desertedDesk();
    const said = await desk.say('init --json', { env: { WY_LANG: lang } });
    expect(said.json).toMatchObject({ site, staff: 'wang' });
    expect(policyOf(desk)).toMatchObject({ language: lang, operators: { wang: 'wang' } });
    const [staff] = (await desk.say('staff list --json')).json;
    expect(staff).toMatchObject({ name: 'wang', roles: ['supervisor'] });
  });

  it('prints the folder and three commands that can be typed', async () => {
    const desk = desertedDesk();
    const { out } = await desk.say('init');
    expect(out).toContain(desk.home);
    const typed = out.split('\n').filter((line) => line.startsWith('  wy '));
    expect(typed).toHaveLength(3);
    expect((await desk.say((typed[0] ?? '').trim())).code).toBe(0);
  });

  it('repeats --home in them where it was said', async () => {
    const desk = desertedDesk();
    const elsewhere = temporaryPath("wang's $HOME 台账");
    const { out } = await desk.run(['init', '--home', elsewhere]);
    const typed = out.split('\n').find((line) => line.endsWith(' ticket open')) ?? '';
    expect(splitWords(typed)).toEqual(['wy', '--home', elsewhere, 'ticket', 'open']);
  });

  it('keeps names that YAML would take for something else', async () => {
    const desk = desertedDesk();
    await desk.run(['init', '--name', '1号: "院" #3', '--staff', 'true']);
    expect(policyOf(desk)).toMatchObject({
      site: { name: '1号: "院" #3' },
      operators: { wang: 'true' },
    });
    expect((await desk.say('unit add 3-2-1501 --area 89.53')).code).toBe(0);
  });

  it('touches nothing else in a folder that is there', async () => {
    const desk = desertedDesk();
    mkdirSync(path.join(desk.home, 'backups'), { recursive: true });
    writeFileSync(path.join(desk.home, 'notes.txt'), 'mine');
    expect((await desk.say('init')).code).toBe(0);
    expect(readFileSync(path.join(desk.home, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(desk.home).sort()).toEqual([
      '.policy-cache.json',
      'backups',
      'ledger.db',
      'notes.txt',
      'policy.yaml',
    ]);
  });

  it.each(['policy.yaml', 'ledger.db', 'ledger.db-wal'])(
    'refuses a folder with a %s and leaves it alone',
    async (name) => {
      const desk = desertedDesk();
      mkdirSync(desk.home);
      writeFileSync(path.join(desk.home, name), 'mine');
      const said = await desk.say('init --json');
      expect(said.code).toBe(1);
      expect(said.error).toMatchObject({ code: 'home_exists' });
      expect(said.error.message).toContain(desk.home);
      expect(said.error.message).toContain(name);
      expect(said.error.hint).toContain('--home');
      expect(readdirSync(desk.home)).toEqual([name]);
      expect(readFileSync(path.join(desk.home, name), 'utf8')).toBe('mine');
    },
  );

  it('refuses the home it has made', async () => {
    const desk = await frontDesk();
    expect((await desk.say('init --json')).error.code).toBe('home_exists');
  });

  it('by several at once makes one home', async () => {
    const desk = desertedDesk();
    const said = await Promise.all(
      ['王芳', '李强', '赵敏'].map((it) => desk.say(`init --staff ${it}`)),
    );
    expect(said.map(({ code }) => code).sort()).toEqual([0, 1, 1]);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('clears away what a killed run has left, and only that', async () => {
    const desk = desertedDesk();
    const left = path.join(path.dirname(desk.home), '.home.999999999-0123abcd.part');
    const mine = path.join(path.dirname(desk.home), `.home.${process.ppid}-0123abcd.part`);
    mkdirSync(left);
    writeFileSync(path.join(left, 'ledger.db'), '');
    mkdirSync(mine);
    expect((await desk.say('init')).code).toBe(0);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(mine)).toBe(true);
  });
});
