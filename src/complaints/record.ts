import type { CaseKind } from '../cases/kind.ts';
import type { Page, WithDeadlines } from '../cases/model.ts';
import { showCase, withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { overdueSubjects } from '../deadlines/service.ts';
import type { Book } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { requireCategory } from './categories.ts';
import type { Against, Complaint, Grade, State } from './model.ts';
import { isHarming, refusalOf, type Step } from './rules.ts';
import * as store from './store.ts';

export const COMPLAINTS: Book = {
  table: 'complaints',
  prefix: 'C',
  name: w('投诉', 'complaint'),
  list: 'complaint list --open',
  keepsFormer: true,
};

/** How complaints are stepped through and shown. */
export const COMPLAINT: CaseKind<Complaint, Step> = {
  book: COMPLAINTS,
  action: 'complaint',
  show: 'complaint show',
  read: store.byNumber,
  beganAt: (complaint) => complaint.receivedAt,
  refusalOf,
};

export type ComplaintRecord = WithDeadlines<Complaint>;

export interface ComplaintQuery {
  state?: State | undefined;
  /** Neither closed nor closed as invalid. */
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  grade?: Grade | undefined;
  /** A code or a name. */
  category?: string | undefined;
  against?: Against | undefined;
  unit?: string | undefined;
  /** Received on this day or later, or earlier. */
  since?: Day | undefined;
  until?: Day | undefined;
}

const NOT_ENDED: readonly State[] = ['open', 'resolved'];

/** Oldest first; refuses an unknown unit or category. */
export function listComplaints(ctx: Ctx, query: ComplaintQuery): ComplaintRecord[] {
  const { ledger, zone } = ctx;
  const { category, unit, since, until } = query;
  const complaints = store.list(ledger, {
    states: query.state ? [query.state] : query.open ? NOT_ENDED : null,
    nos: query.overdue ? overdueSubjects(ctx) : null,
    grade: query.grade ?? null,
    category: category === undefined ? null : requireCategory(ctx.policy, category),
    against: query.against ?? null,
    unitId: unit === undefined ? null : requireUnit(ledger, unit).id,
    receivedFrom: since === undefined ? null : startOfDay(since, zone),
    receivedTo: until === undefined ? null : endOfDay(until, zone),
  });
  return withDeadlines(ledger, complaints);
}

/** Enough to read through; who needs more says so. */
const MOST = 50;

/** Those that hold a text in their words, whoever complained, or what came of them; newest first. */
export function searchComplaints(ctx: Ctx, typed: string, most = MOST): ComplaintRecord[] {
  const term = plainName(typed).toLowerCase();
  const found = term === '' ? [] : store.search(ctx.ledger, term, most + 1);
  if (found.length > most) {
    ctx.warn(
      w(
        `只列出最近的 ${most} 件；请多打几个字，或加 --limit。`,
        `Only the latest ${most} are shown; type more of it, or say --limit.`,
      ),
    );
  }
  return withDeadlines(ctx.ledger, found.slice(0, most));
}

/** With its timeline; asks first for the harm that is still going on (rule 53). */
export function showComplaint(ctx: Ctx, typed: string): Page<Complaint> {
  const page = showCase(ctx, COMPLAINT, typed);
  remindOfHarm(ctx, page);
  return page;
}

export function remindOfHarm(ctx: Ctx, it: Complaint): void {
  if (!isHarming(it)) return;
  ctx.warn(
    w(
      `损害正在发生，请先制止，并登记何时制止：wy complaint stop ${it.no} --stopped …`,
      `A harm is going on. Have it stopped first and say when: wy complaint stop ${it.no} --stopped …`,
    ),
  );
}
