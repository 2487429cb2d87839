import { refused } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Answers, State, Survey } from './model.ts';

/** Which states each step may be taken from; a form is corrected as it is recorded. */
export const STEPS = {
  send: ['open'],
  record: ['open'],
  close: ['open'],
  cancel: ['open'],
} as const satisfies Record<string, readonly State[]>;

export type Step = keyof typeof STEPS;

/** The refusal of a step that the survey's state does not allow. */
export function refusalOf(step: Step, survey: Pick<Survey, 'no' | 'year' | 'state'>) {
  const allowed: readonly State[] = STEPS[step];
  const { no, year, state } = survey;
  if (allowed.includes(state)) return undefined;
  return state === 'cancelled'
    ? refused(
        'survey_cancelled',
        w(`${no} 已取消。`, `${no} was cancelled.`),
        w(`另开一次：wy survey open --year ${year}`, `Open another: wy survey open --year ${year}`),
      )
    : refused(
        'survey_closed',
        w(`${no} 已经上报，不再改动。`, `${no} was reported and no longer changes.`),
        w(`查看结果：wy survey report ${no}`, `See its results: wy survey report ${no}`),
      );
}

/** What is to be typed next for a survey that is open. */
export const nextStep = ({ no, sent }: Pick<Survey, 'no' | 'sent'>): Words =>
  sent === 0
    ? w(
        `发放：wy survey send ${no} --all；作废：wy survey cancel ${no} --reason "…"`,
        `Send it: wy survey send ${no} --all; or drop it: wy survey cancel ${no} --reason "…"`,
      )
    : w(
        `看结果：wy survey report ${no}；分析报主任后：wy survey close ${no} "…"`,
        `See its results: wy survey report ${no}; once the director has the analysis: wy survey close ${no} "…"`,
      );

export const answeredOf = (answers: Answers): number =>
  answers.filter((answer) => answer !== null).length;

/** A returned form counts when this percentage of its questions, or more, is answered. */
export const isValid = (answers: Answers, leastPercent: number): boolean =>
  answeredOf(answers) * 100 >= leastPercent * answers.length;

export const isSameAnswers = (a: Answers, b: Answers): boolean =>
  a.length === b.length && a.every((answer, at) => answer === b[at]);
