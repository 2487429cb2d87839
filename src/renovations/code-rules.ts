import { misused } from '../lib/errors.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Names } from './model.ts';

type Listed = Pick<Policy, 'renovations'>;

/** The lists of the policy whose entries have a code and a name. */
const GROUPS = {
  works: w('施工事项', 'work'),
  papers: w('资料', 'paper'),
  grounds: w('不予通过的理由', 'ground'),
  violations: w('违规事项', 'violation'),
} as const satisfies Record<string, Words>;

export type Group = keyof Names;

/** What a code is called at this site; the code itself, where the policy has it no more. */
export function codeName({ renovations }: Listed, group: Group, code: string): Words {
  const entries: Readonly<Record<string, { name: string; english?: string | undefined }>> =
    renovations[group];
  const entry = Object.hasOwn(entries, code) ? entries[code] : undefined;
  return entry ? w(entry.name, entry.english ?? entry.name) : same(code);
}

/** The codes of a list with their names, in the order of the policy. */
export const codeNames = (policy: Listed, group: Group): Record<string, Words> =>
  Object.fromEntries(
    Object.keys(policy.renovations[group]).map((code) => [code, codeName(policy, group, code)]),
  );

/** All of them. */
export const namesOf = (policy: Listed): Names => ({
  works: codeNames(policy, 'works'),
  papers: codeNames(policy, 'papers'),
  grounds: codeNames(policy, 'grounds'),
  violations: codeNames(policy, 'violations'),
});

/** Names with what has to be typed for them: `装修设计图纸（drawings）`, each. */
export const coded = (codes: readonly string[], names: Readonly<Record<string, Words>>): Words =>
  list(
    codes.map((code) => {
      const name = Object.hasOwn(names, code) ? names[code] : undefined;
      if (!name) return same(code);
      return w(`${name.zh}（${code}）`, name.en === code ? code : `${name.en} (${code})`);
    }),
  );

/**
 * The code of a list that is meant: itself (V09, also v9 or 9), its name, or a part of its name that no
 * other has. Refuses what is none of them, and a part of several.
 */
export function codeTyped(policy: Listed, group: Group, typed: string): string {
  const found = calledBy(Object.entries(codeNames(policy, group)), typed);
  const [only] = found;
  if (only && found.length === 1) return only[0];
  throw found.length === 0 ? unknown(policy, group, typed) : ambiguous(group, typed, found);
}

type Named = readonly [code: string, name: Words];

/** Less says nothing: many names have the same character. */
const TELLING_LENGTH = 2;

/** By its code, else by its whole name, its beginning, or a part of it. */
function calledBy(names: readonly Named[], typed: string): readonly Named[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const isTelling = wanted.length >= TELLING_LENGTH;
  const ways: readonly ((each: Named) => boolean)[] = [
    (each) => isExactly(each, wanted),
    ([, { zh, en }]) => [zh, en].some((name) => plain(name).startsWith(wanted)),
    ([, { zh, en }]) => isTelling && [zh, en].some((name) => plain(name).includes(wanted)),
  ];
  for (const isMeant of ways) {
    const found = names.filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}

/** The code, as V09 also its number, or the whole name. */
function isExactly([code, { zh, en }]: Named, wanted: string): boolean {
  const number = /^\d+$/.test(wanted) ? `v${wanted}` : wanted;
  return plain(code) === number || [code, zh, en].some((name) => plain(name) === wanted);
}

/** Too many to be read in a hint have a list of their own. */
function unknown(policy: Listed, group: Group, typed: string) {
  const { zh, en } = GROUPS[group];
  const none = w(`没有“${typed}”这项${zh}。`, `There is no ${en} "${typed}".`);
  if (group === 'violations') {
    const hint = w(
      '全部代码和名称：wy reno violations --codes',
      'All codes and names: wy reno violations --codes',
    );
    return misused('unknown_violation', none, hint);
  }
  const known = knownCodes(policy, group);
  return misused('unknown_code', none, w(`可用：${known.zh}`, `Use: ${known.en}`));
}

/** `pipes（破损预埋管线）`, each of a list. */
export const knownCodes = (policy: Listed, group: Group): Words =>
  list(
    Object.entries(codeNames(policy, group)).map(([code, name]) =>
      w(`${code}（${name.zh}）`, code),
    ),
  );

function ambiguous(group: Group, typed: string, found: readonly Named[]) {
  const { zh, en } = list(
    found.map(([code, name]) => w(`${code}（${name.zh}）`, `${code} (${name.en})`)),
  );
  return misused(
    group === 'violations' ? 'ambiguous_violation' : 'ambiguous_code',
    w(`“${typed}”指哪一项${GROUPS[group].zh}？`, `"${typed}" may be several.`),
    w(`可能是：${zh}`, `Perhaps: ${en}`),
  );
}

/**
 * Several of them, each once. They come parted at every comma, and names hold commas: the longest run
 * of parts that is a name is one.
 */
export function codesTyped(policy: Listed, group: Group, parts: readonly string[]): string[] {
  const codes = new Set<string>();
  let at = 0;
  while (at < parts.length) {
    const length = longestName(policy, group, parts.slice(at)) ?? 1;
    codes.add(codeTyped(policy, group, parts.slice(at, at + length).join('')));
    at += length;
  }
  return [...codes];
}

/** How many of the first parts make one name; numbers side by side make none. */
function longestName(policy: Listed, group: Group, parts: readonly string[]): number | undefined {
  const lengths = parts.map((_, index) => parts.length - index);
  const names = Object.values(codeNames(policy, group)).flatMap(({ zh, en }) => [zh, en]);
  return lengths.find((length) => {
    const joined = plain(parts.slice(0, length).join(''));
    return names.some((name) => plain(name) === joined);
  });
}

const ALL: readonly string[] = ['all', '全部', '齐全'];

/** Whether all that is still lacking is meant. */
export const meansAll = (typed: string): boolean => ALL.includes(plain(typed));

/** Width, case, commas and the zeros before a number make no difference. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[,，、;；\s]/g, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '')
    .toLowerCase();

/** Names behind their codes: `V09 在承重墙、梁、柱上穿孔、削薄、挖槽`. */
export const withCodes = (names: Readonly<Record<string, Words>>): Record<string, Words> =>
  Object.fromEntries(
    Object.entries(names).map(([code, { zh, en }]) => [code, w(`${code} ${zh}`, `${code} ${en}`)]),
  );
