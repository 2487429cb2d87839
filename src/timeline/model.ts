import type { Moment } from '../lib/moment.ts';

/** One thing that was done or said about a case. `detail` holds what the kind needs, units in names. */
export interface Event {
  at: Moment;
  by: string;
  kind: string;
  detail: Readonly<Record<string, string | number | boolean | null>>;
}
