import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Returns, Tally } from '../../src/surveys/model.ts';
import { resultsOf } from '../../src/surveys/report-rules.ts';

const QUESTIONS = [
  { part: 1, text: '客服接待' },
  { part: 2, text: '维修服务' },
  { part: 3, text: '保洁卫生' },
];

/** All that were sent went to households, unless it is said how many did. */
const returns = (
  building: string,
  [households, sent, returned, valid]: [number, number, number, number],
  sentToHouseholds = sent,
): Returns => ({ building, households, sent, sentToHouseholds, returned, valid });

const tally = (building: string, part: number, answer: Answer, count: number): Tally => ({
  building,
  part,
  answer,
  count,
});

describe('the figures of a survey', () => {
  /*
   * By hand. Building 3: question 1: 4 satisfied, 1 fair; question 2: 2 satisfied, 1 fair,
   * 2 dissatisfied. Building 10: question 1: 1 fair, 1 dissatisfied; question 2: 1 satisfied,
   * 1 dissatisfied. Nobody answers question 3. Over all (4+1+2+1+1+1) of 14 = 10/14 = 71.4 %;
   * question 1: 6/7 = 85.7 %, question 2: 4/7 = 57.1 %, their mean 10/14 = 71.4 %.
   */
  const results = resultsOf(
    QUESTIONS,
    [returns('3', [9, 8, 6, 5]), returns('10', [3, 2, 2, 2]), returns('11', [1, 0, 0, 0])],
    [
      tally('3', 1, 'satisfied', 4),
      tally('3', 1, 'fair', 1),
      tally('3', 2, 'satisfied', 2),
      tally('3', 2, 'fair', 1),
      tally('3', 2, 'dissatisfied', 2),
      tally('10', 1, 'fair', 1),
      tally('10', 1, 'dissatisfied', 1),
      tally('10', 2, 'satisfied', 1),
      tally('10', 2, 'dissatisfied', 1),
    ],
  );

  it('over all', () => {
    const { households, sent, returned, valid } = results;
    expect([households, sent, returned, valid]).toEqual([13, 10, 8, 7]);
    expect(results.rate).toEqual({ numerator: 10, denominator: 14, percent: '71.4' });
    expect(results.returnRate).toEqual({ numerator: 8, denominator: 10, percent: '80.0' });
    expect(results.distributionRate).toEqual({ numerator: 10, denominator: 13, percent: '76.9' });
    expect(results.averageOfQuestions).toBe('71.4');
  });

  it('by question; one that nobody answered has no rate', () => {
    expect(results.questions).toEqual([
      {
        ...{ part: 1, text: '客服接待', satisfied: 4, fair: 2, dissatisfied: 1, answered: 7 },
        rate: { numerator: 6, denominator: 7, percent: '85.7' },
      },
      {
        ...{ part: 2, text: '维修服务', satisfied: 3, fair: 1, dissatisfied: 3, answered: 7 },
        rate: { numerator: 4, denominator: 7, percent: '57.1' },
      },
      {
        ...{ part: 3, text: '保洁卫生', satisfied: 0, fair: 0, dissatisfied: 0, answered: 0 },
        rate: { numerator: 0, denominator: 0, percent: null },
      },
    ]);
  });

  it('by building', () => {
    const shown = results.buildings.map((it) => [
      it.building,
      it.rate.percent,
      it.returnRate.percent,
    ]);
    expect(shown).toEqual([
      ['3', '80.0', '75.0'],
      ['10', '50.0', '100.0'],
      ['11', null, null],
    ]);
  });

  it('a form for a unit that is no household is sent, but distributed to none', () => {
    const some = resultsOf(
      QUESTIONS,
      [returns('3', [2, 3, 3, 3], 2), returns('4', [0, 1, 0, 0], 0)],
      [],
    );
    expect(some.distributionRate).toEqual({ numerator: 2, denominator: 2, percent: '100.0' });
    expect(some.returnRate).toEqual({ numerator: 3, denominator: 4, percent: '75.0' });
  });

  it('of a survey that was sent to nobody are no percentages', () => {
    const none = resultsOf(QUESTIONS, [], []);
    const rates = [none.rate, none.returnRate, none.distributionRate, none.questions[0]?.rate];
    expect(rates.map((rate) => rate?.percent)).toEqual([null, null, null, null]);
    expect(none.averageOfQuestions).toBeNull();
  });

  it('add up, by question and by building, to what they are over all', () => {
    const tallies = fc.array(
      fc.record({
        building: fc.constantFrom('3', '10'),
        part: fc.constantFrom(1, 2, 3),
        answer: fc.constantFrom<Answer>('satisfied', 'fair', 'dissatisfied'),
        count: fc.integer({ min: 1, max: 5000 }),
      }),
    );
    fc.assert(
      fc.property(tallies, (some) => {
        const buildings = ['3', '10'].map((it) => returns(it, [1, 1, 1, 1]));
        const { rate, questions, buildings: each } = resultsOf(QUESTIONS, buildings, some);
        for (const parts of [questions, each]) {
          const sum = (key: 'numerator' | 'denominator') =>
            parts.reduce((total, part) => total + part.rate[key], 0);
          expect([sum('numerator'), sum('denominator')]).toEqual([
            rate.numerator,
            rate.denominator,
          ]);
        }
      }),
    );
  });
});
