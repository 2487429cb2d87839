import type { Ctx } from '../context.ts';
import { plainWord } from '../lib/plain-word.ts';
import { requireTariff } from '../tariffs/tariffs.ts';
import * as store from './charge-store.ts';

/**
 * The key of a tariff to look up charges by: also one that the policy no longer has, where something
 * was charged or agreed by it. Refuses any other, as `requireTariff`.
 */
export function requireTariffKey(ctx: Pick<Ctx, 'policy' | 'ledger'>, typed: string): string {
  const key = plainWord(typed);
  return store.isCharged(ctx.ledger, key) ? key : requireTariff(ctx, typed).key;
}
