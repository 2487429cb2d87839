import { COMPLAINTS } from '../complaints/record.ts';
import { DEPOSITS } from '../deposits/deposits.ts';
import { CONTACTS } from '../dunning/book.ts';
import { ENQUIRIES } from '../enquiries/record.ts';
import { HANDOVERS } from '../handover/record.ts';
import type { Book } from '../ledger/numbers.ts';
import { MOVES } from '../moves/record.ts';
import { PLANS } from '../plans/plans.ts';
import { RECEIPTS } from '../receipts/receipts.ts';
import { RENOVATIONS } from '../renovations/record.ts';
import { SUBSCRIPTIONS } from '../subscriptions/subscriptions.ts';
import { SURVEYS } from '../surveys/record.ts';
import { TICKETS } from '../tickets/record.ts';
import { VISITS } from '../visits/visits.ts';

/** Every series of numbered documents of the program; those of the desk's books come beside them. */
export const BOOKS: readonly Book[] = [
  TICKETS,
  COMPLAINTS,
  MOVES,
  VISITS,
  ENQUIRIES,
  PLANS,
  SURVEYS,
  SUBSCRIPTIONS,
  CONTACTS,
  DEPOSITS,
  RECEIPTS,
  RENOVATIONS,
  HANDOVERS,
];
