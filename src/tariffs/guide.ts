import type { Ctx } from '../context.ts';
import type { Words } from '../lib/words.ts';
import { type Keyed, tariffName, tariffsOf } from './tariffs.ts';

/** The tariffs of the policy, all unless said, to be chosen from. */
export const tariffGuide =
  (isOffered: (it: Keyed) => boolean = () => true, more: Readonly<Record<string, Words>> = {}) =>
  (_typed: unknown, { policy }: Ctx) => {
    const offered = tariffsOf(policy).filter(isOffered);
    const named = offered.map(({ key }) => [key, tariffName(policy, key)] as const);
    return { choices: { ...Object.fromEntries(named), ...more } };
  };
