import type { Ctx } from '../context.ts';
import { sharesOf } from '../fees/amount-rules.ts';
import { makeCharge } from '../fees/charges.ts';
import { dueOnOf } from '../fees/cycle-rules.ts';
import { rateOn, requireTariff, tariffName } from '../fees/tariffs.ts';
import { transact } from '../ledger/transact.ts';
import { misused, refused } from '../lib/errors.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { knownBuilding } from '../registry/units.ts';
import { householdsOf } from './households.ts';
import type {
  BilledUnit,
  Household,
  Segment,
  SharedBy,
  ShareReport,
  SkippedShare,
  Span,
} from './model.ts';
import { ONE } from './plain.ts';
import { segmentsOf } from './segment-rules.ts';
import { sharesThere } from './share-store.ts';
import { notCharged } from './turns.ts';
import { unitsIn } from './unit-store.ts';

export interface Shared {
  /** Key or name of a tariff charged once. */
  tariff: string;
  amountFen: number;
  period: Period;
  per: SharedBy;
  /** The whole estate, if not said. */
  building?: string | undefined;
  note?: string | undefined;
  /** Although it was shared before. */
  again?: boolean | undefined;
}

/** What no household is. */
const NO_HOUSEHOLD = ['parking', 'storage'];

/**
 * Spreads a total over the units of a building or the estate, by area or to each household the same;
 * the shares add up to it (decision 20). A unit handed over without an owner keeps its share, which is
 * told and not charged. Refuses the same tariff and period twice.
 */
export function share(ctx: Ctx, asked: Shared): ShareReport {
  return transact(ctx, 'fee.share', (entry) => {
    const { ledger } = ctx;
    const { key, tariff } = requireTariff(ctx, asked.tariff);
    if (tariff.basis !== 'one-off') throw notShared(key);
    if (!tariff.active || rateOn(tariff, asked.period.from) === undefined) throw notCharged(key);
    if (asked.amountFen === 0) throw nothingToShare();
    const { text, from, until } = asked.period;
    const building =
      asked.building === undefined ? undefined : knownBuilding(ledger, asked.building);
    const scope = { uses: tariff.uses, building };
    const there = sharesThere(ledger, scope, key, { from, until });
    if (there > 0 && !asked.again) throw sharedBefore(key, text, there);

    const units = unitsIn(ledger, scope).filter((it) => counts(it, asked.per));
    const householdOf = householdsOf(ledger, tariff, units);
    const owing = units.flatMap((unit) => {
      const segment = firstSegment(householdOf(unit), tariff.developer, { from, until: from });
      return segment ? [{ unit, debtor: segment.debtor }] : [];
    });
    if (owing.length === 0) throw nobodyToShare(key);
    const weights = owing.map(({ unit }) => (asked.per === 'area' ? unit.areaThousandths : 1));
    const shares = sharesOf(asked.amountFen, weights);
    const dueOn = dueOnOf(tariff, { from, until });
    const skipped: SkippedShare[] = [];
    let billed = 0;
    let amountFen = 0;
    owing.forEach(({ unit, debtor }, at) => {
      const shareFen = shares[at] ?? 0;
      if (!debtor || shareFen === 0) {
        const reason = debtor ? 'amount_zero' : 'no_owner';
        skipped.push({ unit: unit.code, tariff: key, reason, amountFen: shareFen });
        return;
      }
      makeCharge(ctx, {
        ...debtor,
        unitId: unit.id,
        tariff: key,
        cycleOn: from,
        periodStart: from,
        periodEnd: until,
        quantityThousandths: ONE,
        // Its share is the price of one.
        rateTenthousandths: shareFen * 100,
        monthParts: null,
        percent: 100,
        amountFen: shareFen,
        dueOn,
        subscriptionId: null,
        fromReadingId: null,
        toReadingId: null,
        penaltyOf: null,
        subject: null,
        note: asked.note ?? null,
      });
      billed += 1;
      amountFen += shareFen;
    });
    entry.changes = {
      tariff: key,
      period: text,
      per: asked.per,
      ...(building !== undefined && { building }),
      billed,
      amountFen,
    };
    return {
      period: text,
      tariff: key,
      name: tariffName(ctx.policy, key),
      per: asked.per,
      building: building ?? null,
      totalFen: asked.amountFen,
      billed,
      amountFen,
      skipped,
    };
  });
}

const counts = ({ use }: BilledUnit, per: SharedBy): boolean =>
  per === 'area' || !NO_HOUSEHOLD.includes(use);

/** Of somebody who owes what is charged for this day; undefined: the developer, who owes nothing. */
function firstSegment(
  household: Household,
  developer: boolean,
  day: Span,
): Pick<Segment, 'debtor'> | undefined {
  const rates = [{ fromOn: day.from, rateTenthousandths: 1 }];
  const line = { ...day, rates, developer, party: false };
  return segmentsOf(line, { ...household, concessions: [] })[0];
}

const notShared = (key: string) =>
  refused(
    'not_shared',
    w(
      `${key} 按周期出账，不能分摊一笔总额。`,
      `${key} is billed by its cycle; no total of it can be spread.`,
    ),
    w(
      '用 basis: one-off 的收费项目，如 --tariff shared；查看：wy fee tariff list',
      'Use a tariff with basis: one-off, such as --tariff shared; see wy fee tariff list.',
    ),
  );

const nothingToShare = () =>
  misused(
    'amount_zero',
    w('金额必须大于 0。', 'An amount must be more than 0.'),
    w('如 --amount 1234.56', 'Such as --amount 1234.56.'),
  );

const sharedBefore = (key: string, period: string, units: number) =>
  refused(
    'shared_before',
    w(
      `${key} ${period} 已分摊过（${units} 户）。`,
      `${key} was spread for ${period} already (over ${units} units).`,
    ),
    w(
      `核对：wy fee charges --tariff ${key}；另有一笔总额要分摊，加 --again`,
      `Check with wy fee charges --tariff ${key}; if there is another total to spread, add --again.`,
    ),
  );

const nobodyToShare = (key: string) =>
  refused(
    'nobody_to_share',
    w('没有可以分摊的房屋。', 'There are no units to spread it over.'),
    w(
      `查看：wy unit list；${key} 收哪些用途的房屋：wy fee tariff show ${key}`,
      `See wy unit list, and wy fee tariff show ${key} for the uses of units it meets.`,
    ),
  );
