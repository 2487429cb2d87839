import { complaints } from './complaints-facts.ts';
import { deadlines } from './deadlines-facts.ts';
import { deposits } from './deposits-facts.ts';
import { enquiries } from './enquiries-facts.ts';
import { estate } from './estate-figures.ts';
import { familyOf } from './facts.ts';
import type { Family } from './family.ts';
import { moves } from './moves-facts.ts';
import { renovations } from './renovations-facts.ts';
import { tickets } from './tickets-facts.ts';
import { trustPatrols, trusts } from './trusts-facts.ts';
import { violations } from './violations-facts.ts';
import { visits } from './visits-figures.ts';

/** Everything that is counted, in the order of a report. */
export const FAMILIES: readonly Family[] = [
  estate,
  familyOf(tickets),
  familyOf(complaints),
  visits,
  familyOf(enquiries),
  familyOf(moves),
  familyOf(renovations),
  familyOf(violations),
  familyOf(deposits),
  familyOf(trusts),
  familyOf(trustPatrols),
  familyOf(deadlines),
];
