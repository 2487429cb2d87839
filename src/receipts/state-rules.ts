import { refused, type WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Receipt } from './model.ts';

/** Why an issued receipt cannot be collected or made void, if it cannot. */
export function refusalOfIssued({ no, state }: Pick<Receipt, 'no' | 'state'>): WyError | undefined {
  if (state === 'issued') return undefined;
  if (state === 'void') {
    return refused(
      'receipt_void',
      w(`${no} 已作废。`, `${no} is void.`),
      w('另开收据：wy fee pay', 'Make another one: wy fee pay'),
    );
  }
  return refused(
    'receipt_received',
    w(`${no} 的钱已收到。`, `The money of ${no} came in already.`),
    w(
      `开错的要冲红：wy fee reverse ${no} --reason …`,
      `One that is wrong is reversed: wy fee reverse ${no} --reason …`,
    ),
  );
}

/** Why a receipt cannot be taken back, if it cannot. */
export function refusalOfReversal(it: Receipt): WyError | undefined {
  const { no, state, unit } = it;
  const show = w(`查看：wy fee receipt ${no}`, `See wy fee receipt ${no}`);
  if (state === 'issued') {
    return refused(
      'receipt_not_received',
      w(`${no} 还没有收到钱。`, `The money of ${no} has not come in.`),
      w(`请作废：wy fee void ${no} --reason …`, `Make it void: wy fee void ${no} --reason …`),
    );
  }
  if (state === 'void') {
    return refused('receipt_void', w(`${no} 已作废。`, `${no} is void.`), show);
  }
  if (state === 'reversed') {
    return refused(
      'receipt_reversed',
      w(`${no} 已由 ${it.reversedBy} 冲红。`, `${no} was reversed by ${it.reversedBy}.`),
      show,
    );
  }
  if (state === 'reversal') {
    return refused(
      'receipt_is_reversal',
      w(`${no} 本身就是红字收据。`, `${no} is a reversal itself.`),
      w('收了钱就重新开：wy fee pay', 'Take the money anew: wy fee pay'),
    );
  }
  if (it.method === 'transfer') {
    return refused(
      'receipt_transferred_in',
      w(`${no} 是从别的房屋转来的。`, `The money of ${no} came from another unit.`),
      w(
        `还没用掉的可转回：wy fee transfer --unit ${unit} --to … --amount …`,
        `What is left of it goes back by wy fee transfer --unit ${unit} --to … --amount …`,
      ),
    );
  }
  if (leftOf(it) > 0) return undefined;
  return refused(
    'receipt_paid_out',
    w(`${no} 的钱已全部退出或转出。`, `All of ${no} was refunded or transferred.`),
    show,
  );
}

/** What of a receipt has not left it by a refund or a transfer: what a reversal takes back. */
export const leftOf = ({
  amountFen,
  refundedFen,
  transferredFen,
}: Pick<Receipt, 'amountFen' | 'refundedFen' | 'transferredFen'>): number =>
  amountFen - refundedFen - transferredFen;

/** Why so much cannot leave a unit's prepayment, if it cannot. */
export function refusalOfDrawing(
  unit: string,
  amountFen: number,
  restFen: number,
): WyError | undefined {
  if (amountFen <= restFen) return undefined;
  const rest = yuanText(restFen);
  return refused(
    'beyond_prepaid',
    w(`${unit} 的预存只有 ${rest} 元。`, `Only ${rest} yuan of ${unit} are prepaid.`),
    w(
      '已缴进应收的钱要先冲红收据：wy fee reverse',
      'Money that has paid for charges is freed by reversing its receipt: wy fee reverse',
    ),
  );
}
