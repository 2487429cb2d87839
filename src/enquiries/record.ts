import type { CaseKind } from '../cases/kind.ts';
import type { WithDeadlines } from '../cases/model.ts';
import { withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import type { Book } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import type { Enquiry, State } from './model.ts';
import { refusalOf, type Step } from './rules.ts';
import * as store from './store.ts';

export const ENQUIRIES: Book = {
  table: 'enquiries',
  prefix: 'E',
  name: w('来访来电记录', 'enquiry'),
  list: 'visit enquiry list',
};

/** How enquiries are stepped through and shown. */
export const ENQUIRY: CaseKind<Enquiry, Step> = {
  book: ENQUIRIES,
  action: 'enquiry',
  show: 'visit enquiry show',
  read: store.byNumber,
  beganAt: (enquiry) => enquiry.receivedAt,
  refusalOf,
};

export type EnquiryRecord = WithDeadlines<Enquiry>;

export interface EnquiryQuery {
  state?: State | undefined;
  open?: boolean | undefined;
  unit?: string | undefined;
  /** Received on this day or later, or earlier. */
  since?: Day | undefined;
  until?: Day | undefined;
}

export function listEnquiries(ctx: Ctx, query: EnquiryQuery): EnquiryRecord[] {
  const { ledger, zone } = ctx;
  const enquiries = store.list(ledger, {
    state: query.state ?? (query.open ? 'open' : null),
    unitId: query.unit ? requireUnit(ledger, query.unit).id : null,
    receivedFrom: query.since ? startOfDay(query.since, zone) : null,
    receivedTo: query.until ? endOfDay(query.until, zone) : null,
  });
  return withDeadlines(ledger, enquiries);
}
