import type { Ctx } from '../context.ts';
import { keptOf } from '../deadlines/fallen.ts';
import { roundOf } from '../deadlines/rounds.ts';
import type { Month } from '../lib/day.ts';
import { rateOf } from '../lib/rate.ts';
import { listUnits } from '../registry/units.ts';
import { answersOf, triesOf } from './answers.ts';
import { causeOf, REASON_NAMES } from './model.ts';
import { refuseFuture, spanOf } from './months.ts';
import type { Owed, Report } from './report-model.ts';
import { sumUp } from './report-rules.ts';
import type { Span } from './report-store.ts';
import { standingOf } from './sampling.ts';

/** A month's visits and callbacks, as far as they had happened by now (rules 73, 74). */
export function reportOf(ctx: Ctx, month: Month): Report {
  refuseFuture(ctx, month);
  const whole = spanOf(month, ctx.zone);
  const soFar = { ...whole, to: ctx.now < whole.to ? ctx.now : whole.to };
  const buildings = [...new Set(listUnits(ctx.ledger).map(({ building }) => building))];
  const tries = triesOf(ctx, soFar).length;
  const summary = roundOf(ctx, 'visit.summary', month);
  return {
    month,
    ...sumUp(answersOf(ctx, soFar), { buildings, tries }),
    owed: owedIn(ctx, whole),
    sample: standingOf(ctx, month),
    summary:
      summary && summary.doneAt <= ctx.now ? { text: summary.text, doneAt: summary.doneAt } : null,
  };
}

/** Callbacks done of those that fell due, of each kind that did (回访率, rules 42, 61). */
function owedIn(ctx: Ctx, span: Span): Owed[] {
  const kinds = REASON_NAMES.flatMap((reason) => causeOf(reason).kind ?? []);
  const due = new Map(keptOf(ctx, span, kinds).map((each) => [each.kind, each]));
  return REASON_NAMES.flatMap((reason) => {
    const found = due.get(causeOf(reason).kind ?? '');
    if (!found) return [];
    return [
      { reason, done: rateOf(found.done, found.due), onTime: rateOf(found.onTime, found.due) },
    ];
  });
}
