import type { Rhythm } from '../books/model.ts';
import type { WorkCalendar } from '../lib/calendar.ts';
import type { Day } from '../lib/day.ts';
import { addDays, daysBetween } from '../lib/day.ts';
import { dayOf, endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import type { EntryTimes, Keeping, Span, Stretch, Turn, TurnState } from './model.ts';
import { partAt, spanAt } from './turn-rules.ts';

/**
 * The stretches of a book out of how it was kept, the oldest first. Versions that leave the rhythm as
 * it is do not part a stretch; what begins before its predecessor counts from that one's beginning.
 */
export function stretchesOf(keepings: readonly Keeping[]): Stretch[] {
  const stretches: Stretch[] = [];
  let sinceAt = '';
  for (const { rhythm, text, ...keeping } of keepings) {
    if (keeping.sinceAt > sinceAt) sinceAt = keeping.sinceAt;
    const last = stretches.at(-1);
    const goesOn = last?.untilAt === null;
    if (goesOn && rhythm && last.text === text) continue;
    if (goesOn) last.untilAt = sinceAt;
    if (rhythm && text !== null) stretches.push({ rhythm, text, sinceAt, untilAt: null });
  }
  return stretches.filter((each) => each.sinceAt !== each.untilAt);
}

interface Reckoning {
  calendar: WorkCalendar;
  now: Moment;
  /** Turns that ended before this day are left out; null: from the beginning. */
  from: Day | null;
}

/**
 * The turns of a book one behind the other, without end where it goes on to be kept: whoever asks
 * stops. A turn belongs to the rhythm in force when it began. Where the rhythm changes in the midst of
 * it, it ends by itself or with the present turn of the new rhythm, whichever is sooner. Where the book
 * is not kept any more when it ends, it is owed by nobody, unless it was due before. Left out is what
 * could only be met and was not.
 */
export function* turnsFrom(
  stretches: readonly Stretch[],
  entries: EntryTimes,
  reckoning: Reckoning,
): Generator<Turn, void> {
  const { calendar, from } = reckoning;
  const { zone } = calendar;
  let floor: Day | null = null;
  for (const [at, { rhythm, text, untilAt, ...stretch }] of stretches.entries()) {
    const isInForce = ({ day }: Place) => untilAt === null || startOfDay(day, zone) < untilAt;
    let place = firstPlace(rhythm, dayOf(stretch.sinceAt, zone), floor, calendar);
    if (!isInForce(place)) continue;
    const target = earlier(from, untilAt === null ? null : dayOf(untilAt, zone));
    if (target !== null) place = placeNear(target, place, rhythm, entries, calendar);
    while (isInForce(place)) {
      const drawn = drawTurn(place, rhythm, stretches.slice(at + 1), entries, reckoning);
      const turn = judge({ ...drawn, text }, stretches, reckoning);
      if (turn) yield turn;
      place = placeAfter(place, drawn, rhythm, zone);
    }
    floor = place.day;
  }
}

/** Where a turn begins, and what of the turns before it matters. */
interface Place {
  day: Day;
  /** From which rolling days are counted: that of the last entry, or of the last day that was due. */
  anchor: Day;
  isPartial: boolean;
  /** Of so many in a period: from when its entries count, and how many have kept a turn. */
  countsFrom: Day;
  used: number;
}

/** The turn in which a book began to be kept so, behind what was owed before. */
function firstPlace(rhythm: Rhythm, since: Day, floor: Day | null, calendar: WorkCalendar): Place {
  const begins = floor !== null && floor > since ? floor : since;
  if (rhythm.every === 'days') {
    const anchor = begins === floor ? addDays(begins, -1) : begins;
    return { day: begins, anchor, isPartial: false, countsFrom: begins, used: 0 };
  }
  const { from } = naturalSpan(rhythm, begins, calendar);
  const day = floor !== null && floor > from ? floor : from;
  const isPartial = begins === since || day > from;
  return { day, anchor: day, isPartial, countsFrom: day, used: 0 };
}

const naturalSpan = (
  rhythm: Exclude<Rhythm, { every: 'days' }>,
  day: Day,
  calendar: WorkCalendar,
): Span => (rhythm.every === 'times' ? partAt(rhythm, day) : spanAt(rhythm, day, calendar));

/** Not far before the target, as no turn hangs on those long before it. */
function placeNear(
  target: Day,
  place: Place,
  rhythm: Rhythm,
  entries: EntryTimes,
  calendar: WorkCalendar,
): Place {
  const at = (day: Day, anchor = day): Place =>
    day > place.day ? { day, anchor, isPartial: false, countsFrom: day, used: 0 } : place;
  if (rhythm.every === 'times') return at(partAt(rhythm, target).period.from);
  if (rhythm.every !== 'days') return at(spanAt(rhythm, target, calendar).from);

  const { zone } = calendar;
  const last = entries.last(startOfDay(place.day, zone), startOfDay(target, zone));
  const anchor = last === undefined ? place.anchor : dayOf(last, zone);
  const missed = Math.floor((daysBetween(anchor, target) - 1) / rhythm.days);
  if (missed < 1 && last === undefined) return place;
  const counted = addDays(anchor, Math.max(0, missed) * rhythm.days);
  return at(addDays(counted, 1), counted);
}

type Drawn = Pick<Turn, 'name' | 'sinceAt' | 'dueAt' | 'endsAt' | 'metAt' | 'isPartial'>;

function drawTurn(
  place: Place,
  rhythm: Rhythm,
  later: readonly Stretch[],
  entries: EntryTimes,
  { calendar, now }: Reckoning,
): Drawn {
  const { zone } = calendar;
  const span = spanFrom(place, rhythm, calendar);
  const until = cutShort(span.until, later, calendar);
  const dueOn = span.dueOn < until ? span.dueOn : until;
  const countsFrom = rhythm.every === 'times' ? place.countsFrom : span.from;
  const lastAt = endOfDay(until, zone);
  const used = rhythm.every === 'times' ? place.used : 0;
  const kept = entries.first(startOfDay(countsFrom, zone), lastAt < now ? lastAt : now, used + 1);
  const metAt = kept[used] ?? null;
  const isOver = rhythm.every === 'days' && metAt !== null;
  return {
    name: span.name,
    sinceAt: startOfDay(span.from, zone),
    dueAt: endOfDay(dueOn, zone),
    endsAt: isOver ? endOfDay(dayOf(metAt, zone), zone) : lastAt,
    metAt,
    isPartial: place.isPartial || until < span.until,
  };
}

function spanFrom(place: Place, rhythm: Rhythm, calendar: WorkCalendar): Span {
  if (rhythm.every !== 'days')
    return { ...naturalSpan(rhythm, place.day, calendar), from: place.day };
  const until = addDays(place.anchor, rhythm.days);
  return { name: until, from: place.day, until, dueOn: until };
}

/** The day on which a turn ends that lasts until then, where the rhythm changes before. */
function cutShort(until: Day, later: readonly Stretch[], calendar: WorkCalendar): Day {
  const { zone } = calendar;
  return later.reduce((ends, { rhythm, sinceAt }) => {
    const since = dayOf(sinceAt, zone);
    if (since > ends) return ends;
    const place = firstPlace(rhythm, since, null, calendar);
    const running = spanFrom(place, rhythm, calendar).until;
    return running < ends ? running : ends;
  }, until);
}

function placeAfter(place: Place, { endsAt, metAt }: Drawn, rhythm: Rhythm, zone: Zone): Place {
  const anchor = dayOf(endsAt, zone);
  const day = addDays(anchor, 1);
  const isNewPeriod = rhythm.every !== 'times' || partAt(rhythm, day).number === 1;
  const counted = isNewPeriod
    ? { countsFrom: day, used: 0 }
    : { countsFrom: place.countsFrom, used: place.used + (metAt === null ? 0 : 1) };
  return { day, anchor, isPartial: false, ...counted };
}

/** What became of a turn by now; undefined where it is none. */
function judge(
  drawn: Omit<Turn, 'state'>,
  stretches: readonly Stretch[],
  { calendar, now, from }: Reckoning,
): Turn | undefined {
  if (from !== null && drawn.endsAt < startOfDay(from, calendar.zone)) return undefined;
  const droppedAt = droppedBefore(drawn.endsAt, stretches);
  const isMet = drawn.metAt !== null && (droppedAt === null || drawn.metAt < droppedAt);
  const metAt = isMet ? drawn.metAt : null;
  const state = stateOf({ ...drawn, metAt }, droppedAt, now);
  return state && { ...drawn, metAt, state };
}

function stateOf(
  { metAt, dueAt, endsAt, isPartial }: Drawn,
  droppedAt: Moment | null,
  now: Moment,
): TurnState | undefined {
  if (metAt !== null) return metAt > dueAt ? 'late' : 'met';
  if (droppedAt === null && now <= endsAt) return 'open';
  const isOwed = !isPartial && (droppedAt === null || dueAt < droppedAt);
  return isOwed ? 'missed' : undefined;
}

/** Since when the book was not kept any more as a turn ended; null where it was. */
function droppedBefore(endsAt: Moment, stretches: readonly Stretch[]): Moment | null {
  const last = stretches.findLast(({ sinceAt }) => sinceAt <= endsAt);
  return last?.untilAt != null && last.untilAt <= endsAt ? last.untilAt : null;
}

const earlier = (a: Day | null, b: Day | null): Day | null =>
  a === null || b === null || a < b ? a : b;

/** The turn that a moment lies in; none while the book is not kept. */
export function turnAt(
  stretches: readonly Stretch[],
  entries: EntryTimes,
  reckoning: Omit<Reckoning, 'from'>,
): Turn | undefined {
  const { now } = reckoning;
  const turn = firstTurn(stretches, entries, reckoning, ({ endsAt }) => endsAt >= now);
  return turn && turn.sinceAt <= now ? turn : undefined;
}

/** The first turn that is still to be kept, the present one or one to come. */
export const nextTurn = (
  stretches: readonly Stretch[],
  entries: EntryTimes,
  reckoning: Omit<Reckoning, 'from'>,
): Turn | undefined => firstTurn(stretches, entries, reckoning, ({ state }) => state === 'open');

/** Of the turns that end today or later. */
function firstTurn(
  stretches: readonly Stretch[],
  entries: EntryTimes,
  { calendar, now }: Omit<Reckoning, 'from'>,
  isMeant: (turn: Turn) => boolean,
): Turn | undefined {
  const from = dayOf(now, calendar.zone);
  for (const turn of turnsFrom(stretches, entries, { calendar, now, from })) {
    if (isMeant(turn)) return turn;
  }
  return undefined;
}
