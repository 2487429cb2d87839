import type { Ctx } from '../context.ts';
import type { Ground } from '../deposits/model.ts';
import { keepBack } from '../deposits/moving.ts';
import { oneOffCharge, planOneOff } from '../fees/charges.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { misused, refused, WyError } from '../lib/errors.ts';
import { dayOf } from '../lib/moment.ts';
import { nothingAsked, yuanText } from '../lib/money.ts';
import { list, type Words, w } from '../lib/words.ts';
import { approverFor, staffWith } from '../registry/approvers.ts';
import type { Staff } from '../registry/model.ts';
import { requireUnit } from '../registry/units.ts';
import { payClaimLine } from '../renovations/money-rules.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { settleLost } from '../renovations/settling.ts';
import { step } from '../renovations/step.ts';
import { note, timelineOf } from '../timeline/service.ts';
import { type Split, splitDeduction, sumByParty } from './deduction-rules.ts';

export interface Deduction {
  /** Undefined: what is owed for lost permits and passes. */
  amountFen: number | undefined;
  /** Undefined: compensation. */
  ground: Ground | undefined;
  /** Undefined: that permits were lost. */
  reason: string | undefined;
  /** Who of engineering assessed the harm. */
  assessedBy: string | undefined;
  /** The director, who consents. */
  approvedBy: string;
}

/** What a deduction would do now. */
export interface DeductionPlan extends Split {
  amountFen: number;
  ground: Ground;
  reason: string;
  assessor: Staff | null;
  approver: Staff;
  /** Of each lost permit that it pays for; null: it is no deduction for lost ones. */
  lostFen: number | null;
}

/**
 * Engineering has assessed the harm, the director consents (rule 110): it is kept back of the team's
 * deposits, then of the household's; what they do not cover is claimed of the household. Refuses a
 * claim that cannot be charged, and then keeps nothing back.
 */
export function deduct(ctx: Ctx, typed: string, made: Deduction): RenovationRecord {
  return step(ctx, typed, 'deduct', (it, entry) => {
    const plan = planDeduction(ctx, it, made);
    const { amountFen, ground, reason, parts, claimFen, assessor, approver } = plan;
    const twin = plan.lostFen === null ? refusalOfTwin(ctx, it.no, reason) : undefined;
    if (twin) throw twin;
    const telling = warningOnce(ctx);
    const approvedBy = String(approver.id);
    const assessedBy = assessor ? String(assessor.id) : undefined;
    for (const { no, amountFen: partFen } of parts) {
      keepBack(telling, { no, amountFen: partFen, ground, reason, assessedBy, approvedBy });
    }
    const why = {
      ...{ ground, reason },
      ...(assessor && { assessedBy: assessor.name }),
      approvedBy: approver.name,
    };
    for (const each of sumByParty(parts)) note(ctx, it.no, 'deducted', { ...each, ...why });
    if (claimFen > 0) claim(ctx, it, claimFen, why);
    if (plan.lostFen !== null) settleLost(ctx, it.no, plan.lostFen);
    entry.changes = {
      ...{ amountFen, ...(claimFen > 0 && { claimFen }), ground, reason: HIDDEN },
      ...(assessor && { assessedById: assessor.id }),
      approvedById: approver.id,
    };
  });
}

/** Refuses what `deduct` refuses, but the state of the renovation. */
export function planDeduction(ctx: Ctx, it: RenovationRecord, made: Deduction): DeductionPlan {
  const what = made.amountFen === undefined ? lost(ctx, it, made) : harm(made, made.amountFen);
  const assessor =
    made.assessedBy === undefined ? null : staffWith(ctx, made.assessedBy, 'engineering');
  const approver = approverFor(ctx, made.approvedBy, ['director']);
  const split = splitDeduction(what.amountFen, it.taken);
  if (split.claimFen > 0) refuseUnchargeable(ctx, it, split.claimFen);
  return { ...what, ...split, assessor, approver };
}

type What = Pick<DeductionPlan, 'amountFen' | 'ground' | 'reason' | 'lostFen'>;

function harm({ ground = 'compensation', reason, assessedBy }: Deduction, amountFen: number): What {
  if (amountFen <= 0) throw nothingAsked();
  if (reason === undefined || assessedBy === undefined) {
    throw missing(reason === undefined, assessedBy === undefined);
  }
  return { amountFen, ground, reason, lostFen: null };
}

function missing(isReason: boolean, isAssessor: boolean) {
  const names = list([
    ...(isReason ? [w('--reason（原因）', '--reason (why)')] : []),
    ...(isAssessor
      ? [w('--assessed-by（定损的工程维修人员）', '--assessed-by (who of engineering assessed it)')]
      : []),
  ]);
  return misused(
    'missing_fields',
    w(`缺少：${names.zh}`, `Missing: ${names.en}`),
    w(
      '扣遗失证件的赔偿，写 --lost 代替金额。',
      'For lost permits give --lost instead of an amount.',
    ),
  );
}

/** What lost permits and passes are owed, as compensation (rule 104). */
function lost({ lang }: Ctx, { no, dues }: RenovationRecord, made: Deduction): What {
  const due = dues.find(({ occasion }) => occasion === 'lost');
  if (!due || due.unpaid === 0) throw nothingLost(no);
  if (due.amountFen === null) throw notPriced(due.path);
  if (made.ground === 'penalty') throw lostIsCompensation();
  const reason = made.reason ?? w('遗失证件', 'permits or passes lost')[lang];
  const lostFen = due.amountFen;
  return { amountFen: due.unpaid * lostFen, ground: 'compensation', reason, lostFen };
}

const notPriced = (path: string) =>
  refused(
    'amount_not_set',
    w('制度里没有定遗失证件的赔偿金额。', 'The policy sets no amount for a lost permit.'),
    w(`请在 policy.yaml 的 ${path} 里定好。`, `Set it in policy.yaml at ${path}.`),
  );

const nothingLost = (no: string) =>
  refused(
    'nothing_lost',
    w(`${no} 没有待赔偿的遗失证件。`, `No lost permit of ${no} is still to be paid for.`),
    w(`登记遗失：wy reno permits ${no} --lost …`, `Record one: wy reno permits ${no} --lost …`),
  );

const lostIsCompensation = () =>
  misused(
    'lost_is_compensation',
    w('遗失证件按赔偿扣，不是违约金。', 'A lost permit is compensated for; it is no penalty.'),
    w('去掉 --ground。', 'Leave out --ground.'),
  );

const chargeOf = (ctx: Ctx, it: RenovationRecord, claimFen: number) => ({
  unit: requireUnit(ctx.ledger, it.unit),
  tariffKey: ctx.policy.renovations.claim,
  amountFen: claimFen,
  subject: it.no,
});

function refuseUnchargeable(ctx: Ctx, it: RenovationRecord, claimFen: number): void {
  const refusal = planOneOff(ctx, chargeOf(ctx, it, claimFen));
  if (!(refusal instanceof WyError)) return;
  const { code, words, hint } = refusal;
  const yuan = yuanText(claimFen);
  throw refused(
    code,
    w(
      `保证金不够，还差 ${yuan} 元要向住户追偿，现在挂不了账：${words.zh}`,
      `The deposits leave ${yuan} to be claimed of the household, and it cannot be charged: ${words.en}`,
    ),
    hint,
  );
}

/** What the deposits do not cover stands in the household's account until it is paid. */
function claim(
  ctx: Ctx,
  it: RenovationRecord,
  claimFen: number,
  why: Readonly<Record<string, string>>,
): void {
  const { id } = oneOffCharge(ctx, chargeOf(ctx, it, claimFen));
  note(ctx, it.no, 'claimed', { amountFen: claimFen, charge: id, ...why });
  const yuan = yuanText(claimFen);
  const line = payClaimLine(it.unit, claimFen, [id]);
  ctx.warn(
    w(
      `保证金不够扣，${yuan} 元向住户追偿（${id} 号应收）。收款：${line}`,
      `The deposits do not cover it: ${yuan} are claimed of the household (charge ${id}). Have it paid: ${line}`,
    ),
  );
}

/** The same reason twice on one day is one harm, recorded by two clerks: nothing takes a deduction back. */
function refusalOfTwin(ctx: Ctx, no: string, reason: string): WyError | undefined {
  const isTwin = timelineOf(ctx.ledger, no).some(
    ({ kind, at, detail }) =>
      (kind === 'deducted' || kind === 'claimed') &&
      detail.reason === reason &&
      dayOf(at, ctx.zone) === ctx.today,
  );
  if (!isTwin) return undefined;
  return refused(
    'deducted_already',
    w(`${no} 今天已按同一原因扣过。`, `This was deducted of ${no} today, for the same reason.`),
    w(
      `查看：wy reno show ${no}；确是另一笔的，请把原因写得不同。`,
      `See wy reno show ${no}; if it is another harm, say so in the reason.`,
    ),
  );
}

/** Each deposit would say the same again. */
function warningOnce(ctx: Ctx): Ctx {
  const said = new Set<string>();
  const warn = (words: Words) => {
    if (!said.has(words.en)) ctx.warn(words);
    said.add(words.en);
  };
  return { ...ctx, warn };
}
