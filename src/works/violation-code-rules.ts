import { misused } from '../lib/errors.ts';
import { list, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { codeNames } from '../renovations/code-rules.ts';

type Listed = Pick<Policy, 'renovations'>;

/**
 * The code of the policy's list that is meant: V09, v9 or 9, or the beginning of its name. Refuses what
 * is none of them, and a beginning of several.
 */
export function violationTyped(policy: Listed, typed: string): string {
  const names = Object.entries(codeNames(policy, 'violations'));
  const found = calledBy(names, typed);
  const [only] = found;
  if (only && found.length === 1) return only[0];
  throw found.length === 0 ? unknown(typed) : ambiguous(typed, found);
}

type Named = readonly [code: string, name: Words];

/** By its code, else by its whole name, else by the beginning of one. */
function calledBy(names: readonly Named[], typed: string): readonly Named[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const number = /^\d+$/.test(wanted) ? `v${wanted}` : wanted;
  const ways: readonly ((each: Named) => boolean)[] = [
    ([code]) => plain(code) === wanted,
    ([code]) => plain(code) === number,
    ([, { zh, en }]) => [zh, en].some((name) => plain(name) === wanted),
    ([, { zh, en }]) => [zh, en].some((name) => plain(name).startsWith(wanted)),
  ];
  for (const isMeant of ways) {
    const found = names.filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}

/** Width, case, commas and the zeros before a number make no difference. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[,，、;；\s]/g, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '')
    .toLowerCase();

const unknown = (typed: string) =>
  misused(
    'unknown_violation',
    w(`没有“${typed}”这项违规。`, `There is no violation "${typed}".`),
    w(
      '全部代码和名称：wy reno violations --codes；可在 policy.yaml 的 renovations.violations 里增加。',
      'All codes and names: wy reno violations --codes; add to renovations.violations in policy.yaml as needed.',
    ),
  );

function ambiguous(typed: string, found: readonly Named[]) {
  const { zh, en } = list(
    found.map(([code, name]) => w(`${code} ${name.zh}`, `${code} ${name.en}`)),
  );
  return misused(
    'ambiguous_violation',
    w(`“${typed}”指哪一项？`, `"${typed}" may be several violations.`),
    w(`可能是：${zh}`, `Perhaps: ${en}`),
  );
}
