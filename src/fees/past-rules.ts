import type { Day } from '../lib/day.ts';
import type { Measure } from '../tariffs/amount-rules.ts';
import { amountFenOf, priceOfOne } from '../tariffs/amount-rules.ts';
import { debtorOf, type Owing, type Owned } from './debtor-rules.ts';

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
  return priceOfOne(amountFen);
}

/**
 * Who owes what an old list charges a unit for a day: whoever would be billed for it; else the owner
 * whom nobody registered, as the list itself says that somebody owes it.
 */
export function pastDebtor(unit: Owned, day: Day): Owing {
  const known = debtorOf(unit, day);
  const isSold = unit.handoverOn === null && unit.owners.length > 0;
  return known && !(isSold && known.debtor === 'developer') ? known : UNKNOWN_OWNER;
}

const UNKNOWN_OWNER: Owing = { debtor: 'owner', debtorId: null };
