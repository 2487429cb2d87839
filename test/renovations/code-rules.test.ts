import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/policy/policy.ts';
import { codesTyped, codeTyped, type Group } from '../../src/renovations/code-rules.ts';
import { codeOf } from '../support/checks.ts';
import { defaultPolicy, policyOf } from '../support/ledger.ts';

const meant = (policy: Policy, typed: string) => codeTyped(policy, 'violations', typed);

describe('a violation that is typed', () => {
  it.each([
    ['the code', 'V09', 'V09'],
    ['in small letters', 'v09', 'V09'],
    ['without its zero', 'V9', 'V09'],
    ['the number alone', '9', 'V09'],
    ['with too many zeros', '009', 'V09'],
    ['in full width', 'Ｖ０９', 'V09'],
    ['the last one', '32', 'V32'],
    ['with two digits, not 2', 'V20', 'V20'],
    ['the whole name', '擅自开工', 'V01'],
    ['a name with commas', '乱拉电线，超负荷用电', 'V02'],
    ['the beginning of a name', '在承重墙', 'V09'],
    ['the English beginning', 'hot work', 'V18'],
    ['the end of its name', '开工', 'V01'],
    ['what it is about', '冲洗地面', 'V23'],
  ])('is understood: %s', async (_, typed, code) => {
    expect(meant(await defaultPolicy(), typed)).toBe(code);
  });

  it.each([
    ['one more than there are', 'V33', 'unknown_violation'],
    ['none', 'V00', 'unknown_violation'],
    ['one character', '窗', 'unknown_violation'],
    ['a number in words', '九号', 'unknown_violation'],
    ['nothing', '，', 'unknown_violation'],
    ['the beginning of several', '随意改', 'ambiguous_violation'],
    ['a part of several', '阳台', 'ambiguous_violation'],
  ])('is refused: %s', async (_, typed, code) => {
    const policy = await defaultPolicy();
    expect(codeOf(() => meant(policy, typed))).toBe(code);
  });

  it('may be one of the site', async () => {
    const policy = await policyOf(
      'site: {name: 蓝天新苑}\nrenovations: {violations: {X-1: {name: 夜间施工扰民}}}\n',
    );
    expect(meant(policy, 'x-1')).toBe('X-1');
    expect(meant(policy, '夜间施工扰民')).toBe('X-1');
  });
});

describe('codes of a list', () => {
  it.each<[string, Group, readonly string[], readonly string[]]>([
    ['numbers of violations', 'violations', ['9', 'v9', '2'], ['V09', 'V02']],
    ['numbers that side by side are another', 'violations', ['1', '2'], ['V01', 'V02']],
    [
      'a name with a comma, then a code',
      'violations',
      ['乱拉电线', '超负荷用电', 'V01'],
      ['V02', 'V01'],
    ],
    ['a part of a name', 'papers', ['图纸', '说明书'], ['drawings', 'description']],
    ['what a clerk calls it', 'works', ['防水'], ['waterproofing']],
    ['a ground by its wall', 'grounds', ['承重墙'], ['load-bearing']],
  ])('%s', async (_, group, typed, codes) => {
    expect(codesTyped(await defaultPolicy(), group, typed)).toEqual(codes);
  });

  it.each<[string, Group, string, string]>([
    ['a part of several', 'papers', '批准文件', 'ambiguous_code'],
    ['none of them', 'papers', 'V9', 'unknown_code'],
    ['a number among papers', 'papers', '1', 'unknown_code'],
    ['one more than there are', 'violations', '33', 'unknown_violation'],
  ])('refused: %s', async (_, group, typed, code) => {
    const policy = await defaultPolicy();
    expect(codeOf(() => codesTyped(policy, group, [typed]))).toBe(code);
  });
});
