import type { Against, Grade, Nature } from '../complaints/model.ts';
import type { Ctx } from '../context.ts';
import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import { complaints } from './complaints-facts.ts';
import type { Span } from './model.ts';
import * as store from './open-complaints-store.ts';

/** A complaint that is not closed at the end of a span, and why; names nobody. */
export interface OpenComplaint {
  no: string;
  unit: string | null;
  place: string | null;
  grade: Grade;
  nature: Nature;
  /** A code of the policy. */
  category: string;
  against: Against;
  receivedAt: Moment;
  /** By the last step that was taken. */
  reason: Words;
  /** Since when its resolution is overdue; null: it is not. */
  overdueSince: Moment | null;
}

/** What is still to come behind each kind of step. */
const REASONS: Readonly<Record<string, Words>> = {
  received: w('待核实', 'the facts are to be verified'),
  imported: w('旧台账转入，待处理', 'from an old list, to be handled'),
  escalated: w('已上报，处理中', 'reported, under way'),
  stopped: w('损害已制止，待处理', 'the harm is stopped, to be handled'),
  verified: w('已核实，待处理', 'verified, to be handled'),
  assigned: w('已指派，处理中', 'assigned, under way'),
  planned: w('已定补救方案，待落实', 'a remedy is planned, to be carried out'),
  measure: w('已定措施，待落实', 'measures are set, to be carried out'),
  carriedOut: w('措施已落实，待确认结果', 'measures are carried out, the result is waited for'),
  replied: w('已答复住户，处理中', 'the resident was answered, under way'),
  promised: w('已约定答复时间', 'an answer is promised'),
  resolved: w('已处理，待告知结果', 'resolved, the result is to be told'),
  told: w('已告知结果，待结案', 'the result is told, to be closed'),
  regraded: w('已改判，处理中', 'judged anew, under way'),
  reopened: w('重新处理中', 'set going again'),
  calledBack: w('回访不满意，重新处理中', 'unsatisfied when called back, set going again'),
  note: w('跟进中，有记事', 'followed up, with a note'),
};

const UNDER_WAY = w('处理中', 'under way');

/** Those that are open at the end of the span, the oldest first: the records of `complaints.open`. */
export const openComplaints = ({ ledger }: Ctx, span: Span): OpenComplaint[] =>
  store
    .openAtEnd(ledger, complaints, span)
    .map(({ lastStep, ...row }) => ({ ...row, reason: REASONS[lastStep ?? ''] ?? UNDER_WAY }));
