import { beforeEach, describe, expect, it } from 'vitest';
import { cancelFile, completeFile, recordMoveCallback } from '../../src/moves/ending.ts';
import { listFiles, requireFile, showFile } from '../../src/moves/record.ts';
import * as work from '../../src/moves/work.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import {
  completed,
  countRows,
  journal,
  live,
  makeDesk,
  missingOf,
  moveIn,
  on,
  promises,
  supply,
  UNIT,
  whoOn,
} from './desk.ts';

let morning: TestCtx;

beforeEach(async () => {
  morning = await makeDesk();
});

const goods = { quantity: undefined, detail: undefined, signedBy: '张伟' };

describe('the owner who moves in', () => {
  it('is the one registered, where nobody is named', () => {
    live(morning, '张伟', 'owner', { phone: '13800000002' });
    const file = moveIn(morning, { name: undefined, phone: undefined });
    expect(file).toMatchObject({
      no: 'M261122-001',
      kind: 'move-in',
      unit: UNIT,
      case: 'owner',
      who: '张伟',
      phone: '13800000002',
      state: 'open',
      effectiveOn: '2026-11-22',
    });
  });

  it('is registered, if need be', () => {
    moveIn(morning);
    expect(whoOn(morning, '2026-11-22')).toEqual(['张伟 owner']);
    expect(whoOn(morning, '2026-11-21')).toEqual([]);
  });

  it('may be a co-owner, and that is said', () => {
    live(morning, '李梅', 'owner');
    moveIn(morning);
    expect(whoOn(morning, '2026-11-22')).toEqual(['李梅 owner', '张伟 owner']);
    expect(morning.warnings.at(-1)?.en).toContain('co-owner');
  });

  it('is known by the name, and a newer phone is kept', () => {
    live(morning, '张伟', 'owner', { phone: '13800000009' });
    expect(moveIn(morning).phone).toBe('13800000002');
    expect(whoOn(morning, '2026-11-22')).toEqual(['张伟 owner']);
    expect(morning.warnings).toEqual([]);
  });

  it('is somebody else of that name, where the numbers differ', () => {
    live(morning, '张伟', 'owner', { identity: '11010519491231002X' });
    moveIn(morning, { phone: undefined, identity: '110105194912310011' });
    expect(whoOn(morning, '2026-11-22')).toEqual(['张伟 owner', '张伟 owner']);
  });
});

describe('opening is refused', () => {
  it.each([
    ['without an owner', () => undefined, { name: undefined, phone: undefined }, 'owner_unknown'],
    [
      'with two of them',
      () => {
        live(morning, '张伟', 'owner');
        live(morning, '李梅', 'owner');
      },
      { name: undefined, phone: undefined },
      'several_owners',
    ],
    ['with a phone and no name', () => undefined, { name: undefined }, 'name_missing'],
    ['in an unknown unit', () => undefined, { unit: '9-9-999' }, 'unknown_unit'],
    [
      'with the number of another person',
      () => live(morning, '李梅', 'owner', { identity: '11010519491231002X' }),
      { identity: '11010519491231002X' },
      'identity_taken',
    ],
    ['while another one is open', () => moveIn(morning), {}, 'file_already_open'],
  ])('%s', (_, before, change, code) => {
    before();
    const rows = countRows(morning);
    expect(() => moveIn(morning, change)).toThrow(code);
    expect(countRows(morning)).toEqual(rows);
  });

  it('but not after a cancelled or a completed one', () => {
    const first = moveIn(morning);
    cancelFile(morning, first.no, '业主改期');
    const second = moveIn(morning);
    completed(morning, second.no);
    expect(moveIn(morning).no).toBe('M261122-003');
  });
});

describe('the checklist', () => {
  it('grows shorter with every step', () => {
    const { no } = moveIn(morning, { attendance: 'agent', attendee: '刘洋' });
    const papers = work.addPapers(morning, no, ['身份证', 'purchase-contract', '交房凭证']);
    expect(missingOf(papers).slice(0, 2)).toEqual(['authorization', 'agent-id']);
    const handed = work.handOut(morning, no, { items: ['keys'], ...goods, quantity: 3 });
    expect(missingOf(handed)).not.toContain('keys');
    const metered = work.readMeters(morning, no, { water: 12_300, gas: 0 }, '刘洋');
    expect(missingOf(metered)).toContain('electricity');
    expect(missingOf(metered)).not.toContain('gas');
    const inspected = work.inspect(morning, no, { inspector: '李强', signedBy: '刘洋' });
    expect(missingOf(inspected)).not.toContain('inspection');
    expect(inspected).toMatchObject({ inspector: '李强', inspectionSignedBy: '刘洋' });
  });

  it.each([
    ['an unknown paper', (no: string) => work.addPapers(morning, no, ['护照']), 'unknown_item'],
    [
      'one known and one unknown',
      (no: string) => work.addPapers(morning, no, ['id-card', '护照']),
      'unknown_item',
    ],
    [
      'papers that are there',
      (no: string) => work.addPapers(morning, no, ['id-card']),
      'papers_there',
    ],
    [
      'a quantity of two things',
      (no: string) =>
        work.handOut(morning, no, { items: ['keys', 'plans'], ...goods, quantity: 2 }),
      'one_item',
    ],
    ['no reading', (no: string) => work.readMeters(morning, no, {}, undefined), 'no_reading'],
    [
      'an unknown inspector',
      (no: string) => work.inspect(morning, no, { inspector: '赵无名', signedBy: '张伟' }),
      'unknown_staff',
    ],
    [
      'a step of another kind of file',
      (no: string) => work.takeBack(morning, no, { items: ['keys'], ...goods }),
      'other_kind_of_file',
    ],
    [
      'a step before the file was opened',
      (no: string) => work.addPapers(on(morning, '2026-11-22 09:29'), no, ['plans']),
      'before_last_step',
    ],
    ['a callback before the end', (no: string) => callBack(morning, no), 'file_open'],
  ])('%s is refused, and nothing is written', (_, step, code) => {
    const { no } = moveIn(morning);
    work.addPapers(morning, no, ['id-card']);
    const rows = countRows(morning);
    expect(() => step(no)).toThrow(code);
    expect(countRows(morning)).toEqual(rows);
  });

  it('a second reading of the same meter corrects the first, and that is said', () => {
    const { no } = moveIn(morning);
    work.readMeters(morning, no, { water: 12_300 }, '张伟');
    const file = work.readMeters(morning, no, { water: 13_300 }, '张伟');
    expect(file.readings).toEqual([
      { meter: 'water', readingThousandths: 13_300, readOn: '2026-11-22', confirmedBy: '张伟' },
    ]);
    expect(morning.warnings.at(-1)?.en).toBe('water: 12.3 corrected to 13.3.');
    expect(showFile(morning, no).timeline).toHaveLength(3);
  });
});

describe('all that is missing', () => {
  it('of the papers, of the goods', () => {
    const { no } = moveIn(morning);
    work.addPapers(morning, no, ['id-card']);
    work.handOut(morning, no, { items: ['keys'], ...goods, quantity: 3 });
    work.addPapers(morning, no, ['all']);
    const file = work.handOut(morning, no, { items: ['全部'], ...goods });
    expect(missingOf(file)).toEqual(['inspection', 'water', 'electricity', 'gas']);
    expect(file.items.filter(({ code }) => code === 'keys')).toHaveLength(1);
  });

  it('is refused where nothing is', () => {
    const { no } = moveIn(morning);
    work.addPapers(morning, no, ['all']);
    expect(() => work.addPapers(morning, no, ['all'])).toThrow('nothing_missing');
  });

  it('has no quantity, unless it is one thing', () => {
    const { no } = moveIn(morning);
    const attempt = (quantity: number) =>
      work.handOut(morning, no, { items: ['all'], ...goods, quantity });
    expect(() => attempt(2)).toThrow('one_item');
    work.handOut(morning, no, {
      items: ['handbook', 'renovation-notes', 'plans', 'receipt-list'],
      ...goods,
    });
    expect(attempt(3).items.at(-1)).toMatchObject({ code: 'keys', quantity: 3 });
  });
});

describe('what was recorded by mistake', () => {
  it('is missing again, and the timeline keeps it', () => {
    const { no } = moveIn(morning);
    supply(morning, no);
    const mistaken = ['身份证', 'keys', '燃气表', 'inspection'];
    const file = work.strikeOut(morning, no, mistaken, '记错了房号');
    expect(missingOf(file)).toEqual(['id-card', 'inspection', 'gas', 'keys']);
    expect(file).toMatchObject({ inspector: null, inspectionSignedBy: null });
    expect(showFile(morning, no).timeline.at(-1)).toMatchObject({
      kind: 'struck',
      detail: { codes: 'id-card,keys,gas,inspection', reason: '记错了房号' },
    });
    expect(violated(morning)).toEqual([]);
    expect(journal(morning)).not.toContain('记错了房号');
  });

  it.each([
    ['what is not there', ['plans'], 'unknown_item'],
    ['one thing that is there and one that is not', ['id-card', 'plans'], 'unknown_item'],
  ])('%s is refused', (_, items, code) => {
    const { no } = moveIn(morning);
    work.addPapers(morning, no, ['id-card']);
    const rows = countRows(morning);
    expect(() => work.strikeOut(morning, no, items, '…')).toThrow(code);
    expect(countRows(morning)).toEqual(rows);
  });

  it('is refused in an empty file', () => {
    const { no } = moveIn(morning);
    expect(() => work.strikeOut(morning, no, ['id-card'], '…')).toThrow('nothing_there');
  });

  it('is refused in a completed file', () => {
    const { no } = moveIn(morning);
    completed(morning, no);
    expect(() => work.strikeOut(morning, no, ['id-card'], '…')).toThrow('file_completed');
  });
});

describe('who comes instead (rules 2, 4)', () => {
  it.each([
    ['agent', true],
    ['company', true],
    ['owner', false],
  ] as const)('%s: asked for, if it was not said', (attendance, isAsked) => {
    moveIn(morning, { attendance });
    expect(morning.warnings.some(({ en }) => en.includes('Who comes is not said'))).toBe(isAsked);
  });

  it('may be said with their papers', () => {
    const { no } = moveIn(morning, { attendance: 'agent' });
    const file = work.addPapers(morning, no, ['agent-id'], '刘洋');
    expect(file.attendee).toBe('刘洋');
    expect(journal(morning)).not.toContain('刘洋');
  });
});

describe('completing', () => {
  it('names all that is missing, and the commands', () => {
    const { no } = moveIn(morning);
    const attempt = () => completeFile(morning, no);
    expect(attempt).toThrow('file_incomplete');
    expect(attempt).toThrow(/identity card.*inspection of the house.*water.*keys/);
    supply(morning, no);
    expect(completeFile(morning, no).state).toBe('completed');
  });

  it('one thing short is refused', () => {
    const { no } = moveIn(morning);
    supply(morning, no);
    morning.ledger.db.prepare("DELETE FROM meter_readings WHERE meter = 'gas'").run();
    expect(() => completeFile(morning, no)).toThrow(/lacks: gas\./);
  });

  it('promises the call of the next day (rule 76)', () => {
    const { no } = moveIn(morning);
    supply(morning, no);
    const late = on(morning, '2026-11-22 23:59');
    const file = completeFile(late, no);
    expect(promises(late, file)).toEqual(['move.callback 11-23 23:59 open']);
    const next = on(morning, '2026-11-23 10:00');
    expect(promises(next, callBack(next, no))).toEqual(['move.callback 11-23 23:59 met']);
    expect(() => callBack(next, no)).toThrow('already_called_back');
  });

  it('hands over a unit whose day of handover is not known', () => {
    const { no } = moveIn(morning);
    completed(morning, no);
    expect(requireUnit(morning.ledger, UNIT).handoverOn).toBe('2026-11-22');
  });

  it('the keys do, if they are handed out before; the first day stays', () => {
    const { no } = moveIn(morning);
    work.handOut(morning, no, { items: ['handbook'], ...goods });
    expect(requireUnit(morning.ledger, UNIT).handoverOn).toBeNull();
    work.handOut(on(morning, '2026-11-23 09:00'), no, { items: ['keys'], ...goods });
    completed(on(morning, '2026-11-25 09:00'), no);
    expect(requireUnit(morning.ledger, UNIT).handoverOn).toBe('2026-11-23');
  });

  it('twice is refused; a note may follow', () => {
    const { no } = moveIn(morning);
    completed(morning, no);
    expect(() => completeFile(morning, no)).toThrow('file_completed');
    expect(() => cancelFile(morning, no, '…')).toThrow('file_completed');
    expect(() => work.addPapers(morning, no, ['plans'])).toThrow('file_completed');
    work.noteOnFile(morning, no, '资料已归档');
    expect(showFile(morning, no).timeline.at(-1)).toMatchObject({ kind: 'note' });
  });

  it('a cancelled file takes no more, and its owner stays', () => {
    const { no } = moveIn(morning);
    cancelFile(morning, no, '业主改期');
    expect(() => work.noteOnFile(morning, no, '…')).toThrow('file_cancelled');
    expect(requireFile(morning, no).missing).toEqual([]);
    expect(whoOn(morning, '2026-11-22')).toEqual(['张伟 owner']);
    expect(morning.warnings.at(-1)?.en).toContain('wy resident edit 1 --until 2026-11-22');
  });

  it('an owner of before is no matter of the cancelled file', () => {
    live(morning, '张伟', 'owner', { phone: '13800000002' });
    cancelFile(morning, moveIn(morning).no, '业主改期');
    expect(morning.warnings).toEqual([]);
  });
});

const callBack = (ctx: TestCtx, no: string) =>
  recordMoveCallback(ctx, no, { result: 'satisfied', note: undefined });

it('the list takes only what is asked for', () => {
  const first = moveIn(morning).no;
  completed(morning, first);
  const second = moveIn(morning).no;
  const nos = (query: Parameters<typeof listFiles>[1]) =>
    listFiles(morning, query).map(({ no }) => no);
  expect(nos({})).toEqual([first, second]);
  expect(nos({ open: true })).toEqual([second]);
  expect(nos({ kind: 'move-out' })).toEqual([]);
  expect(nos({ unit: UNIT, kind: 'move-in' })).toEqual([first, second]);
  expect(() => nos({ unit: '9-9-999' })).toThrow('unknown_unit');
});

it('the journal names personal values and holds none', () => {
  const { no } = moveIn(morning, {
    attendance: 'agent',
    attendee: '刘洋',
    identity: '11010519491231002X',
  });
  work.handOut(morning, no, { items: ['keys'], ...goods, quantity: 3, detail: 'A-1501' });
  work.readMeters(morning, no, { water: 12_300 }, '刘洋');
  supply(morning, no);
  work.addDefect(morning, no, {
    item: '窗框变形',
    place: '主卧',
    category: 'general',
    appointmentAt: undefined,
  });
  completeFile(morning, no);
  const told = journal(morning);
  for (const personal of ['张伟', '刘洋', '13800000002', '0024', '002X', 'A-1501']) {
    expect(told).not.toContain(personal);
  }
  expect(told).toContain('waterThousandths');
  expect(violated(morning)).toEqual([]);
});
