import { beforeEach, describe, expect, it } from 'vitest';
import { layIndexesAside } from '../../src/ledger/bulk-load.ts';
import { schemaFaults } from '../../src/ledger/schema.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
});

const indexes = () =>
  ctx.ledger.db
    .prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'charges'")
    .pluck()
    .get();

describe('the indexes of an empty table', () => {
  it('are laid aside and brought back as they were', () => {
    const before = indexes();
    ctx.ledger.write(() => {
      const bringBack = layIndexesAside(ctx.ledger, 'charges');
      expect(indexes()).toBe(0);
      bringBack();
    });
    expect(indexes()).toBe(before);
    expect(schemaFaults(ctx.ledger.db)).toEqual({ missing: [], added: [], changed: [] });
  });

  it('come back where the work fails', () => {
    const before = indexes();
    const failing = () =>
      ctx.ledger.write(() => {
        layIndexesAside(ctx.ledger, 'charges');
        throw new Error('no room');
      });
    expect(failing).toThrow('no room');
    expect(indexes()).toBe(before);
  });

  it('stay where it holds a row', () => {
    ctx.ledger.write(() => layIndexesAside(ctx.ledger, 'staff')());
    expect(schemaFaults(ctx.ledger.db)).toEqual({ missing: [], added: [], changed: [] });
  });
});
