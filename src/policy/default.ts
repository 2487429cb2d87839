import defaultText from './default.yaml';
import type { PolicyTree } from './tree.ts';
import { readTree } from './tree.ts';

/** The shipped policy as text: the one source of the defaults and of what each key means. */
export const DEFAULT_TEXT = defaultText;

let read: PolicyTree | undefined;

/** The shipped policy as a tree, read once. */
export function defaultTree(): PolicyTree {
  read ??= readDefault();
  return read;
}

function readDefault(): PolicyTree {
  const result = readTree(DEFAULT_TEXT);
  if ('mistakes' in result) throw new Error('default.yaml is not readable');
  return result;
}
