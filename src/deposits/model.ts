import type { Method } from '../cash/model.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** Whose money it is. */
export const PARTIES = {
  household: w('住户', 'household'),
  team: w('施工队', 'team'),
} as const satisfies Record<string, Words>;

export type Party = keyof typeof PARTIES;

/** The kinds of the shipped policy, as the journal tells them; a site's own are told by their keys. */
export const SHIPPED_KINDS = {
  renovation: w('装修保证金', 'renovation deposit'),
  team: w('施工队装修保证金', 'renovation deposit of the team'),
  permit: w('出入证押金', 'deposit for a pass'),
} as const satisfies Record<string, Words>;

export const MOVES = {
  take: w('收取', 'taken'),
  deduct: w('扣除', 'deducted'),
  refund: w('退还', 'refunded'),
} as const satisfies Record<string, Words>;

type MoveKind = keyof typeof MOVES;

/** For what money may be kept back: under the agreement or for harm done, never as a fine. */
export const GROUNDS = {
  penalty: w('违约金', 'penalty'),
  compensation: w('赔偿', 'compensation'),
} as const satisfies Record<string, Words>;

export type Ground = keyof typeof GROUNDS;

export interface Move {
  kind: MoveKind;
  /** More or less of what is held: a deduction and a refund are negative. */
  amountFen: number;
  at: Moment;
  /** How the money came or went; null: it stayed, as a deduction. */
  method: Method | null;
  ground: Ground | null;
  reason: string | null;
  assessedBy: string | null;
  approvedBy: string | null;
  by: string;
}

/** Money held for somebody (rules 94, 104, 110): never income. */
export interface Deposit {
  id: number;
  no: string;
  unit: string;
  unitId: number;
  party: Party;
  /** Who gave it, by name. */
  holder: string | null;
  /** Key of the policy's `deposits`. */
  kind: string;
  /** The document it is for. */
  subject: string | null;
  note: string | null;
  heldFen: number;
  takenAt: Moment;
  /** Oldest first; together they make what is held. */
  moves: readonly Move[];
}
