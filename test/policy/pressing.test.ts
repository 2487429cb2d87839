import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';

const wordsOf = async (dunning: string) => {
  const compiled = await compilePolicy(`site:\n  name: 蓝天新苑\ndunning:\n  ${dunning}\n`);
  if (!('mistakes' in compiled)) throw new Error('accepted');
  return compiled.mistakes.map(({ words, path, line }) => ({ ...words, path, line }));
};

describe('dunning cuts nothing off', () => {
  it.each([
    ...['停水: 60d', '停电: 60d', '停气: 60d', '停热: 60d', '断水: 60d', '断电: 60d', '停卡: 60d'],
    ...['停止供水: 60d', '中断供电: 60d', '掐电: 60d', '限制乘坐电梯: 60d', '不开门: 1d'],
    ...['限制进出: 60d', '禁止通行: 60d', '拒绝放行: 60d', '扣留车辆: 1d', '消卡: 1d', '断网: 1d'],
    ...['禁行: 60d', '拒放行: 60d', '限制通行: 60d', '锁门: 60d', '门禁: no', '电梯卡: no'],
    ...['cutWater: 60d', 'cut-power: 60d', 'powerOff: 60d', 'water: stop', 'gas: 60d', 'heat: 1d'],
    ...['lock: yes', 'blockCards: 60d', 'card: 1d', 'pass: deny', 'lift: no', 'suspend_access: 1d'],
    ...[
      'steps: [notice, 停水]',
      'last: {way: 停电, after: 3mo}',
      'letter: 停水',
      'legal: cut water',
    ],
  ])('%s', async (line) => {
    const [mistake, another] = await wordsOf(line);
    expect(another).toBeUndefined();
    expect(mistake?.zh).toContain('《民法典》第九百四十四条');
    expect(mistake?.en).toContain('Civil Code art. 944');
    expect(mistake?.line).toBe(4);
  });

  it.each([
    '公示: yes',
    '公开欠费名单: yes',
    '曝光: yes',
    '黑名单: yes',
    'shame: yes',
    'publish: 30d',
    'blacklist: yes',
  ])('nor tells others: %s', async (line) => {
    const [mistake] = await wordsOf(line);
    expect(mistake?.zh).toContain('《个人信息保护法》第二十五条');
    expect(mistake?.en).toContain('art. 25');
  });

  it.each(['lettr: 3mo', 'notices: 10d', 'limit: 36mo', 'reminder: 5d'])(
    'an honest slip is told as one: %s',
    async (line) => {
      const [mistake] = await wordsOf(line);
      expect(mistake?.zh).toMatch(/^没有这一项/);
    },
  );

  it('knows the words in its own group only', async () => {
    const compiled = await compilePolicy('trusts:\n  waterr: 5\n');
    expect('mistakes' in compiled && compiled.mistakes[0]?.words.zh).toMatch(/^没有这一项/);
  });
});
