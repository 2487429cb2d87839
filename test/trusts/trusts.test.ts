import { beforeEach, describe, expect, it } from 'vitest';
import { stateOf } from '../../src/deadlines/rules.ts';
import { readMeter } from '../../src/meters/reading.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { subscribe, unsubscribe } from '../../src/subscriptions/subscribing.ts';
import { decideFullFee } from '../../src/trusts/deciding.ts';
import { invariants } from '../../src/trusts/invariants.ts';
import { flagLimits } from '../../src/trusts/limits.ts';
import type { Turn } from '../../src/trusts/model.ts';
import { patrolAll, patrolTrust, tellOwner } from '../../src/trusts/patrolling.ts';
import { callOff, endRain, listRains, registerRain } from '../../src/trusts/raining.ts';
import { rainStateOf } from '../../src/trusts/rules.ts';
import { listTrusts, requireTrust, showTrust } from '../../src/trusts/trusts.ts';
import { violated } from '../support/checks.ts';
import { at, makeCtx, policyOf, type TestCtx } from '../support/ledger.ts';

/** Sunday 2026-11-22, 09:30 in Shanghai. */
let ctx: TestCtx;

const moment = (text: string) =>
  new Date(`${text.replace(' ', 'T')}+08:00`).toISOString().replace('.000', '');
const on = (text: string) => at(ctx, moment(text));

beforeEach(async () => {
  ctx = await makeCtx();
  for (const code of ['3-2-1501', '3-2-1502', '3-2-1503']) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: '2020-01-01' });
  }
});

const entrust = (unit = '3-2-1501', untilOn?: string, fromOn = '2026-11-22') =>
  subscribe(ctx, {
    unit,
    tariff: 'trust',
    fromOn,
    untilOn,
    quantityThousandths: undefined,
    rateTenthousandths: undefined,
    party: undefined,
    note: undefined,
  }).no;

const well = (turn: Turn = 'weekly', rain?: number) =>
  ({ turn, rain, finding: undefined, ownerTold: false }) as const;

const promises = (no: string, when: TestCtx, kind = 'trust.patrol') =>
  requireTrust(when, no)
    .deadlines.filter((each) => each.kind === kind)
    .map((each) => [each.dueAt, stateOf(each, when.now)]);

const read = (day: string, reading: number, meter: 'water' | 'electricity' = 'water') => {
  const when = on(`${day} 18:00`);
  const made = { unit: '3-2-1501', meter, readingThousandths: reading * 1000, readOn: day };
  readMeter(when, { ...made, change: undefined }, (unitIds) => flagLimits(when, unitIds));
};

const flags = (no: string) => promises(no, on('2026-12-20 12:00'), 'trust.decide').length;

const actions = () =>
  ctx.ledger.db
    .prepare<[], { action: string }>("SELECT action FROM journal WHERE action LIKE 'trust.%'")
    .all()
    .map(({ action }) => action);

describe('the weekly patrol (rule 125)', () => {
  it.each([
    ['early', '2026-11-25 10:00', 'met', '2026-12-02 23:59:59'],
    ['at the last second', '2026-11-29 23:59:59', 'met', '2026-12-06 23:59:59'],
    ['a second late', '2026-11-30 00:00:00', 'late', '2026-12-07 23:59:59'],
  ])('%s: the next is a week from it', (_, when, state, next) => {
    const no = entrust();
    patrolTrust(on(when), no, well());
    expect(promises(no, on(when))).toEqual([
      [moment('2026-11-29 23:59:59'), state],
      [moment(next), 'open'],
    ]);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('is not promised beyond the end of the trust', () => {
    const no = entrust('3-2-1501', '2026-12-01');
    patrolTrust(on('2026-11-24 10:00'), no, well());
    expect(promises(no, on('2026-11-24 10:00'))).toHaveLength(2);
    patrolTrust(on('2026-11-25 10:00'), no, well());
    expect(promises(no, on('2026-11-25 10:00')).map(([, state]) => state)).toEqual(['met', 'met']);
  });

  it.each([
    ['before the agreement', '2026-11-22 09:29', 'before_last_step'],
    ['after its last day', '2026-12-02 00:00', 'trust_ended'],
  ])('%s it is refused', (_, when, code) => {
    const no = entrust('3-2-1501', '2026-12-01');
    expect(() => patrolTrust(on(when), no, well())).toThrow(code);
  });

  it('before the first day of a trust agreed upon ahead it is refused', () => {
    const no = entrust('3-2-1501', undefined, '2026-12-01');
    expect(() => patrolTrust(on('2026-11-30 10:00'), no, well())).toThrow('trust_not_begun');
    patrolTrust(on('2026-12-01 10:00'), no, well());
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('of another agreement is refused', () => {
    const { no } = subscribe(ctx, {
      unit: '3-2-1502',
      tariff: 'vacant',
      fromOn: '2026-11-22',
      untilOn: undefined,
      quantityThousandths: undefined,
      rateTenthousandths: undefined,
      party: undefined,
      note: undefined,
    });
    expect(() => patrolTrust(ctx, no, well())).toThrow('no_trust');
  });

  it('a round takes all that are held today, and only those', () => {
    const first = entrust();
    const second = entrust('3-2-1502', '2026-11-23');
    entrust('3-2-1503', undefined, '2026-12-01');
    const seen = patrolAll(on('2026-11-24 10:00'), well());
    expect(seen.map(({ no }) => no)).toEqual([first]);
    expect(promises(second, on('2026-11-24 10:00'))).toHaveLength(1);
    expect(() => patrolAll(ctx, { ...well(), finding: '漏水' })).toThrow('one_finding');
  });

  it('a round without any trust is refused', () => {
    expect(() => patrolAll(ctx, well())).toThrow('no_trusts');
  });

  it('ends with the trust', () => {
    const no = entrust();
    unsubscribe(ctx, no, '2026-11-22');
    expect(promises(no, ctx).map(([, state]) => state)).toEqual(['waived']);
    expect(violated(ctx, invariants)).toEqual([]);
  });
});

describe('what a patrol finds', () => {
  it('goes to the owner at once', () => {
    const no = entrust();
    patrolTrust(ctx, no, { ...well(), finding: '窗未关' });
    expect(ctx.warnings.at(-1)?.zh).toContain(`wy trust tell ${no}`);
    tellOwner(ctx, no);
    expect(showTrust(ctx, no).patrols).toMatchObject([
      { ok: false, findings: '窗未关', ownerTold: true },
    ]);
    expect(() => tellOwner(ctx, no)).toThrow('nothing_to_tell');
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('told already needs no warning', () => {
    const no = entrust();
    ctx.warnings.length = 0;
    patrolTrust(ctx, no, { ...well(), finding: '窗未关', ownerTold: true });
    expect(ctx.warnings).toEqual([]);
    expect(() => tellOwner(ctx, no)).toThrow('nothing_to_tell');
  });

  it('stands in no journal line', () => {
    patrolTrust(ctx, entrust(), { ...well(), finding: '窗未关' });
    const changes = ctx.ledger.db
      .prepare<[], { changes: string }>("SELECT changes FROM journal WHERE action = 'trust.patrol'")
      .get()?.changes;
    expect(JSON.parse(changes ?? '')).toEqual({
      turn: 'weekly',
      ok: false,
      findings: '***',
      ownerTold: false,
    });
  });
});

describe('a heavy rain (rule 125)', () => {
  const rain = (starts: string, ends?: string, when = ctx) =>
    registerRain(when, {
      startsAt: moment(starts),
      endsAt: ends === undefined ? undefined : moment(ends),
      note: undefined,
    });
  const beforeRain = (no: string, when: TestCtx) => promises(no, when, 'trust.before-rain');
  const afterRain = (no: string, when: TestCtx) => promises(no, when, 'trust.after-rain');

  it('is seen before it starts and after it ends', () => {
    const no = entrust();
    const { id } = rain('2026-11-24 14:00', '2026-11-25 02:00');
    expect(beforeRain(no, ctx)).toEqual([[moment('2026-11-24 14:00'), 'open']]);
    expect(afterRain(no, ctx)).toEqual([[moment('2026-11-26 23:59:59'), 'open']]);
    patrolTrust(on('2026-11-24 14:00'), no, well('before-rain'));
    const end = on('2026-11-26 23:59:59');
    patrolTrust(end, no, well('after-rain', id));
    expect([beforeRain(no, end)[0]?.[1], afterRain(no, end)[0]?.[1]]).toEqual(['met', 'met']);
    expect(showTrust(end, no).patrols.map(({ turn, rainId }) => [turn, rainId])).toEqual([
      ['before-rain', id],
      ['after-rain', id],
    ]);
    expect(promises(no, end).at(-1)).toEqual([moment('2026-12-03 23:59:59'), 'open']);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('told when it has begun, is only seen after it', () => {
    const no = entrust();
    rain('2026-11-22 09:30');
    expect(beforeRain(no, ctx)).toEqual([]);
    expect(afterRain(no, ctx)).toEqual([[moment('2026-11-23 23:59:59'), 'open']]);
  });

  it('concerns the units that are held on its day', () => {
    const held = entrust('3-2-1501', '2026-11-24');
    const later = entrust('3-2-1502', undefined, '2026-11-25');
    rain('2026-11-24 14:00');
    expect([beforeRain(held, ctx).length, beforeRain(later, ctx).length]).toEqual([1, 0]);
  });

  it.each([
    ['after it, while it has not ended', 'after-rain', '2026-11-24 20:00'],
    ['after it, twice', 'after-rain', '2026-11-25 09:00'],
    ['before another rain', 'before-rain', '2026-11-25 09:00'],
  ] as const)('%s: nobody waits for that', (_, turn, when) => {
    const no = entrust();
    rain('2026-11-24 14:00', '2026-11-25 02:00');
    patrolTrust(on('2026-11-24 12:00'), no, well('before-rain'));
    if (when === '2026-11-25 09:00') patrolTrust(on('2026-11-25 08:00'), no, well('after-rain'));
    expect(() => patrolTrust(on(when), no, well(turn))).toThrow('no_rain');
    expect(() => patrolAll(on(when), well(turn))).toThrow('no_rain');
  });

  it('one look is for all rains that are over, or for the one that is named', () => {
    const no = entrust();
    const first = rain('2026-11-23 08:00', '2026-11-23 09:00');
    rain('2026-11-23 10:00', '2026-11-23 11:00');
    const noon = on('2026-11-23 12:00');
    patrolTrust(noon, no, well('after-rain', first.id));
    expect(afterRain(no, noon).map(([, state]) => state)).toEqual(['met', 'open']);
    patrolAll(noon, well('after-rain'));
    expect(afterRain(no, noon).map(([, state]) => state)).toEqual(['met', 'met']);
  });

  it('whose end was unknown moves the second look to its end', () => {
    const no = entrust();
    const { id } = rain('2026-11-24 14:00');
    const over = on('2026-11-27 08:00');
    expect(afterRain(no, over)).toEqual([[moment('2026-11-25 23:59:59'), 'overdue']]);
    expect(endRain(over, undefined, undefined)).toMatchObject({ id, endsAt: over.now });
    expect(afterRain(no, over)).toEqual([[moment('2026-11-28 23:59:59'), 'open']]);
    expect(() => endRain(over, id, undefined)).toThrow('rain_over');
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('seen too early, while it went on, is seen once more', () => {
    const no = entrust();
    rain('2026-11-24 14:00');
    patrolTrust(on('2026-11-24 20:00'), no, well('after-rain'));
    const over = on('2026-11-25 08:00');
    endRain(over, undefined, undefined);
    expect(afterRain(no, over).map(([, state]) => state)).toEqual(['met', 'open']);
  });

  it('seen after its end, which is told later, is seen', () => {
    const no = entrust();
    rain('2026-11-24 14:00');
    patrolTrust(on('2026-11-24 20:00'), no, well('after-rain'));
    const later = on('2026-11-25 08:00');
    endRain(later, undefined, moment('2026-11-24 19:00'));
    expect(afterRain(no, later).map(([, state]) => state)).toEqual(['met']);
  });

  it.each([
    [
      'ends before it starts',
      () => rain('2026-11-24 14:00', '2026-11-24 13:59'),
      'rain_ends_first',
    ],
    ['ends as it starts', () => rain('2026-11-24 14:00', '2026-11-24 14:00'), 'rain_ends_first'],
    ['is told twice', () => [rain('2026-11-24 14:00'), rain('2026-11-24 14:00')], 'rain_known'],
    ['is over, and none goes on', () => endRain(ctx, undefined, undefined), 'unknown_rain'],
    ['nobody knows is over', () => endRain(ctx, 7, undefined), 'unknown_rain'],
    [
      'is over before it starts',
      () => [rain('2026-11-24 14:00'), endRain(ctx, undefined, undefined)],
      'rain_ends_first',
    ],
  ])('that %s is refused', (_, work, code) => {
    entrust();
    expect(work).toThrow(code);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it.each([
    ['before it was to start', '2026-11-23 10:00', undefined],
    ['as it was to start', '2026-11-24 14:00', undefined],
    ['the day after', '2026-11-26 09:00', undefined],
    ['of which the end was told', '2026-11-24 15:00', '2026-11-24 20:00'],
  ])(
    'that never came is called off %s: nobody is to look after it, nobody was late',
    (_, when, end) => {
      const no = entrust();
      const { id } = rain('2026-11-24 14:00', end);
      const then = on(when);
      const weekly = promises(no, then);
      callOff(then, undefined);
      expect(beforeRain(no, then).map(([, state]) => state)).toEqual(['waived']);
      expect(afterRain(no, then).every(([, state]) => state === 'waived')).toBe(true);
      expect(promises(no, then)).toEqual(weekly);
      expect(listRains(then).map((it) => rainStateOf(it, then.now))).toEqual(['called-off']);
      expect(() => callOff(then, id)).toThrow('rain_called_off');
      expect(() => endRain(then, id, undefined)).toThrow('rain_over');
      expect(() => callOff(then, undefined)).toThrow('unknown_rain');
      expect(violated(ctx, invariants)).toEqual([]);
      // Forecast anew, it is a rain of its own.
      expect(rain('2026-11-24 14:00').id).toBe(id + 1);
    },
  );

  it('that never came keeps who looked before it, and leaves another rain as it is', () => {
    const no = entrust();
    const { id } = rain('2026-11-24 14:00');
    rain('2026-11-25 14:00');
    patrolTrust(on('2026-11-24 12:00'), no, well('before-rain', id));
    callOff(on('2026-11-24 20:00'), id);
    const states = beforeRain(no, on('2026-11-24 20:00')).map(([, state]) => state);
    expect(states).toEqual(['met', 'open']);
  });

  it('after which units were looked after came', () => {
    const no = entrust();
    const { id } = rain('2026-11-24 14:00');
    patrolTrust(on('2026-11-24 20:00'), no, well('after-rain'));
    expect(() => callOff(on('2026-11-24 21:00'), id)).toThrow('rain_came');
  });

  it('told once more takes in the trusts agreed since, each once', () => {
    const first = entrust();
    rain('2026-11-24 14:00');
    const second = entrust('3-2-1502');
    expect(beforeRain(second, ctx)).toEqual([]);
    expect(() => rain('2026-11-24 14:00', '2026-11-24 20:00')).toThrow('rain_known');
    expect(rain('2026-11-24 14:00')).toMatchObject({ id: 1, trusts: [first, second] });
    const both = [first, second].map((no) => [
      beforeRain(no, ctx).length,
      afterRain(no, ctx).length,
    ]);
    expect(both).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(() => rain('2026-11-24 14:00')).toThrow('rain_known');
  });

  it.each([
    ['a minute before it starts', '2026-11-24 13:59', 'expected'],
    ['as it starts', '2026-11-24 14:00', 'going-on'],
    ['a second before its end', '2026-11-24 19:59:59', 'going-on'],
    ['at its end', '2026-11-24 20:00', 'over'],
  ])('stands %s', (_, now, state) => {
    const span = { startsAt: moment('2026-11-24 14:00'), endsAt: moment('2026-11-24 20:00') };
    expect(rainStateOf(span, moment(now))).toBe(state);
  });

  it('is listed with the units it concerns', () => {
    entrust();
    rain('2026-11-24 14:00');
    expect(listRains(ctx)).toMatchObject([{ id: 1, endsAt: null, trusts: ['A261122-001'] }]);
  });
});

describe('usage over the limit (rule 125)', () => {
  it.each([
    ['five cubic metres of water are kept', 'water', 5, 0],
    ['a litre more is over', 'water', 5.001, 1],
    ['twenty kWh are kept', 'electricity', 20, 0],
    ['a little more is over', 'electricity', 20.001, 1],
  ] as const)('%s', (_, meter, used, expected) => {
    const no = entrust();
    read('2026-11-22', 100, meter);
    read('2026-12-10', 100 + used, meter);
    expect(flags(no)).toBe(expected);
    expect(actions().filter((action) => action === 'trust.flag')).toHaveLength(expected);
  });

  it('adds up over the readings, and is flagged once', () => {
    const no = entrust();
    read('2026-11-22', 100);
    read('2026-11-30', 103);
    expect(flags(no)).toBe(0);
    read('2026-12-07', 106);
    read('2026-12-14', 120);
    expect(flags(no)).toBe(1);
  });

  it('what was used before its first day does not count', () => {
    read('2026-11-01', 50);
    const no = entrust();
    read('2026-11-22', 100);
    read('2026-11-30', 104);
    expect(flags(no)).toBe(0);
    expect(requireTrust(on('2026-11-30 20:00'), no).uses.water).toMatchObject({
      fromOn: '2026-11-22',
      usageThousandths: 4_000,
    });
  });

  it('nothing is known without a reading since its first day', () => {
    read('2026-11-01', 50);
    const no = entrust();
    expect(requireTrust(ctx, no).uses).toEqual({ water: null, electricity: null });
  });

  it('limits are a matter of the policy', async () => {
    const policy = await policyOf('trusts:\n  water: 50\n');
    ctx = { ...ctx, policy };
    const no = entrust();
    read('2026-11-22', 100);
    read('2026-11-30', 150);
    expect(flags(no)).toBe(0);
  });
});

describe('the decision on the full fee', () => {
  const flagged = () => {
    const no = entrust();
    read('2026-11-22', 100);
    read('2026-11-30', 106);
    return no;
  };
  /** The readings were there before the trust was agreed: none of them flagged it. */
  const entrustedLate = () => {
    const water = { unit: '3-2-1501', meter: 'water', change: undefined } as const;
    for (const [readOn, readingThousandths] of [
      ['2026-11-01', 100],
      ['2026-11-21', 5_101],
    ] as const) {
      readMeter(ctx, { ...water, readOn, readingThousandths }, () => {});
    }
    return entrust('3-2-1501', undefined, '2026-11-01');
  };
  const decide = (no: string, full: boolean, fromOn?: string, when = on('2026-12-01 10:00')) =>
    decideFullFee(when, no, { full, fromOn });

  it.each([
    ['yes, from today', true, undefined, '2026-12-01', [100]],
    ['yes, from a day', true, '2026-11-22', '2026-11-22', [100]],
    ['yes, from a day to come', true, '2026-12-05', '2026-12-05', [70]],
    ['no', false, undefined, null, [70]],
  ])('%s', (_, full, fromOn, from, percents) => {
    const no = flagged();
    const decided = decide(no, full, fromOn);
    expect([decided.fullFeeFromOn, decided.percents]).toEqual([from, percents]);
    expect(promises(no, on('2026-12-01 10:00'), 'trust.decide')).toEqual([
      [moment('2026-12-02 23:59:59'), 'met'],
    ]);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('can be taken anew', () => {
    const no = flagged();
    decide(no, true);
    expect(decide(no, false).fullFeeFromOn).toBeNull();
  });

  it('is the supervisor to take', () => {
    const no = flagged();
    const { id } = addStaff(ctx, { name: '李强', roles: ['clerk', 'director'], phone: null });
    const clerk = { ...on('2026-12-01 10:00'), operator: () => ({ id, name: '李强' }) };
    expect(() => decide(no, true, undefined, clerk)).toThrow('missing_role');
    expect(requireTrust(ctx, no).fullFeeFromOn).toBeNull();
  });

  it('of readings that were there before the trust was agreed needs no flag before it', () => {
    const no = entrustedLate();
    expect(flags(no)).toBe(0);
    decideFullFee(ctx, no, { full: true, fromOn: undefined });
    expect(promises(no, ctx, 'trust.decide').map(([, state]) => state)).toEqual(['met']);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('of such readings is asked for by the next patrol', () => {
    const no = entrustedLate();
    patrolAll(ctx, well());
    expect(flags(no)).toBe(1);
    patrolAll(ctx, well());
    expect(flags(no)).toBe(1);
  });

  it('within the limits there is none', () => {
    expect(() => decide(entrust(), true)).toThrow('not_over_limit');
  });

  it('cannot reach back before the trust', () => {
    expect(() => decide(flagged(), true, '2026-11-21')).toThrow('before_trust');
  });
});

describe('the list of trusts', () => {
  it('leaves out those that have ended, unless asked', () => {
    entrust('3-2-1501', '2026-11-22');
    entrust('3-2-1502');
    const later = on('2026-11-23 10:00');
    const units = (query: object) => listTrusts(later, query).map(({ unit }) => unit);
    expect(units({})).toEqual(['3-2-1502']);
    expect(units({ ended: true })).toEqual(['3-2-1501', '3-2-1502']);
    expect(units({ unit: '3-2-1501', ended: true })).toEqual(['3-2-1501']);
    expect(() => listTrusts(later, { unit: '9-9-901' })).toThrow('unknown_unit');
  });
});
