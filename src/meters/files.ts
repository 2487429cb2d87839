import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import * as store from './file-store.ts';
import type { FileReading } from './model.ts';

/** The readings of each of these files of moves, in the order in which they were recorded. */
export const readingsOfFiles = (ledger: Ledger, nos: readonly string[]) =>
  store.ofFiles(ledger, nos);

/** The last reading of this meter of the unit up to a day, of another document than this file. */
export const readingBefore = store.before;

/** One reading of each meter a file: a correction takes the place of the first, unless it was billed. */
export function putFileReading(ctx: Ctx, file: store.FileOf, reading: FileReading): void {
  const { ledger } = ctx;
  const known = store
    .ofFiles(ledger, [file.no])
    .get(file.no)
    ?.find(({ meter }) => meter === reading.meter);
  const charge = known && store.chargeOn(ledger, file.no, reading.meter, { standing: true });
  if (charge === undefined) {
    store.put(ledger, file, reading);
    return;
  }
  if (known?.readingThousandths !== reading.readingThousandths) throw readingBilled(charge);
  // Confirmed anew; the day stays the one that was billed by.
  store.put(ledger, file, { ...reading, readOn: known.readOn });
}

/** Takes readings out of a file; refuses those that a charge names. */
export function strikeFileReadings(ctx: Ctx, no: string, meters: readonly string[]): void {
  for (const meter of meters) {
    const charge = store.chargeOn(ctx.ledger, no, meter, { standing: false });
    if (charge !== undefined) throw keptForCharge(charge);
  }
  store.strike(ctx.ledger, no, meters);
}

/** A charge goes by this reading: it is reversed first. */
export const readingBilled = (chargeId: number) =>
  refused(
    'reading_billed',
    w(`这个读数已经出账（${chargeId} 号应收）。`, `This reading was billed (charge ${chargeId}).`),
    w(
      `先冲销应收再更正：wy fee reverse-charge ${chargeId} --reason "读数有误"`,
      `Reverse the charge, then correct it: wy fee reverse-charge ${chargeId} --reason "wrong reading"`,
    ),
  );

/** A charge, reversed or not, goes on naming what it was billed by. */
const keptForCharge = (chargeId: number) =>
  refused(
    'reading_billed',
    w(
      `${chargeId} 号应收是按这个读数出的，不能划去。`,
      `Charge ${chargeId} was billed by this reading: it cannot be struck out.`,
    ),
    w(
      '读错了的，先冲销应收（wy fee reverse-charge），再更正读数。',
      'If it is wrong, reverse the charge (wy fee reverse-charge), then correct the reading.',
    ),
  );
