import * as z from 'zod/mini';
import { duration, durationOf, grace } from '../values.ts';

/** The promises about repairs (rules 25–48). */
export const tickets = z.strictObject({
  arrive: z.strictObject({ urgent: duration(), appointment: grace() }),
  finish: duration(),
  inform: duration(),
  progress: durationOf(['m', 'h', 'd', 'wd']),
  slip: duration(),
  callback: z.strictObject({ safety: duration(), leak: duration(), general: duration() }),
  warranty: z.strictObject({
    leak: durationOf(['d', 'mo']),
    safety: durationOf(['d', 'mo']),
    general: durationOf(['d', 'mo']),
  }),
});
