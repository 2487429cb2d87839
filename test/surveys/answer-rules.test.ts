import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WyError } from '../../src/lib/errors.ts';
import { readAnswers } from '../../src/surveys/answer-rules.ts';

const QUESTIONS = ['客服接待', '维修服务', '保洁卫生', '绿化养护'].map((text, at) => ({
  part: at + 1,
  text,
}));

const KEYS = { s: 'satisfied', f: 'fair', d: 'dissatisfied', '-': null } as const;

/** `sf-d` for what is expected. */
const meant = (keys: string) => [...keys].map((key) => KEYS[key as keyof typeof KEYS]);

function refusalOf(typed: string, questions = QUESTIONS): WyError {
  try {
    readAnswers(typed, questions);
  } catch (error) {
    if (error instanceof WyError) return error;
  }
  throw new Error(`${typed} was read`);
}

describe('the answers of a form', () => {
  it.each([
    ['a key for each', '12-3', 'sf-d'],
    ['a first one left out', '-123', '-sfd'],
    ['none at all', '----', '----'],
    ['keys and commas', '1,2,-,3', 'sf-d'],
    ['keys and spaces', '1 2 - 3', 'sf-d'],
    ['full width', '１，２，－，３', 'sf-d'],
    ['full width without commas', '１２－３', 'sf-d'],
    ['the dash of an input method', '12——3', 'sf-d'],
    ['first characters', '满基-不', 'sf-d'],
    ['characters and figures', '满2-不', 'sf-d'],
    ['words', '满意,基本满意,-,不满意', 'sf-d'],
    ['words and the Chinese comma', '满意、基本满意、-、不满意', 'sf-d'],
    ['words of a finer scale', '非常满意 比较满意 一般 很不满意', 'sffd'],
    ['keys of a program', 'satisfied,fair,-,dissatisfied', 'sf-d'],
    ['English, in capitals', 'Satisfied,Fair,-,Dissatisfied', 'sf-d'],
    ['a comma at the end', '1,2,-,3,', 'sf-d'],
  ])('%s: %s', (_, typed, expected) => {
    expect(readAnswers(typed, QUESTIONS)).toEqual(meant(expected));
  });

  it.each([
    ['a figure above the scale', '1,2,4,3', 'answer_off_scale', '第 3 题“保洁卫生”的答案“4”'],
    ['a figure below it', '0123', 'answer_off_scale', '第 1 题“客服接待”的答案“0”'],
    ['a figure above it, without commas', '1129', 'answer_off_scale', '第 4 题'],
    ['a word that is none', '满意,好,满意,满意', 'answer_off_scale', '第 2 题“维修服务”的答案“好”'],
    ['one too few', '123', 'too_few_answers', '共 4 题，给了 3 个'],
    ['one too many', '12312', 'too_many_answers', '共 4 题，给了 5 个'],
    ['one word for all', '满意', 'too_few_answers', '给了 1 个'],
    ['nothing but commas', ',,,', 'too_few_answers', '给了 0 个'],
    ['an answer left out between commas', '1,,2,3', 'too_few_answers', '给了 3 个'],
    ['a word of the language', '1,2,constructor,3', 'answer_off_scale', 'constructor'],
  ])('refuses %s: %s', (_, typed, code, words) => {
    const refusal = refusalOf(typed);
    expect([refusal.kind, refusal.code]).toEqual(['usage', code]);
    expect(refusal.words.zh).toContain(words);
    expect(refusal.hint?.zh).toContain('1 满意、2 基本满意、3 不满意');
  });

  it('of one question may be a word', () => {
    expect(readAnswers('不满意', QUESTIONS.slice(0, 1))).toEqual(['dissatisfied']);
    expect(readAnswers('3', QUESTIONS.slice(0, 1))).toEqual(['dissatisfied']);
  });

  it('are the same however they are typed', () => {
    const WORDS = { 1: '满意', 2: '基本满意', 3: '不满意', '-': '-' };
    const forms = fc.array(fc.constantFrom('1', '2', '3', '-'), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(forms, fc.constantFrom(',', '，', '、', ' ', ';'), (keys, between) => {
        const run = readAnswers(keys.join(''), QUESTIONS);
        const words = keys.map((key) => WORDS[key as keyof typeof WORDS]);
        expect(readAnswers(keys.join(between), QUESTIONS)).toEqual(run);
        expect(readAnswers(words.join(between), QUESTIONS)).toEqual(run);
      }),
    );
  });
});
