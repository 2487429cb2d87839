import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { plainWord } from '../lib/plain-word.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { AGREEMENTS } from './model.ts';
import { rateOn } from './rules.ts';

export interface Keyed {
  key: string;
  tariff: Tariff;
}

/** As it is shown: with the rate of today; null where it is not charged then. */
export type TariffRecord = Keyed & { rateTenthousandths: number | null };

/** In the order of the policy. */
export const tariffsOf = (policy: Policy): Keyed[] =>
  Object.entries(policy.fees.tariffs).map(([key, tariff]) => ({ key, tariff }));

/** A tariff by its key, its Chinese or its English name; refuses another, naming those there are. */
export function requireTariff({ policy }: Pick<Ctx, 'policy'>, typed: string): Keyed {
  const wanted = plainWord(typed);
  const all = tariffsOf(policy);
  const found = all.find(({ key, tariff }) =>
    [key, tariff.name, tariff.english].some((name) => plainWord(name) === wanted),
  );
  if (found) return found;
  const known = list(
    all.map(({ key, tariff }) => w(`${key}（${tariff.name}）`, `${key} (${tariff.english})`)),
  );
  throw misused(
    'unknown_tariff',
    w(`没有收费项目“${typed}”。`, `There is no tariff "${typed}".`),
    w(`有：${known.zh}`, `There are: ${known.en}`),
  );
}

/** What a charge or a subscription is for; of a key that the policy no longer has, the key. */
export function tariffName(policy: Policy, key: string): Words {
  if (Object.hasOwn(AGREEMENTS, key)) return AGREEMENTS[key as keyof typeof AGREEMENTS];
  const tariff = Object.hasOwn(policy.fees.tariffs, key) ? policy.fees.tariffs[key] : undefined;
  return tariff ? w(tariff.name, tariff.english) : same(key);
}

/** Of every tariff and agreement, by its key. */
export const tariffNames = (policy: Policy): Readonly<Record<string, Words>> =>
  Object.fromEntries(
    [...Object.keys(AGREEMENTS), ...Object.keys(policy.fees.tariffs)].map((key) => [
      key,
      tariffName(policy, key),
    ]),
  );

const shown = ({ today }: Pick<Ctx, 'today'>, it: Keyed): TariffRecord => ({
  ...it,
  rateTenthousandths: rateOn(it.tariff, today) ?? null,
});

export const listTariffs = (ctx: Ctx): TariffRecord[] =>
  tariffsOf(ctx.policy).map((each) => shown(ctx, each));

export const showTariff = (ctx: Ctx, typed: string): TariffRecord =>
  shown(ctx, requireTariff(ctx, typed));
