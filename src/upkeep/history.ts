import { everyBook } from '../books/gone.ts';
import type { Books } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { seriesEver } from '../entries/record.ts';
import { FORM_NAMES } from '../forms/catalogue.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { resolveAmong } from '../ledger/numbers.ts';
import { type Condition, where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import { refused, WyError } from '../lib/errors.ts';
import { endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { type Words, w } from '../lib/words.ts';
import { listStaff, requireStaff } from '../registry/staff.ts';
import { namesOf } from '../renovations/code-rules.ts';
import type { Names } from '../renovations/model.ts';
import { namesOf as shiftNames } from '../roster/rules.ts';
import { tariffNames } from '../tariffs/tariffs.ts';
import { BOOKS } from './books.ts';

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
  /** A subject, or an unambiguous end of a document number. */
  subject: string | undefined;
  /** By the day on which it happened. */
  since: Day | undefined;
  until: Day | undefined;
  /** By name or id; `wy` for what wy itself did. */
  operator: string | undefined;
  /** Only the newest; all of them where undefined. */
  limit: number | undefined;
}

/** Lines of the journal, oldest first. */
export interface History {
  lines: readonly HistoryLine[];
  /** Whether there are older ones. */
  isCut: boolean;
  /** All who ever were staff, by id: changes name them by it. */
  staff: ReadonlyMap<number, string>;
  /** What the policy calls its tariffs, and what lowers them. */
  tariffs: Readonly<Record<string, Words>>;
  /** What it calls its shifts, and a day off. */
  shifts: Readonly<Record<string, Words>>;
  /** What the printed forms are called. */
  forms: Readonly<Record<string, Words>>;
  /** What it calls the codes of renovations. */
  codes: Names;
  /** Whose verbs and fields have words of their own. */
  books: Books;
}

/** Refuses `unknown_subject` and `ambiguous_number`; nothing in the time asked for is an empty list. */
export function history(ctx: Ctx, query: HistoryQuery): History {
  const { ledger, zone } = ctx;
  const asked = where(
    query.subject === undefined ? undefined : ['j.subject = ?', subjectOf(ctx, query.subject)],
    query.since === undefined ? undefined : ['j.happened_at >= ?', startOfDay(query.since, zone)],
    query.until === undefined ? undefined : ['j.happened_at <= ?', endOfDay(query.until, zone)],
    query.operator === undefined ? undefined : operatorIs(ledger, query.operator),
  );
  const { limit = Number.POSITIVE_INFINITY } = query;
  const newestFirst = ledger
    .prepare<unknown[], Omit<HistoryLine, 'changes'> & { changes: string }>(
      `SELECT j.seq, j.happened_at AS happenedAt, j.recorded_at AS recordedAt, s.name AS by,
         j.action, j.subject, j.changes, j.hash
       FROM journal AS j LEFT JOIN staff AS s ON s.id = j.operator_id
       ${asked.sql} ORDER BY j.seq DESC LIMIT ?`,
    )
    .all(...asked.values, Number.isFinite(limit) ? limit + 1 : -1);
  const lines = newestFirst
    .slice(0, limit)
    .map((line) => ({ ...line, changes: parsed(line.changes) }))
    .reverse();
  const staff = new Map(listStaff(ledger, { retired: true }).map(({ id, name }) => [id, name]));
  const tariffs = tariffNames(ctx.policy);
  const codes = namesOf(ctx.policy);
  const shifts = { ...shiftNames(ctx.policy.roster.shifts), off: w('休', 'off') };
  return {
    lines,
    isCut: newestFirst.length > limit,
    staff,
    tariffs,
    shifts,
    forms: FORM_NAMES,
    codes,
    books: everyBook(ctx),
  };
}

/** A subject as the journal has it, else the number of a document that ends so. */
function subjectOf(ctx: Ctx, typed: string): string {
  const { ledger, today } = ctx;
  const text = typed.normalize('NFKC').trim();
  const spellings = [text, text.toUpperCase(), text.toLowerCase(), tryUnitCode(typed)?.code];
  const exact = spellings.find(
    (each) => each && ledger.prepare('SELECT 1 FROM journal WHERE subject = ? LIMIT 1').get(each),
  );
  if (exact) return exact;
  const series = everyBook(ctx).map((book) => seriesEver(ctx, book));
  try {
    return resolveAmong(ledger, [...BOOKS, ...series], typed, today).no;
  } catch (error) {
    if (error instanceof WyError && error.code === 'unknown_number') throw unknownSubject(typed);
    throw error;
  }
}

const unknownSubject = (typed: string) =>
  refused(
    'unknown_subject',
    w(`日志里没有“${typed}”。`, `The journal has nothing on "${typed}".`),
    w(
      '写单据编号或其末尾几位、房号，或 "resident 3"、"staff 2"；全部：wy history',
      'Type the number of a document or its end, a unit, or "resident 3", "staff 2"; all of it: wy history',
    ),
  );

/** Whom `wy` stands for: nobody of the staff, but wy itself. */
const WY = 'wy';

/** Also of those who have left; two may have had the same name, one after the other. */
function operatorIs(ledger: Ledger, nameOrId: string): Condition {
  const typed = plainName(nameOrId);
  const everybody = listStaff(ledger, { retired: true });
  const named = everybody.filter((staff) => staff.name === typed);
  if (named.length === 0 && typed.toLowerCase() === WY) return ['j.operator_id IS NULL'];
  const ids =
    named.length > 0
      ? named.map((staff) => staff.id)
      : [
          everybody.find((staff) => String(staff.id) === typed)?.id ??
            requireStaff(ledger, nameOrId).id,
        ];
  return ['j.operator_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)];
}

/** A line whose JSON was damaged is shown without it; doctor tells the rest. */
function parsed(changes: string): HistoryLine['changes'] {
  try {
    return JSON.parse(changes);
  } catch {
    return {};
  }
}
