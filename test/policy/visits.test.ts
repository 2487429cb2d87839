import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';

async function mistakesIn(sample: string) {
  const compiled = await compilePolicy(`visits:\n  sample:\n${sample}`);
  const mistakes = 'mistakes' in compiled ? compiled.mistakes : [];
  return mistakes.map(({ path }) => path);
}

describe('the sample of a month', () => {
  it.each([
    ['fewer are to be visited than are drawn', '    least: 19\n    most: 20', []],
    ['all that are drawn', '    least: 20\n    most: 20', []],
    ['more than are drawn', '    least: 21\n    most: 20', ['visits.sample.least']],
    ['more than the default draws', '    least: 26', ['visits.sample.least']],
    ['fewer are drawn than the default wants visited', '    most: 19', ['visits.sample.least']],
  ])('%s', async (_, sample, mistakes) => {
    expect(await mistakesIn(sample)).toEqual(mistakes);
  });
});
