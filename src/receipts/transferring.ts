import { bookedOn } from '../cash/booking.ts';
import type { Ctx } from '../context.ts';
import { settleAt } from '../fees/settling-rules.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { payerOf } from './accounts.ts';
import { sumOf } from './allocation-rules.ts';
import type { Rest } from './model.ts';
import { payWith } from './paying.ts';
import { RECEIPTS, type ReceiptRecord, receiptOf } from './receipts.ts';
import { drawFrom } from './refunding.ts';
import { insertPayout } from './rest-store.ts';
import * as store from './store.ts';

export interface Transfer {
  unit: string;
  to: string;
  amountFen: number;
  reason: string;
}

/**
 * Prepaid money goes over to another unit, as a receipt of its own there, which pays what is oldest
 * due. Refuses more than is prepaid.
 */
export function transfer(ctx: Ctx, made: Transfer): ReceiptRecord {
  return transact(ctx, 'fee.transfer', (entry) => {
    const { amountFen, reason } = made;
    const { unit, drawn } = drawFrom(ctx, made.unit, amountFen);
    const to = requireUnit(ctx.ledger, made.to);
    if (to.id === unit.id) throw sameUnit();
    const at = settleAt(ctx.now, ...drawn.map(({ from }) => from.lastMovedAt));
    const payer = payerOfAll(drawn.map(({ from }) => from)) ?? payerOf(ctx, to.id);
    const by = ctx.operator().id;
    const no = nextNumber(ctx.ledger, RECEIPTS, ctx.today);
    const method = 'transfer';
    const booked = bookedOn(ctx, at);
    const id = store.insert(ctx.ledger, {
      ...{ no, unitId: to.id, payer, method, amountFen, reason },
      ...{ wanted: null, reversesId: null, collectAt: null },
      ...{ issuedAt: ctx.now, issuedById: by },
      ...{ receivedAt: at, receivedById: by, bookedOn: booked },
    });
    for (const { from, amountFen: givenFen } of drawn) {
      insertPayout(ctx.ledger, {
        ...{ receiptId: from.receiptId, kind: 'transfer', amountFen: givenFen, method, reason },
        ...{ toReceiptId: id, approvedById: null },
        ...{ paidAt: at, paidById: by, bookedOn: booked },
      });
    }
    const money = { id, no, unitId: to.id, payer, method, amountFen, receivedAt: at } as const;
    const { shares, leftFen } = payWith(ctx, money, { kind: 'usual' });
    entry.subject = no;
    entry.changes = {
      ...{ unit: to.code, fromUnit: unit.code, method, amountFen },
      receipts: drawn.map(({ from }) => from.no),
      ...{ allocatedFen: sumOf(shares), prepaidFen: leftFen, reason: HIDDEN },
    };
    return receiptOf(ctx, no);
  });
}

/** The payer of all of them, where it is one. */
function payerOfAll(rests: readonly Rest[]): string | null {
  const [first] = rests;
  return first && rests.every(({ payer }) => payer === first.payer) ? first.payer : null;
}

const sameUnit = () =>
  refused(
    'same_unit',
    w('转出和转入是同一套房屋。', 'The money would go to the unit it came from.'),
    w('--to 写另一套房屋。', 'Name another unit by --to.'),
  );
