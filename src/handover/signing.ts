import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { requireStaff } from '../registry/staff.ts';
import { recordCame, recordRelieved } from '../roster/attendance.ts';
import type { ShiftOn } from '../roster/model.ts';
import { itemsNow } from './gathering.ts';
import { HANDOVERS, type HandoverRecord, recordOf, showHandover } from './record.ts';
import { isTooLate, signingRefusal } from './rules.ts';
import { type Change, changeNamed, changeNow, refuseTooEarly } from './shift.ts';
import * as store from './store.ts';

export interface Which {
  /** The shift that ends, by its key; the one at hand unless said. */
  shift?: string | undefined;
  day?: string | undefined;
}

/** What the next shift must know, drawn up from the ledger as it stands; nothing is written (rule 151). */
export function drawUp(ctx: Ctx, which: Which): HandoverRecord {
  const { ending, next, beginsAt } = changeAsked(ctx, which);
  const { day, shift } = ending;
  const stored = store.byShift(ctx.ledger, day, shift);
  if (stored && stored.signedAt !== null) return showHandover(ctx, stored.no);
  return recordOf(ctx, {
    ...{ no: stored?.no ?? null, day, shift, beginsAt },
    from: namesOf(ending),
    to: next ? namesOf(next) || null : null,
    items: itemsNow(ctx),
    ...{ signedAt: null, onPostAt: null, awaitedAt: stored?.awaitedAt ?? null },
  });
}

const namesOf = ({ turns }: ShiftOn): string => turns.map(({ staff }) => staff).join('、');

const changeAsked = (ctx: Ctx, { day, shift }: Which): Change =>
  shift === undefined ? changeNow(ctx) : changeNamed(ctx, shift, day);

export interface Signed extends Which {
  from: string | undefined;
  to: string;
  /** When the successor was on post; when both sign unless said. */
  onPostAt: Moment | undefined;
}

/**
 * Both sign: what the next shift must know is kept as it stands now, the notes that waited with it, and
 * the successor's coming, and the going of whoever stayed beyond the end, go to the attendance (rules
 * 150, 151). Refuses a shift that was signed.
 */
export function signHandover(ctx: Ctx, made: Signed): HandoverRecord {
  return transact(ctx, 'handover.sign', (entry) => {
    const { ledger, now } = ctx;
    const change = changeAsked(ctx, made);
    if (made.shift === undefined) refuseTooEarly(ctx, change);
    const { ending, next, beginsAt } = change;
    const from = requireStaff(ledger, made.from ?? String(ctx.operator().id));
    const to = requireStaff(ledger, made.to);
    const onPostAt = made.onPostAt ?? now;
    const refusal = signingRefusal({ fromId: from.id, toId: to.id, onPostAt, now });
    if (refusal) throw refusal;
    const { id, no } = begun(ctx, ending, { fromId: from.id, beginsAt, awaitedAt: null });
    const signature = { fromId: from.id, toId: to.id, onPostAt };
    store.insertItems(ledger, id, itemsNow(ctx));
    store.sign(ledger, id, { ...signature, signedAt: now, signedById: ctx.operator().id });
    store.handOverNotes(ledger, id, now);
    const turn = next?.turns.find(({ staffId }) => staffId === to.id);
    if (turn) recordCame(ctx, turn, onPostAt);
    else if (next && next.turns.length > 0) ctx.warn(notPlanned(to.name));
    const ended = ending.turns.find(({ staffId }) => staffId === from.id);
    if (ended) recordRelieved(ctx, ended, now);
    doRound(ctx, 'handover.sign', ctx.today);
    warnOfLate(ctx, { onPostAt, beginsAt });
    entry.subject = no;
    entry.changes = {
      ...{ day: ending.day, shift: ending.shift, staffId: from.id, withId: to.id },
      cameAt: onPostAt,
    };
    return showHandover(ctx, no);
  });
}

/** The row of a shift that is handed over; refuses one that both have signed. */
function begun(
  ctx: Ctx,
  { day, shift }: ShiftOn,
  made: Pick<store.NewHandover, 'fromId' | 'beginsAt' | 'awaitedAt'>,
): { id: number; no: string } {
  const known = store.byShift(ctx.ledger, day, shift);
  if (known && known.signedAt !== null) {
    throw refused(
      'handover_signed',
      w('这一班已经交接。', 'This shift was handed over already.'),
      w(`查看：wy handover show ${known.no}`, `See wy handover show ${known.no}`),
    );
  }
  if (known) return known;
  const no = nextNumber(ctx.ledger, HANDOVERS, ctx.today);
  store.insert(ctx.ledger, { no, day, shift, ...made });
  const stored = store.byNumber(ctx.ledger, no);
  if (!stored) throw new Error(`${no} was not written`);
  return stored;
}

/** The successor has not come: whoever is on duty stays, and says so (rule 151). */
export function awaitSuccessor(ctx: Ctx, which: Which): HandoverRecord {
  return transact(ctx, 'handover.await', (entry) => {
    const { ending, beginsAt } = changeAsked(ctx, which);
    const fromId = ctx.operator().id;
    const { no } = begun(ctx, ending, { fromId, beginsAt, awaitedAt: ctx.now });
    ctx.warn(
      w(
        '接班人没有到岗，不得离岗；请报告主管。',
        'The successor has not come: stay on post, and tell the supervisor.',
      ),
    );
    entry.subject = no;
    entry.changes = { day: ending.day, shift: ending.shift, awaitedAt: ctx.now };
    return showHandover(ctx, no);
  });
}

export interface Noted {
  text: string;
  /** How many notes wait for the next shift. */
  waiting: number;
}

/** Leaves a note for the next shift. */
export function leaveNote(ctx: Ctx, text: string): Noted {
  return transact(ctx, 'handover.note', (entry) => {
    store.insertNote(ctx.ledger, { at: ctx.now, byId: ctx.operator().id, text });
    entry.changes = { text: HIDDEN };
    return { text, waiting: store.waitingNotes(ctx.ledger).length };
  });
}

const notPlanned = (name: string) =>
  w(`值班表上下一班没有${name}。`, `The roster does not have ${name} in the next shift.`);

function warnOfLate(ctx: Ctx, arrival: { onPostAt: Moment; beginsAt: Moment }): void {
  const { early } = ctx.policy.roster;
  if (!isTooLate(arrival, early.amount)) return;
  ctx.warn(
    w(
      `接班人没有提前 ${early.text} 到岗。`,
      `The successor was not on post ${early.text} before the shift.`,
    ),
  );
}
