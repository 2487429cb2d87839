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
