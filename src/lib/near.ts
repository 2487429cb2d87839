const MOST = 3;

/**
 * The dotted paths a person may have meant, at most three: those of the same group whose names look
 * alike, nearest first; else those of the very same name in other groups.
 */
export function nearestPaths(typed: string, paths: readonly string[]): string[] {
  const [parent, name] = split(typed);
  const alike = paths
    .filter((path) => split(path)[0] === parent)
    .map((path) => ({ path, slips: editDistance(name.toLowerCase(), split(path)[1]) }))
    .filter(({ slips }) => slips <= slipsAllowed(name))
    .sort((a, b) => a.slips - b.slips)
    .map(({ path }) => path);
  const namesakes = paths.filter((path) => split(path)[1] === name);
  return (alike.length > 0 ? alike : namesakes).slice(0, MOST);
}

// One slip of the finger for every three letters: one too many, too few, another, two swapped.
const slipsAllowed = (name: string) => Math.max(1, Math.floor(name.length / 3));

function split(path: string): [parent: string, name: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : replaced;
      row.push(Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
