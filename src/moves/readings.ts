import type { Ctx } from '../context.ts';
import { scaledText } from '../lib/decimal.ts';
import { misused } from '../lib/errors.ts';
import { same, w } from '../lib/words.ts';
import { readingBefore } from '../meters/files.ts';
import { type FileReading, METERS, type Meter } from '../meters/model.ts';
import { commandsFor } from './checklist-rules.ts';
import type { MoveRecord } from './record.ts';

/** Thousandths of each meter's unit; undefined: not read. */
export type Readings = Readonly<Partial<Record<Meter, number | undefined>>>;

/** Those that were read, in the order in which meters are told; refuses none. */
export function readingsTyped(ctx: Ctx, { no }: MoveRecord, readings: Readings) {
  const read = (Object.keys(METERS) as Meter[]).flatMap((meter) => {
    const readingThousandths = readings[meter];
    return readingThousandths === undefined ? [] : [{ meter, readingThousandths }];
  });
  if (read.length > 0) return read;
  const { meters } = ctx.policy.moves;
  const codes = meters.length > 0 ? meters : Object.keys(METERS);
  throw misused(
    'no_reading',
    w('没有写读数。', 'No reading is given.'),
    same(commandsFor(no, { step: 'meter', codes }).join()),
  );
}

/** Says of a reading that it corrects another one, or that the meter seems to have run backwards. */
export function warnOfReading(ctx: Ctx, move: MoveRecord, reading: FileReading): void {
  const { meter } = reading;
  const name = METERS[meter];
  const earlier = move.readings.find((it) => it.meter === meter);
  if (earlier && earlier.readingThousandths !== reading.readingThousandths) {
    const [was, is] = [readingText(earlier), readingText(reading)];
    ctx.warn(w(`${name.zh}读数由 ${was} 更正为 ${is}。`, `${name.en}: ${was} corrected to ${is}.`));
  }
  const before = readingBefore(ctx.ledger, move, meter, reading.readOn);
  if (before === undefined || before <= reading.readingThousandths) return;
  const last = readingText({ readingThousandths: before });
  ctx.warn(
    w(
      `${name.zh}读数小于上次的 ${last}，请核对（是否换表）。`,
      `${name.en}: less than the last reading ${last}; was the meter replaced?`,
    ),
  );
}

const readingText = ({ readingThousandths }: Pick<FileReading, 'readingThousandths'>) =>
  scaledText(readingThousandths, 3, { trim: true });
