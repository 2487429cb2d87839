import type { Pen } from '../cli/pen.ts';
import { asChoice, asText, asWords, type Shape, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { type DayRun, STEP_STATES, STEPS, type Step } from './model.ts';

const shape: Shape<Step> = [
  asChoice('step', STEPS.open, (it) => it.step, STEPS),
  asChoice('state', STEPS.open, (it) => it.state, STEP_STATES),
  asWords('detail', STEPS.open, (it) => it.told),
  asText('code', STEPS.open, (it) => it.code),
];

/** A line a step: a mark, what it was, what came of it. */
export const dayView: View<DayRun> = {
  json: ({ day, steps, overdue }, as) => ({
    day,
    steps: steps.map((step) => toJson(shape, step, as)),
    overdue,
  }),
  text: ({ steps }, pen) =>
    pen.grid(steps.map((step) => [mark(step, pen), pen.say(STEPS[step.step]), told(step, pen)])),
};

function mark({ step, state }: Step, pen: Pen): string {
  if (state === 'failed') return pen.color.red('✗');
  if (state === 'skipped') return pen.color.dim('–');
  return step === 'overdue' ? pen.color.red('!') : pen.color.green('✓');
}

const told = ({ state, told: words, code }: Step, pen: Pen): string =>
  state === 'failed' && code !== null ? `${pen.say(words)} [${code}]` : pen.say(words);
