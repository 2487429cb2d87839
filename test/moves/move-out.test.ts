import { beforeEach, describe, expect, it } from 'vitest';
import { w } from '../../src/lib/words.ts';
import { cancelFile, completeFile } from '../../src/moves/ending.ts';
import { requireFile, showFile } from '../../src/moves/record.ts';
import * as work from '../../src/moves/work.ts';
import { editResident } from '../../src/registry/residents.ts';
import { violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import {
  completed,
  countRows,
  journal,
  live,
  makeDesk,
  moveOut,
  on,
  supply,
  whoOn,
} from './desk.ts';

let morning: TestCtx;

beforeEach(async () => {
  morning = await makeDesk();
});

describe('who moves out', () => {
  it('is the only tenant or owner', () => {
    live(morning, '张伟', 'owner');
    live(morning, '张小明', 'family');
    expect(moveOut(morning)).toMatchObject({
      kind: 'move-out',
      case: 'leaving',
      who: '张伟',
      leaving: 'person',
      effectiveOn: null,
    });
  });

  it('is said by id or by name', () => {
    live(morning, '张伟', 'owner');
    const tenant = live(morning, '周敏', 'tenant');
    expect(moveOut(morning, { who: String(tenant.id) }).who).toBe('周敏');
    cancelFile(morning, '001', '…');
    expect(moveOut(morning, { who: '周敏' }).who).toBe('周敏');
  });

  it.each([
    ['of several, and nobody said who', { who: undefined }, 'several_residents'],
    ['of two by one name', { who: '李静' }, 'several_residents'],
    ['by a name that nobody has', { who: '赵无名' }, 'not_living_there'],
    ['by an unknown id', { who: '999' }, 'unknown_resident'],
    ['on a day before they came', { who: '周敏', lastOn: '2025-12-31' }, 'not_living_there'],
    ['as the owner who is a tenant', { who: '周敏', leaving: 'occupants' }, 'not_owner'],
  ] as const)('is refused %s', (_, change, code) => {
    live(morning, '周敏', 'tenant');
    live(morning, '李静', 'tenant', { identity: '110105194912310011' });
    live(morning, '李静', 'family', { identity: '110105194912310038' });
    const rows = countRows(morning);
    expect(() => moveOut(morning, change)).toThrow(code);
    expect(countRows(morning)).toEqual(rows);
  });
});

describe('where nobody said who', () => {
  it('the ids to choose from are named, and no names', () => {
    live(morning, '张伟', 'owner');
    live(morning, '周敏', 'tenant');
    let refusal: unknown;
    try {
      moveOut(morning);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ hint: w('加 --who 编号：1（业主）、2（租户）', IDS) });
  });

  it('all owners together need no choice, owners and tenants do', () => {
    live(morning, '张伟', 'owner');
    live(morning, '李梅', 'owner');
    const { no, who } = moveOut(morning, { leaving: 'household' });
    expect(who).toBe('张伟');
    completed(morning, no);
    expect(whoOn(morning, '2026-11-23')).toEqual([]);
  });
});

const IDS = 'Say --who with one of these ids: 1 (owner), 2 (tenant)';

describe('the checklist of a move-out (rule 19)', () => {
  it('keeps what is owed, what came back and where post goes', () => {
    live(morning, '周敏', 'tenant');
    const { no } = moveOut(morning);
    work.settle(morning, no, { items: ['欠费'], detail: '物业费 320.00 元' });
    work.takeBack(morning, no, {
      items: ['keys'],
      quantity: 2,
      detail: 'A-1501',
      signedBy: undefined,
    });
    const file = work.forwardTo(morning, no, '临江市海棠路 8 号');
    expect(file.forwarding).toBe('临江市海棠路 8 号');
    expect(file.items).toMatchObject([
      { kind: 'settlement', code: 'arrears', detail: '物业费 320.00 元' },
      { kind: 'return', code: 'keys', quantity: 2, detail: 'A-1501' },
    ]);
    expect(file.missing.map(({ step }) => step)).toEqual(['paper', 'settle', 'meter', 'return']);
  });

  it('the address is no item like the others', () => {
    live(morning, '周敏', 'tenant');
    const { no } = moveOut(morning);
    expect(() => work.settle(morning, no, { items: ['迁往地址'], detail: '某处' })).toThrow(
      'personal_item',
    );
  });

  it('warns of a meter that ran backwards', () => {
    live(morning, '周敏', 'tenant');
    const first = moveOut(morning).no;
    work.readMeters(morning, first, { water: 12_300 }, undefined);
    cancelFile(morning, first, '…');
    const next = on(morning, '2026-11-23 09:00');
    const { no } = moveOut(next);
    work.readMeters(next, no, { water: 12_300 }, undefined);
    expect(next.warnings).toEqual([]);
    work.readMeters(next, no, { water: 12_299 }, undefined);
    expect(next.warnings.at(-1)?.en).toContain('less than the last reading 12.3');
  });
});

describe('completing a move-out', () => {
  it.each([
    ['on the day of completion', undefined, '2026-11-25', '2026-11-26'],
    ['on a day before it', '2026-11-20', '2026-11-20', '2026-11-21'],
    ['on a day to come', '2026-12-31', '2026-12-31', '2027-01-01'],
  ])('the last day is %s', (_, lastOn, last, after) => {
    live(morning, '周敏', 'tenant');
    live(morning, '周小明', 'family');
    const { no } = moveOut(morning, { lastOn });
    const later = on(morning, '2026-11-25 16:00');
    expect(completed(later, no)).toMatchObject({ state: 'completed', effectiveOn: last });
    expect(whoOn(later, last)).toEqual(['周敏 tenant', '周小明 family']);
    expect(whoOn(later, after)).toEqual([]);
    expect(violated(later)).toEqual([]);
  });

  it('the owner who only moves away remains the owner', () => {
    live(morning, '张伟', 'owner');
    live(morning, '张小明', 'family');
    completed(morning, moveOut(morning, { leaving: 'occupants' }).no);
    expect(whoOn(morning, '2026-11-23')).toEqual(['张伟 owner']);
  });

  it('an ownership that ends is pointed out', () => {
    live(morning, '张伟', 'owner');
    completed(morning, moveOut(morning).no);
    expect(morning.warnings.at(-1)?.en).toContain('This ended an ownership');
    expect(whoOn(morning, '2026-11-23')).toEqual([]);
  });

  it('takes the registry as it is then', () => {
    const { id } = live(morning, '周敏', 'tenant');
    const { no } = moveOut(morning);
    editResident(morning, id, { untilOn: '2026-11-20' }, () => ({ pinyin: '', initials: '' }));
    completed(morning, no);
    expect(whoOn(morning, '2026-11-20')).toEqual(['周敏 tenant']);
    expect(morning.warnings.at(-1)?.en).toContain('No stay');
    expect(violated(morning)).toEqual([]);
  });

  it('is refused while something is missing', () => {
    live(morning, '周敏', 'tenant');
    const { no } = moveOut(morning);
    supply(morning, no);
    morning.ledger.db.prepare('UPDATE moves SET forwarding = NULL').run();
    expect(() => completeFile(morning, no)).toThrow(/lacks: forwarding address\./);
    expect(requireFile(morning, no).state).toBe('open');
    expect(whoOn(morning, '2026-11-23')).toEqual(['周敏 tenant']);
  });

  it('tells in the timeline how many stays ended', () => {
    live(morning, '周敏', 'tenant');
    live(morning, '周小明', 'family');
    const { no } = moveOut(morning);
    completed(morning, no);
    expect(showFile(morning, no).timeline.at(-1)).toMatchObject({
      kind: 'completed',
      detail: { ended: 2 },
    });
  });
});

it('the journal holds no personal values', () => {
  live(morning, '周敏', 'tenant', { phone: '13800000006' });
  const { no } = moveOut(morning, { attendee: '刘洋' });
  work.settle(morning, no, { items: ['vehicles'], detail: '京A12345 已迁出' });
  completed(morning, no);
  const told = journal(morning);
  for (const personal of ['周敏', '刘洋', '京A12345', '海棠路', '13800000006']) {
    expect(told).not.toContain(personal);
  }
  expect(told).toContain('forwarding');
});
