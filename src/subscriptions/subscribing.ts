import type { WithDeadlines } from '../cases/model.ts';
import { withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { deadlinesOf, isPromised, promise, release } from '../deadlines/service.ts';
import { requireTariffKey } from '../fees/tariff-keys.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { plainWord } from '../lib/plain-word.ts';
import { type Words, w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { requireUnit } from '../registry/units.ts';
import { AGREEMENTS, type Agreement } from '../tariffs/model.ts';
import { rateOn } from '../tariffs/rules.ts';
import { requireTariff, tariffName } from '../tariffs/tariffs.ts';
import type { Subscription } from './model.ts';
import { warnOfOutdated } from './outdated.ts';
import {
  agreedTwice,
  noQuantity,
  notOfAgreements,
  overlaps,
  refusalOfEnd,
  refusalOfTariff,
  refusalOfTerm,
  type Term,
} from './rules.ts';
import * as store from './store.ts';
import { requireSubscription, SUBSCRIPTIONS, subscriptionsOf } from './subscriptions.ts';

/** As it is shown: with its tariff's name, and what is promised under it. */
export type SubscriptionRecord = WithDeadlines<Subscription> & {
  tariffName: Words;
  /** Ten-thousandths of a yuan, at its beginning or now, where no rate was agreed for it alone. */
  tariffRate: number | null;
};

export interface NewSubscription {
  unit: string;
  /** A tariff by key or name, or one of AGREEMENTS. */
  tariff: string;
  fromOn: Day;
  /** Its last day; undefined: open. */
  untilOn: Day | undefined;
  /** The unit's area where the tariff goes by area, else one piece, if not said. */
  quantityThousandths: number | undefined;
  /** Of this one alone; else the tariff's. */
  rateTenthousandths: number | undefined;
  /** Who pays in place of the household. */
  party: string | undefined;
  note: string | undefined;
}

/**
 * A unit owes a tariff from now on (a parking space, a lease; rules 121, 126), or owes less of others:
 * trust-managed it is looked after every week (rule 125). Refuses a tariff that is not subscribed to,
 * and a second trust or vacancy at one time; of the rest a unit may have several, with a warning.
 */
export function subscribe(ctx: Ctx, made: NewSubscription): SubscriptionRecord {
  return transact(ctx, 'fee.subscribe', (entry) => {
    const unit = requireUnit(ctx.ledger, made.unit);
    const agreement = agreementNamed(made.tariff);
    const tariff = agreement ?? chosenTariff(ctx, made.tariff, unit);
    const term: Term = { fromOn: made.fromOn, untilOn: made.untilOn ?? null };
    const refusal = refusalOfTerm(term) ?? refusalOfTerms(made, agreement);
    if (refusal) throw refusal;
    refuseOrWarnOfTwins(ctx, { unitId: unit.id, tariff, ...term });
    const no = nextNumber(ctx.ledger, SUBSCRIPTIONS, ctx.today);
    const row = {
      tariff,
      ...term,
      quantityThousandths: made.quantityThousandths ?? null,
      rateTenthousandths: made.rateTenthousandths ?? null,
      party: made.party ?? null,
      note: made.note ?? null,
    };
    const id = store.insert(ctx.ledger, {
      no,
      unitId: unit.id,
      ...row,
      agreedAt: ctx.now,
      agreedById: ctx.operator().id,
    });
    if (agreement === 'trust') keepPatrol(ctx, { no, ...term });
    warnOfOutdated(ctx, { id, unitId: unit.id, tariff }, null, term);
    entry.subject = no;
    entry.changes = {
      unit: unit.code,
      ...row,
      party: made.party === undefined ? null : HIDDEN,
      note: made.note === undefined ? null : HIDDEN,
    };
    return showSubscription(ctx, no);
  });
}

function agreementNamed(typed: string): Agreement | undefined {
  const wanted = plainWord(typed);
  const all = Object.entries(AGREEMENTS) as [Agreement, Words][];
  return all.find(([key, { zh, en }]) => [key, zh, en].includes(wanted))?.[0];
}

function chosenTariff(ctx: Ctx, typed: string, { use }: Pick<Unit, 'use'>): string {
  const { key, tariff } = requireTariff(ctx, typed);
  const refusal = refusalOfTariff(key, tariff, use);
  if (refusal) throw refusal;
  if (!tariff.active) {
    ctx.warn(
      w(
        `${tariff.name} 还没有启用，暂不出账：核对 policy.yaml 的 fees.tariffs.${key} 后写 active: yes`,
        `${key} is not active and will not be billed: check fees.tariffs.${key} in policy.yaml, then say active: yes.`,
      ),
    );
  }
  return key;
}

function refusalOfTerms(made: NewSubscription, agreement: Agreement | undefined) {
  const { quantityThousandths, rateTenthousandths, party } = made;
  if (quantityThousandths === 0) return noQuantity();
  const isPriced = [quantityThousandths, rateTenthousandths, party].some((it) => it !== undefined);
  return agreement && isPriced ? notOfAgreements() : undefined;
}

type Twin = Pick<Subscription, 'unitId' | 'tariff' | 'fromOn' | 'untilOn'> & { id?: number };

function refuseOrWarnOfTwins(ctx: Ctx, made: Twin): void {
  const { unitId, tariff } = made;
  const twins = subscriptionsOf(ctx.ledger, { unitId, tariff }).filter(
    (each) => each.id !== made.id && overlaps(each, made),
  );
  const [twin] = twins;
  if (!twin) return;
  if (Object.hasOwn(AGREEMENTS, tariff)) throw agreedTwice(twin);
  const nos = twins.map(({ no }) => no);
  ctx.warn(
    w(
      `${twin.unit} 同时另有 ${nos.length} 份同样的约定：${nos.join('、')}`,
      `${twin.unit} has ${nos.length} more of these at the same time: ${nos.join(', ')}`,
    ),
  );
}

/** Looked after every week: first within a week of its beginning, or of now (rule 125). */
function promisePatrol(ctx: Ctx, { no, fromOn }: Pick<Subscription, 'no' | 'fromOn'>): void {
  const beginsAt = startOfDay(fromOn, ctx.zone);
  const sinceAt = beginsAt > ctx.now ? beginsAt : ctx.now;
  promise(ctx, {
    subject: no,
    kind: 'trust.patrol',
    role: 'security',
    clause: 'trusts.patrol',
    from: sinceAt,
    sinceAt,
  });
}

/**
 * It ends with this day, the day included; a later day prolongs it. Bills of the days between stay,
 * with a warning.
 */
export function unsubscribe(ctx: Ctx, typed: string, untilOn: Day): SubscriptionRecord {
  return transact(ctx, 'fee.unsubscribe', (entry) => {
    const before = requireSubscription(ctx, typed);
    const after = { ...before, untilOn };
    const refusal = refusalOfEnd(after);
    if (refusal) throw refusal;
    refuseOrWarnOfTwins(ctx, after);
    store.end(ctx.ledger, before.id, untilOn);
    if (before.tariff === 'trust') keepPatrol(ctx, after);
    warnOfOutdated(ctx, before, before, after);
    entry.subject = before.no;
    entry.changes = { untilOn };
    return showSubscription(ctx, before.no);
  });
}

/** Nobody looks after a unit whose trust is over; one prolonged is looked after again. */
function keepPatrol(ctx: Ctx, { no, fromOn, untilOn }: Pick<Subscription, 'no'> & Term): void {
  if (untilOn !== null && untilOn <= ctx.today) release(ctx, no);
  else if (!isPromised(ctx, no, 'trust.patrol')) promisePatrol(ctx, { no, fromOn });
  if (untilOn !== null && isDueAfter(ctx, no, untilOn)) release(ctx, no, 'trust.patrol');
}

/** The next patrol would come when the trust is over already. */
const isDueAfter = (ctx: Ctx, no: string, untilOn: Day): boolean =>
  deadlinesOf(ctx.ledger, [no])
    .get(no)
    ?.some(
      ({ kind, ending, dueAt }) =>
        kind === 'trust.patrol' && ending === null && dueAt > endOfDay(untilOn, ctx.zone),
    ) ?? false;

export const showSubscription = (ctx: Ctx, typed: string): SubscriptionRecord =>
  shown(ctx, [requireSubscription(ctx, typed)])[0] as SubscriptionRecord;

export interface SubscriptionListing {
  unit?: string | undefined;
  /** A tariff by key or name, or one of AGREEMENTS. */
  tariff?: string | undefined;
  /** In force on this day. */
  on?: Day | undefined;
  /** In force on this day or later. */
  from?: Day | undefined;
}

export function listSubscriptions(ctx: Ctx, query: SubscriptionListing): SubscriptionRecord[] {
  const { ledger } = ctx;
  const { tariff } = query;
  const found = subscriptionsOf(ledger, {
    unitId: query.unit === undefined ? undefined : requireUnit(ledger, query.unit).id,
    tariff: tariff && (agreementNamed(tariff) ?? requireTariffKey(ctx, tariff)),
    on: query.on,
    from: query.from,
  });
  return shown(ctx, found);
}

const shown = (ctx: Ctx, found: readonly Subscription[]): SubscriptionRecord[] =>
  withDeadlines(ctx.ledger, found).map((each) => ({
    ...each,
    tariffName: tariffName(ctx.policy, each.tariff),
    tariffRate: each.rateTenthousandths === null ? tariffRateOf(ctx, each) : null,
  }));

function tariffRateOf({ policy, today }: Ctx, { tariff: key, fromOn }: Subscription) {
  const { tariffs } = policy.fees;
  const tariff = Object.hasOwn(tariffs, key) ? tariffs[key] : undefined;
  return (tariff && rateOn(tariff, fromOn > today ? fromOn : today)) ?? null;
}
