import { isMap, isScalar, type Node, parseDocument } from 'yaml';

/** The text of a policy with the values of another one in their places; comments stay. */
export function withDifferences(text: string, differences: string): string {
  const document = parseDocument(text);
  const places = leavesOf(parseDocument(differences).contents, []).map(({ path, node }) => ({
    ...placeOf(document.getIn(path, true), path),
    written: differences.slice(...bounds(node, path)),
  }));
  return places
    .sort((a, b) => b.from - a.from)
    .reduce(
      (filled, { from, to, written }) => filled.slice(0, from) + written + filled.slice(to),
      text,
    );
}

interface Leaf {
  path: readonly string[];
  node: Node;
}

/** Whatever is written in one piece: plain values, and what stands between braces. */
function leavesOf(node: unknown, path: readonly string[]): Leaf[] {
  if (!isMap(node) || node.flow) return [{ path, node: node as Node }];
  return node.items.flatMap(({ key, value }) =>
    leavesOf(value, [...path, String(isScalar(key) ? key.value : key)]),
  );
}

function placeOf(node: unknown, path: readonly string[]): { from: number; to: number } {
  const [from, to] = bounds(node as Node, path);
  return { from, to };
}

function bounds(node: Node | undefined, path: readonly string[]): [from: number, to: number] {
  if (!node?.range) throw new Error(`the policy lacks ${path.join('.')}`);
  return [node.range[0], node.range[1]];
}
