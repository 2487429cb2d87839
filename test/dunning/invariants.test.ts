import { beforeEach, describe, expect, it } from 'vitest';
import { invariants } from '../../src/dunning/invariants.ts';
import type { TestCtx } from '../support/ledger.ts';
import { BROKEN } from '../upkeep/broken.ts';
import { estate } from './desk.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await estate();
});

const offended = () =>
  invariants.filter(({ sql }) => ctx.ledger.prepare(sql).all().length > 0).map(({ key }) => key);

describe('what must hold of contacts', () => {
  it.each(invariants.map(({ key }) => key))('%s is seen to be broken', (key) => {
    expect(offended()).toEqual([]);
    ctx.ledger.db.exec(BROKEN[key] ?? '');
    expect(offended()).toEqual([key]);
  });
});
