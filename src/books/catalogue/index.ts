import { readTree, type Tree } from '../../policy/tree.ts';
import key from './key.yaml';
import parcel from './parcel.yaml';
import training from './training.yaml';

/** One file for each book; in the order of the help. */
const FILES: readonly string[] = [key, parcel, training];

/** The built-in books as trees, by their keys. */
export function catalogueTrees(): Tree {
  const trees = FILES.map((text) => {
    const read = readTree(text);
    if ('mistakes' in read) throw new Error(`a book of the catalogue is not readable: ${text}`);
    return read.tree as Record<string, Tree>;
  });
  return Object.assign({}, ...trees);
}
