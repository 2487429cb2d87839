import { proposeCategory } from '../complaints/proposal-rules.ts';
import type { Ctx } from '../context.ts';
import type { Policy } from '../policy/policy.ts';
import { callbacksIn } from './callback-store.ts';
import { reasonFor } from './follow-ups.ts';
import type { Answered, Topic } from './report-model.ts';
import { topicOf } from './report-rules.ts';
import * as store from './report-store.ts';

/** Each visit, and each callback that no visit carried out, once; in the order in which they happened. */
export function answersOf({ ledger, policy }: Ctx, span: store.Span): Answered[] {
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
  const topicOfCase = (no: string | null): Topic | null => {
    const found = cases.get(no ?? '');
    return found ? topicOf(found) : null;
  };
  const byVisits = visits.map(({ subject, ledTo, ...visit }) => {
    const { unit, result, needs, opinion } = visit;
    const isTrouble = result === 'dissatisfied';
    return {
      ...visit,
      place: unit === null ? (cases.get(subject ?? '')?.place ?? null) : null,
      // What a satisfied household needs has nothing to do with what was mended.
      topic:
        (isTrouble ? topicOfCase(subject) : null) ??
        topicOfCase(ledTo) ??
        topicInWords(policy, needs ?? (isTrouble ? opinion : null)),
    };
  });
  const byThemselves = alone.flatMap(({ subject, result, opinion, at }) => {
    const found = cases.get(subject);
    const reason = reasonFor(subject);
    if (!found || !reason) return [];
    const { unit, building, place } = found;
    const where = { no: subject, unit, building, place: unit === null ? place : null };
    return [{ ...where, reason, topic: topicOf(found), result, opinion, needs: null, at }];
  });
  return [...byVisits, ...byThemselves].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Each attempt at which nobody answered. */
export const triesOf = ({ ledger }: Ctx, span: store.Span) => store.missedVisits(ledger, span);

/** What was said, by the policy's words for complaints, else word for word. */
function topicInWords({ complaints }: Policy, said: string | null): Topic | null {
  if (said === null) return null;
  const { value: complaint } = proposeCategory(said, complaints.categories);
  return topicOf({ repair: null, complaint }) ?? { of: 'words', name: said };
}
