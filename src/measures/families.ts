import { deadlines } from './deadlines-facts.ts';
import { familyOf } from './facts.ts';
import type { Family } from './family.ts';
import { tickets } from './tickets-facts.ts';

/** Everything that is counted, in the order of a report. */
export const FAMILIES: readonly Family[] = [familyOf(tickets), familyOf(deadlines)];
