import type { Party } from '../deposits/model.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';
import type { Use } from '../registry/model.ts';

export const APPLICANTS = {
  owner: w('业主', 'owner'),
  tenant: w('租户', 'tenant'),
} as const satisfies Record<string, Words>;

export type Applicant = keyof typeof APPLICANTS;

/** Who is told that works begin (rule 97). */
export const TOLD_ROLES = {
  engineering: w('工程维修', 'Engineering'),
  security: w('安护', 'Security'),
} as const satisfies Partial<Record<Role, Words>>;

export type ToldRole = keyof typeof TOLD_ROLES;

export const STATES = {
  applied: w('已申请', 'applied'),
  reviewed: w('已审核', 'reviewed'),
  approved: w('已批准', 'approved'),
  permitted: w('施工中', 'permitted'),
  accepted: w('初验合格', 'accepted'),
  reinspected: w('复验合格', 're-inspected'),
  settled: w('已退款', 'settled'),
  closed: w('已归档', 'closed'),
  refused: w('未通过', 'refused'),
  cancelled: w('已取消', 'cancelled'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/** What can be done to a renovation; the chain says when, by whom, and what it needs. */
export type Step =
  | 'paper'
  | 'strike'
  | 'commit'
  | 'review'
  | 'object'
  | 'resubmit'
  | 'approve'
  | 'refuse'
  | 'fees'
  | 'permit'
  | 'tell'
  | 'utilities'
  | 'worker'
  | 'renew'
  | 'patrol'
  | 'overtime'
  | 'extend'
  | 'violation'
  | 'report'
  | 'rectify'
  | 'request'
  | 'accept'
  | 'reject'
  | 'permits'
  | 'clear'
  | 'deduct'
  | 'reinspect'
  | 'fault'
  | 'refund'
  | 'close'
  | 'cancel'
  | 'note';

/** What became of a permit or a pass that is no longer out (rule 104). */
export const FATES = {
  returned: w('已交回', 'returned'),
  lost: w('遗失', 'lost'),
} as const satisfies Record<string, Words>;

export type Fate = keyof typeof FATES;

/** What is done about a violation (rule 109); nothing of it is a fine. */
export const MEASURES = {
  persuade: w('批评教育规劝', 'persuaded'),
  'stop-work': w('要求停工并限期整改', 'work stopped, to be put right'),
  restore: w('要求恢复原状', 'to be restored'),
  compensation: w('按协议赔偿或付违约金', 'compensation under the agreement'),
  report: w('报告主管部门', 'reported to the authority'),
  seize: w('暂扣工具', 'tools taken'),
} as const satisfies Record<string, Words>;

export type Measure = keyof typeof MEASURES;

export const INSPECTIONS = {
  acceptance: w('初验', 'acceptance'),
  reinspection: w('复检', 're-inspection'),
} as const satisfies Record<string, Words>;

type InspectionKind = keyof typeof INSPECTIONS;

export interface Paper {
  /** Of the policy's `renovations.papers`. */
  code: string;
  detail: string | null;
  receivedAt: Moment;
}

/** Violations that one party promised not to commit, by one signature (rule 86). */
export interface Promised {
  party: Party;
  signedBy: string;
  promisedAt: Moment;
  /** Of the policy's `renovations.violations`. */
  codes: readonly string[];
}

/** The household's permit (装修施工许可证, part 0) or a worker's pass (施工人员出入证, 1, 2, 3). */
export interface Permit {
  part: number;
  /** Of a pass, whose it is. */
  worker: string | null;
  idNo: string | null;
  phone: string | null;
  photos: number | null;
  untilOn: Day;
  issuedAt: Moment;
  /** Null: still out. */
  fate: Fate | null;
  fateAt: Moment | null;
  /** What was taken for a pass; null: nothing yet. */
  passFen: number | null;
  /** What was paid or kept back for a lost one; null: nothing yet. */
  lostFen: number | null;
}

export interface Violation {
  /** 1, 2, 3 within its renovation. */
  part: number;
  code: string;
  note: string | null;
  foundAt: Moment;
  foundBy: string;
  measures: readonly Measure[];
  stoppedAt: Moment | null;
  /**
   * Until when it is to be put right: by the written notice (违章整改通知单) in force, or as long as the
   * policy's gives where there was none.
   */
  fixBy: Moment | null;
  reportedAt: Moment | null;
  reportedTo: string | null;
  /** Null: open. */
  rectifiedAt: Moment | null;
}

export interface Patrol {
  ok: boolean;
  note: string | null;
  at: Moment;
  by: string;
}

/** Works outside the hours, allowed for once. */
export interface Overtime {
  fromAt: Moment;
  untilAt: Moment;
  reason: string;
  approvedBy: string;
}

export interface Inspection {
  kind: InspectionKind;
  passed: boolean;
  /** Names of the staff who were there. */
  people: readonly string[];
  /** From the design (rule 102), and who of the household signed them. */
  changes: string | null;
  changesSignedBy: string | null;
  note: string | null;
  at: Moment;
}

/** One renovation as it is kept, from the application to the archive (rules 80–113). */
export interface Renovation {
  no: string;
  unit: string;
  unitId: number;
  use: Use;
  areaThousandths: number;
  applicant: Applicant;
  applicantName: string;
  /** Who applies in the applicant's place. */
  agent: string | null;
  /** The firm; null: the household does the works itself. */
  contractor: string | null;
  foreman: string;
  phone: string | null;
  scope: string;
  /** Codes of the policy's `renovations.works`. */
  works: readonly string[];
  isSmall: boolean;
  /** The period of the works, both days counted. */
  fromOn: Day;
  untilOn: Day;
  state: State;
  appliedAt: Moment;
  appliedBy: string;
  /** All papers of the review were there. */
  completeAt: Moment | null;
  /** Of engineering. */
  opinion: string | null;
  opinionBy: string | null;
  reviewedAt: Moment | null;
  reviewedBy: string | null;
  approvedAt: Moment | null;
  approvedBy: string | null;
  /** Of the refusal in force. */
  refusedAt: Moment | null;
  refusedBy: string | null;
  /** Codes of the policy's `renovations.grounds`. */
  grounds: readonly string[];
  /** Why it was turned down or cancelled, in words. */
  reason: string | null;
  permittedAt: Moment | null;
  utilitiesAt: Moment | null;
  /** Acceptance was asked for and has not been held yet. */
  requestedAt: Moment | null;
  acceptedAt: Moment | null;
  acceptedBy: string | null;
  clearedAt: Moment | null;
  reinspectedAt: Moment | null;
  reinspectedBy: string | null;
  settledAt: Moment | null;
  closedAt: Moment | null;
  cancelledAt: Moment | null;
  papers: readonly Paper[];
  promises: readonly Promised[];
  /** The household's first. */
  permits: readonly Permit[];
  violations: readonly Violation[];
  overtimes: readonly Overtime[];
  inspections: readonly Inspection[];
  /** The last one. */
  lastPatrolAt: Moment | null;
}

/** What the site calls its codes, by the list of the policy they stand in. */
export type Names = Readonly<
  Record<'works' | 'papers' | 'grounds' | 'violations', Readonly<Record<string, Words>>>
>;
