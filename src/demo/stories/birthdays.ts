import { birthdayOn } from '../../lib/birthday.ts';
import { addDays } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { addMinutes, atLocal, dayOf } from '../../lib/moment.ts';
import type { PinyinReader } from '../../lib/pinyin.ts';
import { recordGreeting } from '../../registry/greetings.ts';
import { editResident } from '../../registry/residents.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';

/** Birthdays of those who agreed to be greeted, in days from now. */
const IN_DAYS = [-2, 0, 1, 3, 4, 6, 11];
const ASKED_DAYS_AGO = 20;

/** A few agreed to be greeted; who had a birthday got a card (rule 77). */
export function birthdaysOf(estate: Estate, now: Moment, readName: PinyinReader): Beat[] {
  const { zone } = estate;
  const today = dayOf(now, zone);
  const flats = estate.dwellings.filter(({ entrance }) => entrance !== null);
  const some = randomOf(`birthdays ${today}`).some(flats, IN_DAYS.length);
  return some.flatMap(({ people }, index) => {
    const inDays = IN_DAYS[index];
    const id = people[0]?.id;
    if (inDays === undefined || id === undefined) return [];
    const on = addDays(today, inDays);
    const asked = atLocal(addDays(today, -ASKED_DAYS_AGO), '16:30', zone);
    const agreed: Beat = {
      at: addMinutes(asked, index * 4),
      act: (ctx) => void editResident(ctx, id, { greet: true, birthday: birthdayOn(on) }, readName),
    };
    const greeted: Beat = {
      at: atLocal(on, '09:15', zone),
      act: (ctx) => void recordGreeting(ctx, id),
    };
    return inDays < 0 ? [agreed, greeted] : [agreed];
  });
}
