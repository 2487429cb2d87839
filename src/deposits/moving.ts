import { bookedOn, cashCameIn, cashWentOut } from '../cash/booking.ts';
import type { Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import { settleAt } from '../fees/settling-rules.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { dayOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import { requireStaff } from '../registry/staff.ts';
import { requireUnit } from '../registry/units.ts';
import { DEPOSITS, type DepositPage, listDeposits, requireDeposit } from './deposits.ts';
import { requireKind } from './kinds.ts';
import type { Ground } from './model.ts';
import { amountToTake, procedureRefusal, takingOutRefusal, takingRefusal } from './rules.ts';
import * as store from './store.ts';

export interface NewDeposit {
  unit: string;
  /** Key or name of a kind of the policy's `deposits`. */
  kind: string;
  /** Undefined: the policy's. */
  amountFen: number | undefined;
  method: Method;
  /** Who gives it, by name. */
  holder: string | undefined;
  /** The number of the document it is for. */
  subject: string | undefined;
  note: string | undefined;
}

/** As `takeDeposit`, for no document whose procedure takes its own. */
export function takeFreely(ctx: Ctx, made: NewDeposit): DepositPage {
  const refusal = made.subject === undefined ? undefined : takingRefusal(numberOf(made.subject));
  if (refusal) throw refusal;
  return takeDeposit(ctx, made);
}

/** Takes money that is held for somebody (rules 94, 104): a liability, never income. */
export function takeDeposit(ctx: Ctx, made: NewDeposit): DepositPage {
  return transact(ctx, 'deposit.take', (entry) => {
    const { ledger } = ctx;
    const unit = requireUnit(ledger, made.unit);
    const { key: kind, party, amount } = requireKind(ctx, made.kind);
    const amountFen = amountToTake(made.amountFen, amount);
    const subject = made.subject === undefined ? null : documentNo(ctx, made.subject);
    warnOfTwin(ctx, unit.code, { kind, amountFen });
    const no = nextNumber(ledger, DEPOSITS, ctx.today);
    const holder = made.holder ?? null;
    const note = made.note ?? null;
    const row = { no, unitId: unit.id, party, holder, kind, subject, note, takenAt: ctx.now };
    const depositId = store.insert(ledger, row);
    const { method } = made;
    write(ctx, { depositId, kind: 'take', amountFen, method, movedAt: ctx.now });
    if (method === 'cash') cashCameIn(ctx);
    entry.subject = no;
    entry.changes = {
      ...{ unit: unit.code, kind, party, amountFen, method },
      ...(subject && { subject }),
      ...(holder && { holder: HIDDEN }),
      ...(note && { note: HIDDEN }),
    };
    return requireDeposit(ctx, no);
  });
}

const numberOf = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

/** A document by its whole number, of whatever book. */
function documentNo({ ledger }: Ctx, typed: string): string {
  const no = numberOf(typed);
  if (/^[A-Z]/.test(no) && store.isDocument(ledger, no)) return no;
  throw refused(
    'unknown_document',
    w(`没有编号为“${typed}”的单据。`, `There is no document with the number "${typed}".`),
    w('请写完整编号，如 T261122-001', 'Type the whole number, as in T261122-001.'),
  );
}

/** The same twice on one day may be a mistake, or two passes. */
function warnOfTwin(ctx: Ctx, unit: string, it: { kind: string; amountFen: number }): void {
  const twin = listDeposits(ctx, { unit, kind: it.kind, held: true }).find(
    ({ heldFen, takenAt }) => heldFen === it.amountFen && dayOf(takenAt, ctx.zone) === ctx.today,
  );
  if (!twin) return;
  ctx.warn(
    w(
      `${unit} 今天收过同样的一笔：${twin.no}。收重的请退还：wy deposit refund …`,
      `${unit} gave the same today: ${twin.no}. One taken twice is given back: wy deposit refund …`,
    ),
  );
}

export interface Deduction {
  no: string;
  amountFen: number;
  ground: Ground;
  reason: string;
  /** The director, who consents; whoever assessed the harm (rule 110). */
  approvedBy: string;
  assessedBy: string | undefined;
}

/** As `keepBack`, of a deposit that no procedure settles. */
export const deductDeposit = (ctx: Ctx, made: Deduction): DepositPage =>
  keepBack(ctx, { ...made, no: requireFree(ctx, made.no).no });

/** Keeps back 违约金 or 赔偿 with the director's consent (rule 110), never more than is held. */
export function keepBack(ctx: Ctx, made: Deduction): DepositPage {
  return transact(ctx, 'deposit.deduct', (entry) => {
    const { id, no, heldFen, moves } = requireDeposit(ctx, made.no);
    const { amountFen, ground, reason } = made;
    const refusal = takingOutRefusal({ no, heldFen, amountFen });
    if (refusal) throw refusal;
    const approvedById = approverFor(ctx, made.approvedBy, ['director']).id;
    const assessedById = made.assessedBy ? requireStaff(ctx.ledger, made.assessedBy).id : null;
    if (assessedById === approvedById) warnOfBothHats(ctx);
    write(ctx, {
      ...{ depositId: id, kind: 'deduct', amountFen: -amountFen, method: null },
      ...{ ground, reason, assessedById, approvedById },
      movedAt: settleAt(ctx.now, moves.at(-1)?.at ?? null),
    });
    entry.subject = no;
    entry.changes = { amountFen, ground, reason: HIDDEN, assessedById, approvedById };
    return requireDeposit(ctx, no);
  });
}

const warnOfBothHats = (ctx: Ctx) =>
  ctx.warn(
    w(
      '定损人和批准人是同一人，两个身份都已记录。',
      'The same person assessed and approved it; both are recorded.',
    ),
  );

export interface Refund {
  no: string;
  /** Undefined: all that is held. */
  amountFen: number | undefined;
  method: Method;
  reason: string | undefined;
}

/** As `giveBack`, of a deposit that no procedure settles. */
export const refundDeposit = (ctx: Ctx, made: Refund): DepositPage =>
  giveBack(ctx, { ...made, no: requireFree(ctx, made.no).no });

function requireFree(ctx: Ctx, typed: string): DepositPage {
  const deposit = requireDeposit(ctx, typed);
  const refusal = procedureRefusal(deposit);
  if (refusal) throw refusal;
  return deposit;
}

/** Gives back what is held, or part of it; nothing twice and never more. */
export function giveBack(ctx: Ctx, made: Refund): DepositPage {
  return transact(ctx, 'deposit.refund', (entry) => {
    const { id, no, heldFen, moves } = requireDeposit(ctx, made.no);
    const { method, reason, amountFen = heldFen } = made;
    const refusal = takingOutRefusal({ no, heldFen, amountFen });
    if (refusal) throw refusal;
    write(ctx, {
      ...{ depositId: id, kind: 'refund', amountFen: -amountFen, method, reason: reason ?? null },
      movedAt: settleAt(ctx.now, moves.at(-1)?.at ?? null),
    });
    if (method === 'cash') cashWentOut(ctx);
    entry.subject = no;
    entry.changes = { amountFen, method, ...(reason && { reason: HIDDEN }) };
    return requireDeposit(ctx, no);
  });
}

type Written = Pick<store.NewMove, 'depositId' | 'kind' | 'amountFen' | 'method' | 'movedAt'> &
  Partial<store.NewMove>;

const write = (ctx: Ctx, move: Written): void =>
  store.insertMove(ctx.ledger, {
    ground: null,
    reason: null,
    assessedById: null,
    approvedById: null,
    movedById: ctx.operator().id,
    bookedOn: bookedOn(ctx, move.movedAt),
    ...move,
  });
