import type { Ctx } from '../context.ts';
import type { Moment } from '../lib/moment.ts';
import * as store from './fallen-store.ts';

/** The facts of lateness, as SQL: every measure of it stands on them. */
export const { FALLEN } = store;

/** Promises of these kinds that fell due in that time, as known now, and how many of them were kept. */
export const keptOf = (
  { ledger, now }: Ctx,
  span: { from: Moment; to: Moment },
  kinds: readonly string[],
): store.Kept[] => store.kept(ledger, { ...span, now, kinds });
