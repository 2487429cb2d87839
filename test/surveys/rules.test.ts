import { describe, expect, it } from 'vitest';
import type { Answers, State } from '../../src/surveys/model.ts';
import { isValid, nextStep, refusalOf, STEPS, type Step } from '../../src/surveys/rules.ts';

const filled = (answered: number, questions: number): Answers =>
  Array.from({ length: questions }, (_, at) => (at < answered ? 'dissatisfied' : null));

describe('a returned form is valid', () => {
  it.each([
    ['half of eight', 4, 8, 50, true],
    ['one less', 3, 8, 50, false],
    ['half of seven, rounded up', 4, 7, 50, true],
    ['half of seven, rounded down', 3, 7, 50, false],
    ['two thirds where 66 percent are asked', 2, 3, 66, true],
    ['two thirds where 67 percent are asked', 2, 3, 67, false],
    ['all where all are asked', 8, 8, 100, true],
    ['one less where all are asked', 7, 8, 100, false],
    ['one of fifty where 2 percent are asked', 1, 50, 2, true],
    ['none where 1 percent is asked', 0, 50, 1, false],
  ])('%s', (_, answered, questions, least, expected) => {
    expect(isValid(filled(answered, questions), least)).toBe(expected);
  });
});

describe('an open survey goes on', () => {
  it.each([
    ['with its sending, while nothing was sent', 0, 'wy survey send S261122-001 --all'],
    [
      'with its results and its closing from the first form on',
      1,
      'wy survey close S261122-001 "…"',
    ],
  ])('%s', (_, sent, line) => {
    const { zh, en } = nextStep({ no: 'S261122-001', sent });
    expect([zh.includes(line), en.includes(line)]).toEqual([true, true]);
  });
});

describe('the order of steps', () => {
  const states: readonly [State, string | undefined][] = [
    ['open', undefined],
    ['closed', 'survey_closed'],
    ['cancelled', 'survey_cancelled'],
  ];
  const cases = (Object.keys(STEPS) as Step[]).flatMap((step) =>
    states.map(([state, code]) => [step, state, code] as const),
  );
  it.each(cases)('%s a survey that is %s: %s', (step, state, code) => {
    const refusal = refusalOf(step, { no: 'S261122-001', year: '2026', state });
    expect(refusal?.code).toBe(code);
    if (code) expect(refusal?.hint?.en).toContain('wy survey');
  });
});
