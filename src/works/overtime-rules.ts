import { isWorkday, type WorkCalendar } from '../lib/calendar.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { atLocal, dayOf, localText, type Moment, timeOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { hoursWords } from '../renovations/hours-rules.ts';
import type { Renovation } from '../renovations/model.ts';
import { hoursOn, type Span } from './allowance-rules.ts';

/** Of the policy: when works may go on, and until when overtime at the latest. */
type Limits = Pick<Policy['renovations'], 'hours' | 'restDays' | 'latest'>;

interface Asked {
  it: Pick<Renovation, 'no' | 'fromOn' | 'untilOn' | 'overtimes'>;
  span: Span;
  now: Moment;
  limits: Limits;
  calendar: WorkCalendar;
}

/**
 * Why works cannot be allowed outside the hours for this time, if so (rules 98, 99): it runs backwards,
 * has begun already, leaves the period, lasts into the night, falls on a day without works, needs no
 * leave, or has been given leave.
 */
export function refusalOfOvertime(asked: Asked): WyError | undefined {
  return (
    refusalOfTime(asked) ??
    refusalOfPeriod(asked) ??
    refusalOfNight(asked) ??
    refusalOfRestDay(asked) ??
    refusalOfHours(asked) ??
    refusalOfTwin(asked)
  );
}

export const isRestDay = ({ span, calendar }: Pick<Asked, 'span' | 'calendar'>): boolean =>
  !isWorkday(calendar, dayOf(span.fromAt, calendar.zone));

/** Whether it begins before anybody may work on that day. */
export function isBeforeHours({ span, limits, calendar }: Asked): boolean {
  const [first] = hoursOn(dayOf(span.fromAt, calendar.zone), limits, calendar);
  return first !== undefined && span.fromAt < first.fromAt;
}

function refusalOfTime({ span: { fromAt, untilAt }, now }: Asked): WyError | undefined {
  if (untilAt <= fromAt) {
    return refused(
      'overtime_reversed',
      w('加班的结束时间不晚于开始时间。', 'The overtime would not end after it begins.'),
      w(
        '两头都写日期和时间，如 --from "2026-11-24 18:00" --until "2026-11-24 21:00"。',
        'Give day and time of both, as in --from "2026-11-24 18:00" --until "2026-11-24 21:00".',
      ),
    );
  }
  if (fromAt >= now) return undefined;
  return refused(
    'time_passed',
    w(
      '加班要事先批准：这个时间已经开始。',
      'Overtime has to be allowed beforehand; this has begun.',
    ),
    w('补录当时的批准请加 --at。', 'To record the leave that was given then, add --at.'),
  );
}

/** By the day on which it begins: it ends on the same one, at midnight at the latest. */
function refusalOfPeriod({ it, span, calendar }: Asked): WyError | undefined {
  const { no, fromOn, untilOn } = it;
  const day = dayOf(span.fromAt, calendar.zone);
  if (fromOn <= day && day <= untilOn) return undefined;
  return refused(
    'outside_period',
    w(
      `${no} 的施工期是 ${fromOn} 至 ${untilOn}，加班时间不在其内。`,
      `The works of ${no} last from ${fromOn} to ${untilOn}; this overtime lies outside.`,
    ),
    w(`先延期：wy reno extend ${no} --until …`, `Extend it first: wy reno extend ${no} --until …`),
  );
}

function refusalOfNight({ span, limits, calendar }: Asked): WyError | undefined {
  const { zone } = calendar;
  const day = dayOf(span.fromAt, zone);
  const latestAt = atLocal(day, limits.latest * 60, zone);
  if (span.untilAt <= latestAt) return undefined;
  const latest = limits.latest === 24 * 60 ? '24:00' : timeOf(latestAt, zone);
  return refused(
    'overtime_too_late',
    w(
      `加班当天最晚到 ${latest}，施工人员不得留宿。`,
      `Overtime ends by ${latest} of the same day; nobody stays overnight.`,
    ),
    w(
      `请把 --until 改到 ${day} ${latest} 以前；几天的分几次办。`,
      `Let --until be ${day} ${latest} at the latest; ask for each day by itself.`,
    ),
  );
}

function refusalOfRestDay(asked: Asked): WyError | undefined {
  const { span, limits, calendar } = asked;
  if (limits.restDays !== 'none' || !isRestDay(asked)) return undefined;
  const day = dayOf(span.fromAt, calendar.zone);
  return refused(
    'rest_day',
    w(
      `${day} 是休息日或节假日，本小区不得施工。`,
      `${day} is a day off, and there are no works on those here.`,
    ),
    w(
      '请改到工作日（制度 renovations.restDays）。',
      'Choose a working day (renovations.restDays).',
    ),
  );
}

function refusalOfHours({ span, limits, calendar }: Asked): WyError | undefined {
  const within = hoursOn(dayOf(span.fromAt, calendar.zone), limits, calendar);
  const isInside = within.some(
    (each) => each.fromAt <= span.fromAt && span.untilAt <= each.untilAt,
  );
  if (!isInside) return undefined;
  const words = hoursWords(limits);
  return refused(
    'overtime_not_needed',
    w('这段时间本来就可以施工，不用办加班。', 'These are hours of work; no leave is needed.'),
    w(`${words.zh}。`, `${words.en}.`),
  );
}

function refusalOfTwin({ it, span, calendar }: Asked): WyError | undefined {
  const twin = it.overtimes.find(
    ({ fromAt, untilAt }) => fromAt < span.untilAt && span.fromAt < untilAt,
  );
  if (!twin) return undefined;
  const from = localText(twin.fromAt, calendar.zone);
  const until = timeOf(twin.untilAt, calendar.zone);
  return refused(
    'overtime_overlaps',
    w(
      `与已批准的加班重叠：${from} 至 ${until}。`,
      `This overlaps with what has been allowed: ${from} to ${until}.`,
    ),
    w('只办还没有批准的那一段。', 'Ask for the time that is not allowed yet.'),
  );
}
