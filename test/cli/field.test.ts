import { describe, expect, it } from 'vitest';
import { choice, choices, type FieldEnv } from '../../src/cli/field.ts';
import { w } from '../../src/lib/words.ts';
import { UTC } from '../../src/lib/zone.ts';

const env: FieldEnv = {
  ...{ now: '2026-11-22T01:30:00Z', today: '2026-11-22', zone: UTC, lang: 'zh' },
};
const RESULTS = { a: w('Ａ级', 'Grade A'), other: w('其他（注明）', 'other (say which)') };
const label = w('结果', 'result');

describe('a choice', () => {
  it.each([
    ['by its key', 'other', 'other'],
    ['by its key in capitals', 'OTHER', 'other'],
    ['by its name as it is declared', '其他（注明）', 'other'],
    ['by its name in half-width signs', '其他(注明)', 'other'],
    ['by a name declared in full-width letters', 'A级', 'a'],
    ['by its English name', 'grade a', 'a'],
  ])('is read %s', (_, typed, key) => {
    expect(choice(RESULTS, { label }).parse(typed, env)).toBe(key);
  });

  it('is refused where there is none of that name', () => {
    expect(() => choice(RESULTS, { label }).parse('B级', env)).toThrow(
      expect.objectContaining({ code: 'unknown_choice' }),
    );
  });

  it('stands once among several', () => {
    expect(choices(RESULTS, { label }).parse('Ａ级、其他（注明）、a', env)).toEqual(['a', 'other']);
  });
});
