import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import * as store from './household-store.ts';

/**
 * The households of a day, as surveys, samples and the visiting plan count them (rules 71, 72, 74):
 * units where somebody lives that day, but none that is handed over later, no parking space and no
 * storage room. In the order of the estate; `building` as units name it.
 */
export const householdsOn = (
  ledger: Ledger,
  day: Day,
  only: store.Filter = {},
): store.Household[] => store.list(ledger, day, only);

/** The same as conditions on a unit `u`, for measures. */
export const { IS_HOME, isHousehold, isLivedIn } = store;
