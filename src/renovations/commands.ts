import { command } from '../cli/command.ts';
import { building, choice, duration, flag, number, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { comingUp } from './coming.ts';
import { comingTable } from './coming-view.ts';
import { STATES } from './model.ts';
import { listRenovations, showRenovation } from './record.ts';
import { renovationPage, renovationTable } from './view.ts';

const show = command({
  name: 'reno show',
  about: w(
    '查看一处装修：办到哪一步、还缺什么、下一步',
    'Show a renovation: where it stands, what is next',
  ),
  fields: {
    no: number({ label: w('装修编号', 'number'), required: true, positional: true }),
  },
  reveals: ({ no }) => [no],
  examples: ['wy reno show 001', 'wy reno show D261122-001 --reveal'],
  run: (ctx, input) => showRenovation(ctx, input.no),
  view: renovationPage,
});

const list = command({
  name: 'reno list',
  about: w('装修列表', 'List renovations'),
  fields: {
    state: choice(STATES, { label: w('只看某种状态', 'only this state') }),
    open: flag({ label: w('只看在办的', 'only those under way') }),
    overdue: flag({ label: w('有超期事项的', 'with something overdue') }),
    building: building({ label: w('只看某栋', 'only this building') }),
    unit: unit({ label: w('某房的', 'of this unit') }),
  },
  reveals: (them) => them.map(({ no }) => no),
  examples: ['wy reno list --state permitted', 'wy reno list --overdue --building 3'],
  run: (ctx, input) => listRenovations(ctx, input),
  view: renovationTable,
});

const due = command({
  name: 'reno due',
  about: w(
    '以后几周的复检、退款和到期的施工，连同超期的',
    'Re-inspections, refunds and ends of works of the coming weeks, and what is overdue',
  ),
  fields: {
    within: duration({ label: w('看多远，默认 30d', 'how far it looks; 30d by default') }),
  },
  examples: ['wy reno due', 'wy reno due --within 60d'],
  run: (ctx, input) => comingUp(ctx, input.within),
  view: comingTable,
});

export const commands = [show, list, due];
