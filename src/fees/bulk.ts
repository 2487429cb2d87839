import type { Ctx } from '../context.ts';
import { layIndexesAside } from '../ledger/bulk-load.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import * as store from './bulk-store.ts';
import { lastChargeId } from './charges.ts';
import { chargesBefore, type PastLine, pastCharges } from './past.ts';

/** A row of an old list of charges. */
interface ChargeLine extends PastLine {
  line: number;
}

/** Takes the rows of an old list one by one, however many there are. */
export interface ChargeIntake {
  /** Writes its charge, or leaves it where it is known; gives why it cannot be taken. */
  take(row: ChargeLine): WyError | undefined;
  added: number;
  unchanged: number;
  /** Rows that name a unit, a tariff and a period for the second time. */
  repeated: number;
  /** Σ of the rows taken, and of them what was known. */
  dueFen: number;
  knownFen: number;
  /** All rows were taken: puts the ledger in order again, and checks that it holds what was added. */
  close(): void;
}

/**
 * Each row becomes a charge of its amount as written. The ledger's charge of the same unit, tariff,
 * period and amount is the same one, once for each row, so that a second import changes nothing; with
 * another amount the row is refused (`charged_already`). A row of no amount leaves nothing to write.
 */
export function chargeIntake(ctx: Ctx, { isDry }: { isDry: boolean }): ChargeIntake {
  const before = chargesBefore(ctx);
  const writing = isDry ? undefined : beginWriting(ctx);
  const claimed = new Set<number>();
  const seen = seenOnce();
  const intake: ChargeIntake = {
    added: 0,
    unchanged: 0,
    repeated: 0,
    dueFen: 0,
    knownFen: 0,
    take: (row) => {
      const { unit, period, amountFen } = row;
      if (amountFen === 0) {
        intake.unchanged += 1;
        return undefined;
      }
      const there = before(unit, period);
      const same = there.find((it) => it.amountFen === amountFen && !claimed.has(it.id));
      const other = there.find((it) => !it.reversed);
      if (!same && other) return chargedAlready(other.id, other.amountFen);
      if (seen(unit.id, period)) intake.repeated += 1;
      intake.dueFen += amountFen;
      if (same) {
        claimed.add(same.id);
        intake.unchanged += 1;
        intake.knownFen += amountFen;
        return undefined;
      }
      intake.added += 1;
      writing?.write(row);
      return undefined;
    },
    close: () => writing?.close(intake.dueFen - intake.knownFen),
  };
  return intake;
}

function beginWriting(ctx: Ctx) {
  const { ledger } = ctx;
  const lastId = lastChargeId(ledger);
  const bringIndexesBack = layIndexesAside(ledger, 'charges');
  return {
    write: pastCharges(ctx),
    close: (chargedFen: number) => {
      bringIndexesBack();
      if (store.chargedSince(ledger, lastId) === chargedFen) return;
      throw new Error('an import of charges wrote another sum than it read');
    },
  };
}

/** Tells whether a unit and a period were seen before: a bit for each unit, of each period. */
function seenOnce(): (unitId: number, period: object) => boolean {
  const seen = new Map<object, Uint8Array>();
  return (unitId, period) => {
    const at = unitId >> 3;
    let bits = seen.get(period);
    if (!bits || at >= bits.length) {
      const longer = new Uint8Array(at * 2 + BITS_BYTES);
      if (bits) longer.set(bits);
      bits = longer;
      seen.set(period, bits);
    }
    const byte = bits[at] ?? 0;
    const bit = 1 << (unitId & 7);
    bits[at] = byte | bit;
    return (byte & bit) !== 0;
  };
}

const BITS_BYTES = 64;

const chargedAlready = (id: number, amountFen: number) =>
  refused(
    'charged_already',
    w(
      `这一期已有 ${id} 号应收 ${yuanText(amountFen)} 元，金额不同或行数更多`,
      `charge ${id} of ${yuanText(amountFen)} is for this period already: another amount, or more rows`,
    ),
  );
