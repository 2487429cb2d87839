import type { Result } from '../cases/model.ts';
import { rateOf } from '../lib/rate.ts';
import { REASON_NAMES } from './model.ts';
import type { Answered, Recurring, Report, Said, Tally } from './report-model.ts';

/** Satisfied and fair count as satisfied (满意率); without answers there is no rate (decision 28). */
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
    const { no, unit, reason, result } = each;
    return text === null ? [] : [{ no, unit, reason, result, text }];
  });

/**
 * What was complained of or asked for more than once: in one unit, or for one cause (rule 73). The
 * most frequent first.
 */
function recurringIn(answers: readonly Answered[]): Recurring[] {
  const troubles = answers.filter(
    ({ result, needs }) => result === 'dissatisfied' || needs !== null,
  );
  const none = { unit: null, reason: null, category: null };
  const byUnit = groupsOf(troubles, ({ unit }) => unit).map((group) => ({
    ...none,
    unit: group[0].unit,
    ...extent(group),
  }));
  const byCause = groupsOf(troubles, (it) => `${it.reason} ${it.category}`).map((group) => ({
    ...none,
    reason: group[0].reason,
    category: group[0].category,
    ...extent(group),
  }));
  return [...byUnit, ...byCause].sort((a, b) => b.count - a.count);
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
  const groups = new Map<string, [Answered, ...Answered[]]>();
  for (const each of answers) {
    const key = keyOf(each);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
