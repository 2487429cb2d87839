import type { Ctx } from '../context.ts';
import { makeCharge } from '../fees/charges.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { groupBy } from '../lib/group.ts';
import { dayOf, endOfDay, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { knownBuilding, requireUnit } from '../registry/units.ts';
import { priceOfOne } from '../tariffs/amount-rules.ts';
import { tariffName, tariffsOf } from '../tariffs/tariffs.ts';
import type { Overdue, Penalty } from './model.ts';
import { type Accrued, accruedBy, type PenaltyTerms } from './penalty-rules.ts';
import * as store from './penalty-store.ts';

export interface PenaltyQuery {
  /** Today, if not said. */
  asOf?: Day | undefined;
  unit?: string | undefined;
  building?: string | undefined;
  book?: boolean | undefined;
}

/** A penalty with what a charge of it needs. */
interface Found {
  charge: Overdue;
  accrued: Accrued;
  penalty: Penalty;
}

/**
 * The penalties (违约金) of what is overdue, reckoned when asked for; booked only on request, each as
 * a charge of its own beside its principal. There is none on a penalty.
 */
export function penalties(ctx: Ctx, asked: PenaltyQuery): Penalty[] {
  const asOf = asked.asOf ?? ctx.today;
  if (!asked.book) return penaltiesAt(ctx, asOf, asked).map(({ penalty }) => penalty);
  if (asOf > ctx.today) throw notYet(asOf);
  return transact(ctx, 'fee.penalty', (entry) => {
    const found = penaltiesAt(ctx, asOf, asked);
    const booked = found.map((each) => bookPenalty(ctx, asOf, each));
    const made = booked.filter(({ bookedAs }) => bookedAs !== null);
    const amountFen = made.reduce((sum, { penaltyFen }) => sum + penaltyFen, 0);
    entry.changes = { asOf, billed: made.length, amountFen };
    return booked;
  });
}

function penaltiesAt(ctx: Ctx, asOf: Day, { unit, building }: PenaltyQuery): Found[] {
  const { ledger, policy, zone } = ctx;
  const where = {
    unitId: unit === undefined ? undefined : requireUnit(ledger, unit).id,
    building: building === undefined ? undefined : knownBuilding(ledger, building),
  };
  const terms = termsIn(policy);
  if (terms.size === 0) {
    warnThatOff(ctx);
    return [];
  }
  const asOfEnd = endOfDay(asOf, zone);
  const overdue = store.overdue(ledger, { tariffs: [...terms.keys()], asOf, asOfEnd, ...where });
  const settled = settledOf(ctx, overdue, asOfEnd);
  return overdue.flatMap((charge) => {
    const principal = { ...charge, settled: settled(charge) };
    const accrued = accruedBy(principal, terms.get(charge.tariff) as PenaltyTerms, asOf);
    return accrued.accruedFen === 0
      ? []
      : [{ charge, accrued, penalty: penaltyOf(policy, charge, accrued) }];
  });
}

/** Of each tariff that knows a penalty. */
const termsIn = (policy: Policy): Map<string, PenaltyTerms> =>
  new Map(
    tariffsOf(policy).flatMap(({ key, tariff }) => {
      const agreed = termsOf(tariff);
      return agreed ? [[key, agreed] as const] : [];
    }),
  );

const termsOf = ({ penalty }: Tariff): PenaltyTerms | undefined =>
  penalty.dailyMillionths === null
    ? undefined
    : { ...penalty, dailyMillionths: penalty.dailyMillionths };

/** By what, and on which days, each of these charges was lessened until then. */
function settledOf({ ledger, zone }: Ctx, charges: readonly Overdue[], asOfEnd: Moment) {
  const ids = charges.map(({ id }) => id);
  const settled = groupBy(store.settledOf(ledger, ids, asOfEnd), ({ chargeId }) => chargeId);
  return ({ id }: Overdue) =>
    (settled.get(id) ?? []).map((it) => ({
      on: dayOf(it.settledAt, zone),
      amountFen: it.amountFen,
    }));
}

function penaltyOf(policy: Policy, charge: Overdue, accrued: Accrued): Penalty {
  const { id, unit, tariff, dueOn, amountFen, outstandingFen, bookedFen } = charge;
  const { days, accruedFen, isCapped } = accrued;
  return {
    ...{ chargeId: id, unit, tariff, name: tariffName(policy, tariff) },
    ...{ dueOn, days, amountFen, outstandingFen, accruedFen, isCapped, bookedFen },
    penaltyFen: Math.max(0, accruedFen - bookedFen),
    bookedAs: null,
  };
}

function bookPenalty(ctx: Ctx, asOf: Day, { charge, accrued, penalty }: Found): Penalty {
  if (penalty.penaltyFen === 0) return penalty;
  const { id, unitId, tariff, debtor, debtorId, subscriptionId } = charge;
  const bookedAs = makeCharge(ctx, {
    unitId,
    tariff,
    debtor,
    debtorId,
    subscriptionId,
    cycleOn: asOf,
    periodStart: accrued.fromOn,
    periodEnd: asOf,
    ...priceOfOne(penalty.penaltyFen),
    amountFen: penalty.penaltyFen,
    dueOn: asOf,
    penaltyOf: id,
  });
  return { ...penalty, bookedAs };
}

const notYet = (asOf: Day) =>
  refused(
    'future_penalty',
    w(
      `${asOf} 还没有到，违约金不能预先入账。`,
      `${asOf} is yet to come; no penalty can be booked.`,
    ),
    w('去掉 --book 可以试算。', 'Leave out --book to reckon it only.'),
  );

function warnThatOff(ctx: Ctx): void {
  ctx.warn(
    w(
      '没有收费项目约定违约金。合同有约定的，在 policy.yaml 的 fees.tariffs 该项目下写 penalty: {daily: 0.0003}。',
      'No tariff knows a penalty. Where the contract agrees on one, say penalty: {daily: 0.0003} for the tariff at fees.tariffs in policy.yaml.',
    ),
  );
}
