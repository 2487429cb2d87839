import * as z from 'zod/mini';
import { duration, grace, someText, whole } from '../values.ts';

/** Visits and enquiries (rules 71–79, 63–67). */
export const visits = z.strictObject({
  sample: z.strictObject({ least: whole(1, 1000), most: whole(1, 1000) }),
  answer: grace(),
  plan: duration(),
});

/** What returns by the calendar: how long after its period it may be done, how long before it shows. */
const round = () => z.strictObject({ due: duration(), lead: duration() });

export const rounds = z.strictObject({
  sample: round(),
  summary: round(),
  committee: round(),
  survey: round(),
});

/** The yearly survey (rules 72, 79). */
export const surveys = z.strictObject({
  questions: z.array(someText()),
  validAnswers: whole(1, 100),
});
