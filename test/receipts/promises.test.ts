import { beforeEach, describe, expect, it } from 'vitest';
import { stateOf } from '../../src/deadlines/rules.ts';
import { dutiesDueBy } from '../../src/deadlines/service.ts';
import { listContacts, type NewContact, recordContact } from '../../src/dunning/contacts.ts';
import { reverseReceipt } from '../../src/receipts/reversing.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import { violated } from '../support/checks.ts';
import { at, type TestCtx } from '../support/ledger.ts';
import { feeDesk, HOME, owe } from './desk.ts';

/** 10:00 in Shanghai. */
const on = (day: string): TestCtx => at(ctx, `${day}T02:00:00Z`);

let ctx: TestCtx;

/** 1.00 overdue since 20 November, promised on the 22nd for the 30th. */
beforeEach(async () => {
  ctx = await feeDesk();
  owe(ctx, 100, '2026-11-20');
  promise('2026-11-22', '2026-11-30');
});

function promise(day: string, promiseOn: string): void {
  const nothing = { about: undefined, debtor: undefined, reason: undefined };
  const letter = { tracking: undefined, deliveredOn: undefined };
  const signature = { signedBy: undefined, relation: undefined };
  const made: NewContact = {
    ...{ unit: HOME, way: 'phone', result: 'promised', promiseOn },
    ...{ ...nothing, ...letter, ...signature },
  };
  recordContact(on(day), made);
}

const pay = (day: string, amountFen = 100) =>
  takeMoney(on(day), { unit: HOME, amountFen, method: 'wechat' }).no;

const takeBack = (day: string, no: string) => {
  const then = on(day);
  then.warnings.length = 0;
  reverseReceipt(then, no, '退票');
  return then.warnings.map(({ en }) => en);
};

/** What the contacts say of the promise, what its deadline says, and whether it is on the agenda. */
function seen(day: string) {
  const now = on(day);
  const [contact] = listContacts(now, {});
  const duties = dutiesDueBy(now, '2027-12-31T00:00:00Z');
  return [
    contact?.promise,
    contact?.deadlines.map((it) => stateOf(it, now.now)).join(),
    duties.filter(({ kind }) => kind === 'fee.promise').length,
  ];
}

describe('a receipt taken back that had met a promise', () => {
  it.each([
    ['days before its day', '2026-11-25'],
    ['on its day', '2026-11-30'],
  ])('%s: it is followed up again', (_, day) => {
    const no = pay('2026-11-24');
    expect(seen('2026-11-24')).toEqual(['kept', 'met', 0]);
    expect(takeBack(day, no)).toEqual([
      'What N261122-001 promised is owed again; the promise is followed up again, until 2026-11-30 23:59.',
    ]);
    expect(seen(day)).toEqual(['open', 'open', 1]);
    expect(seen('2026-12-01')).toEqual(['broken', 'overdue', 1]);
    pay('2026-12-01');
    expect(seen('2026-12-01')).toEqual(['broken', 'late', 0]);
    expect(violated(ctx)).toEqual([]);
  });

  it('the day after: it was kept, and the clerk is told to ask anew', () => {
    const no = pay('2026-11-24');
    expect(takeBack('2026-12-01', no)).toEqual([
      'What N261122-001 promised is owed again, and its time (2026-11-30 23:59) is over. Ask anew: wy fee contact --about N261122-001 --way phone --result …',
    ]);
    expect(seen('2026-12-01')).toEqual(['kept', 'met', 0]);
    expect(violated(ctx)).toEqual([]);
  });

  it('a second time: only what it takes back itself is told', () => {
    const [first, second] = [pay('2026-11-24', 60), pay('2026-11-24', 40)];
    expect(takeBack('2026-12-01', first)).toHaveLength(1);
    expect(takeBack('2026-12-01', second)).toEqual([]);
  });

  it('paid with other money before: nothing to tell', () => {
    pay('2026-11-24');
    owe(ctx, 300, '2026-12-31');
    expect(takeBack('2026-11-25', pay('2026-11-24', 300))).toEqual([]);
    expect(seen('2026-11-25')).toEqual(['kept', 'met', 0]);
  });
});
