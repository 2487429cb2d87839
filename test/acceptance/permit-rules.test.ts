import { describe, expect, it } from 'vitest';
import { type Back, fatesOf } from '../../src/acceptance/permit-rules.ts';
import type { Fate, Permit } from '../../src/renovations/model.ts';
import { codeOf } from '../support/checks.ts';

const NO = 'D261123-001';

const permit = (part: number, fate: Fate | null = null, lostFen: number | null = null): Permit => ({
  part,
  worker: part === 0 ? null : `工人${part}`,
  idNo: null,
  phone: null,
  photos: null,
  untilOn: '2026-12-31',
  issuedAt: '2026-11-23T01:00:00Z',
  fate,
  fateAt: null,
  passFen: null,
  lostFen,
});

/** The permit, two passes out, one back, one lost and unpaid, one lost and paid for. */
const holder = {
  no: NO,
  clearedAt: null,
  permits: [
    permit(0),
    permit(1),
    permit(2),
    permit(3, 'returned'),
    permit(4, 'lost'),
    permit(5, 'lost', 5000),
  ],
};

const parts = (typed: Partial<Back>, it = holder) => {
  const { returned, lost, clears } = fatesOf(it, { cleared: false, ...typed });
  return { returned: returned.map(({ part }) => part), lost: lost.map(({ part }) => part), clears };
};

const nothing = { returned: [], lost: [], clears: false };

describe('what is typed for a permit', () => {
  it.each([
    ['household', 0],
    ['Household', 0],
    ['住户', 0],
    ['施工许可证', 0],
    [NO, 0],
    [NO.toLowerCase(), 0],
    ['0', 0],
    ['００', 0],
    ['1', 1],
    ['01', 1],
    ['０１', 1],
    ['001-02', 2],
    [`${NO}-02`, 2],
    [`${NO.toLowerCase()}-02`, 2],
  ])('%s', (typed, part) => {
    expect(parts({ returned: [typed] })).toEqual({ ...nothing, returned: [part] });
  });

  it.each(['000', '001', '6', 'D261123-002', 'D261123-002-01', '002-01', '工人1'])(
    '%s is none',
    (typed) => {
      expect(codeOf(() => parts({ returned: [typed] }))).toBe('unknown_permit');
    },
  );
});

describe('what becomes of them', () => {
  it.each<[string, Partial<Back>, object]>([
    ['all is what is still out', { returned: ['all'] }, { returned: [0, 1, 2] }],
    ['all, in Chinese', { returned: ['全部'] }, { returned: [0, 1, 2] }],
    ['all but the lost one', { returned: ['all'], lost: ['1'] }, { returned: [0, 2], lost: [1] }],
    ['all lost but one', { returned: ['1'], lost: ['all'] }, { returned: [1], lost: [0, 2] }],
    ['one named beside all', { returned: ['1', 'all'] }, { returned: [1, 0, 2] }],
    ['named twice', { returned: ['1', '01'] }, { returned: [1] }],
    ['a lost one found again', { returned: ['4'] }, { returned: [4] }],
    ['only cleared', { cleared: true }, { clears: true }],
  ])('%s', (_, typed, expected) => {
    expect(parts(typed)).toEqual({ ...nothing, ...expected });
  });

  it('all with nothing out clears the site all the same', () => {
    const empty = { ...holder, permits: [permit(0, 'returned')] };
    expect(parts({ returned: ['all'], cleared: true }, empty)).toEqual({
      ...nothing,
      clears: true,
    });
  });

  it('cleared a second time is no matter where something comes back', () => {
    const cleared = { ...holder, clearedAt: '2026-11-30T07:00:00Z' as never };
    expect(parts({ returned: ['all'], cleared: true }, cleared)).toEqual({
      ...nothing,
      returned: [0, 1, 2],
    });
  });

  it.each<[string, Partial<Back>, string]>([
    ['nothing said', {}, 'nothing_to_record'],
    ['both', { returned: ['1'], lost: ['1'] }, 'returned_and_lost'],
    ['all twice', { returned: ['all'], lost: ['all'] }, 'returned_and_lost'],
    ['back already', { returned: ['3'] }, 'already_back'],
    ['lost after it was back', { lost: ['3'] }, 'already_back'],
    ['lost already', { lost: ['4'] }, 'already_lost'],
    ['lost and paid for, found again', { returned: ['5'] }, 'lost_paid'],
  ])('refused: %s', (_, typed, code) => {
    expect(codeOf(() => parts(typed))).toBe(code);
  });

  it.each([
    ['nothing out', null, { returned: ['all'] }, 'nothing_out'],
    ['cleared already', '2026-11-30T07:00:00Z', { cleared: true }, 'already_cleared'],
    ['both again', '2026-11-30T07:00:00Z', { returned: ['all'], cleared: true }, 'already_cleared'],
  ])('refused: %s', (_, clearedAt, typed, code) => {
    const done = { no: NO, permits: [permit(0, 'returned')], clearedAt: clearedAt as never };
    expect(codeOf(() => parts(typed, done))).toBe(code);
  });
});
