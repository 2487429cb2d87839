import * as z from 'zod/mini';
import { percentOrNone } from '../values.ts';

const aims = <K extends string>(...names: readonly K[]) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, percentOrNone()])) as Record<
      K,
      ReturnType<typeof percentOrNone>
    >,
  );

/** What the site aims at, by the rates of the reports; those of the fees stand in `fees.target`. */
export const reports = z.strictObject({
  targets: z.strictObject({
    tickets: aims('onTime', 'arrivedOnTime', 'qualified', 'repeat', 'callback'),
    complaints: aims('onTime', 'closedRate', 'callback'),
    visits: aims('satisfaction'),
    deadlines: aims('onTime'),
  }),
});
