import type { CaseKind } from '../cases/kind.ts';
import type { Result } from '../cases/model.ts';
import { requireRecord } from '../cases/record.ts';
import { tooEarly } from '../cases/rules.ts';
import { recordCallback as recordComplaintCallback } from '../complaints/ending.ts';
import { COMPLAINT } from '../complaints/record.ts';
import type { Ctx } from '../context.ts';
import { isPromised } from '../deadlines/service.ts';
import type { Book } from '../ledger/numbers.ts';
import { resolveAmong } from '../ledger/numbers.ts';
import { refused, WyError } from '../lib/errors.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { type Words, w } from '../lib/words.ts';
import { recordMoveCallback } from '../moves/ending.ts';
import { MOVE } from '../moves/record.ts';
import { keepPlan, PLAN } from '../plans/plans.ts';
import { recordCallback as recordTicketCallback } from '../tickets/ending.ts';
import { TICKET } from '../tickets/record.ts';
import { lastStepAt } from '../timeline/service.ts';
import { causeOf, type Reason } from './model.ts';

/** What was answered, as the record itself takes it. */
interface Answer {
  result: Result;
  quality: number | undefined;
  attitude: number | undefined;
  signedBy: string | undefined;
  note: string | undefined;
}

/** A case whose callback is due or was asked for. */
interface Followed {
  no: string;
  unit: string | null;
  place: string | null;
  /** Why nobody could be called back about it now, if so. */
  refusal: WyError | undefined;
}

/** How a kind of case is followed up: found, and its callback carried out by its own slice. */
interface FollowUp {
  reason: Reason;
  book: Book;
  /** Asked for here and of no other kind. */
  takes: 'ratings' | 'signature' | undefined;
  /** A dissatisfied answer sets the case going again. */
  reopens: boolean;
  /** The command that shows it. */
  show: string;
  find(ctx: Ctx, no: string): Followed;
  carryOut(ctx: Ctx, no: string, answer: Answer): void;
}

interface Where {
  no: string;
  unit: string | null;
  place?: string | null;
}

function followUp<T extends Where, Step extends string>(made: {
  reason: Reason;
  kind: CaseKind<T, Step>;
  /** The step that carries it out. */
  step: Step;
  takes?: FollowUp['takes'];
  reopens?: true;
  carryOut: FollowUp['carryOut'];
}): FollowUp {
  const { reason, kind, step, takes, reopens = false, carryOut } = made;
  return {
    reason,
    book: kind.book,
    takes,
    reopens,
    show: kind.show,
    carryOut,
    find: (ctx, no) => {
      const it = requireRecord(ctx.ledger, kind, no);
      const notBefore = lastStepAt(ctx.ledger, no) ?? kind.beganAt(it);
      const refusal =
        kind.refusalOf(step, it) ??
        notDue(ctx, no, reason) ??
        tooEarly(no, kind.show, notBefore, ctx.now);
      return { no, unit: it.unit, place: it.place ?? null, refusal };
    },
  };
}

function notDue(ctx: Ctx, no: string, reason: Reason): WyError | undefined {
  const { kind } = causeOf(reason);
  if (kind && isPromised(ctx, no, kind)) return undefined;
  return refused(
    'no_callback_due',
    w(`${no} 没有待办的回访。`, `No callback is due for ${no}.`),
    w('查看要回访的：wy visit due', 'See what is due: wy visit due'),
  );
}

/** Every kind of case that is called back about, or visited for. */
const FOLLOW_UPS: readonly FollowUp[] = [
  followUp({
    reason: 'repair',
    kind: TICKET,
    step: 'callback',
    takes: 'ratings',
    reopens: true,
    carryOut: recordTicketCallback,
  }),
  followUp({
    reason: 'complaint',
    kind: COMPLAINT,
    step: 'callback',
    takes: 'signature',
    reopens: true,
    carryOut: recordComplaintCallback,
  }),
  followUp({ reason: 'move-in', kind: MOVE, step: 'callback', carryOut: recordMoveCallback }),
  followUp({ reason: 'plan', kind: PLAN, step: 'keep', carryOut: keepPlan }),
];

/** The case of a number or an end of one, of any book that is followed up; refuses an unknown one. */
export function requireFollowUp(ctx: Ctx, typed: string): FollowUp & { no: string } {
  const { book, no } = numbered(ctx, typed);
  const found = FOLLOW_UPS.find((each) => each.book === book);
  if (!found) throw new Error(`${no} is of no book that is followed up`);
  return { ...found, no };
}

function numbered(ctx: Ctx, typed: string): { book: Book; no: string } {
  const books = FOLLOW_UPS.map(({ book }) => book);
  try {
    return resolveAmong(ctx.ledger, books, typed, ctx.today);
  } catch (error) {
    const hint = hintInstead(typed);
    if (!hint || !(error instanceof WyError) || error.code !== 'unknown_number') throw error;
    throw refused(error.code, error.words, hint);
  }
}

const MONTH = /^\d{4}-\d{2}$/;

/** The month under which a call list shows the sample, or a unit, is no number. */
function hintInstead(typed: string): Words | undefined {
  if (MONTH.test(typed)) {
    return w('抽样的按房号登记：wy visit log --unit …', 'Of a sample: wy visit log --unit …');
  }
  const unit = tryUnitCode(typed);
  if (!unit) return undefined;
  const line = `wy visit log --unit ${unit.code}`;
  return w(`这是房号的话：${line}`, `If it is a unit: ${line}`);
}

/** Why a case of this number is called back about. */
export const reasonFor = (no: string): Reason | undefined =>
  FOLLOW_UPS.find(({ book }) => no.startsWith(book.prefix))?.reason;
