import { misused, type WyError } from '../lib/errors.ts';
import { plainDashes } from '../lib/half-width.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Answer, Answers, Question } from './model.ts';

/** What an answer is called where it is written out: by the desk, or in a sheet. */
export const ANSWER_NAMES: Readonly<Record<Answer, readonly string[]>> = {
  satisfied: ['满意', '很满意', '非常满意', 'satisfied', 'very satisfied'],
  fair: ['基本满意', '较满意', '比较满意', '一般', 'fair', 'fairly satisfied'],
  dissatisfied: ['不满意', '很不满意', '非常不满意', '不太满意', 'dissatisfied', 'not satisfied'],
};

/** A mark for a question that was left out. */
export const NO_ANSWER = '-';

/** What a clerk with a pile of forms types for each: one key. */
const SHORT: ReadonlyMap<string, Answer> = new Map([
  ['1', 'satisfied'],
  ['2', 'fair'],
  ['3', 'dissatisfied'],
  ['满', 'satisfied'],
  ['基', 'fair'],
  ['不', 'dissatisfied'],
]);

export const SCALE: Words = w(
  '1 满意、2 基本满意、3 不满意、- 未答',
  '1 satisfied, 2 fair, 3 dissatisfied, - not answered',
);

const BETWEEN = /[,，、;；\s]+/;

/**
 * The answers on one form: `1,2,-,3`, `满意、基本满意、-、不满意`, or a key for each question without
 * anything between, `12-3`. Refuses an answer that is none (`answer_off_scale`), naming question and
 * scale, and too many or too few of them.
 */
export function readAnswers(typed: string, questions: readonly Question[]): Answers {
  const pieces = piecesOf(typed, questions.length);
  const answers = questions.map((question, at) => {
    const piece = pieces[at];
    return piece === undefined ? null : answerOf(piece, question);
  });
  if (pieces.length !== questions.length) throw countOff(pieces.length, questions.length);
  return answers;
}

function piecesOf(typed: string, wanted: number): string[] {
  const text = plainDashes(typed.normalize('NFKC')).trim();
  const pieces = text.split(BETWEEN).filter((piece) => piece !== '');
  const [only = ''] = pieces;
  const isRun = pieces.length === 1 && wanted > 1 && nameOf(only) === undefined;
  return isRun && [...only].every(isShort) ? [...only] : pieces;
}

const isShort = (key: string) => SHORT.has(key) || key === NO_ANSWER || /^\p{N}$/u.test(key);

function answerOf(piece: string, question: Question): Answer | null {
  if (piece === NO_ANSWER) return null;
  const answer = SHORT.get(piece) ?? nameOf(piece);
  if (answer) return answer;
  throw offScale(piece, question);
}

function nameOf(text: string): Answer | undefined {
  const wanted = text.toLowerCase();
  const results = Object.keys(ANSWER_NAMES) as Answer[];
  return results.find((result) => ANSWER_NAMES[result].includes(wanted));
}

const offScale = (piece: string, { part, text }: Question): WyError =>
  misused(
    'answer_off_scale',
    w(
      `第 ${part} 题“${text}”的答案“${piece}”不在选项内。`,
      `The answer "${piece}" to question ${part}, "${text}", is none of the scale.`,
    ),
    w(`每题写：${SCALE.zh}`, `Write for each: ${SCALE.en}`),
  );

const countOff = (given: number, wanted: number): WyError =>
  misused(
    given > wanted ? 'too_many_answers' : 'too_few_answers',
    w(
      `共 ${wanted} 题，给了 ${given} 个答案。`,
      `There are ${wanted} questions and ${given} answers.`,
    ),
    w(`每题一个，没答的写 -：${SCALE.zh}`, `One for each, - where there is none: ${SCALE.en}`),
  );
