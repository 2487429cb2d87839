import { kindName } from '../deposits/kinds.ts';
import type { Party } from '../deposits/model.ts';
import type { Day } from '../lib/day.ts';
import type { Policy } from '../policy/policy.ts';
import { amountFenOf, ONE } from '../tariffs/amount-rules.ts';
import { rateOn } from '../tariffs/rules.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import type { Item, Priced } from './due-rules.ts';
import type { Renovation } from './model.ts';

/** What this renovation is charged by the policy of a day: of nobody's team nothing is asked. */
export function pricesFor(
  policy: Policy,
  { contractor }: Pick<Renovation, 'contractor'>,
  day: Day,
): Priced {
  const { fees, lost } = policy.renovations;
  const workers: Party = contractor === null ? 'household' : 'team';
  const items = (keys: readonly string[], party: Party) =>
    keys.map((key) => itemOf(policy, key, party, day));
  return {
    once: [
      ...items(fees.household, 'household'),
      ...(contractor === null ? [] : items(fees.team, 'team')),
    ],
    pass: items(fees.pass, workers),
    lost: itemOf(policy, lost, workers, day),
  };
}

function itemOf(policy: Policy, key: string, party: Party, day: Day): Item {
  const kind = Object.hasOwn(policy.deposits, key) ? policy.deposits[key] : undefined;
  if (kind) {
    const path = `deposits.${key}.amount`;
    return {
      party,
      key,
      kind: 'deposit',
      words: kindName(policy, key),
      amountFen: kind.amount,
      path,
    };
  }
  const tariff = policy.fees.tariffs[key];
  const rate = tariff?.active ? rateOn(tariff, day) : undefined;
  return {
    party,
    key,
    kind: 'charge',
    words: tariffName(policy, key),
    amountFen: rate === undefined ? null : priceOf(rate),
    path: `fees.tariffs.${key}${tariff?.active === false ? '.active' : ''}`,
  };
}

const priceOf = (rateTenthousandths: number): number =>
  amountFenOf({ quantityThousandths: ONE, rateTenthousandths, monthParts: null, percent: 100 });
