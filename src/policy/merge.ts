import type { Tree } from './tree.ts';

export type Branch = { [key: string]: Tree };

export function isBranch(tree: Tree | undefined): tree is Branch {
  return typeof tree === 'object' && !Array.isArray(tree);
}

/**
 * The defaults, with what the site wrote laid over them: groups key by key, everything else as a
 * whole. A group or list whose key stands without a value counts as left out.
 */
export function mergeTrees(defaults: Tree, own: Tree): Tree {
  if (typeof defaults === 'object' && own === '') return defaults;
  if (!isBranch(defaults) || !isBranch(own)) return own;
  const merged = new Map<string, Tree>(Object.entries(defaults));
  for (const [key, value] of Object.entries(own)) {
    const usual = merged.get(key);
    merged.set(key, usual === undefined ? value : mergeTrees(usual, value));
  }
  return Object.fromEntries(merged);
}
