import type { core } from 'zod/mini';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Mistake } from './mistakes.ts';
import { below, lineOf, type PolicyTree } from './tree.ts';

interface Judging {
  /** What is said of a key that nobody knows. */
  unknownKey(path: string): Words;
  /** What is said of a value before all else, if anything is. */
  refused?(path: string, value: unknown): Words | undefined;
}

/** What a schema found wrong in a file, in the order of its lines. */
export function mistakesIn(
  issues: readonly core.$ZodIssue[],
  read: PolicyTree,
  judging: Judging,
): Mistake[] {
  return issues
    .flatMap((issue) => mistakesOf(issue, read, judging))
    .sort((a, b) => a.line - b.line || (a.path < b.path ? -1 : 1));
}

function mistakesOf(
  issue: core.$ZodIssue,
  { tree, lines }: PolicyTree,
  { unknownKey, refused }: Judging,
): Mistake[] {
  const path = issue.path.reduce<string>((whole, key) => below(whole, String(key)), '');
  const mistake = (at: string, words: Words, keys = issue.path) => ({
    path: at,
    line: lineOf(at, lines),
    words: refused?.(at, valueAt(tree, keys)) ?? words,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      mistake(below(path, key), unknownKey(below(path, key)), [...issue.path, key]),
    );
  }
  return [mistake(path, wordsOf(issue))];
}

const valueAt = (tree: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null)?.[key], tree);

function wordsOf(issue: core.$ZodIssue): Words {
  if (issue.code === 'custom' && issue.params?.words) return issue.params.words as Words;
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    return w('应是一列值，如 [甲, 乙]。', 'This takes a list, such as [one, two].');
  }
  return w('应是一组“键: 值”，每行一个。', 'This takes a group of "key: value" lines.');
}
