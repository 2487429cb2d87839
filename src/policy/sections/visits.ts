import * as z from 'zod/mini';
import { w } from '../../lib/words.ts';
import {
  choice,
  duration,
  durationOf,
  grace,
  issue,
  percentOrNone,
  someText,
  whole,
} from '../values.ts';

/** No more can be visited than are drawn. */
function reachable({ value, issues }: z.core.ParsePayload<{ least: number; most: number }>) {
  const { least, most } = value;
  if (least <= most) return;
  const words = w(
    `至少回访 ${least} 户，却只抽取 ${most} 户：least 不能大于 most。`,
    `${least} are to be visited but only ${most} drawn: least cannot be above most.`,
  );
  issues.push(issue(least, ['least'], words));
}

/** Callers, visitors and messages (rules 63–67, 178). */
export const enquiries = z.strictObject({ answer: grace(), settle: duration() });

/** Visits and callbacks (rules 71–79). */
export const visits = z.strictObject({
  sample: z.strictObject({ least: whole(1, 1000), most: whole(1, 1000) }).check(reachable),
  plan: duration(),
  birthdays: durationOf(['d', 'mo']),
});

/** What returns by the calendar: whether at all, how long after its period, from how long before it shows. */
const round = () =>
  z.strictObject({ held: choice(['yes', 'no']), due: duration(), lead: duration() });

export const rounds = z.strictObject({
  sample: round(),
  summary: round(),
  committee: round(),
  survey: round(),
  bill: round(),
  safe: round(),
  close: round(),
  handover: round(),
  report: round(),
});

/** A survey with more is not filled in. */
const MOST_QUESTIONS = 50;

function askable(context: z.core.ParsePayload<string[]>) {
  const { value: questions, issues } = context;
  if (questions.length < 1 || questions.length > MOST_QUESTIONS) {
    const words = w(
      `应有 1 到 ${MOST_QUESTIONS} 项。`,
      `This takes 1 to ${MOST_QUESTIONS} questions.`,
    );
    issues.push(issue(questions, [], words));
  }
  questions.forEach((question, index) => {
    if (questions.indexOf(question) === index) return;
    issues.push(issue(question, [index], w('与前面一项相同。', 'This stands above already.')));
  });
}

/** The yearly survey (rules 72, 79). */
export const surveys = z.strictObject({
  questions: z.array(someText()).check(askable),
  validAnswers: whole(1, 100),
  target: percentOrNone(),
});
