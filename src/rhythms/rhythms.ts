import { cadenceKind } from '../books/kinds.ts';
import { type Book, type Cadence, enabledOf } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { type Duty, OF_THE_DESK } from '../deadlines/model.ts';
import { unfilledYears } from '../lib/calendar.ts';
import type { Day } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { dayOf, endOfDay, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Keeping, Stretch, Turn } from './model.ts';
import { nextTurn, stretchesOf, turnAt, turnsFrom } from './rules.ts';
import * as store from './store.ts';

type Rhythmic = Book & { cadence: Cadence };

/** At the end of a month nobody wants to read of it from its first day on. */
const LAST_DAYS: Duration = { amount: 5, unit: 'd', text: '5d' };

/**
 * What the rhythms of the books owe by then: of each enabled book the present turn, if no entry has
 * kept it and it is due by then, or its lead has begun.
 */
export function cadenceDuties(ctx: Ctx, dueBy: Moment): Duty[] {
  const { calendar } = ctx.policy;
  return openTurns(ctx, turnAt).flatMap(({ book, turn }) => {
    // Nobody owes what was due before the book was kept.
    if (turn.state !== 'open' || (turn.isPartial && turn.dueAt < ctx.now)) return [];
    const lead = leadOf(book.cadence);
    const isNear = turn.dueAt <= dueBy || (lead && turn.dueAt <= dueAt(ctx.now, lead, calendar));
    return isNear ? [dutyOf(ctx, book, turn)] : [];
  });
}

const leadOf = ({ lead, rhythm }: Cadence): Duration | null =>
  lead ?? (rhythm.every === 'month-end' ? LAST_DAYS : null);

function dutyOf(ctx: Ctx, { key, cadence }: Rhythmic, turn: Turn): Duty {
  warnOfUnfilled(ctx, turn);
  return {
    ...OF_THE_DESK,
    subject: key,
    kind: cadenceKind({ key }),
    role: cadence.role,
    sinceAt: turn.sinceAt,
    dueAt: turn.dueAt,
    clause: `books.${key}.cadence`,
    limit: turn.text,
    title: turn.name,
  };
}

function warnOfUnfilled(ctx: Ctx, { text, sinceAt, dueAt: due }: Turn): void {
  if (text !== 'last-workday') return;
  const { zone } = ctx;
  const { calendar } = ctx.policy;
  for (const year of unfilledYears(calendar, dayOf(sinceAt, zone), dayOf(due, zone))) {
    ctx.warn(
      w(
        `${year} 年的节假日还没有录入，工作日只按周末计算（policy.yaml 的 office.holidays）。`,
        `The holidays of ${year} are not filled in; working days count weekends only (office.holidays in policy.yaml).`,
      ),
    );
  }
}

/** By the keys of the enabled books with a rhythm: the day by which their next entry is due. */
export const nextDueOf = (ctx: Ctx): Map<string, Day> =>
  new Map(
    openTurns(ctx, nextTurn).map(({ book, turn }) => [book.key, dayOf(turn.dueAt, ctx.zone)]),
  );

function openTurns(ctx: Ctx, find: typeof turnAt): { book: Rhythmic; turn: Turn }[] {
  const rhythmic = enabledOf(ctx.books).filter((book): book is Rhythmic => book.cadence !== null);
  if (rhythmic.length === 0) return [];
  const stretches = stretchesBy(ctx, rhythmic);
  const { calendar } = ctx.policy;
  return rhythmic.flatMap((book) => {
    const times = store.entryTimes(ctx.ledger, book.key, ctx.now);
    const turn = find(stretches.get(book.key) ?? [], times, { calendar, now: ctx.now });
    return turn ? [{ book, turn }] : [];
  });
}

/** The turns of a book that end on these days and have begun by now; both days count. */
export const turnsOf = (ctx: Ctx, book: Book, from: Day, through: Day): Turn[] =>
  turnsBy(ctx, [book], from, through).get(book.key) ?? [];

/** The same of several, by their keys. */
export function turnsBy(
  ctx: Ctx,
  books: readonly Book[],
  from: Day,
  through: Day,
): Map<string, Turn[]> {
  const { calendar } = ctx.policy;
  const lastAt = endOfDay(through, ctx.zone);
  return new Map(
    [...stretchesBy(ctx, books)].map(([key, stretches]) => {
      const times = store.entryTimes(ctx.ledger, key, ctx.now);
      const turns: Turn[] = [];
      for (const turn of turnsFrom(stretches, times, { calendar, now: ctx.now, from })) {
        if (turn.endsAt > lastAt || turn.sinceAt > ctx.now) break;
        turns.push(turn);
      }
      return [key, turns];
    }),
  );
}

/** How these books were kept until now, by their keys. */
function stretchesBy(ctx: Ctx, books: readonly Book[]): Map<string, Stretch[]> {
  const kept = store.keepings(ctx.ledger);
  return new Map(
    books.map((book) => {
      const noted = kept.filter((each) => each.book === book.key);
      const known = [...noted, ...unnoted(ctx, book, noted.at(-1))];
      return [book.key, stretchesOf(known.filter(({ sinceAt }) => sinceAt <= ctx.now))];
    }),
  );
}

/** What the ledger has not heard of yet, as nothing was written since: from now on. */
function unnoted({ now }: Ctx, book: Book, last: Keeping | undefined): Keeping[] {
  const cadence = book.isEnabled ? book.cadence : null;
  const text = cadence?.text ?? null;
  if ((last?.text ?? null) === text) return [];
  return [{ sinceAt: now, text, rhythm: cadence?.rhythm ?? null }];
}
