import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainSqlite } from '../../src/ledger/explain.ts';
import { writeBooks } from '../../src/shelf/books-file.ts';
import { copyAttachments } from '../../src/upkeep/attachments.ts';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';

type Prepare = (desk: FrontDesk) => unknown;

const nothing: Prepare = () => undefined;

const aFolderForBooks: Prepare = ({ home }) => mkdirSync(path.join(home, 'books.yaml'));

async function aBrokenTemplate(desk: FrontDesk) {
  mkdirSync(path.join(desk.home, 'templates'));
  writeFileSync(path.join(desk.home, 'templates', 'slip.html'), '{{#rows}}');
  await desk.say('key lend --key 屋面 --to 刘洋');
}

function aHugeScan(desk: FrontDesk) {
  truncateSync(desk.file('scan.pdf', ''), 50 * 1024 * 1024 + 1);
}

function aYardBook(desk: FrontDesk) {
  const book = `yard:
  prefix: YD
  name: 车场登记簿
  verbs: { log: open }
  fields:
    plate: { type: plate, label: 车牌 }
    goods: { type: lines, label: 物品 }
`;
  writeFileSync(path.join(desk.home, 'books.yaml'), book);
}

const aUnit: Prepare = (desk) => desk.say('unit add 3-2-1501 --area 89.53');

async function aLeak(desk: FrontDesk) {
  await aUnit(desk);
  await desk.say('ticket open --unit 3-2-1501 --item 渗水 --category leak');
}

async function aVisitedSample(desk: FrontDesk) {
  await aUnit(desk);
  await desk.say('resident add --unit 3-2-1501 --name 张伟 --role owner');
  await desk.say('visit sample --month 2026-11 --seed 1');
  await desk.say('visit log --unit 3-2-1501 --way phone --result satisfied');
}

/** What a session's text cannot set up: a huge file, a folder in a file's place, signs nobody sees. */
describe('a refusal that is rare at the desk', () => {
  it.each<[string, Prepare, string, number, string]>([
    ['books.yaml is a folder', aFolderForBooks, 'today', 3, 'books_unreadable'],
    ['a template with an end missing', aBrokenTemplate, 'key print 1', 3, 'bad_template'],
    ['a sign nobody sees', nothing, 'log add "x\u0007y"', 2, 'control_characters'],
    ['a page too many', nothing, `log add ${'长'.repeat(2001)}`, 2, 'long_text'],
    ['the last one leaves', nothing, 'staff retire 王芳', 1, 'last_staff'],
    ['--building without --all', nothing, 'reno patrol 1 --ok --building 3', 2, 'building_alone'],
    ['--all with a violation', nothing, 'reno patrol --all --violation V09', 2, 'one_violation'],
    ['--measure alone', nothing, 'reno patrol 1 --ok --measure persuade', 2, 'no_violation_told'],
    [
      'a rain that never came and ended',
      nothing,
      'trust rain-over 1 --none --ends 10:00',
      2,
      'ended_and_none',
    ],
    ['no plate', aYardBook, 'yard log --plate 白色', 2, 'bad_plate'],
    [
      'a sample of which everybody was visited',
      aVisitedSample,
      'print visit 2026-11',
      1,
      'sample_visited',
    ],
    ['a list of commas', aYardBook, 'yard log --goods ,', 2, 'bad_lines'],
    [
      'a meter half exchanged',
      aUnit,
      'meter read --unit 3-2-1501 --meter water --reading 2.5 --exchanged',
      2,
      'change_half_told',
    ],
    [
      'a water test before the report',
      aLeak,
      'ticket finish 1 --work 补漏 --leak-tested 2026-11-01',
      1,
      'bad_test_time',
    ],
  ])('%s', async (_name, prepare, line, code, error) => {
    const desk = await frontDesk();
    await prepare(desk);
    const said = await desk.say(`${line} --json`);
    expect([said.code, said.error.code]).toEqual([code, error]);
  });

  it('an attachment of more than 50 MB', async () => {
    const desk = await frontDesk();
    aHugeScan(desk);
    const scan = path.join(path.dirname(desk.home), 'scan.pdf');
    const said = await desk.run(['training', 'log', '--topic', 'x', '--material', scan, '--json']);
    expect([said.code, said.error.code]).toEqual([2, 'file_too_large']);
  });

  it('a user of the system who is nobody of the staff', async () => {
    const desk = await frontDesk();
    writeFileSync(path.join(desk.home, 'policy.yaml'), '');
    const said = await desk.say('log add 巡查 --json');
    expect([said.code, said.error.code]).toEqual([1, 'no_operator']);
  });
});

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_IOERR_WRITE', 'disk_error'],
    ['SQLITE_READONLY', 'ledger_readonly'],
    ['SQLITE_CANTOPEN', 'ledger_unreadable'],
    ['EACCES', 'not_permitted'],
  ])('%s is told as %s', (failure, code) => {
    expect(explainSqlite(Object.assign(new Error(failure), { code: failure }))?.code).toBe(code);
  });

  it('is no place for books.yaml', () => {
    const nowhere = path.join(temporaryPath('file'), 'books.yaml');
    expect(() => writeBooks(nowhere, '')).toThrow(
      expect.objectContaining({ code: 'books_unwritable' }),
    );
  });

  it('is no place for attachments', () => {
    const from = temporaryPath('attachments');
    mkdirSync(from);
    writeFileSync(path.join(from, `${'a'.repeat(64)}.jpg`), 'scan');
    const to = temporaryPath('file');
    writeFileSync(to, '');
    expect(() => copyAttachments(from, to)).toThrow(
      expect.objectContaining({ code: 'attachments_not_copied' }),
    );
  });
});
