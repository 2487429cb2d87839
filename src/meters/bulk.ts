import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Plan, PlanFault } from '../registry/bulk.ts';
import { each } from '../registry/bulk.ts';
import type { Unit } from '../registry/model.ts';
import { listUnits } from '../registry/units.ts';
import { METERS, type Meter, type Reading } from './model.ts';
import type { AfterReading } from './reading.ts';
import { refusalOf } from './reading-rules.ts';
import * as store from './store.ts';
import { isUnusual, spanBetween, spanOver } from './usage-rules.ts';

/** One row of a list of readings. */
export interface ReadingLine {
  line: number;
  /** Canonical. */
  unit: string;
  /** Undefined, as what was read and when: it could not be read, and the row has a fault already. */
  meter: Meter | undefined;
  /** The reading before, where the list tells it. */
  previousThousandths: number | undefined;
  previousOn: Day | undefined;
  readingThousandths: number | undefined;
  readOn: Day | undefined;
}

/** The readings of one meter, those of the list among those of the ledger. */
type Chain = (Reading & { line?: number })[];

interface Sorting {
  today: Day;
  added: store.NewReading[];
  /** Units whose usage is out of the ordinary. */
  unusual: string[];
  percent: number;
}

const NEW = 0;

/**
 * Adds the readings of a list; where it tells the reading before and the ledger knows none, that one
 * becomes the base. What stands in the ledger is never changed: rows that contradict it, that fall or
 * do not fit are faults. The same list again changes nothing.
 */
export function planReadings(
  ctx: Ctx,
  lines: readonly ReadingLine[],
  after: AfterReading,
): Plan<ReadingLine> {
  const units = new Map(listUnits(ctx.ledger).map((unit) => [unit.code, unit]));
  const chains = chainsOf(ctx, lines, units);
  const sorting: Sorting = {
    today: ctx.today,
    added: [],
    unusual: [],
    percent: ctx.policy.meters.unusual,
  };
  const faults: PlanFault<ReadingLine>[] = [];
  let added = 0;
  let unchanged = 0;

  for (const row of [...lines].sort(byDay)) {
    const unit = units.get(row.unit);
    const came = unit ? take(row, unit, chains, sorting) : UNKNOWN;
    if (typeof came === 'object') faults.push({ row, ...came });
    else if (came === 0) unchanged += 1;
    else added += 1;
  }

  return {
    added,
    changed: 0,
    unchanged,
    faults,
    write: (progress) => {
      each(sorting.added, (reading) => store.insert(ctx.ledger, reading), progress);
      after([...new Set(sorting.added.map(({ unitId }) => unitId))]);
      warnOfUnusual(ctx, sorting.unusual);
    },
  };
}

const byDay = ({ readOn: a = '' }: ReadingLine, { readOn: b = '' }: ReadingLine): number =>
  a < b ? -1 : Number(a > b);

type Chains = Map<string, Chain>;

const keyOf = (unitId: number, meter: Meter) => `${unitId} ${meter}`;

function chainsOf(
  ctx: Ctx,
  lines: readonly ReadingLine[],
  units: ReadonlyMap<string, Unit>,
): Chains {
  const ids = new Set(lines.flatMap(({ unit }) => units.get(unit)?.id ?? []));
  const chains: Chains = new Map();
  for (const reading of store.list(ctx.ledger, { unitIds: [...ids] })) {
    const key = keyOf(reading.unitId, reading.meter);
    const chain = chains.get(key);
    if (chain) chain.push(reading);
    else chains.set(key, [reading]);
  }
  return chains;
}

function chainOf(chains: Chains, unit: Unit, meter: Meter): Chain {
  const key = keyOf(unit.id, meter);
  const chain = chains.get(key) ?? [];
  chains.set(key, chain);
  return chain;
}

type Refusal = { field: keyof ReadingLine & string; error: WyError };

/** Puts a row into its chain: how many readings it adds, or why it cannot be taken. */
function take(row: ReadingLine, unit: Unit, chains: Chains, sorting: Sorting): number | Refusal {
  const { meter, readOn, readingThousandths } = row;
  if (meter === undefined || readOn === undefined || readingThousandths === undefined) return 0;
  const chain = chainOf(chains, unit, meter);
  const at = { line: row.line, unit, meter, chain };
  const told = { readOn, readingThousandths };
  const first = previousOf(row, readOn, chain);
  if (first && 'error' in first) return first;
  const base = first && place(at, first, sorting);
  if (base && 'error' in base) return { ...base, field: 'previousThousandths' };
  const own = place(at, told, sorting);
  if ('error' in own) {
    base?.undo();
    return own;
  }
  const made = [base, own].flatMap((it) => it?.made ?? []);
  sorting.added.push(...made);
  if (own.isUnusual) sorting.unusual.push(`${row.unit} ${METERS[meter].zh}`);
  return made.length;
}

interface Told {
  readOn: Day;
  readingThousandths: number;
}

/** The reading before as the row tells it, where the ledger may not know it yet. */
function previousOf(row: ReadingLine, readOn: Day, chain: Chain): Told | Refusal | undefined {
  const { previousThousandths, previousOn } = row;
  if (previousThousandths === undefined) return undefined;
  if (previousOn !== undefined && previousOn >= readOn) {
    return { field: 'previousOn', error: NOT_BEFORE };
  }
  if (previousOn !== undefined)
    return { readOn: previousOn, readingThousandths: previousThousandths };
  const before = chain.findLast((it) => it.readOn < readOn);
  if (!before) return { field: 'previousOn', error: NO_DAY };
  if (before.readingThousandths === previousThousandths) return undefined;
  return { field: 'previousThousandths', error: otherwise(before) };
}

interface Taken {
  made: store.NewReading | undefined;
  isUnusual: boolean;
  undo(): void;
}

interface Where {
  line: number;
  unit: Unit;
  meter: Meter;
  chain: Chain;
}

/** Finds the reading in its chain or puts it there. */
function place(
  { line, unit, meter, chain }: Where,
  { readOn, readingThousandths }: Told,
  { today, percent }: Sorting,
): Taken | Refusal {
  const ofDay = chain.filter((it) => it.readOn === readOn);
  if (ofDay.some((it) => it.readingThousandths === readingThousandths)) return KNOWN;
  const other = ofDay.at(-1);
  if (other) return { field: 'readingThousandths', error: otherwise(other) };

  const at = chain.filter((it) => it.readOn < readOn).length;
  const made = {
    unitId: unit.id,
    meter,
    readOn,
    readingThousandths,
    carryThousandths: 0,
    reason: null,
  };
  const before = chain[at - 1];
  const refusal = refusalOf(
    { ...made, unit: unit.code, change: undefined, before, after: chain[at] },
    today,
  );
  if (refusal)
    return {
      field: refusal.code === 'future_reading' ? 'readOn' : 'readingThousandths',
      error: refusal,
    };
  const isOutOfOrder =
    before !== undefined &&
    isUnusual(spanBetween(before, made), spanOver(chain.slice(0, at)), percent);
  chain.splice(at, 0, { ...made, id: NEW, subject: null, line });
  return { made, isUnusual: isOutOfOrder, undo: () => void chain.splice(at, 1) };
}

const KNOWN: Taken = { made: undefined, isUnusual: false, undo: () => {} };

const MOST_NAMED = 10;

function warnOfUnusual(ctx: Ctx, units: readonly string[]): void {
  if (units.length === 0) return;
  const named = units.slice(0, MOST_NAMED).join('、');
  const more = units.length > MOST_NAMED ? '…' : '';
  ctx.warn(
    w(
      `${units.length} 个读数用量异常，请核对：${named}${more}`,
      `${units.length} readings with unusual usage, check them: ${named}${more}`,
    ),
  );
}

const UNKNOWN: Refusal = {
  field: 'unit',
  error: refused('unknown_unit', w('没有登记这套房屋', 'there is no such unit')),
};

const NOT_BEFORE = refused(
  'previous_not_before',
  w('上期时间应早于本期时间', 'the reading before is not of an earlier day'),
);

const NO_DAY = misused(
  'missing_value',
  w('台账里没有上期读数，要写上期时间', 'the ledger knows no reading before: its day is needed'),
);

/** A row above, or the ledger, says something else of the day. */
const otherwise = (known: Chain[number]) =>
  known.line === undefined
    ? differs(known)
    : refused(
        'twice_in_file',
        w(
          `与第 ${known.line} 行同一天，读数不同`,
          `of the same day as line ${known.line}, with another reading`,
        ),
      );

const differs = ({ readOn, readingThousandths }: Reading) => {
  const reading = scaledText(readingThousandths, 3, { trim: true });
  return refused(
    'differs_from_ledger',
    w(
      `台账里 ${readOn} 的读数是 ${reading}；导入不改已有的读数，更正用 wy meter read`,
      `the ledger has ${reading} of ${readOn}; an import changes no reading: correct it with wy meter read`,
    ),
  );
};
