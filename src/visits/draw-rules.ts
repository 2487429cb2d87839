import { hash } from 'node:crypto';
import { groupBy } from '../lib/group.ts';
import type { Drawable } from './model.ts';

/** Its place in the order of this seed: SHA-256 of the seed, a line end and the name, in hex. */
const placeOf = (seed: string, name: string): string => hash('sha256', `${seed}\n${name}`);

const inOrderOf =
  (seed: string) =>
  (a: string, b: string): number =>
    placeOf(seed, a) < placeOf(seed, b) ? -1 : 1;

/**
 * The month's sample (rule 74): `most` households, all of them where there are no more,
 * spread over the buildings. Within a building those that stand first in the order of the seed: the
 * same households and the same seed always give the same sample, in whatever order they come.
 */
export function draw(households: readonly Drawable[], most: number, seed: string): string[] {
  const inOrder = inOrderOf(seed);
  const buildings = [...groupBy(households, ({ building }) => building)]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([, there]) => there.map(({ unit }) => unit).sort(inOrder));
  const shares = apportion(
    buildings.map((units) => units.length),
    most,
  );
  return buildings.flatMap((units, at) => units.slice(0, shares[at]));
}

/**
 * Places for groups of these sizes: in proportion by largest remainder, at least one each while places
 * last, never more than a group has. Of equal claims the earlier group's comes first.
 */
export function apportion(sizes: readonly number[], places: number): number[] {
  const total = sum(sizes);
  if (places >= total) return [...sizes];
  const entitled = sizes.map((size, at) => ({ size, at }));
  if (places <= sizes.length) {
    const first = entitled.sort(largestFirst(({ size }) => size)).slice(0, places);
    return sizes.map((_, at) => (first.some((each) => each.at === at) ? 1 : 0));
  }
  // Whoever is owed less than one place has one; what is left is shared by the others.
  const small = entitled.filter(({ size }) => size * places < total);
  if (small.length === 0) return byLargestRemainder(sizes, places);
  const large = entitled.filter(({ size }) => size * places >= total);
  const shares = apportionLarge(large, places - small.length);
  return sizes.map((_, at) => shares.get(at) ?? 1);
}

function apportionLarge(
  large: readonly { size: number; at: number }[],
  places: number,
): ReadonlyMap<number, number> {
  const shares = apportion(
    large.map(({ size }) => size),
    places,
  );
  return new Map(large.map(({ at }, index) => [at, shares[index] ?? 0]));
}

function byLargestRemainder(sizes: readonly number[], places: number): number[] {
  const total = sum(sizes);
  const quotas = sizes.map((size, at) => ({
    at,
    whole: Math.floor((size * places) / total),
    rest: (size * places) % total,
  }));
  const left = places - sum(quotas.map(({ whole }) => whole));
  const extra = new Set(
    quotas
      .toSorted(largestFirst(({ rest }) => rest))
      .slice(0, left)
      .map(({ at }) => at),
  );
  return quotas.map(({ at, whole }) => whole + (extra.has(at) ? 1 : 0));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Sorting keeps the order of equals. */
const largestFirst =
  <T>(of: (it: T) => number) =>
  (a: T, b: T): number =>
    of(b) - of(a);
