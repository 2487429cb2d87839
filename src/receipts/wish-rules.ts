import { refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { OpenCharge } from './model.ts';

/** What a payer wants paid: these charges in this order, all of the unit, or what the household owes. */
export type Wish = { kind: 'named'; ids: readonly number[] } | { kind: 'all' } | { kind: 'usual' };

/** As a receipt keeps it until its money comes in: `12,7`, `all`, null. */
export const wishText = (wish: Wish): string | null =>
  wish.kind === 'named' ? wish.ids.join(',') : wish.kind === 'all' ? 'all' : null;

export function readWish(wanted: string | null): Wish {
  if (wanted === null) return { kind: 'usual' };
  if (wanted === 'all') return { kind: 'all' };
  return { kind: 'named', ids: wanted.split(',').map(Number) };
}

interface Named extends Pick<OpenCharge, 'id'> {
  unit: string;
  outstandingFen: number;
  reversedFen: number;
  waivedFen: number;
}

/** Why a charge that the payer named cannot be paid, if it cannot. */
export function refusalOfNamed(charge: Named, unit: string): WyError | undefined {
  const { id } = charge;
  if (charge.unit !== unit) {
    return refused(
      'charge_of_another_unit',
      w(`${id} 号应收是 ${charge.unit} 的。`, `Charge ${id} is one of ${charge.unit}.`),
      w(`查看：wy fee charges --unit ${unit}`, `See wy fee charges --unit ${unit}`),
    );
  }
  if (charge.outstandingFen > 0) return undefined;
  const see = w(
    `查看待缴：wy fee charges --unit ${unit} --state outstanding`,
    `See what is owed: wy fee charges --unit ${unit} --state outstanding`,
  );
  if (charge.reversedFen > 0) {
    return refused('charge_reversed', w(`${id} 号应收已冲销。`, `Charge ${id} was reversed.`), see);
  }
  return refused(
    'nothing_owed',
    w(`${id} 号应收已经没有欠款。`, `Nothing is owed of charge ${id} any more.`),
    see,
  );
}
