import { misused } from '../lib/errors.ts';
import { plainWord } from '../lib/plain-word.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { CODES_OF, type ItemKind, NAMES, SYNONYMS } from './model.ts';

export type MovesPolicy = Policy['moves'];

/** The name of a code: the site's own, else the built-in one. */
export function nameOf(code: string, { names }: Pick<MovesPolicy, 'names'>): Words {
  return Object.hasOwn(names, code) ? same(names[code] ?? code) : (NAMES[code] ?? same(code));
}

/** The codes of the lists in which a site may use its own. */
const listed = (kind: ItemKind, it: MovesPolicy): readonly string[] =>
  ({
    paper: [...Object.values(it.papers).flat(), ...it.forms, ...it.forTransfer],
    handout: it.handouts,
    return: it.returns,
    settlement: it.settlements,
  })[kind];

/** All codes that an item of this kind may have: those of wy, and the site's own that no other list has. */
export function codesFor(kind: ItemKind, it: MovesPolicy): string[] {
  const elsewhere = new Set(
    (Object.keys(CODES_OF) as ItemKind[])
      .filter((each) => each !== kind)
      .flatMap((each) => listed(each, it)),
  );
  const own = Object.keys(it.names).filter((code) => !(code in NAMES) && !elsewhere.has(code));
  return [...new Set([...Object.keys(CODES_OF[kind]), ...listed(kind, it), ...own])];
}

/** Stands for all that is still missing. */
export const ALL = 'all';

const ALL_NAMES: readonly string[] = [ALL, '全部', '齐全'];

/** Whether all that is still missing is meant. */
export const meansAll = (typed: string): boolean => ALL_NAMES.includes(plainWord(typed));

/** Which of these codes is typed, as a code or as its name in either language; refuses any other. */
export function codeTyped(codes: readonly string[], typed: string, it: MovesPolicy): string {
  const wanted = plainWord(typed);
  const found = codes.find((code) => {
    const names = [nameOf(code, it), NAMES[code]].flatMap((name) => [name?.zh, name?.en]);
    const called = [code, ...names, ...(SYNONYMS.get(code) ?? [])];
    return called.some((name) => name !== undefined && plainWord(name) === wanted);
  });
  if (found) return found;
  const known = list(codes.map((code) => w(`${code}（${nameOf(code, it).zh}）`, code)));
  throw misused(
    'unknown_item',
    w(`没有“${typed}”这一项。`, `There is no item "${typed}".`),
    w(`可用：${known.zh}`, `Use: ${known.en}`),
  );
}
