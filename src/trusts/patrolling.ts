import { tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import { stateOf } from '../deadlines/rules.ts';
import { meet, promise } from '../deadlines/service.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { addDays } from '../lib/day.ts';
import { misused, refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { note } from '../timeline/service.ts';
import { flagLimits } from './limits.ts';
import { TURNS, type Turn } from './model.ts';
import * as store from './store.ts';
import { recordsOf, requireHeld, requireTrust, type TrustRecord, trustsOn } from './trusts.ts';

export interface Seen {
  turn: Turn;
  /** Which rain, where several are waited for. */
  rain?: number | undefined;
  /** Undefined: all was well. */
  finding: string | undefined;
  ownerTold: boolean;
}

const KIND_OF = {
  'before-rain': 'trust.before-rain',
  'after-rain': 'trust.after-rain',
} as const satisfies Record<Exclude<Turn, 'weekly'>, string>;

/**
 * A trust-managed unit was looked after from outside (rule 125). Whatever the occasion, the next time
 * is a week from now; what was found goes to the owner at once.
 */
export function patrolTrust(ctx: Ctx, typed: string, seen: Seen): TrustRecord {
  return transact(ctx, 'trust.patrol', (entry) => {
    const trust = requireHeld(ctx, typed);
    if (seen.turn !== 'weekly' && waitedFor(ctx, trust, seen).length === 0) {
      throw notWaitedFor(trust.no, seen.turn);
    }
    patrol(ctx, trust, seen);
    flagLimits(ctx, [trust.unitId]);
    entry.subject = trust.no;
    entry.changes = {
      turn: seen.turn,
      ok: seen.finding === undefined,
      ...(seen.finding !== undefined && { findings: HIDDEN, ownerTold: seen.ownerTold }),
    };
    return requireTrust(ctx, trust.no);
  });
}

/** A round by all units that are trust-managed today, in which nothing was found. */
export function patrolAll(ctx: Ctx, { turn, rain, finding }: Seen): TrustRecord[] {
  if (finding !== undefined) throw oneByOne();
  return transact(ctx, 'trust.patrol', (entry) => {
    const seen: Seen = { turn, rain, finding, ownerTold: false };
    const held = recordsOf(ctx, trustsOn(ctx, ctx.today));
    const due =
      turn === 'weekly' ? held : held.filter((trust) => waitedFor(ctx, trust, seen).length > 0);
    if (due.length === 0) throw nothingToSee(turn);
    for (const trust of due) patrol(ctx, trust, seen);
    flagLimits(
      ctx,
      due.map(({ unitId }) => unitId),
    );
    entry.changes = { turn, ok: true, households: due.length };
    const nos = new Set(due.map(({ no }) => no));
    return recordsOf(
      ctx,
      trustsOn(ctx, ctx.today).filter(({ no }) => nos.has(no)),
    );
  });
}

/** The rains whose turn this unit still waits for. */
const waitedFor = (ctx: Ctx, { deadlines }: TrustRecord, { turn, rain }: Seen): number[] =>
  turn === 'weekly'
    ? []
    : deadlines.flatMap(({ kind, part, sinceAt, ...ended }) => {
        const isOpen = ['open', 'overdue'].includes(stateOf(ended, ctx.now));
        const isMeant = kind === KIND_OF[turn] && (rain === undefined || rain === part);
        return isOpen && isMeant && part !== null && sinceAt <= ctx.now ? [part] : [];
      });

function patrol(ctx: Ctx, trust: TrustRecord, seen: Seen): void {
  const { no, agreedAt, lastPatrol } = trust;
  const last = lastPatrol && lastPatrol.patrolledAt > agreedAt ? lastPatrol.patrolledAt : agreedAt;
  const refusal = tooEarly(no, 'trust show', last, ctx.now);
  if (refusal) throw refusal;

  const rains = waitedFor(ctx, trust, seen);
  store.insertPatrol(ctx.ledger, {
    subscriptionId: trust.subscriptionId,
    rainId: rains.at(-1) ?? null,
    turn: seen.turn,
    ok: seen.finding === undefined,
    findings: seen.finding ?? null,
    ownerTold: seen.finding !== undefined && seen.ownerTold,
    patrolledAt: ctx.now,
    byId: ctx.operator().id,
  });
  if (seen.turn !== 'weekly') for (const rain of rains) meet(ctx, no, KIND_OF[seen.turn], rain);
  meet(ctx, no, 'trust.patrol');
  promiseNext(ctx, trust);
  if (seen.finding !== undefined && !seen.ownerTold) warnOfOwner(ctx, trust);
}

/** A week from now, unless the trust is over by then. */
function promiseNext(ctx: Ctx, { no, untilOn }: TrustRecord): void {
  const next = addDays(ctx.today, ctx.policy.trusts.patrol.amount);
  if (untilOn !== null && untilOn < next) return;
  promise(ctx, {
    subject: no,
    kind: 'trust.patrol',
    role: 'security',
    clause: 'trusts.patrol',
    from: ctx.now,
  });
}

/** The owner has been told of what was found. */
export function tellOwner(ctx: Ctx, typed: string): TrustRecord {
  return transact(ctx, 'trust.tell', (entry) => {
    const trust = requireTrust(ctx, typed);
    const patrols = store.patrolsOf(ctx.ledger, [trust.subscriptionId]);
    const untold = (patrols.get(trust.subscriptionId) ?? []).filter(
      ({ ok, ownerTold }) => !ok && !ownerTold,
    );
    if (untold.length === 0) throw nothingToTell(trust.no);
    for (const { id } of untold) store.tellOwner(ctx.ledger, id);
    note(ctx, trust.no, 'told');
    entry.subject = trust.no;
    entry.changes = { ownerTold: true };
    return requireTrust(ctx, trust.no);
  });
}

function warnOfOwner(ctx: Ctx, { no, unit }: TrustRecord): void {
  ctx.warn(
    w(
      `请立即处理并告知 ${unit} 的业主，告知后登记：wy trust tell ${no}`,
      `Handle it at once and tell the owner of ${unit}; then: wy trust tell ${no}`,
    ),
  );
}

const notWaitedFor = (no: string, turn: Turn) =>
  refused(
    'no_rain',
    w(
      `${no} 没有待办的“${TURNS[turn].zh}”巡查。`,
      `No patrol ${TURNS[turn].en} is waited for of ${no}.`,
    ),
    w(
      '登记大雨：wy trust rain --starts 时间；平时巡查不加 --turn。',
      'Register the rain: wy trust rain --starts …; leave --turn out of a weekly patrol.',
    ),
  );

const nothingToSee = (turn: Turn) =>
  refused(
    turn === 'weekly' ? 'no_trusts' : 'no_rain',
    turn === 'weekly'
      ? w('今天没有托管的房屋。', 'No unit is trust-managed today.')
      : w(`没有待办的“${TURNS[turn].zh}”巡查。`, `No patrol ${TURNS[turn].en} is waited for.`),
    w('查看：wy trust list', 'See wy trust list'),
  );

const nothingToTell = (no: string) =>
  refused(
    'nothing_to_tell',
    w(`${no} 没有还没告知业主的情况。`, `There is nothing that the owner of ${no} does not know.`),
    w(`查看：wy trust show ${no}`, `See wy trust show ${no}`),
  );

const oneByOne = () =>
  misused(
    'one_finding',
    w('发现的情况要一户一户地记。', 'What was found is recorded unit by unit.'),
    w('wy trust patrol 编号 --finding "…"', 'wy trust patrol NO --finding "…"'),
  );
