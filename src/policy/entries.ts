import type { Words } from '../lib/words.ts';
import { commentAt } from './comments.ts';
import { DEFAULT_TEXT, defaultTree } from './default.ts';
import { isBranch } from './merge.ts';
import type { Tree } from './tree.ts';
import { below } from './tree.ts';

/** One key of the policy as the reference shows it. */
export interface PolicyEntry {
  key: string;
  /** null where the key is a group of others. */
  default: string | null;
  note: Words | null;
  /** The rules the value comes from. */
  rules: readonly number[];
}

/** Every key of default.yaml in its order, groups before their members. */
export function policySchemaEntries(): PolicyEntry[] {
  const { tree, lines } = defaultTree();
  return walk(tree, '')
    .filter(({ key }) => key !== '')
    .map(({ key, value }) => {
      const note = commentAt(DEFAULT_TEXT, lines.get(key) ?? 0);
      return { key, default: isGroup(value) ? null : valueText(value), note, rules: rulesIn(note) };
    });
}

/** A value as it would be written behind its key, without quotes and brackets. */
export function valueText(value: Tree): string {
  if (typeof value === 'string') return value;
  const parts = Array.isArray(value)
    ? value.map(valueText)
    : Object.entries(value).map(([key, each]) => `${key}: ${valueText(each)}`);
  return parts.join(', ');
}

/** A group has members of its own; an empty one is a value still to be filled. */
export function isGroup(value: Tree): boolean {
  return isBranch(value) && Object.keys(value).length > 0;
}

/** A tree's keys with their values, groups before their members; the whole tree has the key ''. */
export function walk(value: Tree, key: string): { key: string; value: Tree }[] {
  const members = isBranch(value) ? Object.entries(value) : [];
  return [{ key, value }, ...members.flatMap(([name, each]) => walk(each, below(key, name)))];
}

/** 'rules 30, 48' and 'rules 25–48' name 30, 48 and 25, 48. */
function rulesIn(note: Words | null): number[] {
  const [, numbers = ''] = /\brules? (\d[\d, –]*)/.exec(note?.en ?? '') ?? [];
  return (numbers.match(/\d+/g) ?? []).map(Number);
}
