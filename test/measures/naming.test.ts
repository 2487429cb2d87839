import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/measures/families.ts';
import { figureNamed } from '../../src/measures/naming.ts';
import { RATES } from '../../src/measures/rates.ts';

const figures = FAMILIES.flatMap(({ key, figures }) =>
  Object.keys(figures).map((figure) => `${key}.${figure}`),
);

describe('the names of figures and rates', () => {
  it('stand for one thing each', () => {
    const names = [...figures, ...Object.keys(RATES)];
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('of a family are no other family’s', () => {
    const keys = FAMILIES.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(Object.entries(RATES))('%s is made of figures', (_, { numerator, denominator }) => {
    expect([numerator, denominator].filter((name) => !figureNamed(name))).toEqual([]);
  });
});
