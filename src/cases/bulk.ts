import type { Ctx } from '../context.ts';
import { numberGiver, readFormer, type TypedNumber } from '../ledger/former-numbers.ts';
import type { Book } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** One row of a list of cases that was kept elsewhere. */
export interface PastLine {
  line: number;
  /** As it stands there. */
  no: string | undefined;
}

/** A case of the ledger, as far as rows are compared with it. */
export interface Stored {
  no: string;
  formerNo: string | null;
}

/** What a row becomes. */
export interface Draft {
  beganOn: Day;
  /** What tells a case without a number from others: when, where, what. */
  content: string;
}

export interface Fault<Row> {
  row: Row;
  field: keyof Row & string;
  error: WyError;
}

interface PastCases<Row extends PastLine, D extends Draft, S extends Stored> {
  book: Book;
  stored: readonly S[];
  contentOf(stored: S): string;
  /** The field that is blamed where a row without a number stands twice. */
  contentField: keyof Row & string;
  draft(row: Row): D | Fault<Row>;
  /** Two rows without numbers may say the same and be two: the second one is the second of the ledger. */
  mayRepeat?: boolean;
  /** Whether the row says nothing else than the ledger. */
  agrees(row: Row, draft: D, stored: S): boolean;
}

export interface Sorted<Row, D> {
  added: { row: Row; draft: D; no: string; formerNo: string | null }[];
  unchanged: number;
  faults: Fault<Row>[];
}

/**
 * Sorts the rows of an old list: new ones with the numbers they get, those that say what the ledger
 * says, and faults. What stands in the ledger is never overwritten; a number stands once in a list.
 */
export function sortPast<Row extends PastLine, D extends Draft, S extends Stored>(
  ctx: Pick<Ctx, 'ledger' | 'today'>,
  rows: readonly Row[],
  kind: PastCases<Row, D, S>,
): Sorted<Row, D> {
  const known = index(kind);
  const ordinal = ordinals(kind);
  const seen = new Map<string, number>();
  const fresh: { row: Row; draft: D; number: TypedNumber | undefined }[] = [];
  const faults: Fault<Row>[] = [];
  let unchanged = 0;

  for (const row of rows) {
    const draft = kind.draft(row);
    if ('error' in draft) {
      faults.push(draft);
      continue;
    }
    const number =
      row.no === undefined
        ? undefined
        : readFormer(kind.book, row.no, { today: ctx.today, beganOn: draft.beganOn });
    const field = number ? 'no' : kind.contentField;
    const content = number ? '' : ordinal(draft.content);
    const key = number ? (number.no ?? `former ${number.formerNo}`) : `content ${content}`;
    const twin = seen.get(key);
    if (twin !== undefined) {
      faults.push({ row, field, error: twice(twin) });
      continue;
    }
    seen.set(key, row.line);

    const stored = known(number, content);
    if (!stored) fresh.push({ row, draft, number });
    else if (kind.agrees(row, draft, stored)) unchanged += 1;
    else faults.push({ row, field, error: otherwise(stored.no) });
  }
  return { added: numbered(ctx, kind, fresh), unchanged, faults };
}

/** Finds the case a row speaks of. A number that was only derived from another may be somebody else's. */
function index<S extends Stored>(kind: {
  stored: readonly S[];
  contentOf(stored: S): string;
  mayRepeat?: boolean;
}): (number: TypedNumber | undefined, content: string) => S | undefined {
  const byNo = new Map<string, S>();
  const byFormer = new Map<string, S>();
  let contents: Map<string, S> | undefined;
  const byContent = () => {
    const ordinal = ordinals(kind);
    contents ??= new Map(kind.stored.map((each) => [ordinal(kind.contentOf(each)), each]));
    return contents;
  };
  for (const each of kind.stored) {
    byNo.set(each.no, each);
    if (each.formerNo !== null) byFormer.set(each.formerNo, each);
  }
  return (number, content) => {
    if (!number) return byContent().get(content);
    if (number.formerNo !== null) return byFormer.get(number.formerNo);
    return byNo.get(number.no ?? '');
  };
}

/** The second of what may repeat is told from the first. */
function ordinals({ mayRepeat }: { mayRepeat?: boolean }): (content: string) => string {
  const counts = new Map<string, number>();
  return (content) => {
    if (!mayRepeat) return content;
    const count = (counts.get(content) ?? 0) + 1;
    counts.set(content, count);
    return count === 1 ? content : `${content} ${count}`;
  };
}

/** In the order of the list; numbers that stand in it go before those that are given. */
function numbered<Row, D extends Draft, S extends Stored>(
  ctx: Pick<Ctx, 'ledger'>,
  { book, stored }: { book: Book; stored: readonly S[] },
  fresh: readonly { row: Row; draft: D; number: TypedNumber | undefined }[],
): Sorted<Row, D>['added'] {
  const taken = new Set(stored.map(({ no }) => no));
  const own = fresh.flatMap(({ number }) => (number?.no && !taken.has(number.no) ? number.no : []));
  const next = numberGiver(ctx.ledger, book, own);
  return fresh.map(({ row, draft, number }) => {
    const own = number?.no !== undefined && !taken.has(number.no) ? number.no : undefined;
    return { row, draft, no: own ?? next(draft.beganOn), formerNo: number?.formerNo ?? null };
  });
}

/** For writing many: what would be said of every row is said once. */
export function warnOnce(ctx: Ctx): Ctx {
  const told = new Set<string>();
  const warn: Ctx['warn'] = (words) => {
    if (told.has(words.zh)) return;
    told.add(words.zh);
    ctx.warn(words);
  };
  return { ...ctx, warn };
}

const twice = (line: number) =>
  refused('twice_in_file', w(`与第 ${line} 行重复`, `stands in line ${line} already`));

const otherwise = (no: string) =>
  refused(
    'differs_from_ledger',
    w(
      `台账里已有 ${no}，内容不同；导入不改已有的记录`,
      `${no} is in the ledger already and says something else; an import changes no case`,
    ),
  );

export const MISSING_PLACE = misused(
  'missing_value',
  w('房号和地点要填一个', 'a unit or a place is needed'),
);
