import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** The group of the policy that says how arrears are asked for. */
const DUNNING = 'dunning';

/** What presses by cutting off, shutting out or locking in. */
const CUTTING = new RegExp(
  [
    ...['[停断关切限掐拉][水电气热暖网梯卡]', '[停断]止?供', '中断供', '[水电气热暖]阀', '拉闸'],
    ...['门禁', '电梯卡', '梯控', '消卡', '限制?乘', '抬杆', '道闸'],
    ...[
      '禁止?[行入出乘]',
      '禁止[通进]',
      '限行',
      '限制[通出进]',
      '不予?放行',
      '拒绝?放行',
      '不予?开门',
    ],
    ...['扣留', '扣押', '锁[门车]', '锁$', '封门'],
  ].join('|'),
);

/** What tells others who owes. */
const SHAMING = /公示|公布|公开|曝光|张贴|张榜|上墙|黑名单|通报|晒单/;

const CUTTING_WORDS = new Set([
  ...[
    'cut',
    'cuts',
    'cutting',
    'cutoff',
    'off',
    'shut',
    'shutoff',
    'disconnect',
    'suspend',
    'stop',
  ],
  ...[
    'water',
    'power',
    'electric',
    'electricity',
    'gas',
    'heat',
    'heating',
    'utility',
    'utilities',
  ],
  ...['lift', 'elevator', 'card', 'cards', 'pass', 'passes', 'access', 'gate', 'gates', 'door'],
  ...['lock', 'locks', 'lockout', 'block', 'blocks', 'deny', 'denied', 'bar', 'barrier', 'seize'],
]);

const SHAMING_WORDS = new Set([
  ...['shame', 'shaming', 'publish', 'publication', 'publicise', 'publicize', 'public', 'post'],
  ...['poster', 'expose', 'disclose', 'blacklist', 'board', 'neighbours', 'neighbors', 'employer'],
]);

/** `cutWater`, `cut-water` and `cut_water` in words. */
const wordsIn = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

/**
 * Why the law knows no such step of dunning, where what stands at a path of the policy, or what it says,
 * speaks of one; undefined elsewhere.
 */
export function pressing(path: string, value: unknown): Words | undefined {
  if (path !== DUNNING && !path.startsWith(`${DUNNING}.`)) return undefined;
  const text = `${path.slice(DUNNING.length + 1)} ${textIn(value)}`;
  const words = wordsIn(text);
  if (CUTTING.test(text) || words.some((word) => CUTTING_WORDS.has(word))) return CUT_OFF;
  if (SHAMING.test(text) || words.some((word) => SHAMING_WORDS.has(word))) return SHAMED;
  return undefined;
}

/** All keys and values of a part of the file. */
function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join(' ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.entries(value)
    .map(([key, each]) => `${key} ${textIn(each)}`)
    .join(' ');
}

const CUT_OFF = w(
  '不能用停水、停电、停热、停气、停卡、限制通行等方式催交物业费（《民法典》第九百四十四条）；wy 没有这样的步骤，请删去这一项。',
  'Arrears cannot be pressed for by cutting off water, power, heat, gas, cards or passage (Civil Code art. 944); wy has no such step: remove this key.',
);

const SHAMED = w(
  '不能公开欠费人的信息来催缴（《个人信息保护法》第二十五条；也不属于《民法典》第九百四十四条的催告）；wy 没有这样的步骤，请删去这一项。',
  'Who owes cannot be made public (Personal Information Protection Law art. 25), nor is it a demand under Civil Code art. 944; wy has no such step: remove this key.',
);
