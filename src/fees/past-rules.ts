import type { Day } from '../lib/day.ts';
import type { Measure } from './amount-rules.ts';
import { amountFenOf } from './amount-rules.ts';
import type { Debtor } from './model.ts';

const ONE = 1_000;
const TENTHOUSANDTHS_OF_FEN = 100;

/** What an old list says of a charge beside its amount, which stands as written. */
export interface Told {
  amountFen: number;
  quantityThousandths: number | undefined;
  rateTenthousandths: number | undefined;
}

/**
 * How the amount of an old list came about: by its quantity and rate, with the months of the period or
 * without, where they make just this amount; else one piece at this price.
 */
export function measureOf({ amountFen, ...told }: Told, monthParts: number): Measure {
  const { quantityThousandths = 0, rateTenthousandths = 0 } = told;
  if (quantityThousandths > 0 && rateTenthousandths > 0) {
    for (const parts of [monthParts, null]) {
      const measure = { quantityThousandths, rateTenthousandths, monthParts: parts, percent: 100 };
      if (amountFenOf(measure) === amountFen) return measure;
    }
  }
  return {
    quantityThousandths: ONE,
    rateTenthousandths: amountFen * TENTHOUSANDTHS_OF_FEN,
    monthParts: null,
    percent: 100,
  };
}

/** A unit and its owners, the one registered first before the others. */
export interface Owned {
  handoverOn: Day | null;
  owners: readonly { personId: number; fromOn: Day | null; untilOn: Day | null }[];
}

/**
 * Who owes what an old list charges a unit for a day: its owner then; the developer before hand-over;
 * else the owner whom nobody registered, as the list itself says that somebody owes it.
 */
export function pastDebtor(
  { handoverOn, owners }: Owned,
  day: Day,
): { debtor: Debtor; debtorId: number | null } {
  const owner = owners.find(
    ({ fromOn, untilOn }) =>
      (fromOn === null || fromOn <= day) && (untilOn === null || untilOn >= day),
  );
  if (owner) return { debtor: 'owner', debtorId: owner.personId };
  const isDevelopers = handoverOn === null ? owners.length === 0 : handoverOn > day;
  return { debtor: isDevelopers ? 'developer' : 'owner', debtorId: null };
}
