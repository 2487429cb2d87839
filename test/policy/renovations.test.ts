import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';

const mistakes = async (text: string) => {
  const compiled = await compilePolicy(text);
  return 'mistakes' in compiled
    ? compiled.mistakes.map(({ path, words }) => `${path}: ${words.zh}`)
    : [];
};

const fees = (text: string) => `renovations:\n  fees: {${text}}\n`;

describe('what a renovation is charged', () => {
  it.each([
    ['as shipped', ''],
    ['nothing at all', fees('household: [], team: [], pass: []')],
    ["a deposit of the team's for each pass", fees('pass: [permit]')],
    [
      "the household's rubbish as the team's",
      fees('household: [renovation], team: [team, rubbish]'),
    ],
  ])('%s', async (_, text) => {
    expect(await mistakes(text)).toEqual([]);
  });

  it.each([
    ['an unknown key', fees('household: [nothing]'), 'household.0: 应是 deposits'],
    ['an inherited word', fees('household: [constructor]'), 'household.0: 应是 deposits'],
    [
      "a deposit of the team's of the household",
      fees('household: [team], team: []'),
      'household.0: 应是 deposits',
    ],
    [
      'a tariff that is billed by its cycle',
      fees('household: [energy]'),
      'household.0: 应是 deposits',
    ],
    ['the same of both', fees('household: [rubbish], team: [rubbish]'), 'team.0: 同一项'],
    ['the same twice', fees('household: [rubbish, rubbish]'), 'household.1: 同一项'],
    ['a pass like a lost one', fees('pass: [lost-permit]'), 'renovations.lost: 同一项'],
    [
      'a lost one like a claim',
      'renovations:\n  lost: compensation\n',
      'renovations.claim: 同一项',
    ],
    [
      'a claim that is a deposit',
      'renovations:\n  claim: renovation\n',
      'renovations.claim: 应是 fees.tariffs',
    ],
  ])('refused: %s', async (_, text, words) => {
    expect(await mistakes(text)).toEqual([expect.stringContaining(words)]);
  });
});
