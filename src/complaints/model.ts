import type { Result } from '../cases/model.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';

export const CHANNELS = {
  visit: w('来访', 'visit'),
  phone: w('来电', 'phone'),
  letter: w('来信', 'letter'),
  online: w('网络', 'online'),
  'owners-committee': w('业委会', "owners' committee"),
} as const satisfies Record<string, Words>;

export type Channel = keyof typeof CHANNELS;

/** How grave it is (rules 54–56). */
export const GRADES = {
  major: w('重大', 'major'),
  important: w('重要', 'important'),
  minor: w('轻微', 'minor'),
} as const satisfies Record<string, Words>;

export type Grade = keyof typeof GRADES;

/** A failure of ours, one of the three communicative kinds, or none of our business (rules 49, 53). */
export const NATURES = {
  valid: w('有效', 'valid'),
  help: w('求助', 'asking for help'),
  enquiry: w('咨询', 'enquiry'),
  venting: w('发泄', 'letting off steam'),
  invalid: w('无效', 'invalid'),
} as const satisfies Record<string, Words>;

export type Nature = keyof typeof NATURES;

/** The categories that come with wy; a site may add its own or call these otherwise (rules 49, 53). */
export const CATEGORIES = {
  cleaning: w('保洁卫生', 'cleaning'),
  parking: w('车辆停放', 'parking'),
  fees: w('收费', 'fees'),
  repairs: w('设备维修', 'equipment and repairs'),
  house: w('房屋质量', 'quality of the house'),
  security: w('安全秩序', 'safety and order'),
  neighbours: w('噪音邻里', 'noise and neighbours'),
  greening: w('绿化环境', 'greenery'),
  service: w('服务态度', 'manner of service'),
  other: w('其他', 'other'),
} as const satisfies Record<string, Words>;

/** Of whatever fits nowhere: nothing that could recur. */
export const OTHER = 'other';

/** Whose work or conduct it is about: a department, the developer, another resident (rule 53). */
export const AGAINST = {
  ...ROLE_TITLES,
  developer: w('开发商', 'developer'),
  neighbour: w('邻居', 'neighbour'),
} as const satisfies Record<string, Words>;

export type Against = keyof typeof AGAINST;

export const STATES = {
  open: w('处理中', 'open'),
  resolved: w('已处理', 'resolved'),
  closed: w('已结案', 'closed'),
  invalid: w('无效结案', 'closed as invalid'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/** What is done about it: for this resident, or against the next such case (rules 58, 68). */
export const MEASURES = {
  remedy: w('补救方案', 'remedy'),
  corrective: w('纠正措施', 'corrective measure'),
  preventive: w('预防措施', 'preventive measure'),
} as const satisfies Record<string, Words>;

type MeasureKind = keyof typeof MEASURES;

export interface Measure {
  /** 1, 2, 3 within its complaint. */
  part: number;
  kind: MeasureKind;
  text: string;
  costFen: number | null;
  owner: string | null;
  ownerId: number | null;
  untilOn: Day | null;
  doneAt: Moment | null;
}

/** What recurs with a complaint, so that a written analysis is due (rule 73). */
export const RECURRING = {
  unit: w('同一房', 'the unit'),
  category: w('同一类别', 'the category'),
  both: w('同一房、同一类别', 'the unit and the category'),
} as const satisfies Record<string, Words>;

export type Recurring = keyof typeof RECURRING;

/** One complaint, from the reception to the callback (rules 49–70). */
export interface Complaint {
  no: string;
  /** The number it had before it came here. */
  formerNo: string | null;
  unit: string | null;
  /** Where it happened. */
  place: string | null;
  caller: string | null;
  phone: string | null;
  text: string;
  channel: Channel;
  grade: Grade;
  nature: Nature;
  /** A code of the policy. */
  category: string;
  against: Against;
  againstPerson: string | null;
  happenedAt: Moment | null;
  wants: string | null;
  /** Until when the resident wants it settled. */
  askedUntilAt: Moment | null;
  harmAtReception: boolean;
  harmStoppedAt: Moment | null;
  /** The repair that became this complaint. */
  about: string | null;
  state: State;
  /** The first reception, from which all limits count. */
  receivedAt: Moment;
  receivedById: number;
  assignedTo: string | null;
  assigneeId: number | null;
  verifiedAt: Moment | null;
  facts: string | null;
  /** This and what follows up to the closing belong to the present round; the timeline keeps earlier ones. */
  repliedAt: Moment | null;
  resolvedAt: Moment | null;
  result: string | null;
  toldAt: Moment | null;
  closedAt: Moment | null;
  /** The latest answer, whichever round it was about. */
  callbackAt: Moment | null;
  callbackResult: Result | null;
  callbackSignedBy: string | null;
  callbackSignerId: number | null;
  /** When the present round began, if it is not the first. */
  reopenedAt: Moment | null;
  /** How often it came back after it was said to be settled. */
  repeats: number;
  recurring: Recurring | null;
  measures: readonly Measure[];
}
