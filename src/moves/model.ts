import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { type FileReading, METERS } from '../meters/model.ts';
import type { GOODS_CODES, PAPER_CODES, SETTLEMENT_CODES } from '../policy/sections/move-codes.ts';

export const KINDS = {
  'move-in': w('入住', 'move-in'),
  'move-out': w('迁离', 'move-out'),
  transfer: w('过户', 'change of owner'),
} as const satisfies Record<string, Words>;

export type Kind = keyof typeof KINDS;

/** Who comes to a move-in (rules 1–4). */
export const ATTENDANCES = {
  owner: w('业主本人', 'the owner in person'),
  agent: w('代理人', 'an agent'),
  company: w('单位经办人', 'a company'),
} as const satisfies Record<string, Words>;

export type Attendance = keyof typeof ATTENDANCES;

/** By which the papers are chosen, as the policy's `moves.papers` has them. */
export const CASES = {
  ...ATTENDANCES,
  transfer: w('过户', 'change of owner'),
  leaving: w('迁离', 'move-out'),
} as const satisfies Record<string, Words>;

export type Case = keyof typeof CASES;

export const STATES = {
  open: w('办理中', 'open'),
  completed: w('已办结', 'completed'),
  cancelled: w('已取消', 'cancelled'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/** Who leaves at a move-out besides the person it is for. */
export const LEAVING = {
  person: w('本人；家人随最后一人迁离', 'the person; the family goes with the last of them'),
  household: w('全户', 'the whole household'),
  occupants: w('全户搬离，仍是业主', 'the whole household, who remain the owners'),
} as const satisfies Record<string, Words>;

export type Leaving = keyof typeof LEAVING;

/** Papers handed in and forms signed (rules 1–7, 17). */
const PAPERS = {
  'id-card': w('身份证', 'identity card'),
  'purchase-contract': w('购房凭证', 'contract of purchase'),
  'handover-notice': w('交房凭证', 'notice of handover'),
  authorization: w('委托书', 'power of attorney'),
  'agent-id': w('代理人身份证', "agent's identity card"),
  'company-certificate': w('单位证明', "company's certificate"),
  'attendee-id': w('经办人身份证', "attendee's identity card"),
  'title-proof': w('买卖合同或产权证明', 'contract of sale or title'),
  'family-ids': w('家庭成员身份证', "family's identity cards"),
  'household-register': w('住户情况登记表', 'household register'),
  'service-agreement': w('物业管理服务协议', 'service agreement'),
  'interim-covenant': w('业主临时管理规约', 'interim covenant'),
  'renovation-application': w('装修申请表', 'renovation application'),
  'renovation-agreement': w('装修管理协议', 'renovation agreement'),
} as const satisfies Record<(typeof PAPER_CODES)[number], Words>;

/** Handed out at the move-in, given back at the move-out (rules 9, 19). */
const GOODS = {
  keys: w('钥匙', 'keys'),
  cards: w('门禁卡', 'access cards'),
  handbook: w('业主手册', "owner's handbook"),
  'renovation-notes': w('装修须知', 'renovation notes'),
  plans: w('房屋水电图', 'plans of pipes and wires'),
  'receipt-list': w('入住文本签收单', 'list of documents received'),
} as const satisfies Record<(typeof GOODS_CODES)[number], Words>;

/** Settled at a move-out (rule 19). */
const SETTLEMENTS = {
  arrears: w('欠费', 'arrears'),
  vehicles: w('车辆', 'vehicles'),
  deposits: w('装修保证金', 'renovation deposit'),
  'exit-pass': w('放行条', 'exit pass'),
  'forwarding-address': w('迁往地址', 'forwarding address'),
} as const satisfies Record<(typeof SETTLEMENT_CODES)[number], Words>;

/** The address is recorded by a step of its own, as it is personal. */
export const FORWARDING = 'forwarding-address';

/** What is owed: the account says it, the clerk says what is done about it. */
export const ARREARS = 'arrears';

/** What is held: the deposits say it, the clerk says what is done about it. */
export const DEPOSITS = 'deposits';

/** The house was gone over with the owner and the form signed (rule 10). */
export const INSPECTION = 'inspection';

const INSPECTIONS = { [INSPECTION]: w('房屋质量验收登记表', 'inspection of the house') };

/** What stands in a file, by kind; each is called by codes of its own. */
export const CODES_OF = {
  paper: PAPERS,
  handout: GOODS,
  return: GOODS,
  settlement: SETTLEMENTS,
} as const satisfies Record<string, Readonly<Record<string, Words>>>;

export type ItemKind = keyof typeof CODES_OF;

/** Every code with a name of wy's own; no others, not even those that every object has. */
export const NAMES: Readonly<Record<string, Words>> = Object.assign(Object.create(null), {
  ...PAPERS,
  ...GOODS,
  ...SETTLEMENTS,
  ...METERS,
  ...INSPECTIONS,
});

/** What the archive of a household can be without (rule 157). */
export const LACKS = {
  owner: w('业主', 'owner'),
  phone: w('业主电话', "owner's phone"),
  file: w('入住或过户资料', 'papers of its open file'),
} as const satisfies Record<string, Words>;

export type Lack = keyof typeof LACKS;

/** What a desk calls them besides (rules 1–9, 17, 19). */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['id-card', ['业主身份证', '办理人身份证']],
  ['purchase-contract', ['购房合同', '买卖契约', '房屋买卖契约']],
  ['handover-notice', ['交房确认书', '入住通知单', '入住通知书']],
  ['agent-id', ['受托人身份证', '受委托人身份证']],
  ['household-register', ['住户登记表']],
  ['handbook', ['住户手册']],
  ['keys', ['房屋钥匙']],
  ['cards', ['门禁', '梯控卡', '通行证']],
  ['vehicles', ['车位', '停车']],
  ['deposits', ['保证金', '装修押金', '押金']],
  ['exit-pass', ['放行单', '出门条']],
]);

/** Something handed in, handed out, given back or settled. */
export interface Item {
  kind: ItemKind;
  code: string;
  quantity: number;
  /** The numbers of keys, the plate of a car, what is owed. */
  detail: string | null;
  signedBy: string | null;
  at: Moment;
}

/** The file of a move-in, a move-out or a change of owner (rules 1–24). */
export interface Move {
  no: string;
  kind: Kind;
  unit: string;
  unitId: number;
  case: Case;
  /** Who came instead of the person themselves. */
  attendee: string | null;
  /** Who moves in or out, or becomes the owner. */
  personId: number;
  who: string;
  phone: string | null;
  /** Of a change of owner: the one owner whose share changes hands; null: all owners. */
  previousId: number | null;
  /** Of a move-out. */
  leaving: Leaving | null;
  /** The first day of who comes, the last day of who leaves; null until a move-out is completed. */
  effectiveOn: Day | null;
  state: State;
  openedAt: Moment;
  openedBy: string;
  inspectedAt: Moment | null;
  inspector: string | null;
  inspectionSignedBy: string | null;
  forwarding: string | null;
  completedAt: Moment | null;
  cancelledAt: Moment | null;
  /** In the order in which they were recorded. */
  items: readonly Item[];
  readings: readonly FileReading[];
}
