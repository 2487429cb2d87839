import { describe, expect, it } from 'vitest';
import {
  proposeCategory,
  proposeGrade,
  proposeNature,
} from '../../src/complaints/proposal-rules.ts';
import { defaultPolicy } from '../support/ledger.ts';

const { complaints } = await defaultPolicy();

describe('what the words suggest', () => {
  it.each([
    ['a word of a major one', '孩子在电梯里受伤', 'major', '受伤'],
    ['words of both: the graver', '漏水导致有人触电', 'major', '触电'],
    ['a word of an important one', '收费员态度恶劣', 'important', '态度恶劣'],
    ['several words', '天天停水停电', 'important', '停电'],
    ['none', '花坛的灯不亮', 'minor', undefined],
    ['nothing', '', 'minor', undefined],
  ])('grade: %s', (_, text, value, word) => {
    const proposed = proposeGrade(text, complaints.grades);
    expect(proposed.value).toBe(value);
    if (word) expect(proposed.because.zh).toContain(`“${word}”`);
  });

  it.each([
    ['help', '请帮我联系开锁', 'help'],
    ['a question', '请问装修什么时候能开工', 'enquiry'],
    ['anger', '受不了了，什么物业', 'venting'],
    ['more words of one kind', '请问能不能帮忙，麻烦你们', 'help'],
    ['as many of two: the first', '请问，求助', 'help'],
    ['none: a valid one', '垃圾没有清运', 'valid'],
  ])('nature: %s', (_, text, value) => {
    expect(proposeNature(text, complaints.natures).value).toBe(value);
  });

  it.each([
    ['one word', '花坛里有人遛狗', 'greening', []],
    ['more words of one category', '车库道闸坏了，保安不管', 'parking', []],
    ['as many of two', '楼上漏水', 'repairs', ['neighbours']],
    ['none', '想提个建议', 'other', []],
  ])('category: %s', (_, text, value, equals) => {
    expect(proposeCategory(text, complaints.categories)).toMatchObject({ value, equals });
  });

  it('takes width and case as they come', () => {
    const categories = { wifi: ['WiFi'], other: [] };
    expect(proposeCategory('ｗｉｆｉ不通', categories).value).toBe('wifi');
  });

  it('has a reason in both languages', () => {
    expect(proposeGrade('电梯困人', complaints.grades).because).toEqual({
      zh: '提到“电梯困人”',
      en: 'it mentions "电梯困人"',
    });
  });
});
