import { type Draft, type Fault, sortPast, warnOnce } from '../cases/bulk.ts';
import { earliest, latest, orNull, says, saysWhen, tryAt } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { each, type Plan } from '../registry/bulk.ts';
import { NO_UNIT } from '../registry/bulk-residents.ts';
import { type Colleagues, colleagues, warnOfStrangers } from '../registry/colleagues.ts';
import type { Staff, Unit } from '../registry/model.ts';
import { listUnits } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import type { PastComplaint, StoredComplaint } from './bulk-store.ts';
import * as store from './bulk-store.ts';
import {
  type ComplaintContradiction,
  type ComplaintLine,
  disorderOf,
  type Moments,
  momentsOf,
  natureOf,
  type Standing,
  standingOf,
} from './past.ts';
import { promisePastComplaint } from './past-promises.ts';
import { COMPLAINTS } from './record.ts';

/** A complaint that may be written, but for its number and who writes it. */
interface ComplaintDraft extends Draft {
  complaint: Omit<PastComplaint, 'no' | 'formerNo' | 'receivedById'>;
  moments: Moments;
  handler: Staff | undefined;
}

interface Known {
  units: ReadonlyMap<string, Unit>;
  staff: Colleagues;
}

/**
 * Complaints of an old list, under the numbers they had, with the promises of their own days and what
 * came of them. Changes no complaint: a number that stands in the ledger must say the same there.
 */
export function planComplaints(ctx: Ctx, lines: readonly ComplaintLine[]): Plan<ComplaintLine> {
  const known: Known = {
    units: new Map(listUnits(ctx.ledger).map((unit) => [unit.code, unit])),
    staff: colleagues(ctx.ledger),
  };
  const { added, unchanged, faults } = sortPast<ComplaintLine, ComplaintDraft, StoredComplaint>(
    ctx,
    lines,
    {
      book: COMPLAINTS,
      stored: store.all(ctx.ledger),
      contentOf: (it) => contentOf(it.receivedAt, it.unit ?? it.place ?? it.caller, it.text),
      contentField: 'received',
      draft: (row) => draftOf(ctx, known, row),
      agrees: (row, { complaint }, stored) => agrees(ctx, row, complaint, stored),
    },
  );
  const strangers = added.filter(({ row, draft }) => row.handler && !draft.handler);
  warnOfStrangers(
    ctx,
    strangers.map(({ row }) => row.line),
  );

  return {
    added: added.length,
    changed: 0,
    unchanged,
    faults,
    write: (progress) => {
      const quiet = warnOnce(ctx);
      const receivedById = ctx.operator().id;
      const write = ({ row, draft, no, formerNo }: (typeof added)[number]) => {
        const complaint = { ...draft.complaint, no, formerNo, receivedById };
        store.insert(ctx.ledger, complaint);
        promisePastComplaint(quiet, row, complaint, draft.moments.callbackAt);
        tellImport(ctx, row, complaint, draft);
      };
      each(added, write, progress);
    },
  };
}

const contentOf = (receivedAt: Moment, whose: string | null | undefined, text: string) =>
  JSON.stringify([receivedAt, whose ?? null, text]);

function draftOf(
  ctx: Ctx,
  known: Known,
  row: ComplaintLine,
): ComplaintDraft | Fault<ComplaintLine> {
  const unit = known.units.get(row.unit ?? '');
  const moments = momentsOf(row, ctx.now, ctx.zone);
  const standing = standingOf(row);
  const fault = nobody(row, unit) ?? disorderOf(moments);
  if (fault) return { row, ...fault };
  if (typeof standing !== 'string') return { row, ...standing };

  const handler = known.staff.find(row.handler, standing !== 'open');
  const signer = known.staff.find(row.signedBy, true);
  const whose = unit?.code ?? row.place ?? row.caller;
  return {
    beganOn: row.received.day,
    content: contentOf(moments.receivedAt, whose, row.text),
    complaint: {
      ...endOf(row, moments, standing, signer),
      ...beginningOf(row, unit),
      assigneeId: orNull(handler?.id),
    },
    moments,
    handler,
  };
}

const nobody = (row: ComplaintLine, unit: Unit | undefined): ComplaintContradiction | undefined => {
  if (row.unit !== undefined && !unit) return { field: 'unit', error: NO_UNIT };
  const isNamed = [row.unit, row.place, row.caller, row.phone].some((told) => told !== undefined);
  return isNamed ? undefined : { field: 'caller', error: NOBODY_NAMED };
};

const NOBODY_NAMED = misused(
  'nobody_named',
  w('房号、地点、投诉人、电话要填一个', 'a unit, a place, a name or a phone is needed'),
);

/** What was complained of. */
const beginningOf = (row: ComplaintLine, unit: Unit | undefined) => ({
  unitId: orNull(unit?.id),
  place: orNull(row.place),
  caller: orNull(row.caller),
  phone: orNull(row.phone),
  text: row.text,
  channel: row.channel,
  grade: row.grade,
  nature: natureOf(row),
  category: row.category,
  against: row.against,
  againstPerson: orNull(row.againstPerson),
  wants: orNull(row.wants),
});

/**
 * What came of it. An answer after the result was known tells it; a closing without its time came with
 * the last of the two, and an answer to the callback without its time by the closing. Facts and their
 * time are kept together or not at all.
 */
function endOf(
  row: ComplaintLine,
  moments: Moments,
  standing: Standing,
  signer: Staff | undefined,
) {
  const isOver = standing !== 'open';
  const isClosed = standing === 'closed' || standing === 'invalid';
  const resolvedAt = isOver ? settledAt(moments) : null;
  const { repliedAt } = moments;
  const toldByReply = resolvedAt !== null && repliedAt !== null && repliedAt >= resolvedAt;
  const toldAt = moments.toldAt ?? (toldByReply ? repliedAt : null);
  const closedAt = isClosed ? (moments.closedAt ?? latest({ resolvedAt, toldAt })) : null;
  const isVerified = moments.verifiedAt !== null && row.facts !== undefined;
  return {
    ...moments,
    state: standing,
    verifiedAt: isVerified ? moments.verifiedAt : null,
    facts: isVerified ? orNull(row.facts) : null,
    repliedAt: repliedAt ?? toldAt,
    resolvedAt,
    result: isOver ? orNull(row.result) : null,
    toldAt,
    closedAt,
    callbackAt: row.callbackResult ? (moments.callbackAt ?? closedAt) : null,
    callbackResult: row.callbackResult ?? null,
    callbackSignerId: row.callbackResult ? orNull(signer?.id) : null,
  };
}

/** Settled at the latest when the result was told, or it was closed or called back. */
const settledAt = ({ resolvedAt, toldAt, closedAt, callbackAt, receivedAt }: Moments): Moment =>
  resolvedAt ?? earliest([toldAt, closedAt, callbackAt]) ?? receivedAt;

/** Whether what the row tells is what the ledger says; it tells no state while under way. */
function agrees(
  { zone }: Ctx,
  row: ComplaintLine,
  complaint: ComplaintDraft['complaint'],
  stored: StoredComplaint,
): boolean {
  return (
    (complaint.state === 'open' || complaint.state === stored.state) &&
    saysWhen(row.received, stored.receivedAt, zone) &&
    saysWhen(row.replied, stored.repliedAt, zone) &&
    saysWhen(row.resolved, stored.resolvedAt, zone) &&
    saysWhen(row.told, stored.toldAt, zone) &&
    saysWhen(row.closed, stored.closedAt, zone) &&
    (!row.callbackResult || saysWhen(row.calledBack, stored.callbackAt, zone)) &&
    says(row.unit, stored.unit) &&
    says(row.place, stored.place) &&
    says(row.caller, stored.caller) &&
    says(row.phone, stored.phone) &&
    says(row.text, stored.text) &&
    (complaint.state === 'open' || says(row.result, stored.result)) &&
    says(row.callbackResult ?? undefined, stored.callbackResult)
  );
}

/** One step in the timeline, at the last moment the list tells of: what follows comes after it. */
function tellImport(
  ctx: Ctx,
  row: ComplaintLine,
  complaint: PastComplaint,
  { moments, handler }: ComplaintDraft,
): void {
  const isUnanswered = moments.callbackAt !== null && complaint.callbackAt === null;
  const isUnsigned = complaint.callbackSignerId === null;
  note({ ...ctx, now: latest(moments) }, complaint.no, 'imported', {
    formerNo: complaint.formerNo,
    ...(complaint.closedAt !== null && { closedAt: complaint.closedAt }),
    ...(row.formerCategory !== undefined && { formerCategory: row.formerCategory }),
    ...(row.formerAgainst !== undefined && { formerAgainst: row.formerAgainst }),
    ...(handler?.name !== row.handler && { handler: orNull(row.handler) }),
    ...(complaint.facts === null && row.facts !== undefined && { facts: row.facts }),
    ...(complaint.result === null && row.result !== undefined && { progress: row.result }),
    ...(row.callbackResult === null
      ? tryAt(moments.callbackAt)
      : isUnanswered && { calledBackAt: moments.callbackAt }),
    ...(isUnsigned && row.signedBy !== undefined && { signedBy: row.signedBy }),
    ...(row.remark !== undefined && { remark: row.remark }),
  });
}
