import { describe, expect, it } from 'vitest';
import { Pen } from '../../src/cli/pen.ts';
import { asMoney, asText, type Shape } from '../../src/cli/shape.ts';
import { w } from '../../src/lib/words.ts';

interface Row {
  unit: string;
  paidFen: number;
  owedFen: number;
}

const SHAPE: Shape<Row> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asMoney('paid', w('已缴', 'Paid'), (it) => it.paidFen, { spare: true }),
  asMoney('owed', w('未缴', 'Owed'), (it) => it.owedFen),
];

const ROWS = [{ unit: '3-2-1501', paidFen: 120_00, owedFen: 80_44 }];

const penOf = (width: number | undefined) => {
  const zone = { name: 'Asia/Shanghai', shifts: [[0, 480]] } as const;
  const as = { lang: 'en', zone, now: '2026-11-22T01:30:00Z', reveal: false } as const;
  return new Pen(as, { width, color: false });
};

const drawn = (width: number | undefined, rows: readonly Row[] = ROWS) =>
  penOf(width).table(SHAPE, rows);

const WHOLE = 'Unit        Paid   Owed\n3-2-1501  120.00  80.44';
const LEAN = 'Unit       Owed\n3-2-1501  80.44';
const CARD = 'Unit  3-2-1501\nPaid  120.00\nOwed  80.44';

describe('a table', () => {
  it.each([
    ['on paper of any width', undefined, WHOLE],
    ['that just fits', 23, WHOLE],
    ['one column too wide: without what can be spared', 22, LEAN],
    ['that just fits without it', 15, LEAN],
    ['one column too wide even so: as cards, with all of it', 14, CARD],
  ])('%s', (_, width, text) => {
    expect(drawn(width)).toBe(text);
  });

  it('of nothing still has its heads', () => {
    expect(drawn(10, [])).toContain('Owed');
  });
});

describe('labels and values', () => {
  const label = 'see to debts whose limitation ends soon';
  const pairs = [[w('处理', label), 'wy fee limitation --within 6mo']] as const;

  it.each([
    ['beside each other', 71, `${label}  wy fee limitation --within 6mo`],
    ['wrapped', 61, `${label}  wy fee limitation\n${' '.repeat(41)}--within 6mo`],
    ['below each other with too little room', 60, `${label}\n  wy fee limitation --within 6mo`],
    ['below each other, wrapped', 20, `${label}\n  wy fee limitation\n  --within 6mo`],
  ])('%s', (_, width, text) => {
    expect(penOf(width).pairs(pairs)).toBe(text);
  });
});
