import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { requireUnit } from '../registry/units.ts';
import { readingBilled } from './files.ts';
import { METERS, type Meter, type Reading, type ReadingStep } from './model.ts';
import { type Change, carryOf, type Placed, refusalOf } from './reading-rules.ts';
import { readingsOf } from './readings.ts';
import * as store from './store.ts';
import { isUnusual, spanBetween, spanOver } from './usage-rules.ts';

export interface NewReading {
  unit: string;
  meter: Meter;
  readingThousandths: number;
  readOn: Day;
  change: Change | undefined;
}

/** What else follows from new readings of these units, in other slices; inside the transaction. */
export type AfterReading = (unitIds: readonly number[]) => void;

/**
 * A reading of a unit's meter. The first is its base, of which no usage is known. One that fell is
 * refused unless the meter was exchanged or turned over, and so is one that does not fit between its
 * neighbours. On a day that has one already it takes its place, until it is billed.
 */
export function readMeter(ctx: Ctx, made: NewReading, after: AfterReading): ReadingStep {
  return transact(ctx, 'meter.read', (entry) => {
    const unit = requireUnit(ctx.ledger, made.unit);
    const id = put(ctx, unit, made);
    after([unit.id]);
    const step = requireStep(ctx, unit, made.meter, id);
    entry.subject = unit.code;
    entry.changes = {
      meter: made.meter,
      readOn: made.readOn,
      readingThousandths: made.readingThousandths,
      ...(made.change && {
        reason: made.change.reason,
        carryThousandths: step.carryThousandths,
      }),
    };
    return step;
  });
}

function requireStep(ctx: Ctx, unit: Unit, meter: Meter, id: number): ReadingStep {
  const step = readingsOf(ctx.ledger, { unitIds: [unit.id], meter }).find((it) => it.id === id);
  if (!step) throw new Error(`reading ${id} was not written`);
  return step;
}

/** Writes or corrects; gives the id. The same again changes nothing. */
function put(ctx: Ctx, unit: Unit, made: NewReading): number {
  const { ledger } = ctx;
  const known = store.list(ledger, { unitIds: [unit.id], meter: made.meter });
  const ofDay = known.filter(({ readOn }) => readOn === made.readOn);
  const equal = ofDay.find((it) => it.readingThousandths === made.readingThousandths);
  const target = equal ?? ofDay.at(-1);
  const carryThousandths = made.change ? carryOf(made.change) : (target?.carryThousandths ?? 0);
  if (equal && equal.carryThousandths === carryThousandths) return equal.id;

  const place = target ? known.indexOf(target) : placeOf(known, made.readOn);
  const placed: Placed = {
    ...made,
    unit: unit.code,
    carryThousandths,
    before: known[place - 1],
    after: known[target ? place + 1 : place],
  };
  const refusal = refusalOf(placed, ctx.today);
  if (refusal) throw refusal;
  refuseBilled(ctx, unit, known, { place, target, carryThousandths });
  warnOfUsage(ctx, placed, known.slice(0, place));

  return write(ctx, unit, { made, target, carryThousandths });
}

/** A new row, or that of the day corrected; gives its id. */
function write(
  ctx: Ctx,
  unit: Unit,
  it: { made: NewReading; target: Reading | undefined; carryThousandths: number },
): number {
  const { made, target, carryThousandths } = it;
  const values = {
    readingThousandths: made.readingThousandths,
    carryThousandths,
    reason: made.change?.reason ?? target?.reason ?? null,
  };
  if (!target) {
    return store.insert(ctx.ledger, {
      ...values,
      unitId: unit.id,
      meter: made.meter,
      readOn: made.readOn,
    });
  }
  warnOfCorrection(ctx, target);
  store.correct(ctx.ledger, target.id, values);
  return target.id;
}

/** Behind all readings up to that day. */
const placeOf = (known: readonly Reading[], on: Day): number =>
  known.filter(({ readOn }) => readOn <= on).length;

/**
 * A charge must go on saying what was used: neither may a reading change that it names, nor what is
 * carried between two of them.
 */
function refuseBilled(
  ctx: Ctx,
  unit: Unit,
  known: readonly Reading[],
  it: { place: number; target: Reading | undefined; carryThousandths: number },
): void {
  const meter = known[0]?.meter;
  if (meter === undefined) return;
  const at = new Map(known.map(({ id }, place) => [id, place]));
  const carries = it.carryThousandths !== (it.target?.carryThousandths ?? 0);
  for (const { id, fromReadingId, toReadingId } of store.billedOf(ctx.ledger, unit.id, meter)) {
    const isNamed = it.target && [fromReadingId, toReadingId].includes(it.target.id);
    const from = at.get(fromReadingId) ?? 0;
    const to = at.get(toReadingId) ?? 0;
    if (isNamed || (carries && from < it.place && it.place <= to)) throw readingBilled(id);
  }
}

function warnOfUsage(ctx: Ctx, it: Placed, earlier: readonly Reading[]): void {
  if (!it.before || !isUnusual(spanBetween(it.before, it), spanOver(earlier), unusual(ctx))) return;
  const name = METERS[it.meter];
  ctx.warn(
    w(
      `${it.unit} ${name.zh}用量异常，超过以往平均的 ${unusual(ctx)}%，请核对读数、是否漏水漏电。`,
      `${it.unit} (${name.en}): unusual usage, above ${unusual(ctx)} % of the average; check the reading, and for leaks.`,
    ),
  );
}

const unusual = ({ policy }: Ctx) => policy.meters.unusual;

function warnOfCorrection(ctx: Ctx, { readOn, subject }: Reading): void {
  if (subject === null) {
    ctx.warn(w(`${readOn} 的读数已更正。`, `The reading of ${readOn} was corrected.`));
    return;
  }
  ctx.warn(
    w(
      `${readOn} 的读数已更正；它是 ${subject} 的表底，双方确认过的，请一并告知住户。`,
      `The reading of ${readOn} was corrected; it stands in ${subject}, confirmed by both sides: tell the household.`,
    ),
  );
}
