import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';

const repairAs = async (key: string): Promise<string[]> => {
  const compiled = await compilePolicy(`fees:\n  repair: ${key}\n`);
  return 'mistakes' in compiled ? compiled.mistakes.map(({ path }) => path) : [];
};

describe('a repair is charged to', () => {
  it.each([
    ['the tariff shipped for it', 'repair', []],
    ['another that is charged once', 'service', []],
    ['none that is billed by cycles', 'energy', ['fees.repair']],
    ['none that nobody knows', 'mending', ['fees.repair']],
    ['nothing that is no tariff', 'constructor', ['fees.repair']],
  ])('%s', async (_, key, paths) => {
    expect(await repairAs(key)).toEqual(paths);
  });
});
