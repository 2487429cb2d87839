import { invariants as books } from '../books/invariants.ts';
import { invariants as cash } from '../cash/invariants.ts';
import { invariants as complaints } from '../complaints/invariants.ts';
import { invariants as deadlines } from '../deadlines/invariants.ts';
import { invariants as deposits } from '../deposits/invariants.ts';
import { invariants as documents } from '../documents/invariants.ts';
import { invariants as dunning } from '../dunning/invariants.ts';
import { invariants as enquiries } from '../enquiries/invariants.ts';
import { invariants as entries } from '../entries/invariants.ts';
import { invariants as fees } from '../fees/invariants.ts';
import { invariants as handover } from '../handover/invariants.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { badMoment } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { invariants as meters } from '../meters/invariants.ts';
import { invariants as moves } from '../moves/invariants.ts';
import { invariants as outbox } from '../outbox/invariants.ts';
import { invariants as plans } from '../plans/invariants.ts';
import { invariants as receipts } from '../receipts/invariants.ts';
import { invariants as registry } from '../registry/invariants.ts';
import { invariants as renovations } from '../renovations/invariants.ts';
import { invariants as reports } from '../reports/invariants.ts';
import { invariants as roster } from '../roster/invariants.ts';
import { invariants as subscriptions } from '../subscriptions/invariants.ts';
import { invariants as surveys } from '../surveys/invariants.ts';
import { invariants as tickets } from '../tickets/invariants.ts';
import { invariants as trusts } from '../trusts/invariants.ts';
import { invariants as visits } from '../visits/invariants.ts';

const ledger: readonly Invariant[] = [
  {
    key: 'journal.operator',
    check: w('日志里的操作人都是员工', 'Whoever acts in the journal is staff'),
    sql: `SELECT seq FROM journal
          WHERE operator_id IS NOT NULL AND operator_id NOT IN (SELECT id FROM staff)`,
  },
  {
    key: 'journal.moments',
    check: w('日志的时间有效', 'The moments of the journal exist'),
    sql: `SELECT seq FROM journal WHERE ${badMoment('happened_at')} OR ${badMoment('recorded_at')}`,
  },
  {
    key: 'events.subject',
    check: w('经过都有所属的记录', 'Every event belongs to a record'),
    sql: `SELECT DISTINCT subject FROM events WHERE subject NOT IN (SELECT no FROM subjects)`,
  },
  {
    key: 'events.moments',
    check: w('经过的时间有效', 'The moments of the events exist'),
    sql: `SELECT DISTINCT subject FROM events WHERE ${badMoment('at')}`,
  },
];

/** What every slice says must hold in its tables. */
export const allInvariants: readonly Invariant[] = [
  ...ledger,
  ...registry,
  ...tickets,
  ...moves,
  ...meters,
  ...trusts,
  ...fees,
  ...subscriptions,
  ...complaints,
  ...enquiries,
  ...plans,
  ...visits,
  ...surveys,
  ...cash,
  ...deposits,
  ...dunning,
  ...receipts,
  ...renovations,
  ...roster,
  ...deadlines,
  ...books,
  ...entries,
  ...handover,
  ...documents,
  ...reports,
  ...outbox,
];
