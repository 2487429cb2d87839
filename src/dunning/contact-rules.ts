import type { Day } from '../lib/day.ts';
import { misused, type WyError } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { list, w } from '../lib/words.ts';
import type { AnyWay, ContactFacts, PromiseState, Relation, Result, Stage, Way } from './model.ts';
import { RESULTS } from './model.ts';

/** The step of the ladder that a contact by this way is. */
export const stageOf = (way: Way): Stage => (way === 'letter' || way === 'visit' ? way : 'notice');

/** What can come of each way of asking. */
const RESULTS_OF: Readonly<Record<Way, readonly Result[]>> = {
  phone: ['reached', 'no-answer', 'promised', 'refused', 'disputed'],
  visit: ['reached', 'no-answer', 'promised', 'refused', 'disputed'],
  sms: ['sent', 'reached', 'no-answer', 'promised', 'refused', 'disputed', 'returned'],
  wechat: ['sent', 'reached', 'no-answer', 'promised', 'refused', 'disputed', 'returned'],
  letter: ['sent', 'reached', 'no-answer', 'promised', 'refused', 'disputed', 'returned'],
};

/** The debtor, or whoever spoke for them, was heard. */
export const wasHeard = (result: Result): boolean =>
  result === 'reached' || result === 'promised' || result === 'refused' || result === 'disputed';

/** The debtor was asked: heard, or a message went out that did not come back. */
export const wasAsked = (result: Result): boolean => wasHeard(result) || result === 'sent';

/** What a clerk says of a contact. */
export interface TypedContact {
  way: Way;
  result: Result;
  promiseOn: Day | undefined;
  tracking: string | undefined;
  deliveredOn: Day | undefined;
  signedBy: string | undefined;
  relation: Relation | undefined;
}

/** What does not go together in what was typed, with what to type instead. */
export function faultOf(it: TypedContact, today: Day): WyError | undefined {
  if (!RESULTS_OF[it.way].includes(it.result)) return badResult(it.way);
  return promiseFault(it, today) ?? letterFault(it, today) ?? signatureFault(it);
}

function promiseFault({ result, promiseOn }: TypedContact, today: Day): WyError | undefined {
  if (result === 'promised' && promiseOn === undefined) {
    return misused(
      'promise_without_day',
      w('承诺缴费要写明哪天缴。', 'A promise names the day of payment.'),
      w('请加 --promise 2026-12-05', 'Add --promise 2026-12-05'),
    );
  }
  if (result !== 'promised' && promiseOn !== undefined) {
    return misused(
      'promise_of_other_result',
      w('只有承诺缴费才写承诺的日期。', 'Only a promise has a promised day.'),
      w(
        '请写 --result promised，或去掉 --promise',
        'Say --result promised, or leave --promise out.',
      ),
    );
  }
  if (promiseOn !== undefined && promiseOn < today) {
    return misused(
      'promise_passed',
      w('承诺的缴费日已经过去。', 'The promised day has passed already.'),
      w(
        '请写今天或以后的日期；补录以前的事请加 --at',
        'Type today or a later day; to record what happened earlier, add --at.',
      ),
    );
  }
  return undefined;
}

function letterFault({ way, tracking, deliveredOn, result }: TypedContact, today: Day) {
  if (way !== 'letter' && (tracking !== undefined || deliveredOn !== undefined)) {
    return misused(
      'no_letter',
      w(
        '邮件号和送达日期只用于信函。',
        'A tracking number and a day of delivery belong to a letter.',
      ),
      w('请写 --way letter，或去掉这一项', 'Say --way letter, or leave it out.'),
    );
  }
  if (deliveredOn === undefined) return undefined;
  if (result === 'returned' || result === 'no-answer') {
    return misused(
      'delivered_and_returned',
      w('退回或无人签收的信函没有送达。', 'A letter that came back was not delivered.'),
      w(
        '请去掉 --delivered，或写 --result reached',
        'Leave --delivered out, or say --result reached.',
      ),
    );
  }
  if (deliveredOn <= today) return undefined;
  return misused(
    'delivered_in_future',
    w('送达日期在将来。', 'The day of delivery lies in the future.'),
    w('送达以后再登记：--delivered 今天', 'Record it once it is delivered: --delivered today'),
  );
}

/** A letter cannot have been delivered before the day it was sent. */
export function deliveredBefore(sentOn: Day, deliveredOn: Day | undefined): WyError | undefined {
  if (deliveredOn === undefined || deliveredOn >= sentOn) return undefined;
  return misused(
    'delivered_before_sent',
    w('送达日期早于寄出的日期。', 'The day of delivery lies before the day it was sent.'),
    w(
      `信函是 ${sentOn} 寄出的，请核对 --delivered`,
      `It was sent on ${sentOn}; check --delivered.`,
    ),
  );
}

function signatureFault({ way, result, signedBy, relation }: TypedContact): WyError | undefined {
  if (signedBy === undefined && relation === undefined) return undefined;
  if ((way !== 'letter' && way !== 'visit') || !wasAsked(result)) {
    return misused(
      'nothing_signed',
      w(
        '只有送到的信函和见到人的上门才有签收。',
        'Only a letter delivered and a visit have a signature.',
      ),
      w('请去掉 --signed-by 和 --relation', 'Leave --signed-by and --relation out.'),
    );
  }
  if (signedBy !== undefined && relation !== undefined) return undefined;
  return misused(
    'signer_unknown',
    w(
      '签收要写明谁签的、与欠费人是什么关系。',
      'A signature names who signed and how they are related.',
    ),
    w(
      '请写 --signed-by 姓名 --relation self（本人）、family（同住成年家属）、agent（受托人）或 other',
      'Type --signed-by NAME --relation self, family, agent or other.',
    ),
  );
}

function badResult(way: Way): WyError {
  const results: Words = list(
    RESULTS_OF[way].map((each) => w(`${each}（${RESULTS[each].zh}）`, each)),
  );
  return misused(
    'result_of_other_way',
    w('这种联系方式没有这样的结果。', 'This way of asking has no such result.'),
    w(`可以是：${results.zh}`, `It may be: ${results.en}`),
  );
}

/** When a letter was delivered, if it was: reached or signed without a day is delivered that day. */
export function deliveredOnOf(it: TypedContact, today: Day): Day | null {
  if (it.way !== 'letter') return null;
  if (it.deliveredOn !== undefined) return it.deliveredOn;
  return wasHeard(it.result) || it.signedBy !== undefined ? today : null;
}

type Effect = Pick<
  ContactFacts,
  'result' | 'promiseOn' | 'deliveredOn' | 'signedBy' | 'relation'
> & { way: AnyWay };

/**
 * The day from which a contact starts the limitation anew (Civil Code art. 195; limitation rules of
 * 2020, arts. 8, 14): a promise by any way; a
 * letter delivered, unless a stranger signed for it; a message sent that did not come back; a visit that
 * was signed for. A call alone is hard to prove and starts nothing.
 */
export function effectiveOn(it: Effect, today: Day): Day | null {
  if (it.promiseOn !== null) return today;
  if (it.result === 'returned' || it.result === 'no-answer') return null;
  switch (it.way) {
    case 'letter':
      return it.relation === 'other' ? null : it.deliveredOn;
    case 'sms':
    case 'wechat':
      return today;
    case 'visit':
      return it.signedBy !== null && it.relation !== 'other' ? today : null;
    default:
      return null;
  }
}

/**
 * Whether a contact ends the promise made before it: whoever was heard has a new say; once the promise
 * is over, every further step does that is not in vain.
 */
export const endsPromise = (result: Result, isOver: boolean): boolean =>
  wasHeard(result) || (isOver && result === 'sent');

/**
 * Kept where nothing is left of what was overdue when it was made; replaced where the debtor had a new
 * say before its day; broken where something is left after it, and open until then.
 */
export function promiseStateOf(
  leftFen: number,
  { isOver, isReplaced }: { isOver: boolean; isReplaced: boolean },
): PromiseState {
  if (leftFen === 0) return 'kept';
  if (isReplaced) return 'replaced';
  return isOver ? 'broken' : 'open';
}
