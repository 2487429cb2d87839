import { describe, expect, it } from 'vitest';
import { standing } from '../../src/dunning/returned-rules.ts';

describe('messages that came back', () => {
  const sms = { way: 'sms', result: 'sent', tracking: null } as const;
  const back = { ...sms, result: 'returned' } as const;
  const wechat = { ...sms, way: 'wechat' } as const;
  const post = { ...sms, way: 'letter' } as const;
  const [first, second] = [
    { ...post, tracking: 'A' },
    { ...post, tracking: 'B' },
  ];

  it.each<[string, Parameters<typeof standing>[0], Parameters<typeof standing>[0]]>([
    ['none', [sms, post], [sms, post]],
    ['an SMS', [sms, back], []],
    ['the last of two', [sms, sms, back], [sms]],
    ['both of two', [sms, sms, back, back], []],
    ['one sent again after it', [sms, back, sms], [sms]],
    ['one of another way', [wechat, back], [wechat]],
    [
      'one that was answered',
      [{ ...sms, result: 'reached' }, back],
      [{ ...sms, result: 'reached' }],
    ],
    ['nothing that was sent', [back], []],
    [
      'a call in vain is none',
      [sms, { ...sms, way: 'phone', result: 'no-answer' }],
      [sms, { ...sms, way: 'phone', result: 'no-answer' }],
    ],
    ['the letter of that number', [first, second, { ...first, result: 'returned' }], [second]],
    ['a letter nobody took', [first, { ...first, result: 'no-answer' }], []],
    ['of no known number the last', [first, second, { ...post, result: 'returned' }], [first]],
    [
      'with one booked before its number was known',
      [post, first, { ...first, result: 'returned' }],
      [],
    ],
    ['booked before its number was known', [post, first, { ...post, result: 'returned' }], []],
    [
      'one that was delivered stays',
      [{ ...post, result: 'reached' }, post, { ...post, result: 'returned' }],
      [{ ...post, result: 'reached' }],
    ],
    ['a letter of another number', [first, { ...second, result: 'returned' }], [first]],
  ])('%s', (_, contacts, expected) => {
    expect(standing(contacts)).toEqual(expected);
  });
});
