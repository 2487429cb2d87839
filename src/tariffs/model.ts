import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';

/** How often a tariff is billed. */
export const CYCLES = {
  month: w('月', 'month'),
  quarter: w('季', 'quarter'),
  'half-year': w('半年', 'half-year'),
  year: w('年', 'year'),
  season: w('季节', 'season'),
} as const satisfies Record<Tariff['cycle'], Words>;

/** What a unit can subscribe to besides tariffs: an agreement that lowers them (rule 125). */
export const AGREEMENTS = {
  trust: w('托管', 'trust-managed'),
  vacant: w('空置', 'vacant'),
} as const satisfies Record<string, Words>;

export type Agreement = keyof typeof AGREEMENTS;
