import * as z from 'zod/mini';
import type { Day } from '../../lib/day.ts';
import { addDays, daysBetween, isDay } from '../../lib/day.ts';
import { w } from '../../lib/words.ts';
import { issue, leaf, notAllowed } from '../values.ts';

type Hours = readonly [fromMinute: number, toMinute: number];

const WEEKDAYS = [
  ['mon', '周一'],
  ['tue', '周二'],
  ['wed', '周三'],
  ['thu', '周四'],
  ['fri', '周五'],
  ['sat', '周六'],
  ['sun', '周日'],
];

// Longer than any closure of an office: a slip in the year or the month.
const LONGEST_RANGE_DAYS = 31;

const HOURS = /^(\d{1,2})[:：](\d{2}) ?[-–—~～至] ?(\d{1,2})[:：](\d{2})$/;
const RANGE = /^(\S+) ?(?:\.\.|…|至) ?(\S+)$/;

/** Monday is 1, Sunday 7. */
export const weekdayNumber = leaf((value) => {
  const index = WEEKDAYS.findIndex((names) => names.includes(value.toLowerCase()));
  if (index >= 0) return index + 1;
  throw notAllowed(
    w(
      '应是 mon、tue、wed、thu、fri、sat、sun，或周一至周日。',
      'This is one of mon, tue, wed, thu, fri, sat, sun.',
    ),
  );
});

/** '08:30-12:00' in minutes of the day; '24:00' may end a day. */
export const hours = leaf((value): Hours => {
  const [fromMinute, toMinute] = minutesOf(value);
  if (fromMinute < toMinute) return [fromMinute, toMinute];
  throw notAllowed(
    w(
      '应写成 08:30-12:00 的样子，先早后晚，最晚 24:00。',
      'This is written 08:30-12:00, the earlier time first, 24:00 at the latest.',
    ),
  );
});

/** '22:00' in minutes of the day, '24:00' its end. */
export const clock = leaf((value): number => {
  const [, hour, minute] = (/^(\d{1,2})[:：](\d{2})$/.exec(value) ?? []).map(Number);
  const read = minuteOfDay(hour, minute);
  if (!Number.isNaN(read)) return read;
  throw notAllowed(w('应写成 22:00 的样子。', 'This is written 22:00.'));
});

/** One day, or all days of a range 2027-02-05..2027-02-11. */
const days = leaf((value): Day[] => {
  const [, from = value, to = value] = RANGE.exec(value) ?? [];
  const length = isDay(from) && isDay(to) ? daysBetween(from, to) + 1 : 0;
  if (length > 0 && length <= LONGEST_RANGE_DAYS) {
    return Array.from({ length }, (_, index) => addDays(from, index));
  }
  throw notAllowed(
    w(
      `应是 2027-01-01 那样的一天，或 2027-02-05..2027-02-11 那样的一段，先早后晚，最长 ${LONGEST_RANGE_DAYS} 天。`,
      `This is a day such as 2027-01-01, or a range such as 2027-02-05..2027-02-11, the earlier day first, ${LONGEST_RANGE_DAYS} days at most.`,
    ),
  );
});

const hoursOfOffice = leaf((value) => {
  const found = /^(\d{1,2}(?:\.5)?)h$/.exec(value);
  const amount = Number(found?.[1]);
  if (amount > 0 && amount <= 12) return amount;
  throw notAllowed(w('应写成 4h 或 3.5h，最多 12h。', 'This is written 4h or 3.5h, 12h at most.'));
});

/** When the office works; only working days (wd) count by it. */
export const office = z
  .strictObject({
    days: z.array(weekdayNumber).check(atLeastOne),
    hours: z.array(hours).check(atLeastOne, apart),
    halfDay: hoursOfOffice,
    holidays: z.array(days),
    workdays: z.array(days),
  })
  .check((context) => {
    const off = new Set(context.value.holidays.flat());
    context.value.workdays.forEach((some, index) => {
      const both = some.find((day) => off.has(day));
      if (both === undefined) return;
      const words = w(
        `${both} 也写在 holidays 里，请删去一处。`,
        `${both} also stands in holidays; remove one of the two.`,
      );
      context.issues.push(issue(both, ['workdays', index], words));
    });
  });

// An office that never works would leave every working day without an end.
export function atLeastOne(context: z.core.ParsePayload<unknown[]>) {
  if (context.value.length > 0) return;
  const words = w('至少写一项。', 'This takes one entry at least.');
  context.issues.push(issue(context.value, [], words));
}

/** Hours of a list that overlap. */
export function apart(context: z.core.ParsePayload<Hours[]>) {
  const inOrder = context.value
    .map(([from, to], index) => ({ from, to, index }))
    .sort((a, b) => a.from - b.from);
  inOrder.forEach(({ from, index }, place) => {
    const before = inOrder[place - 1];
    if (before === undefined || before.to <= from) return;
    const words = w('与另一段时间重叠。', 'This overlaps with other hours of the list.');
    context.issues.push(issue(context.value[index], [index], words));
  });
}

/** Not a number where the text is no time of day. */
function minutesOf(value: string): Hours {
  const [, fromHour, fromMinute, toHour, toMinute] = (HOURS.exec(value) ?? []).map(Number);
  return [minuteOfDay(fromHour, fromMinute), minuteOfDay(toHour, toMinute)];
}

function minuteOfDay(hour = Number.NaN, minute = Number.NaN): number {
  const total = hour * 60 + minute;
  return minute < 60 && total <= 1440 ? total : Number.NaN;
}
