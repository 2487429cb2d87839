import { type Day, isDay } from '../lib/day.ts';
import type { Ledger } from './ledger.ts';
import { type Book, lastSerial, numberOf } from './numbers.ts';

/** The number of a document as another list wrote it. */
export interface TypedNumber {
  /** Ours: it stood there in our form, or can be had from what stood there. */
  no: string | undefined;
  /** As it stood there; null where that is `no` itself. */
  formerNo: string | null;
}

const DATED =
  /^(?<prefix>[A-Z]{0,3})(?<yy>\d{2})(?<mm>\d{2})(?<dd>\d{2})(?<gap>-?)(?<serial>\d{3,6})$/;

/** A sheet that took 040214001 for a number has dropped its zero. */
const ZERO_LOST = /^\d{8}$/;

/**
 * What a number of another list becomes: `T240105-001` is ours and stays; `240105001` (rule 158:
 * YYMMDD and the serial of that day) is `T240105-001`, `40214001` too where it began on 2004-02-14;
 * any other is only remembered. A number of a day after today is none of ours.
 */
export function readFormer(
  book: Book,
  typed: string,
  { today, beganOn }: { today: Day; beganOn: Day },
): TypedNumber {
  const former = typed.normalize('NFKC').trim();
  const dated = ZERO_LOST.test(former) ? `0${former}` : former.toUpperCase();
  const found = DATED.exec(dated)?.groups;
  const ours = found?.prefix === book.prefix && found.gap === '-';
  const bare = found?.prefix === '';
  if (!found || !(ours || bare)) return { no: undefined, formerNo: former };

  const day = `20${found.yy}-${found.mm}-${found.dd}`;
  const serial = Number(found.serial);
  const isDoubtful = dated !== former.toUpperCase() && day !== beganOn;
  if (!isDay(day) || day > today || serial === 0 || isDoubtful) {
    return { no: undefined, formerNo: former };
  }
  const no = numberOf(book, day, serial);
  return { no, formerNo: no === former.toUpperCase() ? null : former };
}

/** Gives the next number of any day, after those of the ledger and those that are spoken for. */
export function numberGiver(
  ledger: Ledger,
  book: Book,
  spokenFor: Iterable<string>,
): (day: Day) => string {
  const last = new Map<string, number>();
  for (const no of spokenFor) {
    const [stem, serial] = splitNumber(no);
    last.set(stem, Math.max(serial, last.get(stem) ?? 0));
  }
  const asked = new Set<Day>();
  return (day) => {
    const [stem] = splitNumber(numberOf(book, day, 1));
    const inLedger = asked.has(day) ? 0 : lastSerial(ledger, book, day);
    asked.add(day);
    const serial = Math.max(inLedger, last.get(stem) ?? 0) + 1;
    last.set(stem, serial);
    return numberOf(book, day, serial);
  };
}

function splitNumber(no: string): [stem: string, serial: number] {
  const hyphen = no.indexOf('-');
  return [no.slice(0, hyphen), Number(no.slice(hyphen + 1))];
}
