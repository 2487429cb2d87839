import { addDays } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { atLocal, dayOf } from '../../lib/moment.ts';
import type { PinyinReader } from '../../lib/pinyin.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { tell } from '../story.ts';
import type { Moving } from './move-steps.ts';
import { MOVES } from './move-stories.ts';
import type { Repair } from './ticket-steps.ts';

/** By then all defects of a morning's inspection are written down. */
const DEFECTS_BEGIN = '14:00';

/** Who moved in, out or on in the last weeks, as far as the estate has flats for it. */
export function movesOf(estate: Estate, now: Moment, readName: PinyinReader): Beat[] {
  const { zone, moving } = estate;
  const today = dayOf(now, zone);
  const left = { unsold: [...moving.unsold], let: [...moving.let], empty: [...moving.empty] };

  return MOVES.flatMap((story) => {
    const { name, where, who, attendance, attendee, daysAgo, time, snags, steps } = story;
    const flat = left[where].shift();
    if (flat === undefined) return [];
    const { code, people } = typeof flat === 'string' ? { code: flat, people: [] } : flat;
    const random = randomOf(`${name} ${today}`);
    const person = who ?? { name: people[0]?.name ?? '', phone: people[0]?.phone ?? '' };
    const defects = snags.map(
      (snag): Repair => ({
        random: randomOf(`${snag.item} ${today}`),
        fault: { ...snag, urgent: false, yuan: [0, 0], weight: 0 },
        unit: code,
        place: undefined,
        caller: { ...person, name: attendee ?? person.name },
        worker: estate.engineerFor(snag.trade).name,
        no: '',
        isPaid: false,
      }),
    );
    const move: Moving = {
      ...person,
      random,
      unit: code,
      attendance,
      attendee,
      inspector: estate.engineerFor('building').name,
      readName,
      defects,
      no: '',
    };
    const day = addDays(today, -daysAgo);
    const thread = (at: Moment, own = random) => ({ zone, random: own, at, agreedAt: undefined });
    const mending = snags.flatMap(({ steps: some }, at) => {
      const repair = defects[at];
      if (!repair) return [];
      return tell(some, repair, thread(atLocal(day, DEFECTS_BEGIN, zone), repair.random));
    });
    return [...tell(steps, move, thread(atLocal(day, time, zone))), ...mending];
  });
}
