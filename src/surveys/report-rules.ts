import { averageOf, type Rate, rateOf } from '../lib/rate.ts';
import type { Answer, Question, Returns, Tally } from './model.ts';

export interface QuestionResult extends Question, Record<Answer, number> {
  answered: number;
  rate: Rate;
}

export interface BuildingResult extends Returns {
  returnRate: Rate;
  rate: Rate;
}

export interface Results extends Omit<Returns, 'building' | 'sentToHouseholds'> {
  /** Sent to households ÷ households: a form for a unit that is none does not count. */
  distributionRate: Rate;
  /** Returned ÷ sent. */
  returnRate: Rate;
  /** (Satisfied + fair) ÷ all answers of valid forms. */
  rate: Rate;
  /** The other way of reckoning: the mean of the rates of those questions that were answered. */
  averageOfQuestions: string | null;
  questions: readonly QuestionResult[];
  buildings: readonly BuildingResult[];
}

/** The figures of a survey; nothing to divide by gives no percentage. */
export function resultsOf(
  questions: readonly Question[],
  returns: readonly Returns[],
  tallies: readonly Tally[],
): Results {
  const sum = (key: keyof Omit<Returns, 'building'>) =>
    returns.reduce((total, each) => total + each[key], 0);
  const [households, sent, returned] = [sum('households'), sum('sent'), sum('returned')];
  const results = questions.map((question) =>
    questionResult(
      question,
      tallies.filter(({ part }) => part === question.part),
    ),
  );
  return {
    households,
    sent,
    returned,
    valid: sum('valid'),
    distributionRate: rateOf(sum('sentToHouseholds'), households),
    returnRate: rateOf(returned, sent),
    rate: satisfactionOf(tallies),
    averageOfQuestions: averageOf(results.map(({ rate }) => rate)),
    questions: results,
    buildings: returns.map((each) => ({
      ...each,
      returnRate: rateOf(each.returned, each.sent),
      rate: satisfactionOf(tallies.filter(({ building }) => building === each.building)),
    })),
  };
}

function questionResult(question: Question, tallies: readonly Tally[]): QuestionResult {
  return {
    ...question,
    satisfied: countOf(tallies, 'satisfied'),
    fair: countOf(tallies, 'fair'),
    dissatisfied: countOf(tallies, 'dissatisfied'),
    answered: countOf(tallies),
    rate: satisfactionOf(tallies),
  };
}

const satisfactionOf = (tallies: readonly Tally[]): Rate =>
  rateOf(countOf(tallies, 'satisfied') + countOf(tallies, 'fair'), countOf(tallies));

const countOf = (tallies: readonly Tally[], answer?: Answer): number =>
  tallies
    .filter((each) => answer === undefined || each.answer === answer)
    .reduce((total, { count }) => total + count, 0);
