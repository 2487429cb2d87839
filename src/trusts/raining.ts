import type { Ctx } from '../context.ts';
import { deadlinesOf, promise, releasePart, repromise } from '../deadlines/service.ts';
import { type Entry, HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { dayOf, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Subscription } from '../subscriptions/model.ts';
import type { Rain } from './model.ts';
import { endsBeforeStart, isCalledOff, refusalOfCallingOff, refusalOfEnd } from './rules.ts';
import * as store from './store.ts';
import { trustsOn } from './trusts.ts';

/** A rain with the trusts that are looked after for it. */
export type RainRecord = Rain & { trusts: readonly string[] };

interface NewRain {
  startsAt: Moment;
  endsAt: Moment | undefined;
  note: string | undefined;
}

/**
 * Registers a heavy rain (rule 125): every unit that is trust-managed on its day is to be seen before
 * it starts, where that lies ahead, and after it ends, or after it starts while its end is unknown.
 * The same rain once more takes in the trusts agreed since.
 */
export function registerRain(ctx: Ctx, made: NewRain): RainRecord {
  return transact(ctx, 'trust.rain', (entry) => {
    const { startsAt, endsAt = null } = made;
    if (endsAt !== null && endsAt <= startsAt) throw endsBeforeStart();
    const twin = rainFrom(ctx, startsAt);
    if (twin) return takeIn(ctx, entry, twin, made);
    const rain = { startsAt, endsAt, note: made.note ?? null };
    const id = store.insertRain(ctx.ledger, { ...rain, byId: ctx.operator().id });
    const trusts = trustsOn(ctx, dayOf(startsAt, ctx.zone));
    for (const trust of trusts) promiseFor(ctx, trust, { ...rain, id });
    if (trusts.length === 0) {
      ctx.warn(w('那天没有托管的房屋。', 'No unit is trust-managed on that day.'));
    }
    entry.changes = {
      rain: id,
      startsAt,
      endsAt,
      households: trusts.length,
      ...(rain.note !== null && { note: HIDDEN }),
    };
    return { ...rain, id, trusts: trusts.map(({ no }) => no) };
  });
}

/** The rain that is known to start then, unless it was called off. */
export const rainFrom = ({ ledger }: Pick<Ctx, 'ledger'>, startsAt: Moment): Rain | undefined =>
  store.rains(ledger).find((rain) => rain.startsAt === startsAt && !isCalledOff(rain));

/** The trusts agreed since a rain was registered; refuses where there are none. */
function takeIn(ctx: Ctx, entry: Entry, rain: Rain, made: NewRain): RainRecord {
  const trusts = trustsOn(ctx, dayOf(rain.startsAt, ctx.zone));
  const owed = deadlinesOf(
    ctx.ledger,
    trusts.map(({ no }) => no),
  );
  const isIn = (no: string) =>
    owed.get(no)?.some(({ kind, part }) => kind === 'trust.after-rain' && part === rain.id);
  const since = trusts.filter(({ no }) => !isIn(no));
  const isOther = made.endsAt !== undefined && made.endsAt !== rain.endsAt;
  if (since.length === 0 || isOther) throw rainKnown(rain);
  for (const trust of since) promiseFor(ctx, trust, rain);
  entry.changes = { rain: rain.id, startsAt: rain.startsAt, households: since.length };
  return { ...rain, trusts: trusts.map(({ no }) => no) };
}

function promiseFor(ctx: Ctx, { no }: Subscription, rain: Rain): void {
  if (rain.startsAt > ctx.now) {
    promise(ctx, {
      subject: no,
      kind: 'trust.before-rain',
      part: rain.id,
      role: 'security',
      clause: 'trusts.beforeRain',
      from: rain.startsAt,
    });
  }
  promise(ctx, afterRain(ctx, no, rain));
}

function afterRain(ctx: Ctx, no: string, { id, startsAt, endsAt }: Rain) {
  const from = endsAt ?? startsAt;
  return {
    subject: no,
    kind: 'trust.after-rain',
    part: id,
    role: 'security',
    clause: 'trusts.rain',
    from,
    sinceAt: from > ctx.now ? from : ctx.now,
  } as const;
}

/** A rain whose end was unknown is over: from then on the units are to be seen once more. */
export function endRain(ctx: Ctx, id: number | undefined, at: Moment | undefined): RainRecord {
  return transact(ctx, 'trust.rain-over', (entry) => {
    const rain = requireRain(ctx, id);
    const endsAt = at ?? ctx.now;
    const refusal = refusalOfEnd(rain, endsAt);
    if (refusal) throw refusal;
    store.endRain(ctx.ledger, rain.id, endsAt);
    const ended: Rain = { ...rain, endsAt };
    const trusts = trustsOn(ctx, dayOf(rain.startsAt, ctx.zone));
    const seen = store.patrolsOf(
      ctx.ledger,
      trusts.map((trust) => trust.id),
    );
    for (const trust of trusts) {
      const isSeen = seen.get(trust.id)?.some(({ rainId, turn, patrolledAt }) => {
        return rainId === rain.id && turn === 'after-rain' && patrolledAt >= endsAt;
      });
      // While its end was unknown nobody could be late: it moves as if told when the rain began.
      if (!isSeen) repromise({ ...ctx, now: rain.startsAt }, afterRain(ctx, trust.no, ended));
    }
    entry.changes = { rain: rain.id, endsAt };
    return { ...ended, trusts: trusts.map(({ no }) => no) };
  });
}

/**
 * A rain that was forecast never came: nobody need look after the units for it, and nobody was late.
 * Refuses one after which they were looked after.
 */
export function callOff(ctx: Ctx, id: number | undefined): RainRecord {
  return transact(ctx, 'trust.rain-off', (entry) => {
    const rain = requireRain(ctx, id, ctx.now);
    const trusts = trustsOn(ctx, dayOf(rain.startsAt, ctx.zone));
    const patrols = store.patrolsOf(
      ctx.ledger,
      trusts.map((trust) => trust.id),
    );
    const refusal = refusalOfCallingOff(
      rain,
      [...patrols.values()]
        .flat()
        .some(({ rainId, turn }) => rainId === rain.id && turn === 'after-rain'),
    );
    if (refusal) throw refusal;
    store.endRain(ctx.ledger, rain.id, rain.startsAt);
    // As if told when it was to start: until then there was time.
    const now = ctx.now < rain.startsAt ? ctx.now : rain.startsAt;
    for (const { no } of trusts) releasePart({ ...ctx, now }, no, rain.id);
    entry.changes = { rain: rain.id };
    return { ...rain, endsAt: rain.startsAt, trusts: trusts.map(({ no }) => no) };
  });
}

/** By its id, or the only one whose end is unknown, or comes after a moment. */
function requireRain(ctx: Ctx, id: number | undefined, after?: Moment): Rain {
  const rains = store.rains(ctx.ledger);
  const open = rains.filter((rain) => {
    const { endsAt } = rain;
    if (endsAt === null) return true;
    return after !== undefined && endsAt > after && !isCalledOff(rain);
  });
  const found = id === undefined ? open : rains.filter((rain) => rain.id === id);
  const [only] = found;
  if (only && found.length === 1) return only;
  throw refused(
    'unknown_rain',
    id === undefined
      ? w(
          open.length === 0 ? '没有还没结束的大雨。' : '有几场大雨还没结束。',
          open.length === 0 ? 'No rain is going on.' : 'More than one rain is going on.',
        )
      : w(`没有登记第 ${id} 场大雨。`, `There is no rain ${id}.`),
    w('查看：wy trust rain list', 'See wy trust rain list'),
  );
}

export const listRains = (ctx: Ctx): RainRecord[] =>
  store.rains(ctx.ledger).map((rain) => ({
    ...rain,
    trusts: trustsOn(ctx, dayOf(rain.startsAt, ctx.zone)).map(({ no }) => no),
  }));

const rainKnown = ({ id }: Rain) =>
  refused(
    'rain_known',
    w(`这场雨已经登记（第 ${id} 场）。`, `This rain is registered already (${id}).`),
    w('查看：wy trust rain list', 'See wy trust rain list'),
  );
