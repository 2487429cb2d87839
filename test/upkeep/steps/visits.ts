import { monthOf } from '../../../src/lib/day.ts';
import { conclude, meetCommittee } from '../../../src/visits/concluding.ts';
import { sampleOf } from '../../../src/visits/sampling.ts';
import { visit } from '../../visits/desk.ts';
import { steps as complaints } from './complaints.ts';
import { steps as moves } from './moves.ts';
import type { Numbered, Step, Steps } from './step.ts';
import { steps as tickets } from './tickets.ts';

const followUp =
  (table: Numbered, result: 'satisfied' | 'dissatisfied' | 'no-answer'): Step =>
  (ctx, pick) =>
    visit(ctx, { no: pick(table), result });

export const steps = {
  visit: (ctx, pick) =>
    visit(ctx, {
      unit: pick('units'),
      result: 'fair',
      opinion: '路灯暗',
      needs: '加灯',
      handling: '已转工程部',
    }),
  mended: tickets.mended,
  settled: complaints.settled,
  movedIn: moves.supplyAndComplete,
  visitInVain: (ctx, pick) => visit(ctx, { unit: pick('units'), result: 'no-answer' }),
  visitRepair: (ctx, pick) =>
    visit(ctx, { unit: pick('units'), way: 'door', result: 'dissatisfied', ticket: '灯不亮' }),
  visitComplaint: (ctx, pick) =>
    visit(ctx, { unit: pick('units'), result: 'dissatisfied', complaint: '楼道很脏' }),
  askAfterRepair: followUp('tickets', 'satisfied'),
  unhappyAfterRepair: followUp('tickets', 'dissatisfied'),
  nobodyAfterRepair: followUp('tickets', 'no-answer'),
  askAfterComplaint: followUp('complaints', 'satisfied'),
  unhappyAfterComplaint: followUp('complaints', 'dissatisfied'),
  nobodyAfterComplaint: followUp('complaints', 'no-answer'),
  askAfterMove: followUp('moves', 'satisfied'),
  nobodyAfterMove: followUp('moves', 'no-answer'),
  keepPlan: followUp('visit_plans', 'satisfied'),
  nobodyAsPlanned: followUp('visit_plans', 'no-answer'),
  sample: (ctx) => sampleOf(ctx, monthOf(ctx.today), undefined),
  sampleLate: (ctx) => sampleOf(ctx, '2026-11', '种子'),
  conclude: (ctx) => conclude(ctx, monthOf(ctx.today), '本月回访良好'),
  committee: (ctx) => meetCommittee(ctx, monthOf(ctx.today), { text: '绿化', with: '赵主任' }),
} satisfies Steps;
