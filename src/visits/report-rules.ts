import type { Result } from '../cases/model.ts';
import { OTHER } from '../complaints/model.ts';
import { groupBy } from '../lib/group.ts';
import { rateOf } from '../lib/rate.ts';
import { REASON_NAMES } from './model.ts';
import type { Answered, Recurring, Report, Said, Tally, Topic } from './report-model.ts';

/** What a case of this category is about; 其他 is no topic. */
export function topicOf(of: { repair: string | null; complaint: string | null }): Topic | null {
  if (of.repair !== null) return { of: 'repair', name: of.repair };
  if (of.complaint === null || of.complaint === OTHER) return null;
  return { of: 'complaint', name: of.complaint };
}

/** Satisfied and fair count as satisfied (满意率); without answers there is no rate. */
export function tallyOf(answers: readonly Answered[]): Tally {
  const of = (result: Result) => answers.filter((each) => each.result === result).length;
  const [satisfied, fair, dissatisfied] = [of('satisfied'), of('fair'), of('dissatisfied')];
  const count = answers.length;
  return { count, satisfied, fair, dissatisfied, rate: rateOf(satisfied + fair, count) };
}

type Summed = Pick<
  Report,
  'all' | 'results' | 'reasons' | 'buildings' | 'recurring' | 'opinions' | 'needs'
>;

/** `buildings`: of the estate, in its order; `tries`: how often nobody answered. */
export function sumUp(
  answers: readonly Answered[],
  { buildings, tries }: { buildings: readonly string[]; tries: number },
): Summed {
  const all = tallyOf(answers);
  const { satisfied, fair, dissatisfied } = all;
  const counts = { satisfied, fair, dissatisfied, 'no-answer': tries } as const;
  return {
    all,
    results: (['satisfied', 'fair', 'dissatisfied', 'no-answer'] as const).map((result) => ({
      result,
      count: counts[result],
    })),
    reasons: REASON_NAMES.map((reason) => ({
      reason,
      ...tallyOf(answers.filter((each) => each.reason === reason)),
    })).filter(isAny),
    buildings: [...buildings, null]
      .map((building) => ({
        building,
        ...tallyOf(answers.filter((each) => each.building === building)),
      }))
      .filter(isAny),
    recurring: recurringIn(answers),
    opinions: said(answers, ({ opinion }) => opinion),
    needs: said(answers, ({ needs }) => needs),
  };
}

const isAny = ({ count }: Tally): boolean => count > 0;

const said = (
  answers: readonly Answered[],
  textOf: (it: Answered) => string | null,
): readonly Said[] =>
  answers.flatMap((each) => {
    const text = textOf(each);
    const { no, unit, place, reason, result } = each;
    return text === null ? [] : [{ no, unit, place, reason, result, text }];
  });

/**
 * What was complained of or asked for more than once: in one unit, or about one topic, whatever
 * the reason of the visit (rule 73). The most frequent first.
 */
function recurringIn(answers: readonly Answered[]): Recurring[] {
  const troubles = answers.filter(
    ({ result, needs }) => result === 'dissatisfied' || needs !== null,
  );
  const byUnit = groupsOf(troubles, ({ unit }) => unit).map((group) => ({
    unit: group[0].unit,
    topic: null,
    ...extent(group),
  }));
  const byTopic = groupsOf(troubles, ({ topic }) => topic && `${topic.of} ${topic.name}`).map(
    (group) => ({ unit: null, topic: group[0].topic, ...extent(group) }),
  );
  return [...byUnit, ...byTopic].sort((a, b) => b.count - a.count);
}

const extent = (group: readonly Answered[]) => ({
  count: group.length,
  records: [...new Set(group.map(({ no }) => no))],
});

/** Those that have a key in common, two and more. */
function groupsOf(
  answers: readonly Answered[],
  keyOf: (it: Answered) => string | null,
): (readonly [Answered, ...Answered[]])[] {
  return [...groupBy(answers, keyOf)].flatMap(([key, [first, ...others]]) =>
    key === null || !first || others.length === 0 ? [] : [[first, ...others]],
  );
}
