import { describe, expect, it } from 'vitest';
import { notScrambled } from '../../src/cash/safe-rules.ts';

describe('the safe', () => {
  it('is not left with its code as it was', () => {
    expect(notScrambled(true)).toBeUndefined();
    expect(notScrambled(false)?.code).toBe('code_not_scrambled');
  });
});
