import { expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { suggesterFor } from '../../src/cli/suggest.ts';
import { commands as imports } from '../../src/exchange/commands.ts';
import { commands } from '../../src/surveys/commands.ts';
import { cancelSurvey } from '../../src/surveys/ending.ts';
import { openSurvey } from '../../src/surveys/opening.ts';
import { makeCtx } from '../support/ledger.ts';

const all: readonly Command[] = [...commands, ...imports];

it.each([
  ['survey send', 'no', 1],
  ['survey record', 'no', 1],
  ['survey close', 'no', 1],
  ['survey cancel', 'no', 1],
  ['survey show', 'no', 2],
  ['survey report', 'no', 2],
  ['survey forms', 'no', 2],
  ['import survey', 'survey', 1],
])('%s offers the surveys whose state allows it', async (name, field, count) => {
  const ctx = await makeCtx();
  const asked = { year: undefined, title: undefined, questions: ['客服接待'] };
  openSurvey(ctx, asked);
  cancelSurvey(ctx, '001', '题目有误');
  openSurvey(ctx, asked);
  const command = all.find((each) => each.name === name);
  const number = command?.fields[field];
  if (!command || !number) throw new Error(`${name} has no ${field}`);
  const offered = (await suggesterFor(number.of, command, ctx))?.find('').map(({ value }) => value);
  expect(offered?.toSorted()).toEqual(['S261122-001', 'S261122-002'].slice(-count));
});
