import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import type { Renovation } from '../renovations/model.ts';

/** Of the works, both days counted. */
type Period = Pick<Renovation, 'fromOn' | 'untilOn'>;

const reversed = ({ fromOn, untilOn }: Period, hint: Words): WyError =>
  refused(
    'period_reversed',
    w(
      `施工期的最后一天 ${untilOn} 早于第一天 ${fromOn}。`,
      `The last day of the works, ${untilOn}, lies before the first, ${fromOn}.`,
    ),
    hint,
  );

const over = ({ untilOn }: Period, today: Day, hint: Words): WyError =>
  refused(
    'period_over',
    w(
      `施工期到 ${untilOn}，到 ${today} 已经过完。`,
      `The works end on ${untilOn}, which is over on ${today}.`,
    ),
    hint,
  );

/** Why nobody can apply for this period on this day, if so: it runs backwards, or it is over. */
export function refusalOfPeriod(period: Period, today: Day): WyError | undefined {
  if (period.untilOn < period.fromOn) {
    return reversed(period, w('请改 --from 或 --until。', 'Change --from or --until.'));
  }
  if (period.untilOn >= today) return undefined;
  return over(
    period,
    today,
    w(
      '请改 --until；补录以前的申请请加 --at。',
      'Change --until; record an application of the past with --at.',
    ),
  );
}

/** The last day typed with the permit, and whether somebody who may has consented to a later one. */
interface Asked {
  untilOn: Day | undefined;
  isApproved: boolean;
}

/**
 * Why the permit cannot be valid until then, if so: the period is over before the works begin, or it
 * is longer than what was approved and nobody consented (rule 84).
 */
export function refusalOfUntil(
  it: Period & Pick<Renovation, 'no'>,
  { untilOn = it.untilOn, isApproved }: Asked,
  today: Day,
): WyError | undefined {
  const period = { fromOn: it.fromOn, untilOn };
  const longer = `wy reno permit ${it.no} --until … --approved-by …`;
  const hint = w(
    `写明新的最后一天，比批准的晚的写批准人：${longer}`,
    `Say the new last day, and who consents where it is later than what was approved: ${longer}`,
  );
  if (untilOn < today) return over(period, today, hint);
  if (untilOn < it.fromOn) return reversed(period, hint);
  if (untilOn <= it.untilOn || isApproved) return undefined;
  return refused(
    'approval_needed',
    w(
      `批准的施工期到 ${it.untilOn}，${untilOn} 更晚，须有人批准。`,
      `The works were approved until ${it.untilOn}; ${untilOn} is later, and somebody has to consent.`,
    ),
    w(`写明批准人：${longer}`, `Say who consents: ${longer}`),
  );
}
