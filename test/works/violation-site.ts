import { stateOf } from '../../src/deadlines/rules.ts';
import { localText } from '../../src/lib/moment.ts';
import type { Violation } from '../../src/renovations/model.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { addViolation, type Found } from '../../src/works/violating.ts';
import type { TestCtx } from '../support/ledger.ts';

/** Loose rubbish, of which nobody has to be told; they were asked to take it away. */
export const rubbish = { code: 'V20', measures: ['persuade'] } as const satisfies Found;

export const find = (ctx: TestCtx, no: string, change: Partial<Found> = {}) =>
  addViolation(ctx, no, { ...rubbish, ...change });

/** The violation with this part as it stands. */
export function violationOf(ctx: TestCtx, no: string, part = 1): Violation {
  const found = requireRenovation(ctx, no).violations.find((each) => each.part === part);
  if (!found) throw new Error(`no violation ${part}`);
  return found;
}

/** Its promises as people read them: `rectify clerk 11-26 23:59 open`. */
export const owedFor = (ctx: TestCtx, no: string, part = 1): string[] =>
  requireRenovation(ctx, no)
    .deadlines.filter((it) => it.part === part && /reno\.(rectify|report)/.test(it.kind))
    .map((it) => {
      const due = localText(it.dueAt, ctx.zone).slice(5);
      return `${it.kind.replace('reno.', '')} ${it.role} ${due} ${stateOf(it, ctx.now)}`;
    });

/** The code of the refusal, or that there was none. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
