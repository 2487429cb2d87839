import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withDifferences } from '../../src/demo/policy.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import { policyText } from '../../src/policy/template.ts';

const DIFFERENCES = readFileSync(
  path.join(import.meta.dirname, '../../fixtures/estate/policy.yaml'),
  'utf8',
);

describe('the policy of the sample estate', () => {
  it('has the differences in their places and keeps its comments', () => {
    const text = 'a:\n  b: 1 # one\n  c: {d: 2} #zh two\ne: 3\n';
    expect(withDifferences(text, 'a:\n  c: {d: 4, f: 5}\n  b: 10\n')).toBe(
      'a:\n  b: 10 # one\n  c: {d: 4, f: 5} #zh two\ne: 3\n',
    );
  });

  it('refuses a difference that has no place', () => {
    expect(() => withDifferences('a: 1\n', 'b: 2\n')).toThrow('b');
  });

  it.each(['zh', 'en'] as const)(
    'is sound, with the tariffs of the estate, in %s',
    async (lang) => {
      const shipped = policyText(lang, { siteName: '蓝天新苑', operators: {} });
      const compiled = await compilePolicy(withDifferences(shipped, DIFFERENCES));
      if ('mistakes' in compiled) throw new Error(JSON.stringify(compiled.mistakes));
      const { tariffs } = compiled.policy.fees;
      const charged = Object.keys(tariffs).filter((key) => tariffs[key]?.active);
      expect(charged).toEqual(
        expect.arrayContaining([
          'energy',
          'property',
          'property-shop',
          'parking',
          'water',
          'lease',
        ]),
      );
      expect(tariffs.property?.rates.map((it) => it.rateTenthousandths)).toEqual([13_500, 15_500]);
      expect(tariffs['property-shop']?.penalty.dailyMillionths).toBe(500);
    },
  );
});
