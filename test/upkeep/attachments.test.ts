import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';

let desk: FrontDesk;
let place: string;

beforeEach(async () => {
  desk = await frontDesk();
  writeFileSync(
    path.join(desk.home, 'books.yaml'),
    `
scan:
  prefix: ZZS
  name: { zh: 扫描件, en: scans }
  verbs: { log: open }
  fields:
    what: { type: text, label: { zh: 名称, en: what }, required: yes }
    paper: { type: file, label: { zh: 附件, en: file } }
`,
  );
  const paper = desk.file('合同.PDF', 'a scanned contract');
  const { json } = await desk.run(['scan', 'log', '--what', '合同', '--paper', paper, '--json']);
  place = path.join(desk.home, 'attachments', `${json.fields.paper.sha256}.pdf`);
});

async function finding() {
  const { json } = await desk.say('doctor --json --lang en');
  const found = json.find(({ check }: { check: string }) => check === 'attachments');
  return [found.ok, found.detail];
}

describe('files of entries', () => {
  it.each([
    ['unharmed', () => {}, [true, '1 file, all unharmed']],
    ['gone', () => rmSync(place), [false, 'missing: ZZS261122-001']],
    ['changed', () => writeFileSync(place, 'x'), [false, 'changed: ZZS261122-001']],
  ])('the doctor sees that they are %s', async (_, harm, expected) => {
    harm();
    expect(await finding()).toEqual(expected);
  });

  it('are copied beside a backup once, and come back with it', async () => {
    const first = (await desk.say('backup --json')).json;
    expect(first.attachments).toBe(1);
    expect((await desk.say('backup --json')).json.attachments).toBe(0);
    rmSync(place);
    const back = await desk.say(`restore ${first.file} --yes --json`);
    expect([back.code, back.json.attachments]).toEqual([0, 1]);
    expect(readFileSync(place, 'utf8')).toBe('a scanned contract');
    expect((await finding())[0]).toBe(true);
  });

  it('go with a backup to another disk, and into another home', async () => {
    const disk = temporaryPath();
    const { json } = await desk.say(`backup ${path.join(disk, 'ledger.db')} --json`);
    expect(readdirSync(disk).sort()).toEqual(['attachments', 'ledger.db']);
    const home = temporaryPath('home');
    mkdirSync(home);
    writeFileSync(
      path.join(home, 'policy.yaml'),
      readFileSync(path.join(desk.home, 'policy.yaml')),
    );
    const said = await desk.say(`restore ${json.file} --home ${home} --yes --json`);
    expect([said.code, said.json.attachments]).toEqual([0, 1]);
    expect(existsSync(path.join(home, 'attachments', path.basename(place)))).toBe(true);
  });

  it('that were harmed, or are none of ours, are not copied', async () => {
    writeFileSync(place, 'x');
    writeFileSync(path.join(path.dirname(place), 'notes.txt'), 'x');
    expect((await desk.say('backup --json')).json.attachments).toBe(0);
  });

  it('no folder is made where there are none', async () => {
    rmSync(path.dirname(place), { recursive: true });
    await desk.say('backup');
    expect(existsSync(path.join(desk.home, 'backups', 'attachments'))).toBe(false);
  });
});
