import type { Ctx } from '../context.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { dayOf } from '../lib/moment.ts';
import { type Birthday, birthdaysBetween } from './birthday-rules.ts';
import { listResidents } from './residents.ts';
import { birthdayOf } from './rules.ts';

/** The birthdays from today on, as far ahead as asked or as the policy says (rule 77). */
export function listBirthdays(ctx: Ctx, within?: Duration): Birthday[] {
  const { calendar, visits } = ctx.policy;
  const lastDay = dayOf(dueAt(ctx.now, within ?? visits.birthdays, calendar), ctx.zone);
  const agreed = listResidents(ctx.ledger, { greet: true });
  const residents = agreed.map((each) => ({ ...each, birthday: birthdayOf(each) ?? null }));
  return birthdaysBetween(residents, ctx.today, lastDay);
}
