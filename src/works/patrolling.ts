import type { Ctx } from '../context.ts';
import { type Entry, HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import { hoursWords } from '../renovations/hours-rules.ts';
import { isGoingOn } from '../renovations/patrol-rules.ts';
import { type RenovationRecord, renovationsOf } from '../renovations/record.ts';
import { keepPatrol } from '../renovations/running.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { type Allowance, allowanceAt, strictest } from './allowance-rules.ts';
import { insertPatrol } from './site-store.ts';
import { type Found, recordViolation } from './violating.ts';

export interface Seen {
  note: string | undefined;
  /** Undefined: nothing was wrong. */
  violation: Found | undefined;
}

/**
 * The works of one household were patrolled (rule 99). A violation found is recorded with it, in the same
 * transaction (rule 109).
 */
export function patrolWorks(ctx: Ctx, typed: string, seen: Seen): RenovationRecord {
  return step(ctx, typed, 'patrol', (it, entry) => {
    patrol(ctx, it, seen, entry);
    for (const hint of hintsOf(ctx, it, seen)) ctx.warn(hint);
  });
}

/** A round by all works that are going on, of one building or of all, in which nothing was found. */
export function patrolAll(
  ctx: Ctx,
  { building, note: text }: { building: string | undefined; note: string | undefined },
): RenovationRecord[] {
  return transact(ctx, 'reno.patrol', (entry) => {
    const going = renovationsOf(ctx, { states: ['permitted'], building }).filter((it) =>
      isGoingOn(it, ctx.today),
    );
    if (going.length === 0) throw nothingGoesOn();
    const seen: Seen = { note: text, violation: undefined };
    const patrolled = going.map(({ no }) =>
      step(ctx, no, 'patrol', (it, own) => patrol(ctx, it, seen, own)),
    );
    const hint = hourHint(ctx, strictest(going.map((it) => allowanceNow(ctx, it))));
    if (hint) ctx.warn(hint);
    entry.changes = { ok: true, households: going.length };
    return patrolled;
  });
}

function patrol(ctx: Ctx, it: RenovationRecord, { note: text, violation }: Seen, entry: Entry) {
  const ok = violation === undefined;
  insertPatrol(ctx.ledger, it.no, {
    ok,
    note: text ?? null,
    at: ctx.now,
    byId: ctx.operator().id,
  });
  keepPatrol(ctx, it);
  // What was found stands in the event of the violation.
  note(ctx, it.no, 'patrolled', { ok, ...(ok && text !== undefined && { text }) });
  entry.changes = {
    ...{ ok, ...(text !== undefined && { note: HIDDEN }) },
    ...(violation && recordViolation(ctx, it, violation)),
  };
}

const allowanceNow = ({ now, policy }: Ctx, { overtimes }: RenovationRecord): Allowance =>
  allowanceAt(now, policy.renovations, policy.calendar, overtimes);

/** What whoever patrolled should think of: works that should not be going on, or not any more. */
function hintsOf(ctx: Ctx, it: RenovationRecord, { violation }: Seen): Words[] {
  const { no, fromOn, untilOn, requestedAt } = it;
  const hour = violation ? undefined : hourHint(ctx, allowanceNow(ctx, it), no);
  const isOver = requestedAt === null && untilOn < ctx.today;
  return [
    ...(hour ? [hour] : []),
    ...(ctx.today < fromOn
      ? [w(`${no} 从 ${fromOn} 起施工。`, `The works of ${no} begin on ${fromOn}.`)]
      : []),
    ...(isOver
      ? [
          w(
            `${no} 的施工期到 ${untilOn} 已满：验收 wy reno inspect ${no} --request，或延期 wy reno extend ${no} --until …`,
            `The period of ${no} ended on ${untilOn}: have the works accepted by wy reno inspect ${no} --request, or extended by wy reno extend ${no} --until …`,
          ),
        ]
      : []),
  ];
}

/** Of the list as shipped: works or noise outside the hours. */
const OUTSIDE_HOURS = 'V24';

/** At an hour at which works are not allowed, or not with noise. */
function hourHint({ policy }: Ctx, allowance: Allowance, no = '…'): Words | undefined {
  if (allowance === 'free') return undefined;
  const { renovations } = policy;
  const hours = hoursWords(renovations);
  const code = Object.hasOwn(renovations.violations, OUTSIDE_HOURS) ? OUTSIDE_HOURS : '…';
  const line = `wy reno patrol ${no} --violation ${code} --note "…"`;
  return allowance === 'quiet'
    ? w(
        `今天是休息日或节假日，只许无噪声的施工；有噪声的，记为违规：${line}`,
        `Today is a day off: quiet works only. Record noisy ones as a violation: ${line}`,
      )
    : w(
        `现在不得施工（${hours.zh}，也没有批准加班）；正在施工的，记为违规：${line}`,
        `No works now (${hours.en}, no overtime allowed); record those that go on as a violation: ${line}`,
      );
}

const nothingGoesOn = () =>
  refused(
    'no_works',
    w('没有正在施工的装修。', 'No works are going on.'),
    w('查看：wy reno list --state permitted', 'See wy reno list --state permitted'),
  );
