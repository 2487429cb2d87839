import type { Report } from '../formats/model.ts';
import type { Explained } from '../measures/measuring.ts';
import type { Listed } from '../outbox/model.ts';

/** What a command of reports comes to. */
export type Told =
  | { is: 'report'; report: Report; file: string | null; text: string | null }
  | { is: 'explained'; explained: Explained }
  | { is: 'sent'; sent: readonly Listed[] };
