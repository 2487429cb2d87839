import { expect, it } from 'vitest';
import { commands as acceptance } from '../../src/acceptance/commands.ts';
import { commands as approval } from '../../src/approval/commands.ts';
import type { Command } from '../../src/cli/command.ts';
import { suggesterFor } from '../../src/cli/suggest.ts';
import { commands as reading } from '../../src/renovations/commands.ts';
import { STATES, type State } from '../../src/renovations/model.ts';
import { makeCtx } from '../support/ledger.ts';
import { stageOf } from './stages.ts';

const ALL_STATES = Object.keys(STATES) as State[];

const all: readonly Command[] = [...approval, ...reading, ...acceptance];

it.each<[string, State[]]>([
  ['reno review', ['applied']],
  ['reno inspect', ['permitted']],
  ['reno refund', ['reinspected']],
  ['reno note', ALL_STATES.filter((state) => state !== 'closed' && state !== 'cancelled')],
  ['reno show', ALL_STATES],
])('%s offers those whose state allows it', async (name, states) => {
  const ctx = await makeCtx();
  const staged = ALL_STATES.map((state, at) => stageOf(ctx, state, { unit: `3-2-${at + 1}01` }));
  const command = all.find((each) => each.name === name);
  const number = command?.fields.no;
  if (!command || !number) throw new Error(`${name} takes no number`);
  const found = (await suggesterFor(number.of, command, ctx))?.find('') ?? [];
  const wanted = staged.filter((_, at) => states.includes(ALL_STATES[at] as State));
  expect(found.map(({ value }) => value).toSorted()).toEqual(wanted.map(({ no }) => no));
});
