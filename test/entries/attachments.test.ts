import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lay, placeOf } from '../../src/entries/attachments.ts';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';

describe('a file laid beside the ledger', () => {
  let attachmentsDir: string;
  let scan: string;
  beforeEach(() => {
    attachmentsDir = temporaryPath('attachments');
    scan = temporaryPath('委托书.JPG');
    writeFileSync(scan, 'scan');
  });
  const names = () => readdirSync(attachmentsDir);

  it('is called by its content, whole and its owner’s alone', () => {
    const attachment = lay({ attachmentsDir }, scan);
    const to = placeOf({ attachmentsDir }, attachment);
    expect(names()).toEqual([`${attachment.sha256}.jpg`]);
    expect(readFileSync(to, 'utf8')).toBe('scan');
    expect(statSync(to).mode & 0o777).toBe(0o600);
  });

  it('is laid anew where it was spoilt', () => {
    const to = placeOf({ attachmentsDir }, lay({ attachmentsDir }, scan));
    writeFileSync(to, 'sc');
    lay({ attachmentsDir }, scan);
    expect(readFileSync(to, 'utf8')).toBe('scan');
    expect(names()).toHaveLength(1);
  });

  it('takes away what a run that was killed had begun, not what another run is at', () => {
    mkdirSync(attachmentsDir);
    const begun = (pid: number) => `.${'a'.repeat(64)}.jpg.${pid}-0123abcd.part`;
    // Beyond the highest id a system gives.
    for (const pid of [2 ** 30, process.pid]) {
      writeFileSync(path.join(attachmentsDir, begun(pid)), 'sc');
    }
    const { sha256 } = lay({ attachmentsDir }, scan);
    expect(names().sort()).toEqual([begun(process.pid), `${sha256}.jpg`]);
  });
});

describe('a batch of which nothing may be done unless all is', () => {
  let desk: FrontDesk;
  beforeEach(async () => {
    desk = await frontDesk();
    await desk.say('unit add 3-2-1501 --area 89.5');
    await desk.say('visitor sign-in --name 李小芳 --purpose 探亲');
  });

  const found = async (line: string) => {
    const { json } = await desk.say(`${line} --json`);
    return json.map(({ no }: { no: string }) => no);
  };

  it('leaves entries, index and journal as they were', async () => {
    const scan = desk.file('委托书.jpg', 'scan');
    const lines = [
      'key lend --key 楼顶门 --to 张伟 --until 23:50',
      `agency entrust --unit 3-2-1501 --client 张伟 --kind let --price 3000 --key-held no --mandate ${scan}`,
      'visitor edit VT261122-001 --name 孙丽丽',
    ];
    const before = (await desk.say('history --json')).json;
    const failing = [...lines, 'key return K261122-099'].join('\n');
    expect((await desk.say('batch --atomic -', { input: failing })).code).toBe(1);
    expect((await desk.say('history --json')).json).toEqual(before);
    expect(await found('key list --find 楼顶')).toEqual([]);
    expect(await found('agency list --find 张伟')).toEqual([]);
    expect(await found('visitor list --find 孙丽')).toEqual([]);
    expect(await found('visitor list --find 李小')).toEqual(['VT261122-001']);
    expect((await desk.say('doctor')).code).toBe(0);

    expect((await desk.say('batch --atomic -', { input: lines.join('\n') })).code).toBe(0);
    expect(await found('key list --find 楼顶')).toEqual(['K261122-001']);
    expect(await found('agency list --find 张伟')).toEqual(['AG261122-001']);
    expect(await found('visitor list --find 孙丽')).toEqual(['VT261122-001']);
    expect(await found('visitor list --find 李小')).toEqual([]);
    expect((await desk.say('doctor')).code).toBe(0);
  });
});
