import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';

async function mistakesIn(text: string) {
  const compiled = await compilePolicy(`moves:\n${text}`);
  const mistakes = 'mistakes' in compiled ? compiled.mistakes : [];
  return mistakes.map(({ path, line }) => `${path} ${line}`);
}

describe('a code that has no name', () => {
  it.each([
    ['a paper', '  papers:\n    owner: [id-card, passport]', 'moves.papers.owner.1 3'],
    ['a form', '  forms: [covenant]', 'moves.forms.0 2'],
    ['a form of a change of owner', '  forTransfer: [covenant]', 'moves.forTransfer.0 2'],
    ['goods', '  handouts: [keys, remote]', 'moves.handouts.1 2'],
    ['what comes back', '  returns: [remote]', 'moves.returns.0 2'],
    ['a settlement', '  settlements: [loans]', 'moves.settlements.0 2'],
    ['a paper among the goods', '  handouts: [id-card]', 'moves.handouts.0 2'],
    [
      'a meter, which cannot be named',
      '  meters: [steam]\n  names: {steam: 蒸汽}',
      'moves.meters.0 2',
    ],
    ['what every object has', '  forms: [constructor]', 'moves.forms.0 2'],
  ])('%s is refused', async (_, text, found) => {
    expect(await mistakesIn(text)).toEqual([found]);
  });

  it('a name makes it known, a list may be empty', async () => {
    const text = '  handouts: [keys, remote]\n  returns: []\n  names: {remote: 遥控器, keys: 门匙}';
    expect(await mistakesIn(text)).toEqual([]);
  });

  it.each([['遥控器'], ['a,b'], ['Remote'], ['a b'], ['all']])(
    '%s cannot be typed as a code',
    async (code) => {
      const text = `  names:\n    "${code}": 某物`;
      expect(await mistakesIn(text)).toEqual([`moves.names.${code} 3`]);
    },
  );
});
