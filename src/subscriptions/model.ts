import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';

/** A unit's agreement to owe a tariff, or to owe less. */
export interface Subscription {
  id: number;
  no: string;
  unitId: number;
  unit: string;
  /** Key of a tariff, or of AGREEMENTS. */
  tariff: string;
  fromOn: Day;
  /** Its last day; null: open. */
  untilOn: Day | null;
  /** Agreed on; null: the unit's area where the tariff goes by area, else one piece. */
  quantityThousandths: number | null;
  /** Agreed for this one alone; null: the tariff's. */
  rateTenthousandths: number | null;
  party: string | null;
  note: string | null;
  /** Of a trust: from when the full fee is owed again (rule 125). */
  fullFeeFromOn: Day | null;
  agreedAt: Moment;
  agreedBy: string;
}
