import { misused } from '../lib/errors.ts';
import { plainName } from '../lib/name.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { CATEGORIES, OTHER } from './model.ts';
import { proposeCategory } from './proposal-rules.ts';

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

/** The category of the policy that has this code or name. */
export function categoryCalled(policy: Policy, typed: string): string | undefined {
  const wanted = plain(typed);
  const inUse = Object.entries(categoriesInUse(policy));
  return inUse.find(([code, { zh, en }]) =>
    [code, zh, en].some((name) => plain(name) === wanted),
  )?.[0];
}

const plain = (text: string) => plainName(text).toLowerCase();

/** The category of a code or a name; refuses one that the policy does not have and names those it has. */
export function requireCategory(policy: Policy, typed: string): string {
  const found = categoryCalled(policy, typed);
  if (found !== undefined) return found;
  const inUse = Object.entries(categoriesInUse(policy));
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

/** The category that the words of a text suggest, and the names of those that they suggest as well. */
export function categoryByWords(policy: Policy, text: string) {
  const { value, because, equals } = proposeCategory(text, policy.complaints.categories);
  const choices = categoriesInUse(policy);
  const nameOf = (code: string) => choices[code] ?? same(code);
  return { value, because, choices, name: nameOf(value), others: list(equals.map(nameOf)) };
}

/** What a person is offered, with the reasons. */
export function offerCategory(policy: Policy, text: string) {
  const { value, because, choices, others } = categoryByWords(policy, text);
  const isOne = others.zh === '';
  const either = w(`${because.zh}；也可能是${others.zh}`, `${because.en}; or else ${others.en}`);
  return { proposal: { value, because: isOne ? because : either }, choices };
}
