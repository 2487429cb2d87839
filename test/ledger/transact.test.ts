import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/ledger/transact.ts';
import { differences, readChain } from '../../src/ledger/verify.ts';
import { note } from '../../src/timeline/service.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
});

const actions = () =>
  ctx.ledger.db.prepare('SELECT action FROM journal ORDER BY seq').pluck().all().slice(2);

const write = (subject: string) => note(ctx, subject, 'note');

const unproven = () => differences(ctx.ledger.db, readChain(ctx.ledger.db));

describe('one use case inside another', () => {
  it('each leaves its line, the inner one first', () => {
    transact(ctx, 'outer', () => {
      write('A');
      transact(ctx, 'inner', () => write('B'));
    });
    expect(actions()).toEqual(['inner', 'outer']);
    expect(unproven()).toEqual([]);
  });

  it('one that wrote nothing of its own, around one that did, leaves a line too', () => {
    transact(ctx, 'outer', () => transact(ctx, 'inner', () => write('B')));
    expect(actions()).toEqual(['inner', 'outer']);
  });

  it('an inner one that fails takes only its own rows with it', () => {
    transact(ctx, 'outer', () => {
      write('A');
      expect(() =>
        transact(ctx, 'inner', () => {
          write('B');
          throw new Error('no');
        }),
      ).toThrow('no');
      write('C');
    });
    expect(actions()).toEqual(['outer']);
    expect(ctx.ledger.db.prepare('SELECT subject FROM events').pluck().all()).toEqual(['A', 'C']);
    expect(unproven()).toEqual([]);
  });

  it('an outer one that fails leaves nothing of either', () => {
    expect(() =>
      transact(ctx, 'outer', () => {
        transact(ctx, 'inner', () => write('B'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(actions()).toEqual([]);
    expect(unproven()).toEqual([]);
  });
});

it('a use case that wrote no row leaves no line, unless it says so', () => {
  transact(ctx, 'looked', () => {});
  expect(actions()).toEqual([]);
  transact(ctx, 'shown', (entry) => {
    entry.always = true;
  });
  expect(actions()).toEqual(['shown']);
});

describe('rows of an append-only table', () => {
  const charges = (count: number) =>
    ctx.ledger.db.exec(`
      INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
        quantity_thousandths, rate_tenthousandths, percent, amount_fen, due_on, debtor, billed_at,
        billed_by)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
      SELECT 1, 'energy', '2026-11-01', '2026-11-01', '2026-11-30', 1000, 3000, 100, i, '2026-11-25',
        'owner', '2026-11-01T01:00:00Z', 1 FROM n`);

  beforeEach(() => {
    transact(ctx, 'unit', () =>
      ctx.ledger.db.exec(
        `INSERT INTO units (id, code, building, room, sort_key, area_thousandths, use)
         VALUES (1, '1-101', '1', '101', '1', 1000, 'residential')`,
      ),
    );
  });

  it.each([[1], [1, 1], [62], [63], [64], [63, 1], [64, 64], [10, 200, 1, 63], [1_000, 1]])(
    'are proven by blocks, however many come at once: %j',
    (...counts) => {
      for (const count of counts) transact(ctx, 'billed', () => charges(count));
      expect(actions()).toEqual(['unit', ...counts.map(() => 'billed')]);
      expect(unproven()).toEqual([]);
    },
  );

  it('of an inner use case belong to its own line, those of a failed one to none', () => {
    transact(ctx, 'outer', () => {
      charges(5);
      transact(ctx, 'inner', () => charges(70));
      expect(() =>
        transact(ctx, 'failed', () => {
          charges(3);
          throw new Error('no');
        }),
      ).toThrow('no');
      charges(2);
    });
    expect(actions()).toEqual(['unit', 'inner', 'outer']);
    expect(unproven()).toEqual([]);
  });

  it('refuse to be changed or taken away', () => {
    transact(ctx, 'billed', () => charges(3));
    expect(() => ctx.ledger.db.exec('UPDATE charges SET amount_fen = 1')).toThrow('append-only');
    expect(() => ctx.ledger.db.exec('DELETE FROM charges')).toThrow('append-only');
  });

  it.each([
    ['changed', 'UPDATE charges SET amount_fen = 7 WHERE id = 3', 0],
    ['taken away', 'DELETE FROM charges WHERE id = 3', -1],
    ['taken off the end', 'DELETE FROM charges WHERE id = 100', -1],
  ])('%s behind wy’s back are found, also after the next line', (_, sql, rows) => {
    transact(ctx, 'billed', () => charges(100));
    ctx.ledger.db.exec(`DROP TRIGGER charges_keep_rows; DROP TRIGGER charges_keep_all; ${sql}`);
    expect(unproven()).toEqual([{ table: 'charges', rows }]);
    transact(ctx, 'billed', () => charges(1));
    expect(unproven()).toMatchObject([{ table: 'charges' }]);
  });

  it('put in behind wy’s back are found, also after the next line', () => {
    transact(ctx, 'billed', () => charges(100));
    charges(1);
    expect(unproven()).toEqual([{ table: 'charges', rows: 1 }]);
    transact(ctx, 'billed', () => charges(30));
    expect(unproven()).toMatchObject([{ table: 'charges' }]);
  });
});
