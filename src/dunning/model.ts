import type { Debtor } from '../fees/model.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/**
 * The steps of the ladder (rule 133). None of them cuts off water, power, heat, gas,
 * passes or cards (Civil Code art. 944), and none tells anybody but the debtor (PIPL art. 25).
 */
export const STAGES = {
  notice: w('通知', 'notice'),
  letter: w('催缴函', 'letter'),
  visit: w('上门拜访', 'visit'),
  legal: w('法律途径', 'legal action'),
} as const satisfies Record<string, Words>;

export type Stage = keyof typeof STAGES;

/** How somebody was asked. */
export const WAYS = {
  phone: w('电话', 'phone'),
  sms: w('短信', 'SMS'),
  visit: w('上门', 'visit'),
  letter: w('信函', 'letter'),
  wechat: w('微信', 'WeChat'),
} as const satisfies Record<string, Words>;

export type Way = keyof typeof WAYS;

/** `director`: no contact, but the decision for legal action. */
export const ALL_WAYS = { ...WAYS, director: w('主任决定', 'decision of the director') } as const;

export type AnyWay = keyof typeof ALL_WAYS;

export const RESULTS = {
  reached: w('已联系上', 'reached'),
  'no-answer': w('无人应答', 'no answer'),
  promised: w('承诺缴费', 'promised'),
  refused: w('拒绝', 'refused'),
  disputed: w('有异议', 'disputed'),
  sent: w('已发出', 'sent'),
  returned: w('退回', 'returned'),
} as const satisfies Record<string, Words>;

export type Result = keyof typeof RESULTS;

/** Who signed, as the law tells them apart (limitation rules of 2020, art. 8). */
export const RELATIONS = {
  self: w('本人', 'the debtor'),
  family: w('同住成年家属', 'adult relative living there'),
  agent: w('受托人', 'authorised'),
  other: w('其他人', 'somebody else'),
} as const satisfies Record<string, Words>;

export type Relation = keyof typeof RELATIONS;

/** Why somebody is left alone for now. */
export const HOLDS = {
  promised: w('已承诺缴费', 'promised to pay'),
  disputed: w('对费用有异议', 'disputes it'),
  notified: w('刚通知过，缴费期限未到', 'asked already, time to pay is running'),
  appointed: w('已约上门收费', 'collection at the door agreed'),
  paid: w('其间已缴清', 'paid meanwhile'),
  legal: w('已决定走法律途径', 'legal action decided'),
} as const satisfies Record<string, Words>;

type HoldKind = keyof typeof HOLDS;

/** `until`: the last day of it; null: until something happens. */
export interface Hold {
  kind: HoldKind;
  until: Day | null;
}

/** Whose debt it is: a debt is asked of whoever owes it, and of nobody else. */
export interface DebtorKey {
  debtor: Debtor;
  debtorId: number | null;
  subscriptionId: number | null;
}

/** An overdue charge with what is still owed of it. */
export interface DebtCharge {
  id: number;
  tariff: string;
  periodStart: Day;
  periodEnd: Day;
  dueOn: Day;
  billedAt: Moment;
  outstandingFen: number;
}

/** All that one debtor owes of one unit, overdue on a day. */
export interface Debt extends DebtorKey {
  unitId: number;
  /** The unit's code. */
  unit: string;
  /** Of the person or the lessee; null for the developer, and where nobody is known. */
  name: string | null;
  phone: string | null;
  /** The debtor lives there that day: somebody can be called on. */
  livesThere: boolean;
  /** A letter to the unit is a letter to the debtor: not where they moved away, or never had it. */
  hasMailThere: boolean;
  /** The oldest due first; never empty. */
  charges: readonly DebtCharge[];
}

/** What a contact was. */
export interface ContactFacts {
  stage: Stage;
  way: AnyWay;
  result: Result;
  promiseOn: Day | null;
  deliveredOn: Day | null;
  signedBy: string | null;
  relation: Relation | null;
  tracking: string | null;
  contactedAt: Moment;
}

/** A contact about somebody's debt, as it is stored. */
export interface Contact extends ContactFacts {
  id: number;
  no: string;
  unitId: number;
  unit: string;
  debtor: Debtor | null;
  debtorId: number | null;
  subscriptionId: number | null;
  /** Of the person or the lessee; null for the developer, and where nobody is known. */
  debtorName: string | null;
  reason: string | null;
  /** What was overdue then. */
  amountFen: number;
  oldestDueOn: Day | null;
  newestDueOn: Day | null;
  /** From when the limitation counts anew; null where it does not. */
  effectiveOn: Day | null;
  approvedById: number | null;
  approvedBy: string | null;
  contactedBy: string;
}

/** What came of a promise. */
export const PROMISES = {
  open: w('未到期', 'running'),
  kept: w('已兑现', 'kept'),
  broken: w('未兑现', 'broken'),
  replaced: w('已取代', 'replaced'),
} as const satisfies Record<string, Words>;

export type PromiseState = keyof typeof PROMISES;

export const LIMITATION_STATES = {
  running: w('未到期', 'running'),
  over: w('已过', 'over'),
} as const satisfies Record<string, Words>;

/** From what the limitation of a charge counts. */
export const CAUSES = {
  due: w('应缴日', 'due day'),
  contact: w('有效催告', 'effective demand'),
  promise: w('承诺缴费', 'promise'),
  payment: w('部分支付', 'part payment'),
} as const satisfies Record<string, Words>;

export type Cause = keyof typeof CAUSES;
