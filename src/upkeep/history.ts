import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { listStaff, requireStaff } from '../registry/staff.ts';

/** One line of the journal as it is read. */
export interface HistoryLine {
  seq: number;
  happenedAt: Moment;
  recordedAt: Moment;
  /** A member of staff; null where wy itself acted. */
  by: string | null;
  action: string;
  subject: string | null;
  changes: Readonly<Record<string, unknown>>;
  hash: string;
}

export interface HistoryQuery {
  /** A subject, or the end of one. */
  subject: string | undefined;
  /** By the day on which it happened. */
  since: Day | undefined;
  until: Day | undefined;
  /** By name or id. */
  operator: string | undefined;
  /** Only the newest; all of them where undefined. */
  limit: number | undefined;
}

/** Lines of the journal, oldest first. */
export interface History {
  lines: readonly HistoryLine[];
  /** Whether there are older ones. */
  isCut: boolean;
}

export function history(ctx: Ctx, query: HistoryQuery): History {
  const { ledger, zone } = ctx;
  const conditions: Condition[] = [];
  if (query.subject) conditions.push(subjectIs(ledger, query.subject));
  if (query.since) conditions.push(['j.happened_at >= ?', startOfDay(query.since, zone)]);
  if (query.until) conditions.push(['j.happened_at <= ?', endOfDay(query.until, zone)]);
  if (query.operator) {
    const ids = operatorIds(ledger, query.operator);
    conditions.push(['j.operator_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)]);
  }
  const where = conditions.map(([sql]) => sql).join(' AND ') || '1';
  const { limit = Number.POSITIVE_INFINITY } = query;
  const newestFirst = ledger
    .prepare<unknown[], Omit<HistoryLine, 'changes'> & { changes: string }>(
      `SELECT j.seq, j.happened_at AS happenedAt, j.recorded_at AS recordedAt, s.name AS by,
         j.action, j.subject, j.changes, j.hash
       FROM journal AS j LEFT JOIN staff AS s ON s.id = j.operator_id
       WHERE ${where} ORDER BY j.seq DESC LIMIT ?`,
    )
    .all(...conditions.flatMap(([, ...values]) => values), Number.isFinite(limit) ? limit + 1 : -1);
  const lines = newestFirst
    .slice(0, limit)
    .map((line) => ({ ...line, changes: parsed(line.changes) }))
    .reverse();
  return { lines, isCut: newestFirst.length > limit };
}

type Condition = [sql: string, ...values: unknown[]];

/** Exactly this subject where there is one, else all that end in it. */
function subjectIs(ledger: Ledger, typed: string): Condition {
  const text = typed.normalize('NFKC').trim();
  const spellings = [text, text.toUpperCase(), tryUnitCode(typed)?.code].filter(Boolean);
  const exact = spellings.find((each) =>
    ledger.prepare('SELECT 1 FROM journal WHERE subject = ? LIMIT 1').get(each),
  );
  if (exact) return ['j.subject = ?', exact];
  const end = text.toUpperCase();
  return ['substr(upper(j.subject), ?) = ?', -[...end].length, end];
}

/** Also of those who have left; two may have had the same name, one after the other. */
function operatorIds(ledger: Ledger, nameOrId: string): number[] {
  const typed = plainName(nameOrId);
  const everybody = listStaff(ledger, { retired: true });
  const named = everybody.filter((staff) => staff.name === typed);
  if (named.length > 0) return named.map((staff) => staff.id);
  const byId = everybody.find((staff) => String(staff.id) === typed);
  return [byId?.id ?? requireStaff(ledger, nameOrId).id];
}

/** A line whose JSON was damaged is shown without it; doctor tells the rest. */
function parsed(changes: string): HistoryLine['changes'] {
  try {
    return JSON.parse(changes);
  } catch {
    return {};
  }
}
