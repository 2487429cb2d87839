import type { CaseKind } from '../cases/kind.ts';
import type { Page, WithDeadlines } from '../cases/model.ts';
import { requireCase, showCase, withDeadlines } from '../cases/record.ts';
import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Book } from '../ledger/numbers.ts';
import type { Entry } from '../ledger/transact.ts';
import { addDays } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';
import { readingsOfFiles } from '../meters/files.ts';
import type { Resident } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { requireUnit } from '../registry/units.ts';
import type { Ticket } from '../tickets/model.ts';
import { listTickets } from '../tickets/record.ts';
import { type Missing, missingOf } from './checklist-rules.ts';
import { nameOf } from './code-rules.ts';
import { thoseSelling } from './household-rules.ts';
import type { Kind, Move } from './model.ts';
import { refusalOf, type Step } from './rules.ts';
import * as store from './store.ts';

export const MOVES: Book = {
  table: 'moves',
  prefix: 'M',
  name: w('入住迁离资料', 'move-in or move-out file'),
  list: 'resident moves',
};

/** How the files of move-ins, move-outs and changes of owner are stepped through and shown. */
export const MOVE: CaseKind<Move, Step> = {
  book: MOVES,
  action: 'resident',
  show: 'resident file',
  read: (ledger, no) => {
    const stored = store.byNumber(ledger, no);
    return stored && withReadings(ledger, [stored])[0];
  },
  beganAt: (move) => move.openedAt,
  refusalOf,
};

export type MoveRecord = WithDeadlines<Move>;

/** Adds to each file the readings taken for it. */
export function withReadings(ledger: Ledger, files: readonly store.Stored[]): Move[] {
  const readings = readingsOfFiles(
    ledger,
    files.map(({ no }) => no),
  );
  return files.map((file) => ({ ...file, readings: readings.get(file.no) ?? [] }));
}

/** What a file comes to: what is missing by the policy of today, and the defects with their state. */
interface Judged {
  missing: readonly Missing[];
  defects: readonly Defect[];
  /** Of a change of owner: those who give it up. */
  previousOwners: readonly FormerOwner[] | null;
  /** The name of a code, the site's own first. */
  nameOf(code: string): Words;
}

export type Defect = Pick<Ticket, 'no' | 'item' | 'state' | 'acceptAt'>;

/** As they stand in the registry. */
export type FormerOwner = Pick<Resident, 'id' | 'name'>;

export type MoveFile = MoveRecord & Judged;

export type MovePage = Page<Move> & Judged;

export const filed = <M extends MoveRecord>(ctx: Ctx, move: M): M & Judged => ({
  ...move,
  missing: missingOf(move, ctx.policy.moves),
  defects: move.kind === 'move-in' ? listTickets(ctx, { defects: move.no }) : [],
  previousOwners: previousOwners(ctx, move),
  nameOf: (code) => nameOf(code, ctx.policy.moves),
});

/** The owners of the day before the new one's first. */
function previousOwners(ctx: Ctx, move: Move): FormerOwner[] | null {
  const { kind, unit, personId, previousId, effectiveOn } = move;
  if (kind !== 'transfer' || effectiveOn === null) return null;
  const dayBefore = addDays(effectiveOn, -1);
  const owners = listResidents(ctx.ledger, { unit, role: 'owner', on: dayBefore });
  return thoseSelling(owners, personId, previousId);
}

/** One step of a file, and what the file comes to then. */
export const fileStep = (
  ctx: Ctx,
  no: string,
  name: Step,
  work: (move: MoveRecord, entry: Entry) => void,
): MoveFile => filed(ctx, step(ctx, MOVE, no, name, work));

export const requireFile = (ctx: Ctx, typed: string): MoveFile =>
  filed(ctx, requireCase(ctx, MOVE, typed));

export const showFile = (ctx: Ctx, typed: string): MovePage =>
  filed(ctx, showCase(ctx, MOVE, typed));

export interface MoveQuery {
  open?: boolean | undefined;
  kind?: Kind | undefined;
  unit?: string | undefined;
}

/** Oldest first; refuses an unknown unit. */
export function listFiles(ctx: Ctx, query: MoveQuery): MoveFile[] {
  const found = store.list(ctx.ledger, {
    state: query.open ? 'open' : undefined,
    kind: query.kind,
    unitId: query.unit === undefined ? undefined : requireUnit(ctx.ledger, query.unit).id,
  });
  const moves = withReadings(ctx.ledger, found);
  return withDeadlines(ctx.ledger, moves).map((move) => filed(ctx, move));
}
