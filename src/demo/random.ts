/** Chance that can be repeated: the same seed tells the same story. */
export interface Random {
  /** A whole number from 0 up to, but not including, this one. */
  below(count: number): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** So many different ones of the list, fewer where it has no more. */
  some<T>(list: readonly T[], count: number): T[];
  /** One of the list, the heavier the likelier. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T;
}

export function randomOf(seed: string): Random {
  const next = mulberry32(hashOf(seed));
  const below = (count: number) => Math.floor(next() * count);
  const random: Random = {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (percent) => below(100) < percent,
    pick: (list) => taken(list, below(list.length)),
    some: (list, count) => {
      const left = [...list];
      const places = Math.min(count, left.length);
      return Array.from({ length: places }, () => taken(left.splice(below(left.length), 1), 0));
    },
    weighted: (list) => {
      let rest = below(list.reduce((sum, { weight }) => sum + weight, 0));
      return taken(
        list,
        list.findIndex(({ weight }) => {
          rest -= weight;
          return rest < 0;
        }),
      );
    },
  };
  return random;
}

function taken<T>(list: readonly T[], at: number): T {
  const item = list[at];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** FNV-1a over UTF-16. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
