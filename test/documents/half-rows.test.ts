import { expect, it } from 'vitest';
import type { Row } from '../../src/documents/model.ts';
import { pageHtml } from '../../src/documents/page.ts';

/** `a` is short, `A` takes the whole width. */
const linesOf = (labels: string): string[] => {
  const rows = [...labels].map((label): Row => {
    const row = { label, value: label };
    return label === label.toLowerCase() ? { ...row, half: true } : row;
  });
  const page = pageHtml([
    {
      lang: 'zh',
      letterhead: { company: '', name: '', phone: '', address: '' },
      ...{ title: '', no: null, marks: [], foot: null, printed: '' },
      parts: [{ kind: 'rows', rows }],
    },
  ]);
  const body = page.slice(page.indexOf('<body>'));
  return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, line = '']) =>
    [...line.matchAll(/<td( colspan="3")?>(.)/g)]
      .map(([, span, label]) => (span ? `${label}3` : label))
      .join(' '),
  );
};

it.each([
  ['no short ones', 'AB', ['A', 'B']],
  ['one short one', 'aB', ['a', 'B']],
  ['two', 'ab', ['a b']],
  ['three: the last has the line to itself', 'abc', ['a b', 'c3']],
  ['a whole one between two', 'aBc', ['a', 'B', 'c']],
  ['a whole one after two', 'abC', ['a b', 'C3']],
])('%s', (_, labels, lines) => {
  expect(linesOf(labels)).toEqual(lines);
});
