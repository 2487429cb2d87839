import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { plainWord } from '../lib/plain-word.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';

type OfPolicy = Pick<Policy, 'deposits'>;

/** The name of a kind; its key, where the policy has it no more. */
export function kindName({ deposits }: OfPolicy, key: string): Words {
  const kind = Object.hasOwn(deposits, key) ? deposits[key] : undefined;
  return kind ? w(kind.name, kind.english ?? kind.name) : same(key);
}

/** The kinds there are, by their keys. */
export const kindNames = (policy: OfPolicy): Record<string, Words> =>
  Object.fromEntries(Object.keys(policy.deposits).map((key) => [key, kindName(policy, key)]));

/** A kind by its key or its name in either language; refuses one the policy does not have. */
export function requireKind({ policy }: Pick<Ctx, 'policy'>, typed: string) {
  const wanted = plainWord(typed);
  for (const [key, kind] of Object.entries(policy.deposits)) {
    const names = [key, kind.name, kind.english ?? key];
    if (names.some((each) => plainWord(each) === wanted)) return { key, ...kind };
  }
  const known = list(
    Object.entries(kindNames(policy)).map(([key, { zh, en }]) =>
      w(`${key}（${zh}）`, `${key} (${en})`),
    ),
  );
  throw misused(
    'unknown_deposit_kind',
    w(`没有“${typed}”这种押金。`, `There is no deposit of the kind "${typed}".`),
    w(`有：${known.zh}`, `There are: ${known.en}`),
  );
}
