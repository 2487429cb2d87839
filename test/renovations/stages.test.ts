import { expect, it } from 'vitest';
import { STATES, type State } from '../../src/renovations/model.ts';
import { showRenovation } from '../../src/renovations/record.ts';
import { violated } from '../support/checks.ts';
import { makeCtx } from '../support/ledger.ts';
import { stageOf } from './stages.ts';

it.each(Object.keys(STATES) as State[])('a renovation comes into the state %s', async (state) => {
  const ctx = await makeCtx();
  const staged = stageOf(ctx, state);
  expect(showRenovation(staged.ctx, staged.no)).toMatchObject({ state });
  expect(violated(ctx)).toEqual([]);
});
