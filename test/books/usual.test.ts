import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/books/model.ts';
import { readUsual } from '../../src/books/usual-rules.ts';
import { UTC } from '../../src/lib/zone.ts';
import { booksOf } from '../support/ledger.ts';
import { withFields } from './declared.ts';

const now = { today: '2026-11-22', now: '2026-11-22T01:30:00Z', zone: UTC };

const fieldOf = (lines: string) =>
  (booksOf(withFields(`it: { label: 甲, ${lines} }`)).find(({ key }) => key === 'umbrella') as Book)
    .fields[0] as Book['fields'][number];

describe('what is usual', () => {
  it.each([
    ['nothing', 'type: text', undefined],
    ['a text', 'type: text, usual: 前台', '前台'],
    ['a key of a choice', 'type: choice, choices: { a: 甲, b: 乙 }, usual: b', 'b'],
    ['its word', 'type: choice, choices: { a: 甲, b: 乙 }, usual: 乙', 'b'],
    ['some choices', 'type: choices, choices: { a: 甲, b: 乙 }, usual: "a, b"', ['a', 'b']],
    ['today', 'type: day, usual: today', '2026-11-22'],
    ['tomorrow', 'type: day, usual: +1d', '2026-11-23'],
    ['now', 'type: moment, usual: now', '2026-11-22T01:30:00Z'],
    ['a number', 'type: whole, usual: "1"', 1],
    ['thousandths', 'type: decimal, usual: 1.5', 1500],
    ['fen', 'type: money, usual: 5.00', 500],
    ['yes', 'type: yesno, usual: yes', true],
    ['no', 'type: yesno, usual: no', false],
    ['nobody on duty', 'type: staff, usual: duty', undefined],
  ])('%s', (_, lines, value) => expect(readUsual(fieldOf(lines), now)).toEqual(value));

  it('is whoever is on duty', () =>
    expect(readUsual(fieldOf('type: staff, usual: duty'), { ...now, onDuty: '王芳' })).toBe(
      '王芳',
    ));
});
