import { requireRecord } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { type Entry, HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import type { Case, Kind, Leaving } from './model.ts';
import { filed, MOVE, MOVES, type MoveFile } from './record.ts';
import * as store from './store.ts';

/** A person as typed at the desk; what is unknown is undefined. */
export interface PersonTyped {
  name: string;
  phone: string | undefined;
  identity: string | undefined;
}

export interface NewFile {
  /** In any notation. */
  unit: string;
  attendee: string | undefined;
}

export const personOf = ({ name, phone, identity }: PersonTyped) => ({
  name,
  phone: phone ?? null,
  identity: identity ?? null,
});

/** What the kinds of files say differently of themselves. */
type Told = Pick<store.NewMove, 'case' | 'personId' | 'effectiveOn'> & {
  attendee: string | undefined;
  previousId?: number | null;
  leaving?: Leaving;
};

/** One open file of a kind a unit. */
export function openFile(
  ctx: Ctx,
  kind: Kind,
  typed: string,
  tell: (unit: Unit, entry: Entry) => Told,
): MoveFile {
  return transact(ctx, `resident.${kind}`, (entry) => {
    const { ledger } = ctx;
    const unit = requireUnit(ledger, typed);
    const [open] = store.list(ledger, { state: 'open', kind, unitId: unit.id });
    if (open) throw alreadyOpen(unit, open.no);
    const told = tell(unit, entry);
    const no = nextNumber(ledger, MOVES, ctx.today);
    const { attendee = null, previousId = null, leaving = null } = told;
    store.insert(ledger, {
      ...told,
      no,
      kind,
      unitId: unit.id,
      attendee,
      previousId,
      leaving,
      openedAt: ctx.now,
      openedById: ctx.operator().id,
    });
    note(ctx, no, 'opened', { case: told.case });
    entry.subject = no;
    Object.assign(entry.changes, {
      unit: unit.code,
      case: told.case,
      effectiveOn: told.effectiveOn,
      ...(leaving && { leaving }),
      ...(attendee && { attendee: HIDDEN }),
    });
    if (NEEDS_ATTENDEE.has(told.case) && attendee === null) warnOfAttendee(ctx, no);
    return filed(ctx, requireRecord(ledger, MOVE, no));
  });
}

/** Somebody else comes, whose name the file should hold (rules 2, 4). */
const NEEDS_ATTENDEE: ReadonlySet<Case> = new Set(['agent', 'company']);

function warnOfAttendee(ctx: Ctx, no: string): void {
  const line = `wy resident paper ${no} --add … --attendee …`;
  ctx.warn(
    w(
      `还没有写明来办人；收证件时补上：${line}`,
      `Who comes is not said; add it with their papers: ${line}`,
    ),
  );
}

const alreadyOpen = ({ code }: Unit, no: string) =>
  refused(
    'file_already_open',
    w(`${code} 已有一份在办：${no}。`, `${code} has such a file open already: ${no}.`),
    w(
      `查看：wy resident file ${no}；作废：wy resident cancel ${no} --reason "…"`,
      `See wy resident file ${no}; cancel it: wy resident cancel ${no} --reason "…"`,
    ),
  );
