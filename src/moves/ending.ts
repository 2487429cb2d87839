import type { Result } from '../cases/model.ts';
import type { Ctx } from '../context.ts';
import { meet, release } from '../deadlines/service.ts';
import type { Entry } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { staysIn } from '../registry/stays.ts';
import { note } from '../timeline/service.ts';
import { commandsFor, missingOf } from './checklist-rules.ts';
import { nameOf } from './code-rules.ts';
import { changedHands } from './handing-over.ts';
import type { Kind } from './model.ts';
import { movedIn } from './moving-in.ts';
import { movedOut } from './moving-out.ts';
import { fileStep, type MoveFile, type MoveRecord } from './record.ts';
import * as store from './store.ts';

/** Nothing required is missing: the registry follows, and a new household is called on (rule 76). */
export function completeFile(ctx: Ctx, no: string): MoveFile {
  return fileStep(ctx, no, 'complete', (move, entry) => {
    refuseIncomplete(ctx, move);
    const effectiveOn = move.effectiveOn ?? ctx.today;
    store.update(ctx.ledger, move.no, { state: 'completed', completedAt: ctx.now, effectiveOn });
    entry.changes = { completedAt: ctx.now };
    const ended = FOLLOWS[move.kind](ctx, move, effectiveOn, entry);
    note(ctx, move.no, 'completed', { ended });
  });
}

function refuseIncomplete(ctx: Ctx, move: MoveRecord): void {
  const missing = missingOf(move, ctx.policy.moves);
  if (missing.length === 0) return;
  const names = list(
    missing.flatMap(({ codes }) => codes.map((code) => nameOf(code, ctx.policy.moves))),
  );
  const lines = missing.flatMap((each) => commandsFor(move.no, each)).join('\n');
  throw refused(
    'file_incomplete',
    w(`${move.no} 还缺：${names.zh}。`, `${move.no} lacks: ${names.en}.`),
    same(lines),
  );
}

type Follow = (ctx: Ctx, move: MoveRecord, effectiveOn: Day, entry: Entry) => number;

/** What becomes of the registry; gives the number of stays that ended. */
const FOLLOWS: Readonly<Record<Kind, Follow>> = {
  'move-in': movedIn,
  'move-out': movedOut,
  transfer: changedHands,
};

export function cancelFile(ctx: Ctx, no: string, reason: string): MoveFile {
  return fileStep(ctx, no, 'cancel', (move, entry) => {
    store.update(ctx.ledger, move.no, { state: 'cancelled', cancelledAt: ctx.now });
    release(ctx, move.no);
    note(ctx, move.no, 'cancelled', { reason });
    entry.changes = { cancelledAt: ctx.now };
    if (move.kind === 'move-in') warnOfOwner(ctx, move);
  });
}

/** A move-in that was cancelled makes nobody less of an owner; only the desk knows whether they are one. */
function warnOfOwner(ctx: Ctx, { personId, unit, effectiveOn }: MoveRecord): void {
  const owner = staysIn(ctx.ledger, personId, unit).find(
    ({ role, fromOn }) => role === 'owner' && fromOn === effectiveOn,
  );
  if (!owner) return;
  ctx.warn(
    w(
      `业主登记（编号 ${owner.id}）保留；登记错了的，截止：wy resident edit ${owner.id} --until ${effectiveOn}`,
      `The owner stays registered (id ${owner.id}); if that was a mistake: wy resident edit ${owner.id} --until ${effectiveOn}`,
    ),
  );
}

/** The household that moved in was called on (rule 76); refuses a second time. */
export function recordMoveCallback(
  ctx: Ctx,
  no: string,
  answer: { result: Result; note: string | undefined },
): MoveFile {
  return fileStep(ctx, no, 'callback', (move, entry) => {
    if (!meet(ctx, move.no, 'move.callback')) {
      throw refused(
        'already_called_back',
        w(`${move.no} 已回访。`, `The callback for ${move.no} is recorded already.`),
        w(`查看：wy resident file ${move.no}`, `See wy resident file ${move.no}`),
      );
    }
    note(ctx, move.no, 'calledBack', { result: answer.result, note: answer.note ?? null });
    entry.changes = { callbackResult: answer.result };
  });
}
