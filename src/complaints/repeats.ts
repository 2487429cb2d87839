import type { Ctx } from '../context.ts';
import type { Deadline } from '../deadlines/model.ts';
import { deadlinesOf, isPromised, promise } from '../deadlines/service.ts';
import type { Day } from '../lib/day.ts';
import { lastDayOfMonth, monthOf } from '../lib/day.ts';
import type { Duration } from '../lib/duration.ts';
import { groupBy } from '../lib/group.ts';
import { endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { list, plural, same, type Words, w } from '../lib/words.ts';
import { OTHER, type Recurring } from './model.ts';
import { daysBack } from './rules.ts';
import * as store from './store.ts';

/** What one complaint has in common with others: a unit, a category that says something. */
interface Like {
  /** Of the complaint itself, where it exists already. */
  no: string | null;
  unitId: number | null;
  category: string;
}

/** Complaints received before, within the policy's days, that this one repeats (rule 73). */
export interface Earlier {
  ofUnit: readonly store.Alike[];
  ofCategory: readonly store.Alike[];
}

export function earlierLike(ctx: Ctx, { no, unitId, category }: Like): Earlier {
  const from = startOfDay(daysBack(ctx.today, ctx.policy.complaints.repeatWithin), ctx.zone);
  const before = (by: { unitId?: number; category?: string }) =>
    store.received(ctx.ledger, { from, to: ctx.now, ...by }).filter((each) => each.no !== no);
  return {
    ofUnit: unitId === null ? [] : before({ unitId }),
    ofCategory: category === OTHER ? [] : before({ category }),
  };
}

const MOST_NAMED = 5;

/** Points the earlier ones out to whoever logs another, each once. */
export function pointOut(ctx: Ctx, { ofUnit, ofCategory }: Earlier): void {
  const within = spanOf(ctx.policy.complaints.repeatWithin);
  const say = (same: Words, earlier: readonly store.Alike[]) => {
    if (earlier.length === 0) return;
    const nos = numbers(earlier);
    ctx.warn(
      w(
        `${same.zh} ${within.zh}内投诉过：${nos.zh}`,
        `Complaints of ${same.en} within ${within.en}: ${nos.en}`,
      ),
    );
  };
  say(w('同一房', 'the same unit'), ofUnit);
  const elsewhere = ofCategory.filter(({ no }) => !ofUnit.some((each) => each.no === no));
  say(w('同一类别', 'the same category'), elsewhere);
}

const spanOf = ({ amount, unit }: Duration): Words =>
  unit === 'mo'
    ? w(`${amount} 个月`, plural(amount, 'month'))
    : w(`${amount} 天`, plural(amount, 'day'));

/** The latest of them first, and how many there are. */
function numbers(earlier: readonly store.Alike[]): Words {
  const latest = earlier.toReversed().slice(0, MOST_NAMED);
  const named = list(latest.map(({ no }) => same(no)));
  const { length } = earlier;
  if (length <= MOST_NAMED) return named;
  return w(`${named.zh} 等 ${length} 件`, `${named.en} … (${length})`);
}

/**
 * What recurs with one more complaint like the earlier ones, and has no written analysis waiting
 * already: at most one is open for each unit and each category. What a written one was about does
 * not count again.
 */
export function newlyRecurring(ctx: Ctx, { ofUnit, ofCategory }: Earlier): Recurring | null {
  const recurs = (earlier: readonly store.Alike[], by: Repeated['by']) => {
    const analyses = analysesOf(ctx, earlier, by);
    const lastAt = latestOf(analyses.filter(({ ending }) => ending === 'met'));
    const since = earlier.filter(({ receivedAt }) => receivedAt > lastAt);
    return !analyses.some(isOpen) && since.length + 1 >= ctx.policy.complaints.recurring;
  };
  const unit = recurs(ofUnit, 'unit');
  const category = recurs(ofCategory, 'category');
  if (unit && category) return 'both';
  return unit ? 'unit' : category ? 'category' : null;
}

/** The written analyses, done and due, that these complaints called for by their unit or category. */
function analysesOf(ctx: Ctx, alike: readonly store.Alike[], by: Repeated['by']): Deadline[] {
  const called = alike.filter(({ recurring }) => recurring === by || recurring === 'both');
  const deadlines = deadlinesOf(
    ctx.ledger,
    called.map(({ no }) => no),
  );
  return [...deadlines.values()].flat().filter(({ kind }) => kind === 'complaint.analyse');
}

const isOpen = ({ ending }: Deadline): boolean => ending === null;

/** When the last of them ended; before all times where there is none. */
const latestOf = (deadlines: readonly Deadline[]): Moment =>
  deadlines
    .map(({ endedAt }) => endedAt ?? '')
    .sort()
    .at(-1) ?? '';

/** The supervisor writes the analysis by the end of the month in which it recurred (rule 73). */
export function promiseAnalysis(ctx: Ctx, no: string): void {
  if (isPromised(ctx, no, 'complaint.analyse')) return;
  promise(ctx, {
    subject: no,
    kind: 'complaint.analyse',
    role: 'supervisor',
    clause: 'complaints.analyse',
    from: startOfDay(lastDayOfMonth(monthOf(ctx.today)), ctx.zone),
  });
}

/** Complaints that repeat each other, of one unit or of one category. */
export interface Repeated {
  by: 'unit' | 'category';
  unit: string | null;
  category: string | null;
  count: number;
  /** So many that a written analysis is due. */
  recurring: boolean;
  /** One of them has that analysis waiting. */
  analysisOpen: boolean;
  firstAt: Moment;
  lastAt: Moment;
  nos: readonly string[];
}

export interface RepeatsQuery {
  /** Received on this day or later; the policy's days back from the last one unless said. */
  since?: Day | undefined;
  /** Today unless said. */
  until?: Day | undefined;
}

/** Units and categories with more than one complaint in that time, most of them first. */
export function listRepeats(ctx: Ctx, query: RepeatsQuery): Repeated[] {
  const { repeatWithin, recurring } = ctx.policy.complaints;
  const last = query.until ?? ctx.today;
  const first = query.since ?? daysBack(last, repeatWithin);
  const all = store.received(ctx.ledger, {
    from: startOfDay(first, ctx.zone),
    to: endOfDay(last, ctx.zone),
  });
  const groups = [
    ...grouped(all, 'unit', ({ unit }) => unit),
    ...grouped(all, 'category', ({ category }) => (category === OTHER ? null : category)),
  ];
  return groups
    .filter(({ alike }) => alike.length > 1)
    .map(({ by, key, alike }) => ({
      by,
      unit: by === 'unit' ? key : null,
      category: by === 'category' ? key : null,
      count: alike.length,
      recurring: alike.length >= recurring,
      analysisOpen: analysesOf(ctx, alike, by).some(isOpen),
      firstAt: alike[0]?.receivedAt ?? '',
      lastAt: alike.at(-1)?.receivedAt ?? '',
      nos: alike.map(({ no }) => no),
    }))
    .sort((a, b) => b.count - a.count || latestFirst(a, b));
}

const latestFirst = (a: Repeated, b: Repeated) =>
  a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0;

function grouped(
  all: readonly store.Alike[],
  by: Repeated['by'],
  keyOf: (it: store.Alike) => string | null,
) {
  return [...groupBy(all, keyOf)].flatMap(([key, alike]) =>
    key === null ? [] : [{ by, key, alike }],
  );
}
