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

/** `装修设计图纸（drawings）`, each. */
export const namedCodes = (policy: Listed, group: Group, codes: readonly string[]): Words =>
  list(
    codes.map((code) => {
      const { zh, en } = codeName(policy, group, code);
      return w(`${zh}（${code}）`, `${en} (${code})`);
    }),
  );

/** The code of a list that is typed, as it is or by its name; refuses another, naming those there are. */
function codeTyped(policy: Listed, group: Group, typed: string): string {
  const found = codeCalled(policy, group, typed);
  if (found !== undefined) return found;
  const { zh, en } = GROUPS[group];
  const known = list(
    Object.entries(codeNames(policy, group)).map(([code, name]) =>
      w(`${code}（${name.zh}）`, code),
    ),
  );
  throw misused(
    'unknown_code',
    w(`没有“${typed}”这项${zh}。`, `There is no ${en} "${typed}".`),
    w(`可用：${known.zh}`, `Use: ${known.en}`),
  );
}

function codeCalled(policy: Listed, group: Group, typed: string): string | undefined {
  const wanted = plain(typed);
  return Object.entries(codeNames(policy, group)).find(([code, { zh, en }]) =>
    [code, zh, en].some((name) => plain(name) === wanted),
  )?.[0];
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

/** How many of the first parts make one name. */
function longestName(policy: Listed, group: Group, parts: readonly string[]): number | undefined {
  const lengths = parts.map((_, index) => parts.length - index);
  return lengths.find((length) => codeCalled(policy, group, parts.slice(0, length).join('')));
}

const ALL: readonly string[] = ['all', '全部', '齐全'];

/** Whether all that is still lacking is meant. */
export const meansAll = (typed: string): boolean => ALL.includes(plain(typed));

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[,，、;；\s]/g, '')
    .toLowerCase();
