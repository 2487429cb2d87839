import { arrears } from './arrears-figures.ts';
import { bookMoney } from './book-money-facts.ts';
import { cash } from './cash-figures.ts';
import { complaints } from './complaints-facts.ts';
import { deadlines } from './deadlines-facts.ts';
import { deposits } from './deposits-facts.ts';
import { dunning } from './dunning-facts.ts';
import { enquiries } from './enquiries-facts.ts';
import { estate } from './estate-facts.ts';
import { familyOf } from './facts.ts';
import type { Family } from './family.ts';
import { fees } from './fees-figures.ts';
import { limitation } from './limitation-figures.ts';
import { moves } from './moves-facts.ts';
import { payments } from './payments-facts.ts';
import { prepaid } from './prepaid-figures.ts';
import { receipts } from './receipts-facts.ts';
import { renovations } from './renovations-facts.ts';
import { tickets } from './tickets-facts.ts';
import { trustPatrols, trusts } from './trusts-facts.ts';
import { violations } from './violations-facts.ts';
import { visits } from './visits-figures.ts';

/** Everything that is counted, in the order of a report. */
export const FAMILIES: readonly Family[] = [
  familyOf(estate),
  fees,
  familyOf(payments),
  familyOf(receipts),
  prepaid,
  arrears,
  limitation,
  familyOf(dunning),
  cash,
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
  familyOf(bookMoney),
  familyOf(deadlines),
];
