import { expect, it } from 'vitest';
import { partTyped } from '../../src/forms/part-rules.ts';

it.each([
  ['a number alone', 'D261122-001', 'D261122-001', undefined],
  ['the end of one', '001', '001', undefined],
  ['a part of two digits', 'D261122-001-02', 'D261122-001', 2],
  ['a part of one digit', 'D261122-001-2', 'D261122-001', 2],
  ['the end of a number with a part', '001-12', '001', 12],
  ['full width', ' Ｄ261122－001－02 ', 'D261122-001', 2],
  ['three digits are no part', '001-002', '001-002', undefined],
  ['no part at all', '', '', undefined],
])('%s', (_, typed, no, part) => {
  expect(partTyped(typed)).toEqual({ no, part });
});
