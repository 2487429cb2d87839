import * as z from 'zod/mini';
import { duration, durationOf, grace, someText, whole } from '../values.ts';

const words = () => z.array(someText());

/** The promises about complaints (rules 49–70), and what words make of them. */
export const complaints = z.strictObject({
  verify: duration(),
  escalate: z.strictObject({ major: duration(), important: duration() }),
  coordinate: duration(),
  stop: duration(),
  reply: duration(),
  answer: grace(),
  resolve: z.strictObject({
    major: duration(),
    important: duration(),
    minor: duration(),
    asked: grace(),
  }),
  tell: duration(),
  callback: duration(),
  measure: grace(),
  repeatWithin: durationOf(['d', 'mo']),
  recurring: whole(2, 100),
  analyse: duration(),
  grades: z.strictObject({ major: words(), important: words() }),
  natures: z.strictObject({ help: words(), enquiry: words(), venting: words() }),
  categories: z.record(z.string(), words()),
  categoryNames: z.record(z.string(), someText()),
});
