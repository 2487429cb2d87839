import type { Day } from '../lib/day.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { METER_CODES } from '../policy/sections/move-codes.ts';

export type Meter = (typeof METER_CODES)[number];

/** Read at every handover, and to bill by (rules 11, 128). */
export const METERS = {
  water: w('水表', 'water'),
  electricity: w('电表', 'electricity'),
  gas: w('燃气表', 'gas'),
  heat: w('热量表', 'heat'),
} as const satisfies Record<Meter, Words>;

/** Why a reading may be lower than the one before. */
export const REASONS = {
  exchanged: w('换表', 'exchanged'),
  'turned-over': w('翻转', 'turned over'),
} as const satisfies Record<string, Words>;

export type Reason = keyof typeof REASONS;

/** A reading as it counts for usage: reading − the one before + carry. Thousandths of the meter's unit. */
export interface Count {
  readingThousandths: number;
  carryThousandths: number;
}

/** A reading in the row of those of its unit and meter. */
export interface Mark extends Count {
  id: number;
  unitId: number;
  readOn: Day;
  /** The file of a move that it was read for. */
  subject: string | null;
}

export interface Reading extends Mark {
  meter: Meter;
  reason: Reason | null;
}

/** A reading that was taken for the file of a move, and confirmed there (rule 11). */
export interface FileReading {
  meter: Meter;
  readingThousandths: number;
  readOn: Day;
  confirmedBy: string | null;
}

/** A reading with what was used since the one before; of the first, the base, nothing is known. */
export interface ReadingStep extends Reading {
  /** The unit's code. */
  unit: string;
  previousId: number | null;
  previousOn: Day | null;
  /** Null: the base. Negative: the meter fell and nobody said why. */
  usageThousandths: number | null;
}

/** What a tariff has not billed yet, between two readings of one household. */
export interface UnbilledUsage {
  unitId: number;
  fromReadingId: number;
  toReadingId: number;
  fromOn: Day;
  toOn: Day;
  usageThousandths: number;
  /** The first day on which a reading in between fell without a reason: not to be billed. */
  fellOn: Day | null;
}

/** What was counted since a start. */
export interface Usage {
  /** The day of the reading from which it counts. */
  fromOn: Day;
  /** The day of the last reading. */
  toOn: Day;
  usageThousandths: number;
}
