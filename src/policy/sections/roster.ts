import * as z from 'zod/mini';
import { w } from '../../lib/words.ts';
import { choice, durationOf, early, issue, someText, text, whole } from '../values.ts';
import { atLeastOne, clock, weekdayNumber } from './office.ts';
import { roles } from './site.ts';

const DAY_MINUTES = 1440;

const ROLES = Object.keys(roles.shape) as (keyof typeof roles.shape)[];

const written = z.strictObject({
  name: someText(),
  english: z.optional(text()),
  from: clock,
  until: clock,
  least: z.optional(whole(0, 99)),
  days: z.optional(z.array(weekdayNumber).check(atLeastOne)),
  roles: z.optional(z.array(choice(ROLES))),
  head: z.optional(choice(['yes', 'no'])),
  active: z.optional(choice(['yes', 'no'])),
});

type Written = z.output<typeof written>;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** What a shift says, with what it may leave unsaid filled in. */
function filled(it: Written) {
  const isOverMidnight = it.until <= it.from;
  return {
    name: w(it.name, it.english || it.name),
    /** Minutes after the midnight on which its day begins; the end may lie in the next day. */
    fromMinute: it.from,
    untilMinute: isOverMidnight ? it.until + DAY_MINUTES : it.until,
    /** How many people at least. */
    least: it.least ?? 1,
    /** Days of the week on which it is held; Monday is 1. */
    days: it.days ?? EVERY_DAY,
    /** Who may take it; empty: anybody. */
    roles: it.roles ?? [],
    /** Heads the duty, beside the shifts of the desk (rule 160). */
    isHead: it.head === 'yes',
    isActive: it.active !== 'no',
  };
}

export type Shift = ReturnType<typeof filled>;

const shifts = z.pipe(
  z.record(z.string(), written).check(sensible),
  z.transform((all: Record<string, Written>) =>
    Object.fromEntries(Object.entries(all).map(([key, it]) => [key, filled(it)])),
  ),
);

/** Typed on the command line for a day without a shift. */
const OFF = ['off', '休', '休息'];

function sensible({ value, issues }: z.core.ParsePayload<Record<string, Written>>) {
  const seen = new Set<string>();
  for (const [key, it] of Object.entries(value)) {
    const names = [...new Set([key, it.name, it.english ?? ''].filter((each) => each !== ''))];
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(key)) issues.push(issue(key, [key], BAD_KEY));
    if (names.some((name) => OFF.includes(name.toLowerCase()))) {
      issues.push(issue(key, [key], MEANS_OFF));
    }
    if (names.some((name) => seen.has(name.toLowerCase()))) {
      issues.push(issue(it.name, [key, 'name'], SAME_NAME));
    }
    if (it.from === DAY_MINUTES) issues.push(issue(it.from, [key, 'from'], TOO_LATE));
    for (const name of names) seen.add(name.toLowerCase());
  }
}

const BAD_KEY = w(
  '班次的代码应是小写字母、数字和连字符，如 early。',
  'The key of a shift is small letters, digits and hyphens, such as early.',
);

const MEANS_OFF = w(
  '“休”和 off 在排班时表示不上班，请换一个名称。',
  'off (休) means a day without a shift when planning; take another name.',
);

const SAME_NAME = w('与另一个班次重名。', 'Another shift is called this already.');

const TOO_LATE = w(
  '一天从 00:00 起，24:00 只能用在 until。',
  'A day begins at 00:00; 24:00 can stand in until only.',
);

/** Who is on duty when, and how early (rules 150, 151). */
export const roster = z.strictObject({
  shifts,
  early: early(),
  rest: durationOf(['m', 'h']),
  week: durationOf(['h']),
});
