import type { Ctx } from '../context.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { unfilledYears } from '../lib/calendar.ts';
import { dayOf, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import type { Span } from './allowance-rules.ts';
import { isBeforeHours, isRestDay, refusalOfOvertime } from './overtime-rules.ts';
import { insertOvertime } from './site-store.ts';

export interface AskedOvertime {
  from: Moment;
  until: Moment;
  reason: string;
  /** The supervisor or the director, by name or id. */
  approvedBy: string;
}

/** Works are allowed once outside the hours (装修加班手续, rule 98), never over night (rule 99). */
export function grantOvertime(ctx: Ctx, typed: string, made: AskedOvertime): RenovationRecord {
  return step(ctx, typed, 'overtime', (it, entry) => {
    const { renovations: limits, calendar } = ctx.policy;
    const span: Span = { fromAt: made.from, untilAt: made.until };
    const asked = { it, span, now: ctx.now, limits, calendar };
    const refusal = refusalOfOvertime(asked);
    if (refusal) throw refusal;
    const approver = approverFor(ctx, made.approvedBy, ['supervisor', 'director']);
    const { reason } = made;
    insertOvertime(ctx.ledger, it.no, {
      ...span,
      reason,
      grantedAt: ctx.now,
      grantedById: ctx.operator().id,
      approvedById: approver.id,
    });
    note(ctx, it.no, 'overtime', { ...span, reason, approvedBy: approver.name });
    entry.changes = { ...span, reason: HIDDEN, approvedById: approver.id };
    warnOfCalendar(ctx, span);
    if (limits.restDays === 'quiet' && isRestDay(asked)) warnOfQuiet(ctx, span);
    if (isBeforeHours(asked)) warnOfNight(ctx);
  });
}

/** Whether a day of a year without holidays is a day off, nobody can say for sure. */
function warnOfCalendar(ctx: Ctx, { fromAt }: Span): void {
  const day = dayOf(fromAt, ctx.zone);
  for (const year of unfilledYears(ctx.policy.calendar, day, day)) {
    ctx.warn(
      w(
        `${year} 年的节假日还没有录入，休息日只按周末计算（policy.yaml 的 office.holidays）。`,
        `The holidays of ${year} are not filled in; days off are weekends only (office.holidays in policy.yaml).`,
      ),
    );
  }
}

const warnOfQuiet = (ctx: Ctx, { fromAt }: Span) =>
  ctx.warn(
    w(
      `${dayOf(fromAt, ctx.zone)} 是休息日或节假日，只许无噪声的施工。`,
      `${dayOf(fromAt, ctx.zone)} is a day off: quiet works only.`,
    ),
  );

const warnOfNight = (ctx: Ctx) =>
  ctx.warn(
    w(
      '开始得比当天的施工时间早：夜间不得有噪声，施工人员不得留宿。',
      'This begins before the hours of work: no noise at night, and nobody stays overnight.',
    ),
  );
