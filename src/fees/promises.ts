import type { Ctx } from '../context.ts';
import { meet, release, reopen } from '../deadlines/service.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { localText, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { FollowedPromise, PaymentPromise } from './model.ts';
import * as store from './promise-store.ts';

/** The promises of payment that nobody has followed up yet: of one unit, or of all. */
export const openPromises = (ledger: Ledger, unitId?: number): FollowedPromise[] =>
  store.openPromises(ledger, unitId);

/**
 * What was overdue when each of these promises was made and is still owed at a moment of its own, in
 * fen by the contact's id: with nothing left a promise is kept, whatever has become due since.
 */
export const leftOf = (
  ledger: Ledger,
  promises: readonly (PaymentPromise & { until: Moment })[],
): Map<number, number> => store.leftOf(ledger, promises);

/** Money paid for something of a unit: meets the promises of which nothing is left (rule 134). */
export function keepPromises(ctx: Ctx, unitId: number): void {
  for (const { no } of withNothingLeft(ctx, unitId)) meet(ctx, no, 'fee.promise');
}

/** Something of a unit is owed no more, though nobody paid: what was promised of it falls away. */
export function releasePromises(ctx: Ctx, unitId: number): void {
  for (const { no } of withNothingLeft(ctx, unitId)) release(ctx, no, 'fee.promise');
}

/** The promises of a unit that were met, and of which nothing is left. */
export function keptPromises({ ledger }: Ctx, unitId: number): FollowedPromise[] {
  const met = store.metPromises(ledger, unitId);
  const left = leftForEver(ledger, met);
  return met.filter(({ id }) => left.get(id) === 0);
}

/**
 * Of these kept promises money was taken back at that moment: those of which something is left are to be
 * followed up again until their time. Where that is over, they were kept as far as they went, and the
 * clerk is told to ask anew.
 */
export function reopenPromises(ctx: Ctx, kept: readonly FollowedPromise[], at: Moment): void {
  const left = leftForEver(ctx.ledger, kept);
  for (const it of kept.filter(({ id }) => left.get(id) !== 0)) {
    if (at <= it.dueAt) reopen(ctx, it.no, 'fee.promise');
    warnOfPromise(ctx, it, at <= it.dueAt);
  }
}

function warnOfPromise(ctx: Ctx, { no, dueAt }: FollowedPromise, isOpen: boolean): void {
  const until = localText(dueAt, ctx.zone);
  ctx.warn(
    isOpen
      ? w(
          `${no} 承诺缴的又欠着了，承诺重新跟进，时限 ${until}。`,
          `What ${no} promised is owed again; the promise is followed up again, until ${until}.`,
        )
      : w(
          `${no} 承诺缴的又欠着了，承诺的时限 ${until} 已过；请重新联系：wy fee contact --about ${no} --way phone --result …`,
          `What ${no} promised is owed again, and its time (${until}) is over. Ask anew: wy fee contact --about ${no} --way phone --result …`,
        ),
  );
}

/** Settlements may stand later than now. */
const EVER: Moment = '9999-12-31T23:59:59Z';

const leftForEver = (ledger: Ledger, promises: readonly PaymentPromise[]): Map<number, number> =>
  leftOf(
    ledger,
    promises.map((it) => ({ ...it, until: EVER })),
  );

function withNothingLeft(ctx: Ctx, unitId: number): FollowedPromise[] {
  const begun = openPromises(ctx.ledger, unitId).filter((it) => it.contactedAt <= ctx.now);
  if (begun.length === 0) return [];
  const left = leftForEver(ctx.ledger, begun);
  return begun.filter(({ id }) => left.get(id) === 0);
}
