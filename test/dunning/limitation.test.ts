import { beforeEach, describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { settleLine } from '../../src/deadlines/kinds.ts';
import { type NewContact, recordContact } from '../../src/dunning/contacts.ts';
import { limitationDuties, limitations } from '../../src/dunning/limitation.ts';
import { settle } from '../../src/fees/settling.ts';
import { transact } from '../../src/ledger/transact.ts';
import type { Day } from '../../src/lib/day.ts';
import { parseDuration } from '../../src/lib/duration.ts';
import type { TestCtx } from '../support/ledger.ts';
import { call, charge, estate, live, on, pay } from './desk.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await estate();
});

const message = (day: Day, change: Partial<NewContact> = {}) =>
  recordContact(on(ctx, day), { ...call, way: 'sms', result: 'sent', ...change });

const lastDays = (day: Day, within?: string) =>
  limitations(on(ctx, day), within ? { within: parseDuration(within) } : {}).map(
    ({ id, lastOn, isOver }) => `${id} ${lastOn}${isOver ? ' over' : ''}`,
  );

describe('the limitation', () => {
  it('is listed from six months before its last day, and as over after it', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    expect(lastDays('2028-07-24')).toEqual([]);
    expect(lastDays('2028-07-25')).toEqual(['1 2029-01-25']);
    expect(lastDays('2029-01-25')).toEqual(['1 2029-01-25']);
    expect(lastDays('2029-01-26')).toEqual(['1 2029-01-25 over']);
    expect(lastDays('2026-02-01', '36mo')).toEqual(['1 2029-01-25']);
  });

  it('of a leap day is found on its very last day', () => {
    charge(ctx, '3-1-101', '2028-02-29');
    expect(lastDays('2031-02-28', '0d')).toEqual(['1 2031-02-28']);
    expect(lastDays('2031-02-27', '0d')).toEqual([]);
  });

  it('goes by the last day, whatever the unit', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-102', '2026-01-20');
    message('2026-03-01');
    expect(lastDays('2028-12-01')).toEqual(['2 2029-01-20', '1 2029-03-01']);
  });

  it('starts anew for what was overdue then, and for nobody else', () => {
    const before = live(ctx, '3-1-101', '赵敏', null, { untilOn: '2026-01-31' });
    charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-101', '2026-03-02');
    charge(ctx, '3-1-101', '2026-01-25', { debtorId: before });
    message('2026-03-01', { debtor: '张伟' });
    expect(lastDays('2029-01-01')).toEqual(['3 2029-01-25', '1 2029-03-01', '2 2029-03-02']);
  });

  it('does not start anew with a message that came back, nor with a letter that did', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const sent = message('2026-02-01');
    message('2026-03-01', { way: 'letter', result: 'reached', deliveredOn: '2026-03-01' });
    message('2026-04-01');
    expect(lastDays('2029-01-01')).toEqual(['1 2029-04-01']);
    message('2026-04-02', { result: 'returned' });
    expect(lastDays('2029-01-01')).toEqual(['1 2029-03-01']);
    message('2026-05-01', { way: 'letter', result: 'sent' });
    message('2026-05-20', { way: 'letter', result: 'returned' });
    expect(lastDays('2029-01-01')).toEqual(['1 2029-03-01']);
    message('2026-06-01', { unit: undefined, about: sent.no, result: 'returned' });
    expect(lastDays('2029-01-01')).toEqual(['1 2029-03-01']);
  });

  it('starts anew with a part payment of that charge, from the day its money came in', () => {
    const id = charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-101', '2026-01-25');
    pay(on(ctx, '2026-05-05'), id, 1);
    expect(lastDays('2029-01-01')).toEqual(['2 2029-01-25', '1 2029-05-05']);
    pay(on(ctx, '2026-05-06'), id, 9_999);
    expect(lastDays('2029-01-01')).toEqual(['2 2029-01-25']);
  });

  it('does not with a payment that was taken back', () => {
    const id = charge(ctx, '3-1-101', '2026-01-25');
    const receiptId = pay(on(ctx, '2026-05-05'), id, 5_000);
    const later = on(ctx, '2026-05-09');
    transact(later, 'test.reverse', () => {
      const { lastInsertRowid } = ctx.ledger
        .prepare(
          `INSERT INTO receipts (no, unit_id, method, amount_fen, reverses_id, reason, issued_at,
             issued_by, received_at, received_by, booked_on)
           VALUES ('R260509-001', 1, 'cash', -5000, ?, 'x', ?, 1, ?, 1, '2026-05-09')`,
        )
        .run(receiptId, later.now, later.now);
      settle(later, {
        ...{ chargeId: id, kind: 'payment', amountFen: -5_000, settledAt: later.now },
        receiptId: Number(lastInsertRowid),
      });
    });
    expect(lastDays('2029-01-01')).toEqual(['1 2029-01-25']);
    // As known on the day before, it had started anew.
    expect(
      limitations(later, { asOf: '2026-05-08', within: parseDuration('36mo') })[0]?.lastOn,
    ).toBe('2029-05-05');
  });
});

describe('the agenda', () => {
  it('has one line for all that is near, none for what is over', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    charge(ctx, '3-1-101', '2026-02-25');
    charge(ctx, '3-1-102', '2026-01-20');
    expect(limitationDuties(on(ctx, '2028-07-19'))).toEqual([]);
    const [duty, another] = limitationDuties(on(ctx, '2028-08-30'));
    expect(another).toBeUndefined();
    expect(duty).toMatchObject({
      kind: 'fee.limitation',
      title: '2 户 3 笔 300.00 元',
      dueAt: '2029-01-20T15:59:59Z',
      clause: 'dunning.limitation',
      limit: '36mo',
    });
    expect(duty && settleLine(duty)).toBe('wy fee limitation --within 6mo');
    expect(limitationDuties(on(ctx, '2029-01-21'))[0]?.title).toBe('1 户 2 笔 200.00 元');
    expect(limitationDuties(on(ctx, '2029-02-26'))).toEqual([]);
  });

  it('knows of old debts that started anew, as the list does', () => {
    const paid = charge(ctx, '3-1-101', '2020-01-25');
    charge(ctx, '3-1-101', '2020-02-25');
    charge(ctx, '3-1-102', '2020-01-25');
    charge(ctx, '3-1-102', '2026-01-25');
    charge(ctx, '5-1-101', '2026-02-25');
    const promised = { unit: '3-1-102', way: 'phone', result: 'promised' } as const;
    message('2026-01-10', { ...promised, promiseOn: '2026-01-11' });
    pay(on(ctx, '2026-01-15'), paid, 1);
    for (const day of ['2028-07-09', '2028-07-10', '2028-08-01', '2029-01-09', '2029-01-16']) {
      const ending = limitations(on(ctx, day), {}).filter(({ isOver }) => !isOver);
      const fen = ending.reduce((sum, { outstandingFen }) => sum + outstandingFen, 0);
      const [duty] = limitationDuties(on(ctx, day));
      expect(duty?.title.includes(` ${ending.length} 笔 ${fen / 100}`) ?? false).toBe(fen > 0);
    }
    expect(limitationDuties(on(ctx, '2028-08-01'))[0]?.title).toBe('2 户 3 笔 299.99 元');
  });

  it('shows it to the clerk', () => {
    charge(ctx, '3-1-101', '2026-01-25');
    const kinds = (role: 'clerk' | 'finance') =>
      agenda(on(ctx, '2028-08-30'), { role }).duties.map(({ kind }) => kind);
    expect(kinds('clerk')).toContain('fee.limitation');
    expect(kinds('finance')).not.toContain('fee.limitation');
  });
});
