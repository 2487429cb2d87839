import type { Day } from '../lib/day.ts';

/** A worker's pass that is out (rule 95). */
export interface PassOut {
  /** Of the renovation. */
  no: string;
  part: number;
  unit: string;
  name: string;
  idNo: string | null;
  phone: string | null;
  /** Null: the household does the works itself. */
  contractor: string | null;
  untilOn: Day;
}
