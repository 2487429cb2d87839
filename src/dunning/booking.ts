import type { Ctx } from '../context.ts';
import { lastSerial, numberOf } from '../ledger/numbers.ts';
import { transact } from '../ledger/transact.ts';
import { misused, refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import { CONTACTS } from './book.ts';
import { effectiveOn } from './contact-rules.ts';
import { insert, type NewContact } from './contact-store.ts';
import { owedThen } from './contacts.ts';
import { type Dun, toBeAsked } from './ladder.ts';
import type { AnyWay, Stage } from './model.ts';
import { endPromises } from './promises.ts';

/** How the notices of a list go out. */
export const NOTICE_WAYS = {
  sms: w('短信', 'SMS'),
  wechat: w('微信', 'WeChat'),
} as const;

type NoticeWay = keyof typeof NOTICE_WAYS;

export interface Booking {
  /** How the notices went out; by SMS unless said. */
  way?: NoticeWay | undefined;
  /** The director who decided on legal action. */
  approvedBy?: string | undefined;
}

const WAY_OF: Readonly<Record<Exclude<Stage, 'notice'>, AnyWay>> = {
  letter: 'letter',
  visit: 'visit',
  legal: 'director',
};

/** All who need not be left alone; legal action only where the director has decided on it. */
export function bookable(ctx: Ctx, list: readonly Dun[], { approvedBy }: Booking): Dun[] {
  const asked = toBeAsked(list);
  const decided = asked.filter(({ stage }) => stage !== 'legal' || approvedBy !== undefined);
  const undecided = asked.length - decided.length;
  if (undecided > 0 && decided.length === 0) throw directorDecides();
  if (undecided > 0) warnOfDecision(ctx, undecided);
  return decided;
}

/** An SMS to nobody's number: the step is taken, but it proves nothing. */
const isInVain = ({ stage, phone }: Dun, { way }: Booking): boolean =>
  stage === 'notice' && phone === null && (way ?? 'sms') === 'sms';

/**
 * Books the step of everybody listed who need not be left alone, with one line in the journal; gives
 * whom it was booked for. Whoever was booked is left alone until the time of the notice is over, so a
 * second run books nothing twice.
 */
export function bookSteps(ctx: Ctx, list: readonly Dun[], booking: Booking): Dun[] {
  return transact(ctx, 'fee.dun', (entry) => {
    const booked = bookable(ctx, list, booking);
    const needsDirector = booked.some(({ stage }) => stage === 'legal');
    const approvedById =
      needsDirector && booking.approvedBy !== undefined
        ? approverFor(ctx, booking.approvedBy, ['director']).id
        : null;
    const inVain = booked.filter((it) => isInVain(it, booking)).length;
    if (inVain > 0) warnOfPhones(ctx, inVain);
    const rows = rowsOf(ctx, booked, booking, approvedById);
    endPromises(ctx, rows);
    for (const row of rows) insert(ctx.ledger, row);
    entry.subject = rows[0]?.no ?? null;
    entry.changes = {
      ...countsOf(booked),
      amountFen: booked.reduce((sum, { amountFen }) => sum + amountFen, 0),
      ...(rows.length > 1 && { last: rows.at(-1)?.no }),
      ...(approvedById !== null && { approvedById }),
    };
    return booked;
  });
}

function rowsOf(
  ctx: Ctx,
  booked: readonly Dun[],
  booking: Booking,
  approvedById: number | null,
): NewContact[] {
  const { ledger, now, today } = ctx;
  const serial = lastSerial(ledger, CONTACTS, today);
  const contactedById = ctx.operator().id;
  return booked.map((it, index) => {
    const { stage, debt } = it;
    const facts = {
      stage,
      way: stage === 'notice' ? (booking.way ?? ('sms' as const)) : WAY_OF[stage],
      result: 'sent' as const,
      promiseOn: null,
      deliveredOn: null,
      signedBy: null,
      relation: null,
    };
    return {
      ...facts,
      no: numberOf(CONTACTS, today, serial + 1 + index),
      unitId: debt.unitId,
      debtor: debt.debtor,
      debtorId: debt.debtorId,
      subscriptionId: debt.subscriptionId,
      tracking: null,
      reason: null,
      ...owedThen(debt),
      effectiveOn: isInVain(it, booking) ? null : effectiveOn(facts, today),
      approvedById: stage === 'legal' ? approvedById : null,
      contactedAt: now,
      contactedById,
    };
  });
}

const countsOf = (booked: readonly Dun[]): Partial<Record<Stage, number>> => {
  const counts: Partial<Record<Stage, number>> = {};
  for (const { stage } of booked) counts[stage] = (counts[stage] ?? 0) + 1;
  return counts;
};

const warnOfPhones = (ctx: Ctx, count: number) =>
  ctx.warn(
    w(
      `${count} 户没有登记电话，这次通知不算有效催告（时效不重计）；电话补登：wy resident edit，其他方式：wy fee contact`,
      `${count} have no telephone, so their notice starts no limitation anew; add it with wy resident edit, or record another way with wy fee contact`,
    ),
  );

const warnOfDecision = (ctx: Ctx, count: number) =>
  ctx.warn(
    w(
      `${count} 户要由管理处主任决定是否走法律途径，没有登记：wy fee dun --stage legal --record --approved-by 主任`,
      `${count} wait for the director's decision on legal action and were not booked: wy fee dun --stage legal --record --approved-by DIRECTOR`,
    ),
  );

const directorDecides = () =>
  refused(
    'director_decides',
    w('走法律途径只能由管理处主任决定。', 'Only the director decides on legal action.'),
    w('请加 --approved-by 主任姓名', 'Add --approved-by and the name of the director.'),
  );

/** Steps are taken today: refuses to book the list of another day. */
export function refuseOtherDay(ctx: Ctx, asOf: string | undefined): void {
  if (asOf === undefined || asOf === ctx.today) return;
  throw misused(
    'record_of_other_day',
    w('只能登记当天的催缴。', 'Only what is asked for on the day itself can be booked.'),
    w(
      '请去掉 --as-of；补录以前的请加 --at 那天的时间。',
      'Leave --as-of out; to record what happened earlier, add --at.',
    ),
  );
}
