import { beforeEach, describe, expect, it } from 'vitest';
import { reverseCharges } from '../../src/fees/lessening.ts';
import { transact } from '../../src/ledger/transact.ts';
import { readMeter } from '../../src/meters/reading.ts';
import { requireFile } from '../../src/moves/record.ts';
import * as work from '../../src/moves/work.ts';
import { makeDesk, moveIn, on, UNIT } from '../moves/desk.ts';
import type { TestCtx } from '../support/ledger.ts';

let ctx: TestCtx;
let no: string;

/** A move-in with a reading of 12.5, which water was billed from since. */
beforeEach(async () => {
  ctx = await makeDesk();
  no = moveIn(ctx).no;
  meter(12_500);
  readMeter(
    on(ctx, '2026-12-20 10:00'),
    {
      ...{ unit: UNIT, meter: 'water', readOn: '2026-12-20', change: undefined },
      readingThousandths: 20_000,
    },
    () => {},
  );
  transact(ctx, 'fee.bill', () =>
    ctx.ledger.db.exec(`INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
        quantity_thousandths, rate_tenthousandths, percent, amount_fen, due_on, debtor,
        from_reading_id, to_reading_id, billed_at, billed_by)
      VALUES (1, 'water', '2026-10-01', '2026-10-01', '2026-12-31', 7500, 40000, 100, 3000,
        '2027-01-25', 'developer', 1, 2, '2026-12-20T02:00:00Z', 1)`),
  );
});

const meter = (water: number, when = ctx) =>
  work.readMeters(
    when,
    no,
    { water, electricity: undefined, gas: undefined, heat: undefined },
    '张伟',
  );

const strike = (when: TestCtx) => work.strikeOut(when, no, ['water'], '读错');

describe('a reading of a file that was billed', () => {
  const later = () => on(ctx, '2026-12-21 10:00');

  it('is confirmed again on the day that was billed by', () => {
    expect(meter(12_500, later()).readings).toMatchObject([
      { readOn: '2026-11-22', readingThousandths: 12_500 },
    ]);
  });

  it('is neither corrected nor struck out', () => {
    expect(() => meter(12_501, later())).toThrow('reading_billed');
    expect(() => strike(later())).toThrow('reading_billed');
    expect(requireFile(ctx, no).readings).toHaveLength(1);
  });

  it('is corrected, but not struck out, once the charge is reversed', () => {
    reverseCharges(later(), ['1'], '读数有误');
    expect(() => strike(later())).toThrow('reading_billed');
    expect(meter(12_400, later()).readings).toMatchObject([{ readingThousandths: 12_400 }]);
  });
});
