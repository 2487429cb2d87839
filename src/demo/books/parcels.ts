import { addDays, type Day } from '../../lib/day.ts';
import { addMinutes } from '../../lib/moment.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting, somebody } from './setting.ts';
import { slip } from './slip.ts';

const KINDS = [
  { kind: 'parcel', weight: 76 },
  { kind: 'letter', weight: 8 },
  { kind: 'registered', weight: 7 },
  { kind: 'newspaper', weight: 9 },
] as const;

const CARRIERS = ['顺丰', '中通', '圆通', '京东', '邮政'] as const;
const WAYS = [
  { way: 'message', weight: 70 },
  { way: 'phone', weight: 22 },
  { way: 'note', weight: 8 },
] as const;

/** Of what is fetched on the same day so many were told of; the others saw it as they passed. */
const TOLD_PERCENT = 45;

/** How many days later it is fetched. */
const FETCHED = [
  { days: 0, weight: 62 },
  { days: 1, weight: 26 },
  { days: 2, weight: 8 },
  { days: 4, weight: 4 },
] as const;

const FEWEST_A_DAY = 1;
const MOST_A_DAY = 2;
/** What lies there and since when; the first longer than it should. */
const LYING = [
  { daysAgo: 9, time: '11:05', place: '前台货架 C6' },
  { daysAgo: 3, time: '16:20', place: '前台货架 B2' },
  { daysAgo: 2, time: '11:40', place: '前台货架 A5' },
  { daysAgo: 1, time: '15:10', place: '前台货架 A1' },
] as const;
/** Sent back, as whoever ordered it was away. */
const RETURNED_EVERY = 70;

/** What the desk takes in for the residents: told of, fetched in the evening (rule 120). */
export function parcelsOf(setting: Setting): Beat[] {
  const { today, days } = setting;
  return [
    ...days.flatMap((day, index) => {
      const random = randomOf(`parcels ${day}`);
      return Array.from({ length: random.between(FEWEST_A_DAY, MOST_A_DAY) }, (_, at) =>
        parcel(setting, day, at, index % RETURNED_EVERY === RETURNED_EVERY - 1 && at === 0),
      ).flat();
    }),
    ...LYING.flatMap(({ daysAgo, time, place }) =>
      lyingSince(setting, addDays(today, -daysAgo), time, place),
    ),
  ];
}

function parcel({ flats, on }: Setting, day: Day, index: number, isReturned: boolean): Beat[] {
  const random = randomOf(`parcel ${day} ${index}`);
  const { unit, name, phone } = somebody(random, flats);
  const { kind } = random.weighted(KINDS);
  const isMail = kind !== 'parcel';
  const received = on(day, clock('09:10', index * 190 + random.below(150)));
  const told = addMinutes(received, random.between(3, 40));
  const { days } = random.weighted(FETCHED);
  const way = phone ? random.weighted(WAYS).way : 'note';
  const isTold = days > 0 || isReturned || random.chance(TOLD_PERCENT);
  const evening = on(addDays(day, days), clock('18:20', random.below(150)));
  const sentBack = on(addDays(day, 7), '10:30');
  const fields = {
    ...{ unit, recipient: name, kind, pieces: random.chance(10) ? 2 : 1 },
    carrier: isMail ? '邮政' : random.pick(CARRIERS),
    place: isMail
      ? '前台信报格'
      : `前台货架 ${random.pick(['A', 'B', 'C'])}${random.between(1, 6)}`,
    ...(kind === 'parcel' && { tracking: `7${random.between(10_000_000, 99_999_999)}` }),
    ...(random.chance(3) && { condition: '外箱压痕，当面拆看' }),
  };
  const end = isReturned
    ? { at: sentBack, outcome: 'returned', collectedBy: '快递员' }
    : { at: evening, outcome: 'collected', collectedBy: name };
  const { at, ...collected } = end;
  return slip('parcel', [
    { at: received, verb: 'receive', fields },
    ...(isTold ? [{ at: told, verb: 'tell', fields: { way } }] : []),
    { at, verb: 'collect', fields: collected },
  ]);
}

/** Told of and not fetched yet. */
function lyingSince({ flats, on }: Setting, day: Day, time: string, place: string): Beat[] {
  const random = randomOf(`lying parcel ${day}`);
  const { unit, name } = somebody(random, flats);
  const fields = { unit, recipient: name, kind: 'parcel', carrier: random.pick(CARRIERS), place };
  return slip('parcel', [
    { at: on(day, time), verb: 'receive', fields },
    { at: on(day, clock(time, 15)), verb: 'tell', fields: { way: 'message' } },
  ]);
}
