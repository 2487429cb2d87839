import { close } from '../../src/acceptance/closing.ts';
import { deduct } from '../../src/acceptance/deducting.ts';
import { accept, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { refund } from '../../src/acceptance/refunding.ts';
import { reinspect } from '../../src/acceptance/reinspecting.ts';
import { applyFor } from '../../src/approval/applying.ts';
import { approve, passReview } from '../../src/approval/deciding.ts';
import { cancelRenovation } from '../../src/approval/ending.ts';
import { takeFees } from '../../src/approval/fees.ts';
import { addPapers } from '../../src/approval/papers.ts';
import { issuePermit } from '../../src/approval/permit.ts';
import { commit } from '../../src/approval/promising.ts';
import type { Method } from '../../src/cash/model.ts';
import type { Ctx } from '../../src/context.ts';
import { addDays } from '../../src/lib/day.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import type { State } from '../../src/renovations/model.ts';
import {
  listRenovations,
  type RenovationRecord,
  requireRenovation,
} from '../../src/renovations/record.ts';
import { addWorker } from '../../src/works/issuing.ts';

/** Charged once each, besides the deposits: what the shipped policy has renovations pay. */
export const TARIFFS_OF_RENOVATIONS = `
  rubbish: {name: 装修垃圾清运费, basis: one-off, rates: {2020-01-01: 300.00}, dueDay: 31}
  pass-cost: {name: 出入证工本费, basis: one-off, rates: {2020-01-01: 5.00}, dueDay: 31}
  lost-permit: {name: 遗失证件赔偿, basis: one-off, rates: {2020-01-01: 50.00}, dueDay: 31}
  compensation: {name: 赔偿款, basis: one-off, rates: {2020-01-01: 1.00}, dueDay: 31, developer: no}
`;

/** What happens to a renovation at the desk. */
interface Asked {
  nth: number;
  fen: number;
  method: Method;
}

/** One that is not closed yet, if there is one of those that are wanted; refused where none is. */
function one(
  ctx: Ctx,
  nth: number,
  isWanted: (it: RenovationRecord) => boolean = () => true,
): RenovationRecord {
  const all = listRenovations(ctx, {}).filter(({ state }) => state !== 'closed');
  const wanted = all.filter(isWanted);
  const some = wanted.length > 0 ? wanted : all;
  return some[nth % Math.max(1, some.length)] ?? requireRenovation(ctx, 'D200101-001');
}

const desk = '王芳';

const signed = { items: undefined, signedBy: '张伟', foreman: '马师傅', explainedBy: undefined };

const papers = (ctx: Ctx, no: string) => addPapers(ctx, no, { add: ['all'], detail: undefined });

/** What leads on from each state. */
const ONWARD: Partial<Record<State, (ctx: Ctx, it: RenovationRecord, asked: Asked) => unknown>> = {
  applied: (ctx, { no }) => {
    papers(ctx, no);
    commit(ctx, no, signed);
    return passReview(ctx, no, { opinion: undefined, opinionBy: undefined });
  },
  reviewed: (ctx, { no }) => approve(ctx, no, undefined),
  approved: (ctx, { no, lacking }) => {
    if (lacking.permit.length > 0) papers(ctx, no);
    return issuePermit(ctx, no, { told: [], untilOn: undefined, approvedBy: undefined });
  },
  permitted: (ctx, { no, requestedAt }) => {
    if (requestedAt === null) requestAcceptance(ctx, no, {});
    return accept(ctx, no, { inspectors: [desk] });
  },
  accepted: (ctx, { no }) => reinspect(ctx, no, {}),
  reinspected: (ctx, { no, permitsOut }, { nth, method }) => {
    const back = { returned: ['all'], lost: undefined, cleared: false };
    if (permitsOut.length > 0) takeBackPermits(ctx, no, back);
    return refund(ctx, no, { method: nth % 2 ? method : undefined, reason: undefined });
  },
  settled: (ctx, { no }) => close(ctx, no, undefined),
};

const onward = (ctx: Ctx, it: RenovationRecord, asked: Asked) => ONWARD[it.state]?.(ctx, it, asked);

/** Applied for; every fourth household is its own team. */
export function applied(ctx: Ctx, unit: string, { nth }: Asked): RenovationRecord {
  const from = addDays(ctx.today, nth % 3);
  return applyFor(ctx, {
    ...{ unit, applicant: 'owner', name: '张伟', agent: undefined, phone: undefined },
    ...{ contractor: nth % 4 === 3 ? undefined : '宏达装饰', foreman: '马师傅', scope: '翻新厨房' },
    ...{ works: [], isSmall: true, fromOn: from, untilOn: addDays(from, 20), papers: [] },
  });
}

/** From the application to the permit, with two passes; now and then they are paid for at once. */
export function begun(ctx: Ctx, unit: string, asked: Asked): void {
  const { no } = applied(ctx, unit, asked);
  onward(ctx, requireRenovation(ctx, no), asked);
  onward(ctx, requireRenovation(ctx, no), asked);
  takeFees(ctx, { no, method: asked.method, party: undefined, holder: undefined });
  onward(ctx, requireRenovation(ctx, no), asked);
  pass(ctx, no);
  pass(ctx, no);
  if (asked.nth % 2)
    takeFees(ctx, { no, method: asked.method, party: undefined, holder: undefined });
}

const pass = (ctx: Ctx, no: string) =>
  addWorker(ctx, no, {
    name: `工人${requireRenovation(ctx, no).permits.length}`,
    ...{ idNo: undefined, phone: undefined, photos: 2, until: undefined },
  });

export const movedOn = (ctx: Ctx, asked: Asked) => onward(ctx, one(ctx, asked.nth), asked);

export const issued = (ctx: Ctx, { nth }: Asked) => pass(ctx, one(ctx, nth).no);

export const feesTaken = (ctx: Ctx, { nth, fen, method }: Asked) =>
  takeFees(ctx, {
    ...{ no: one(ctx, nth).no, method, holder: undefined },
    party: ([undefined, 'household', 'team'] as const)[fen % 3],
  });

/** The household's permit or a pass; what was lost may turn up. */
export const permitEnded = (ctx: Ctx, { nth, fen }: Asked) => {
  const { no, permits } = one(ctx, nth);
  const part = String(permits[fen % Math.max(1, permits.length)]?.part || 'household');
  const [returned, lost] = fen % 4 === 0 ? [[part], undefined] : [undefined, [part]];
  return takeBackPermits(ctx, no, { returned, lost, cleared: false });
};

export const harmKeptBack = (ctx: Ctx, { nth, fen }: Asked) =>
  deduct(ctx, one(ctx, nth).no, {
    ...{ amountFen: Math.min(fen, 700_000), reason: '划伤电梯' },
    ...{ ground: nth % 2 ? 'penalty' : 'compensation', assessedBy: desk, approvedBy: desk },
  });

export const lostKeptBack = (ctx: Ctx, { nth }: Asked) =>
  deduct(ctx, one(ctx, nth, ({ permitsOwedFen }) => permitsOwedFen > 0).no, {
    ...{ amountFen: undefined, ground: undefined, reason: undefined, assessedBy: undefined },
    approvedBy: desk,
  });

/** All of the claim, or some of it. */
export const claimPaid = (ctx: Ctx, { nth, fen, method }: Asked) => {
  const it = one(ctx, nth, ({ claimOutstandingFen }) => claimOutstandingFen > 0);
  return takeMoney(ctx, {
    ...{ unit: it.unit, method, for: it.claimCharges.map(String) },
    amountFen: fen % 2 ? it.claimOutstandingFen : fen,
  });
};

const isAhead = ({ acceptedAt, cancelledAt, fromOn, today }: RenovationRecord) =>
  acceptedAt === null && cancelledAt === null && today < fromOn;

export const givenUp = (ctx: Ctx, { nth, method }: Asked) =>
  cancelRenovation(ctx, one(ctx, nth, isAhead).no, {
    ...{ reason: '改期', method: nth % 2 ? method : undefined },
  });

/** What the timelines tell of money is what moved, renovation by renovation. */
const TOLD_AND_MOVED = `
  SELECT r.no,
    (SELECT coalesce(sum(detail ->> 'amountFen'), 0) FROM events
     WHERE subject = r.no AND kind IN ('feesTaken', 'lostPaid')) AS toldTaken,
    (SELECT coalesce(sum(m.amount_fen), 0) FROM deposits AS d
     JOIN deposit_moves AS m ON m.deposit_id = d.id
     WHERE d.subject = r.no AND m.kind = 'take') AS depositsTaken,
    (SELECT coalesce(sum(detail ->> 'amountFen'), 0) FROM events
     WHERE subject = r.no AND kind = 'deducted') AS toldDeducted,
    (SELECT coalesce(-sum(m.amount_fen), 0) FROM deposits AS d
     JOIN deposit_moves AS m ON m.deposit_id = d.id
     WHERE d.subject = r.no AND m.kind = 'deduct') AS deducted,
    (SELECT coalesce(sum(detail ->> 'amountFen'), 0) FROM events
     WHERE subject = r.no AND kind = 'refunded') AS toldRefunded,
    (SELECT coalesce(-sum(m.amount_fen), 0) FROM deposits AS d
     JOIN deposit_moves AS m ON m.deposit_id = d.id
     WHERE d.subject = r.no AND m.kind = 'refund') AS refunded,
    (SELECT coalesce(sum(detail ->> 'amountFen'), 0) FROM events
     WHERE subject = r.no AND kind = 'claimed') AS toldClaimed,
    (SELECT coalesce(sum(amount_fen), 0) FROM charges
     WHERE subject = r.no AND tariff = 'compensation') AS claimed,
    (SELECT coalesce(sum(pass_fen), 0) FROM renovation_permits
     WHERE renovation_id = r.id) AS passes,
    (SELECT coalesce(sum(amount_fen), 0) FROM charges
     WHERE subject = r.no AND tariff = 'pass-cost') AS passesCharged,
    (SELECT coalesce(sum(m.amount_fen), 0) FROM deposits AS d
     JOIN deposit_moves AS m ON m.deposit_id = d.id
     WHERE d.subject = r.no AND d.kind = 'permit' AND m.kind = 'take') AS passDeposits
  FROM renovations AS r ORDER BY r.id`;

type Moved = Record<
  | 'toldTaken'
  | 'depositsTaken'
  | 'toldDeducted'
  | 'deducted'
  | 'toldRefunded'
  | 'refunded'
  | 'toldClaimed'
  | 'claimed'
  | 'passes'
  | 'passesCharged'
  | 'passDeposits',
  number
> & { no: string };

/** Of each renovation what was told and what moved. */
export const toldAndMoved = ({ ledger }: Ctx): Moved[] =>
  ledger.db.prepare<[], Moved>(TOLD_AND_MOVED).all();
