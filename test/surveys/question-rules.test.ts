import { describe, expect, it } from 'vitest';
import { WyError } from '../../src/lib/errors.ts';
import { readQuestions } from '../../src/surveys/question-rules.ts';

function codeOf(text: string): string {
  try {
    readQuestions(text);
    return 'read';
  } catch (error) {
    return error instanceof WyError ? error.code : 'bug';
  }
}

const many = (count: number) => Array.from({ length: count }, (_, at) => `题目甲${at}`).join('\n');

describe('the questions of a file', () => {
  it.each([
    ['a number and a dot', '1. 客服接待', '客服接待'],
    ['a number and a Chinese comma', '1、客服接待', '客服接待'],
    ['a full-width number', '１２．客服接待', '客服接待'],
    ['in brackets', '（1）客服接待', '客服接待'],
    ['in brackets and with a comma', '(12)、客服接待', '客服接待'],
    ['half a bracket', '1) 客服接待', '客服接待'],
    ['a Chinese number', '三、客服接待', '客服接待'],
    ['第 … 题', '第1题：客服接待', '客服接待'],
    ['第 … 题 without a colon', '第十二题 客服接待', '客服接待'],
    ['a dash', '- 客服接待', '客服接待'],
    ['a number that belongs to it', '24小时报修', '24小时报修'],
    ['a building that belongs to it', '3栋保洁', '3栋保洁'],
    ['a decimal that belongs to it', '1.5米以上绿化', '1.5米以上绿化'],
    ['a Chinese number that belongs to it', '一楼大堂保洁', '一楼大堂保洁'],
    ['punctuation of its own', '客服接待（态度、效率）', '客服接待（态度、效率）'],
    ['spaces around', '　 客服接待\t', '客服接待'],
  ])('%s', (_, line, question) => {
    expect(readQuestions(line)).toEqual([question]);
  });

  it('blank lines and remarks are passed over, whatever ends the lines', () => {
    expect(readQuestions('# 2026\r\n\r\n1. 客服\r\n  \r\n2. 维修\r3. 保洁\n#4. 绿化')).toEqual([
      '客服',
      '维修',
      '保洁',
    ]);
  });

  it.each([
    ['nothing', '', 'bad_question_count'],
    ['nothing but remarks', '# 客服\n\n# 维修', 'bad_question_count'],
    ['one', many(1), 'read'],
    ['fifty', many(50), 'read'],
    ['fifty-one', many(51), 'bad_question_count'],
    ['200 characters', '题'.repeat(200), 'read'],
    ['201 characters', '题'.repeat(201), 'long_question'],
    ['the same twice under two numbers', '1. 客服\n2. 客服', 'question_twice'],
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
