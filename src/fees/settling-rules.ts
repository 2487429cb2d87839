import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { nothingAsked, yuanText } from '../lib/money.ts';
import { list, same, w } from '../lib/words.ts';
import type { Charge, ChargeState } from './model.ts';

/**
 * When a settlement stands: the latest of now and the moments given (when the charge was billed, when
 * the money came in, the last settlement of both), so that the sum up to any moment is a valid one.
 */
export const settleAt = (now: Moment, ...others: readonly (Moment | null)[]): Moment =>
  others.reduce<Moment>((latest, each) => (each !== null && each > latest ? each : latest), now);

type Settled = Pick<Charge, 'amountFen' | 'paidFen' | 'waivedFen' | 'reversedFen'>;

export const outstandingOf = (it: Settled): number =>
  it.amountFen - it.paidFen - it.waivedFen - it.reversedFen;

/** What of a charge only waivers lessened is open until they cover it. */
export function stateOf(it: Settled): ChargeState {
  if (it.reversedFen > 0) return 'reversed';
  if (outstandingOf(it) > 0) return it.paidFen > 0 ? 'part' : 'open';
  return it.paidFen > 0 ? 'paid' : 'waived';
}

type Owed = Settled & Pick<Charge, 'id'>;

/** The refusal of a waiver of nothing, or of more than is owed. */
export function refusalOfWaiver(charge: Owed, amountFen: number) {
  const { id } = charge;
  if (charge.reversedFen > 0) return alreadyReversed(id);
  const owedFen = outstandingOf(charge);
  if (owedFen === 0) {
    return refused(
      'nothing_owed',
      w(`${id} 号应收已经结清。`, `Nothing is owed of charge ${id} any more.`),
      w('查看：wy fee charges', 'See wy fee charges.'),
    );
  }
  if (amountFen <= 0) return nothingAsked();
  if (amountFen <= owedFen) return undefined;
  return refused(
    'waiver_amount',
    w(
      `减免金额不能超过未缴的 ${yuanText(owedFen)} 元。`,
      `A waiver is no more than the ${yuanText(owedFen)} owed.`,
    ),
    w(
      `全免：wy fee waive ${id} --amount ${yuanText(owedFen)} --reason … --approved-by …`,
      `All of it: wy fee waive ${id} --amount ${yuanText(owedFen)} --reason … --approved-by …`,
    ),
  );
}

/**
 * Who may approve that so much of a charge is waived (rule 172): up to the limit the supervisor, above
 * it the director alone. Several waivers of one charge count together.
 */
export const mayWaive = (
  { waivedFen }: Pick<Charge, 'waivedFen'>,
  amountFen: number,
  supervisorFen: number,
) =>
  waivedFen + amountFen <= supervisorFen
    ? (['supervisor', 'director'] as const)
    : (['director'] as const);

const alreadyReversed = (id: number) =>
  refused(
    'charge_reversed',
    w(`${id} 号应收已经冲销。`, `Charge ${id} has been reversed already.`),
    w('查看：wy fee charges', 'See wy fee charges.'),
  );

/** What stands on a charge. */
export interface Standing {
  /** The receipts whose money pays it. */
  receiptNos: readonly string[];
  /** Penalties (违约金) for it that are neither reversed nor about to be. */
  penaltyIds: readonly number[];
  /** The other parts of the usage between its readings, likewise: billed anew they are one again. */
  partIds: readonly number[];
  /** The charges that are taken back with it. */
  together: readonly number[];
}

/**
 * The refusal of taking back a bill that somebody has paid, for whose delay a penalty is owed, or of
 * which another part would stand.
 */
export function refusalOfReversal(charge: Owed, standing: Standing) {
  const { id } = charge;
  const { receiptNos, penaltyIds, partIds, together } = standing;
  if (charge.reversedFen > 0) return alreadyReversed(id);
  if (charge.paidFen > 0) {
    const nos = list(receiptNos.map(same));
    const [first = '…'] = receiptNos;
    return refused(
      'charge_paid',
      w(
        `${id} 号应收已缴 ${yuanText(charge.paidFen)} 元（收据 ${nos.zh}），不能直接冲销。`,
        `${yuanText(charge.paidFen)} of charge ${id} is paid (receipt ${nos.en}).`,
      ),
      w(
        `先冲红收据：wy fee reverse ${first} --reason …；钱仍归本户的，冲销后再收；归别户的：wy fee transfer`,
        `Reverse the receipt first: wy fee reverse ${first} --reason …; to move its money to another unit: wy fee transfer`,
      ),
    );
  }
  const all = [...new Set([...together, id, ...partIds, ...penaltyIds])].join(',');
  const jointly = w(
    `一起冲销：wy fee reverse-charge ${all} --reason …`,
    `Reverse them together: wy fee reverse-charge ${all} --reason …`,
  );
  if (partIds.length > 0) {
    return refused(
      'part_stands',
      w(
        `${id} 号应收与 ${partIds.join('、')} 号是同一次抄表的用量，只能一起冲销。`,
        `Charge ${id} is billed by the same readings as ${partIds.join(', ')}; all of it is reversed, or nothing.`,
      ),
      jointly,
    );
  }
  if (penaltyIds.length === 0) return undefined;
  return refused(
    'penalty_stands',
    w(
      `${id} 号应收还记了违约金（${penaltyIds.join('、')} 号）。`,
      `A penalty was booked for charge ${id} (${penaltyIds.join(', ')}).`,
    ),
    jointly,
  );
}
