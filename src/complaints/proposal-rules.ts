import type { Words } from '../lib/words.ts';
import { list, same, w } from '../lib/words.ts';
import type { Against, Grade, Nature } from './model.ts';
import { OTHER } from './model.ts';

type Lists<K extends string> = Readonly<Record<K, readonly string[]>>;

/** What the words of a complaint suggest; without any of the words, the least that it may be. */
export interface Suggested<K extends string> {
  value: K;
  because: Words;
}

const found = (text: string, words: readonly string[]): string[] => {
  const lower = text.normalize('NFKC').toLowerCase();
  return words.filter((word) => lower.includes(word.normalize('NFKC').toLowerCase()));
};

const mentions = (words: readonly string[]): Words =>
  w(
    `提到${words.map((word) => `“${word}”`).join('、')}`,
    `it mentions ${list(words.map((word) => same(`"${word}"`))).en}`,
  );

/** The gravest grade of which a word is there (rules 54, 55). */
export function proposeGrade(text: string, lists: Lists<'major' | 'important'>): Suggested<Grade> {
  for (const value of ['major', 'important'] as const) {
    const words = found(text, lists[value]);
    if (words.length > 0) return { value, because: mentions(words) };
  }
  return {
    value: 'minor',
    because: w('没有提到更严重的事', 'no word of anything graver'),
  };
}

const COMMUNICATIVE = ['help', 'enquiry', 'venting'] as const;

/** The communicative kind with the most of its words, the first of equals; else a valid one (rule 49). */
export function proposeNature(
  text: string,
  lists: Lists<(typeof COMMUNICATIVE)[number]>,
): Suggested<Nature> {
  const [best] = ranked(text, lists, COMMUNICATIVE);
  if (!best) {
    return {
      value: 'valid',
      because: w('不像求助、咨询或发泄', 'no word of help, a question or anger'),
    };
  }
  return { value: best.value, because: mentions(best.words) };
}

/** The category with the most of its words; `equals`: others with as many. */
export function proposeCategory(
  text: string,
  lists: Lists<string>,
): Suggested<string> & { equals: readonly string[] } {
  const [best, ...others] = ranked(text, lists, Object.keys(lists));
  if (!best) {
    return {
      value: OTHER,
      because: w('没有哪一类的用词', 'no word of any category'),
      equals: [],
    };
  }
  const equals = others.filter(({ words }) => words.length === best.words.length);
  return {
    value: best.value,
    because: mentions(best.words),
    equals: equals.map(({ value }) => value),
  };
}

/** Whose work a complaint of each category is about, where nobody says it (rules 49, 50, 53). */
const DEPARTMENTS: Readonly<Record<string, Against>> = {
  cleaning: 'cleaning',
  parking: 'security',
  fees: 'finance',
  repairs: 'engineering',
  house: 'developer',
  security: 'security',
  neighbours: 'neighbour',
  greening: 'greening',
  service: 'clerk',
};

/** The supervisor decides about what has no department of its own. */
export const departmentFor = (category: string): Against => DEPARTMENTS[category] ?? 'supervisor';

/** The department whose work such complaints are about, or the supervisor, who then decides. */
export function proposeAgainst(
  category: string,
  names: Readonly<Record<string, Words>>,
): Suggested<Against> {
  const name = names[category] ?? same(category);
  return {
    value: departmentFor(category),
    because: w(`类别是${name.zh}`, `its category is ${name.en}`),
  };
}

function ranked<K extends string>(text: string, lists: Lists<K>, keys: readonly K[]) {
  return keys
    .map((value) => ({ value, words: found(text, lists[value]) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}
