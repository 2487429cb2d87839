import { beforeEach, describe, expect, it } from 'vitest';
import { showEntry } from '../../src/entries/page.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { chargeUnit } from '../../src/fees/charging.ts';
import { reverseCharges } from '../../src/fees/lessening.ts';
import { approveEntry } from '../../src/keeping/approving.ts';
import { cancelEntry } from '../../src/keeping/cancelling.ts';
import { editEntry } from '../../src/keeping/editing.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import { addUnit } from '../../src/registry/units.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import type { TestCtx } from '../support/ledger.ts';
import { HOME } from '../upkeep/steps/registry.ts';
import { bookOf, deskWith, ERRAND, open, refusal, step } from './books.ts';

const UNIT = '3-2-1502';
const ANEW = {
  ...{ unit: UNIT, tariff: 'service', amountFen: 4_000 },
  ...{ quantityThousandths: undefined, note: undefined },
};

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await deskWith(ERRAND);
});

/** An errand that may be settled. */
function ordered(desk: TestCtx = ctx, about: { unit?: string } = { unit: UNIT }): string {
  const { no } = open(desk, 'errand', { what: '送水', ...about });
  approveEntry(desk, bookOf(desk, 'errand'), no, { as: 'review', note: undefined });
  return no;
}

const charges = (no: string) =>
  listCharges(ctx.ledger, { subjects: [no] }).map(({ amountFen, state }) => [amountFen, state]);
const cancel = (no: string) => cancelEntry(ctx, bookOf(ctx, 'errand'), no, '不送了');
const pay = (amountFen: number) => takeMoney(ctx, { unit: UNIT, method: 'bank', amountFen });

describe('what an entry charges', () => {
  it('stands in the account of its unit, for the entry, and on its page', () => {
    const no = ordered();
    expect(charges(no)).toEqual([]);
    step(ctx, 'errand', 'settle', no, { fee: 3_500 });
    expect(charges(no)).toEqual([[3_500, 'open']]);
    expect(showEntry(ctx, bookOf(ctx, 'errand'), no)).toMatchObject({
      charges: [{ id: 1, tariff: 'service', amountFen: 3_500, outstandingFen: 3_500 }],
      timeline: expect.arrayContaining([
        expect.objectContaining({ kind: 'charge.made', detail: { charge: '#1', amount: '35.00' } }),
      ]),
    });
  });

  it.each([
    ['nothing, where no amount is said', {}, []],
    ['nothing, where it is free', { fee: 0 }, []],
    ['the least there is', { fee: 1 }, [[1, 'open']]],
  ])('%s', (_, typed, made) => {
    const no = ordered();
    step(ctx, 'errand', 'settle', no, typed);
    expect(charges(no)).toEqual(made);
  });

  it('refuses as a charge of its own does, and closes nothing', () => {
    addUnit(ctx, { ...HOME, code: '3-2-1503' });
    const no = ordered(ctx, { unit: '3-2-1503' });
    const settle = () => step(ctx, 'errand', 'settle', no, { fee: 3_500 });
    expect(refusal(settle)).toBe('no_owner');
    expect(showEntry(ctx, bookOf(ctx, 'errand'), no).state).toBe('open');
  });

  it('refuses where there is no unit to charge, and closes nothing', () => {
    const no = ordered(ctx, {});
    expect(() => step(ctx, 'errand', 'settle', no, { fee: 3_500 })).toThrow(
      expect.objectContaining({
        code: 'charge_without_unit',
        hint: expect.objectContaining({ zh: `写明房号：wy errand edit ${no} --unit 3-2-1501` }),
      }),
    );
    expect(showEntry(ctx, bookOf(ctx, 'errand'), no).state).toBe('open');
  });

  it.each([
    ['whole', '3', 300],
    ['decimal', '2.5', 250],
  ])('is so many times the rate of the tariff: %s', async (type, typed, amountFen) => {
    const desk = await deskWith(
      ERRAND.replace(
        'fee: { type: money, at: settle, label: { zh: 费用, en: fee } }',
        `times: { type: ${type}, at: settle, label: { zh: 次数, en: times } }`,
      ).replace('amount: fee', 'quantity: times'),
    );
    const no = ordered(desk);
    step(desk, 'errand', 'settle', no, { times: type === 'whole' ? 3 : Number(typed) * 1000 });
    expect(listCharges(desk.ledger, { subjects: [no] })).toMatchObject([{ amountFen }]);
  });

  it('shows what the unit owes to whoever makes the next entry, and hinders nothing', () => {
    step(ctx, 'errand', 'settle', ordered(), { fee: 3_500 });
    ctx.warnings.length = 0;
    const { state } = open(ctx, 'errand', { what: '送水', unit: UNIT });
    expect(state).toBe('open');
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([
      `${UNIT} 账上欠 35.00 元（都未到期）；只作提醒，不影响办理。`,
    ]);
  });
});

describe('an entry that charged', () => {
  it('takes its charge back when it is cancelled', () => {
    const no = ordered();
    step(ctx, 'errand', 'settle', no, { fee: 3_500 });
    expect(cancel(no).state).toBe('cancelled');
    expect(charges(no)).toEqual([[3_500, 'reversed']]);
  });

  it.each([
    ['whole', 3_500],
    ['in part', 1],
  ])('is not cancelled where it was paid, %s', (_, amountFen) => {
    const no = ordered();
    step(ctx, 'errand', 'settle', no, { fee: 3_500 });
    pay(amountFen);
    expect(() => cancel(no)).toThrow(
      expect.objectContaining({
        code: 'charge_paid',
        hint: expect.objectContaining({ zh: expect.stringContaining('wy fee reverse R') }),
      }),
    );
    expect(showEntry(ctx, bookOf(ctx, 'errand'), no).state).toBe('closed');
  });

  it('tells that its charge stays where what was charged is corrected', () => {
    const no = ordered();
    step(ctx, 'errand', 'settle', no, { fee: 3_500 });
    ctx.warnings.length = 0;
    const edit = (typed: Record<string, unknown>) =>
      editEntry(ctx, bookOf(ctx, 'errand'), no, { typed, cleared: [] });
    edit({ fee: 4_000 });
    expect(ctx.warnings[0]?.zh).toContain('wy fee reverse-charge 1 ');
    expect(ctx.warnings[0]?.zh).toContain(
      `wy fee charge --unit ${UNIT} --tariff service --amount … --for ${no}`,
    );
    expect(charges(no)).toEqual([[3_500, 'open']]);
  });

  describe('and was charged anew for the right amount', () => {
    const chargedAnew = () => {
      const no = ordered();
      step(ctx, 'errand', 'settle', no, { fee: 3_500 });
      editEntry(ctx, bookOf(ctx, 'errand'), no, { typed: { fee: 4_000 }, cleared: [] });
      reverseCharges(ctx, ['1'], '金额写错');
      chargeUnit(ctx, { ...ANEW, subject: no.toLowerCase() });
      return no;
    };

    it('shows both on its page', () => {
      const no = chargedAnew();
      expect(charges(no)).toEqual([
        [3_500, 'reversed'],
        [4_000, 'open'],
      ]);
    });

    it('takes the new charge back when it is cancelled', () => {
      const no = chargedAnew();
      expect(cancel(no).state).toBe('cancelled');
      expect(charges(no).map(([, state]) => state)).toEqual(['reversed', 'reversed']);
    });

    it('is not cancelled where the new charge was paid', () => {
      const no = chargedAnew();
      pay(4_000);
      expect(refusal(() => cancel(no))).toBe('charge_paid');
    });

    it('is charged for no document that is not there', () => {
      const charge = () => chargeUnit(ctx, { ...ANEW, subject: 'ER261122-009' });
      expect(refusal(charge)).toBe('unknown_number');
    });
  });

  it('leaves books in which every invariant holds', () => {
    const no = ordered();
    step(ctx, 'errand', 'settle', no, { fee: 3_500 });
    cancel(no);
    const broken = allInvariants.filter(({ sql }) => ctx.ledger.db.prepare(sql).all().length > 0);
    expect(broken.map(({ key }) => key)).toEqual([]);
  });
});
