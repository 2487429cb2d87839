import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';

/** What is said of a policy's section `surveys`: path and words. */
async function mistakesOf(section: string): Promise<string[]> {
  const compiled = await compilePolicy(`surveys:\n  ${section}\n`);
  if (!('mistakes' in compiled)) return [];
  return compiled.mistakes.map(({ path, words }) => `${path} ${words.en}`);
}

const many = (count: number) =>
  `questions: [${Array.from({ length: count }, (_, at) => `题目${at}`).join(', ')}]`;

describe('the policy of surveys', () => {
  it.each([
    ['no question', 'questions: []', 'surveys.questions This takes 1 to 50'],
    ['fifty', many(50), undefined],
    ['fifty-one', many(51), 'surveys.questions This takes 1 to 50'],
    ['one twice', 'questions: [客服, 维修, 客服]', 'surveys.questions'],
    ['no target', "target: ''", undefined],
    ['all of it', 'target: 100', undefined],
    ['more than all', 'target: 100.1', 'surveys.target This is a percentage'],
    ['two decimals', 'target: 92.55', 'surveys.target This is a percentage'],
    ['a sign', 'target: 90%', 'surveys.target This is a percentage'],
    ['a form that nobody need answer', 'validAnswers: 0', 'surveys.validAnswers'],
  ])('%s', async (_, section, expected) => {
    const mistakes = await mistakesOf(section);
    expect(mistakes).toHaveLength(expected === undefined ? 0 : 1);
    if (expected !== undefined) expect(mistakes[0]).toContain(expected);
  });
});
