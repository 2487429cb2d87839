import type { Ctx } from '../context.ts';
import type { KindName } from '../deadlines/kinds.ts';
import type { Deadline } from '../deadlines/model.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import type { Moment } from '../lib/moment.ts';
import { totalFen } from '../lib/money.ts';
import type { State } from './model.ts';
import { renovationsOf } from './record.ts';

/** A re-inspection, a refund or the end of a period that comes up. */
export interface Coming {
  deadline: Deadline;
  no: string;
  unit: string;
  /** What is held of the deposits of household and team. */
  heldFen: number;
}

const KINDS: readonly string[] = [
  'reno.period-end',
  'reno.reinspect',
  'reno.refund',
] satisfies KindName[];

/** Elsewhere none of these is owed. */
const STATES: readonly State[] = ['permitted', 'accepted', 'reinspected'];

const THIRTY_DAYS: Duration = { amount: 30, unit: 'd', text: '30d' };

/** Of the coming weeks, with what is overdue; soonest first. */
export function comingUp(ctx: Ctx, within: Duration = THIRTY_DAYS): Coming[] {
  const until = dueAt(ctx.now, within, ctx.policy.calendar);
  return renovationsOf(ctx, { states: STATES })
    .flatMap(({ no, unit, deposits, deadlines }) =>
      deadlines
        .filter((each) => isComing(each, until))
        .map((deadline) => ({
          deadline,
          no,
          unit,
          heldFen: totalFen(deposits.map(({ heldFen }) => heldFen)),
        })),
    )
    .sort(soonestFirst);
}

/** What can be done by then counts, although its last day is later: a re-inspection. */
const isComing = ({ kind, ending, sinceAt, dueAt: due }: Deadline, until: Moment): boolean =>
  KINDS.includes(kind) &&
  ending === null &&
  (due <= until || (kind === 'reno.reinspect' && sinceAt <= until));

const soonestFirst = ({ deadline: a }: Coming, { deadline: b }: Coming) =>
  a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0;
