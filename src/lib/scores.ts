import { misused } from './errors.ts';
import { plainWord } from './plain-word.ts';
import { list, type Words, w } from './words.ts';

/** An item of a sheet, and the most points it can get. */
export interface ScoredItem {
  label: Words;
  most: number;
}

/** Points by item; null: it does not apply. */
export type Scores = Readonly<Record<string, number | null>>;

const NONE = ['-', '—', 'na', 'n/a', '无', '不适用'];
const FULL = ['ok', 'yes', '合格', '是', '√', '✓'];
const NOTHING = ['no', 'bad', '不合格', '否', '×'];

/**
 * Reads `hygiene=9,facilities=ok,board=-`, items by key or by name; those left out get full marks, as
 * all do after a bare `ok`. Refuses unknown items and points out of range (`bad_scores`).
 */
export function parseScores(items: Readonly<Record<string, ScoredItem>>, text: string): Scores {
  const scores: Record<string, number | null> = {};
  for (const [key, { most }] of Object.entries(items)) scores[key] = most;
  const isAllFull = FULL.includes(plainWord(text));
  if (isAllFull) return scores;
  for (const part of text.split(/[,，、;；]/).filter((each) => each.trim() !== '')) {
    const [name = '', value = ''] = part
      .split(/[=＝:：]/)
      .map((each) => each.normalize('NFKC').trim());
    const key = keyOf(items, name);
    const item = key === undefined ? undefined : items[key];
    const points = item && pointsOf(value.toLowerCase(), item.most);
    if (key === undefined || points === undefined) throw badScores(items, part.trim());
    scores[key] = points;
  }
  return scores;
}

const keyOf = (items: Readonly<Record<string, ScoredItem>>, name: string) =>
  Object.keys(items).find((key) =>
    [key, items[key]?.label.zh, items[key]?.label.en].some(
      (each) => each !== undefined && plainWord(each) === plainWord(name),
    ),
  );

function pointsOf(value: string, most: number): number | null | undefined {
  if (NONE.includes(value)) return null;
  if (FULL.includes(value)) return most;
  if (NOTHING.includes(value)) return 0;
  const points = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  return points <= most ? points : undefined;
}

function badScores(items: Readonly<Record<string, ScoredItem>>, part: string) {
  const names = list(
    Object.entries(items).map(([key, { label, most }]) =>
      w(`${key}（${label.zh}，${most} 分）`, `${key} (${most})`),
    ),
  );
  return misused(
    'bad_scores',
    w(`“${part}”看不懂。`, `"${part}" is not readable.`),
    w(
      `写 项目=分数，满分的可不写，全部满分写 ok，不适用写 -：${names.zh}`,
      `Write item=points, or ok; items left out get full marks, - does not apply: ${names.en}`,
    ),
  );
}

/** What was reached and what could be, of the items that apply. */
export function totalOf(
  items: Readonly<Record<string, ScoredItem>>,
  scores: Scores,
): { reached: number; most: number } {
  const applying = Object.entries(scores).filter(([key, points]) => points !== null && items[key]);
  return {
    reached: applying.reduce((sum, [, points]) => sum + (points ?? 0), 0),
    most: applying.reduce((sum, [key]) => sum + (items[key]?.most ?? 0), 0),
  };
}
