import { describe, expect, it } from 'vitest';
import {
  deliveredOnOf,
  effectiveOn,
  endsPromise,
  faultOf,
  promiseStateOf,
  stageOf,
  type TypedContact,
} from '../../src/dunning/contact-rules.ts';

const TODAY = '2026-11-22';

const base: TypedContact = {
  way: 'phone',
  result: 'reached',
  promiseOn: undefined,
  tracking: undefined,
  deliveredOn: undefined,
  signedBy: undefined,
  relation: undefined,
};

const letter = { way: 'letter', result: 'reached' } as const;
const signed = { signedBy: '张伟', relation: 'self' } as const;

describe('what is typed of a contact', () => {
  it.each<[string, Partial<TypedContact>, string | undefined]>([
    ['a call', {}, undefined],
    ['a call that was sent', { result: 'sent' }, 'result_of_other_way'],
    ['a visit that came back', { way: 'visit', result: 'returned' }, 'result_of_other_way'],
    ['an SMS that came back', { way: 'sms', result: 'returned' }, undefined],
    ['a promise without its day', { result: 'promised' }, 'promise_without_day'],
    ['a promise for today', { result: 'promised', promiseOn: TODAY }, undefined],
    ['a promise for yesterday', { result: 'promised', promiseOn: '2026-11-21' }, 'promise_passed'],
    ['a day without a promise', { promiseOn: '2026-12-01' }, 'promise_of_other_result'],
    ['a call with a tracking number', { tracking: 'EMS1' }, 'no_letter'],
    ['a call delivered', { deliveredOn: TODAY }, 'no_letter'],
    ['a letter delivered today', { ...letter, deliveredOn: TODAY }, undefined],
    [
      'a letter delivered tomorrow',
      { ...letter, deliveredOn: '2026-11-23' },
      'delivered_in_future',
    ],
    [
      'a letter back and delivered',
      { way: 'letter', result: 'returned', deliveredOn: TODAY },
      'delivered_and_returned',
    ],
    ['a call signed for', { ...signed }, 'nothing_signed'],
    ['a visit signed for', { way: 'visit', ...signed }, undefined],
    [
      'a visit in vain signed for',
      { way: 'visit', result: 'no-answer', ...signed },
      'nothing_signed',
    ],
    ['signed by nobody knows whom', { ...letter, signedBy: '张伟' }, 'signer_unknown'],
    ['a relation to nobody', { ...letter, relation: 'self' }, 'signer_unknown'],
  ])('%s', (_, change, code) => {
    expect(faultOf({ ...base, ...change }, TODAY)?.code).toBe(code);
  });

  it.each([
    ['phone', 'notice'],
    ['sms', 'notice'],
    ['wechat', 'notice'],
    ['letter', 'letter'],
    ['visit', 'visit'],
  ] as const)('by %s is the step %s', (way, stage) => {
    expect(stageOf(way)).toBe(stage);
  });

  it.each<[string, Partial<TypedContact>, string | null]>([
    ['sent', { result: 'sent' }, null],
    ['reached', {}, TODAY],
    ['sent and signed for', { result: 'sent', ...signed }, TODAY],
    ['delivered earlier', { deliveredOn: '2026-11-19' }, '2026-11-19'],
    ['returned', { result: 'returned' }, null],
  ])('a letter %s was delivered', (_, change, expected) => {
    expect(deliveredOnOf({ ...base, ...letter, ...change }, TODAY)).toBe(expected);
  });
});

describe('the day from which a contact counts', () => {
  const facts = {
    way: 'phone',
    result: 'reached',
    promiseOn: null,
    deliveredOn: null,
    signedBy: null,
    relation: null,
  } as const;

  it.each<[string, Partial<Parameters<typeof effectiveOn>[0]>, string | null]>([
    ['a call alone is hard to prove', {}, null],
    ['a call refused', { result: 'refused' }, null],
    ['a promise by phone', { result: 'promised', promiseOn: '2026-12-05' }, TODAY],
    ['an SMS sent', { way: 'sms', result: 'sent' }, TODAY],
    ['an SMS answered', { way: 'sms', result: 'reached' }, TODAY],
    ['an SMS that came back', { way: 'sms', result: 'returned' }, null],
    ['a message by WeChat', { way: 'wechat', result: 'sent' }, TODAY],
    ['a letter on its way', { way: 'letter', result: 'sent' }, null],
    ['a letter delivered', { way: 'letter', deliveredOn: '2026-11-19' }, '2026-11-19'],
    [
      'a letter signed for by a relative',
      { way: 'letter', deliveredOn: '2026-11-19', signedBy: '李娜', relation: 'family' },
      '2026-11-19',
    ],
    [
      'a letter signed for by a stranger',
      { way: 'letter', deliveredOn: '2026-11-19', signedBy: '李娜', relation: 'other' },
      null,
    ],
    ['a letter back', { way: 'letter', result: 'returned' }, null],
    ['a visit without a signature', { way: 'visit' }, null],
    ['a visit signed for', { way: 'visit', signedBy: '张伟', relation: 'self' }, TODAY],
    [
      'a visit signed for by a stranger',
      { way: 'visit', signedBy: '王某', relation: 'other' },
      null,
    ],
    ['nobody at home', { way: 'visit', result: 'no-answer' }, null],
    ['the decision of the director', { way: 'director', result: 'sent' }, null],
  ])('%s', (_, change, expected) => {
    expect(effectiveOn({ ...facts, ...change }, TODAY)).toBe(expected);
  });
});

describe('a promise', () => {
  it.each([
    ['reached', false, true],
    ['disputed', false, true],
    ['no-answer', false, false],
    ['no-answer', true, false],
    ['sent', false, false],
    ['sent', true, true],
    ['returned', true, false],
  ] as const)('falls away with a contact %s, when over: %s', (result, isOver, expected) => {
    expect(endsPromise(result, isOver)).toBe(expected);
  });

  it.each([
    [0, false, 'kept'],
    [0, true, 'kept'],
    [1, false, 'open'],
    [1, true, 'broken'],
  ] as const)('with %i fen left, over: %s, is %s', (left, isOver, expected) => {
    expect(promiseStateOf(left, { isOver, isReplaced: false })).toBe(expected);
  });

  it.each([
    [0, 'kept'],
    [1, 'replaced'],
  ] as const)('with %i fen left, and a new say since, is %s, over or not', (left, expected) => {
    for (const isOver of [false, true]) {
      expect(promiseStateOf(left, { isOver, isReplaced: true })).toBe(expected);
    }
  });
});
