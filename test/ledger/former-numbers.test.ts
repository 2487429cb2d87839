import { describe, expect, it } from 'vitest';
import { numberGiver, readFormer } from '../../src/ledger/former-numbers.ts';
import { TICKETS } from '../../src/tickets/record.ts';
import { makeCtx } from '../support/ledger.ts';

const base = { today: '2026-11-22', beganOn: '2024-01-05' };

describe('a number of another list', () => {
  it.each([
    ['ours', 'T240105-001', 'T240105-001', null],
    ['ours in small letters', ' t240105-001 ', 'T240105-001', null],
    ['ours in full width', 'Ｔ２４０１０５－００１', 'T240105-001', null],
    ['YYMMDD and serial', '240105001', 'T240105-001', '240105001'],
    ['with a hyphen', '240105-001', 'T240105-001', '240105-001'],
    ['of a long day', '2401051234', 'T240105-1234', '2401051234'],
    ['a serial with too many zeros', '2401050012', 'T240105-012', '2401050012'],
    ['of 2004, which is not the day of the row', '040214001', 'T040214-001', '040214001'],
    ['of today', '261122001', 'T261122-001', '261122001'],
  ])('%s becomes our number', (_, typed, no, formerNo) => {
    expect(readFormer(TICKETS, typed, base)).toEqual({ no, formerNo });
  });

  it('a zero that a sheet has dropped is only put back on the day of the row', () => {
    const of2004 = { ...base, beganOn: '2004-02-14' };
    expect(readFormer(TICKETS, '40214001', of2004).no).toBe('T040214-001');
    expect(readFormer(TICKETS, '40214001', base)).toEqual({ no: undefined, formerNo: '40214001' });
  });

  it.each([
    ['letters of another kind', 'BX-2024-017'],
    ['another book', 'C240105-001'],
    ['no day of the calendar', '240230001'],
    ['tomorrow', '261123001'],
    ['of 1999, which would be 2099', '990105001'],
    ['serial 0', '240105000'],
    ['too short a serial', '24010501'],
    ['a day alone', '20240105'],
    ['a serial alone', '17'],
    ['ours without its hyphen', 'T240105001'],
  ])('%s is only remembered', (_, typed) => {
    expect(readFormer(TICKETS, typed, base)).toEqual({ no: undefined, formerNo: typed });
  });

  it('new numbers follow those that are spoken for', async () => {
    const { ledger } = await makeCtx();
    const next = numberGiver(ledger, TICKETS, ['T240105-001', 'T240105-003']);
    expect([next('2024-01-05'), next('2024-01-06'), next('2024-01-05')]).toEqual([
      'T240105-004',
      'T240106-001',
      'T240105-005',
    ]);
  });
});
