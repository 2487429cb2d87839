import type { Page } from '../cases/model.ts';
import { deadlines, timeline } from '../cases/view.ts';
import { asChoice, asDay, asMoment, asText, type Shape } from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import { type Plan, STATES } from './model.ts';
import type { PlanRecord } from './plans.ts';
import { TELLING } from './text.ts';

const cardOnly = { cardOnly: true } as const;

const planShape: Shape<PlanRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asDay('on', w('计划日期', 'Planned for'), (it) => it.plannedOn),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('purpose', w('目的', 'Purpose'), (it) => it.purpose),
  asText('visitor', w('走访人', 'Visitor'), (it) => it.visitor),
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  asMoment('plannedAt', w('列入时间', 'Planned'), (it) => it.plannedAt, cardOnly),
  asMoment('visitedAt', w('走访时间', 'Visited'), (it) => it.visitedAt),
  asMoment('cancelledAt', w('取消时间', 'Cancelled'), (it) => it.cancelledAt, cardOnly),
  deadlines,
];

export const planCard = card(planShape);

export const planPage = card<Page<Plan>>([...planShape, timeline(TELLING)]);

export const planTable = table(planShape, { none: w('没有走访计划。', 'No visits are planned.') });

/** One visit as a card, those of a whole building as a table. */
export const planned: View<PlanRecord | PlanRecord[]> = {
  json: (made, as) => (Array.isArray(made) ? planTable.json(made, as) : planCard.json(made, as)),
  text: (made, pen) => (Array.isArray(made) ? planTable.text(made, pen) : planCard.text(made, pen)),
};
