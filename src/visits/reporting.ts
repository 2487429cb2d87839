import type { Ctx } from '../context.ts';
import { roundOf } from '../deadlines/rounds.ts';
import type { Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { rateOf } from '../lib/rate.ts';
import { listUnits } from '../registry/units.ts';
import { callbacksIn } from './callback-store.ts';
import { reasonFor } from './follow-ups.ts';
import { causeOf, REASON_NAMES } from './model.ts';
import { refuseFuture, spanOf } from './months.ts';
import type { Answered, Owed, Report } from './report-model.ts';
import { sumUp } from './report-rules.ts';
import * as store from './report-store.ts';
import { standingOf } from './sampling.ts';

interface Span {
  from: Moment;
  to: Moment;
}

/** A month's visits and callbacks, as far as they had happened by now (rules 73, 74). */
export function reportOf(ctx: Ctx, month: Month): Report {
  refuseFuture(ctx, month);
  const whole = spanOf(month, ctx.zone);
  const soFar = { ...whole, to: ctx.now < whole.to ? ctx.now : whole.to };
  const buildings = [...new Set(listUnits(ctx.ledger).map(({ building }) => building))];
  const tries = store.missedVisits(ctx.ledger, soFar);
  const summary = roundOf(ctx, 'visit.summary', month);
  return {
    month,
    ...sumUp(answersOf(ctx, soFar), { buildings, tries }),
    owed: owedIn(ctx, whole),
    sample: standingOf(ctx, month),
    summary: summary ? { text: summary.text, doneAt: summary.doneAt } : null,
  };
}

/** Each visit, and each callback that no visit carried out, once; in the order in which they happened. */
function answersOf({ ledger }: Ctx, span: Span): Answered[] {
  const visits = store.answeredVisits(ledger, span);
  const alone = callbacksIn(ledger, span).filter(({ isVisit }) => !isVisit);
  const about = [
    ...visits.flatMap(({ subject, ledTo }) => [subject, ledTo]),
    ...alone.map(({ subject }) => subject),
  ];
  const cases = store.casesOf(
    ledger,
    about.filter((no) => no !== null),
  );
  const categoryOf = (no: string | null) => cases.get(no ?? '')?.category ?? null;
  const byVisits = visits.map(({ subject, ledTo, ...visit }) => ({
    ...visit,
    category: categoryOf(subject) ?? categoryOf(ledTo),
  }));
  const byThemselves = alone.flatMap(({ subject, result, opinion, at }) => {
    const found = cases.get(subject);
    const reason = reasonFor(subject);
    if (!found || !reason) return [];
    return [{ no: subject, ...found, reason, result, opinion, needs: null, at }];
  });
  return [...byVisits, ...byThemselves].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Callbacks done of those that fell due, of each kind that did (回访率, rules 42, 61). */
function owedIn({ ledger, now }: Ctx, span: Span): Owed[] {
  const kinds = REASON_NAMES.flatMap((reason) => causeOf(reason).kind ?? []);
  const due = new Map(
    store.promisesDue(ledger, { ...span, now, kinds }).map((each) => [each.kind, each]),
  );
  return REASON_NAMES.flatMap((reason) => {
    const found = due.get(causeOf(reason).kind ?? '');
    if (!found) return [];
    return [
      { reason, done: rateOf(found.done, found.due), onTime: rateOf(found.onTime, found.due) },
    ];
  });
}
