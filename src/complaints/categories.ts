import { misused } from '../lib/errors.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { CATEGORIES, OTHER } from './model.ts';

/** What each category is called at this site, also those that are no longer used. */
export function categoryNames({ complaints }: Policy): Readonly<Record<string, Words>> {
  const own = Object.keys(complaints.categories).map((code) => [code, same(code)] as const);
  const named = Object.entries(complaints.categoryNames).map(
    ([code, name]) => [code, same(name)] as const,
  );
  return { ...Object.fromEntries(own), ...CATEGORIES, ...Object.fromEntries(named) };
}

/** The categories of the policy with their names, in its order. */
export function categoriesInUse(policy: Policy): Readonly<Record<string, Words>> {
  const names = categoryNames(policy);
  const codes = new Set([...Object.keys(policy.complaints.categories), OTHER]);
  return Object.fromEntries([...codes].map((code) => [code, names[code] ?? same(code)]));
}

/** The category of a code or a name; refuses one that the policy does not have and names those it has. */
export function requireCategory(policy: Policy, typed: string): string {
  const wanted = plain(typed);
  const inUse = Object.entries(categoriesInUse(policy));
  const found = inUse.find(([code, { zh, en }]) =>
    [code, zh, en].some((name) => plain(name) === wanted),
  );
  if (found) return found[0];
  throw misused(
    'unknown_category',
    w(`没有“${typed}”这个投诉类别。`, `There is no category "${typed}" of complaints.`),
    list(
      inUse.map(([code, { zh, en }]) =>
        w(`${code}（${zh}）`, code === en ? code : `${code} (${en})`),
      ),
    ),
  );
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
