import type { Ctx } from '../context.ts';
import { listCharges, makeCharge, planOneOff } from '../fees/charges.ts';
import { reverse } from '../fees/lessening.ts';
import type { Charge } from '../fees/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import type { Ticket } from './model.ts';

/** What stands charged for a repair. */
export const chargesOf = (ledger: Ledger, no: string): Charge[] =>
  listCharges(ledger, { subjects: [no] }).filter(({ state }) => state !== 'reversed');

/**
 * A paid repair that is closed makes its charge, once (rules 27, 140); gives its amount. What keeps it
 * from being charged is told and keeps no slip from being closed.
 */
export function chargeRepair(ctx: Ctx, ticket: Ticket): number | undefined {
  const { no, costFen } = ticket;
  if (ticket.charge !== 'paid' || costFen === null || costFen === 0) return undefined;
  if (ticket.unit === null) return void warnOfPublic(ctx, no);
  const [standing] = chargesOf(ctx.ledger, no);
  if (standing) return void warnOfStanding(ctx, ticket, standing);
  const planned = planOneOff(ctx, {
    unit: requireUnit(ctx.ledger, ticket.unit),
    tariffKey: ctx.policy.fees.repair,
    amountFen: costFen,
    subject: no,
  });
  if (planned instanceof WyError) return void warnOfRefusal(ctx, no, planned);
  makeCharge(ctx, planned);
  return costFen;
}

function warnOfPublic(ctx: Ctx, no: string): void {
  ctx.warn(
    w(
      `${no} 是公共部位，费用没有记到哪一户。`,
      `${no} is at a public place: its cost was charged to nobody.`,
    ),
  );
}

function warnOfStanding(ctx: Ctx, { no, costFen }: Ticket, standing: Charge): void {
  if (standing.amountFen === costFen) return;
  ctx.warn(
    w(
      `${no} 已收过 ${yuanText(standing.amountFen)} 元（${standing.id} 号应收），这次的费用没有另行出账；还要收的：wy fee charge`,
      `${yuanText(standing.amountFen)} is charged for ${no} already (charge ${standing.id}); this cost was not charged on top: wy fee charge`,
    ),
  );
}

function warnOfRefusal(ctx: Ctx, no: string, { words, hint }: WyError): void {
  ctx.warn(
    w(
      `${no} 的费用没有出账：${words.zh}${hint?.zh ?? ''}；之后补记：wy fee charge`,
      `The cost of ${no} was not charged: ${words.en} ${hint?.en ?? ''} Charge it afterwards: wy fee charge`,
    ),
  );
}

/**
 * A repair goes back to work: what was charged for it falls away with its penalties, unless some of
 * that was paid, which the desk is told of; gives what fell away.
 */
export function takeBackCharge(ctx: Ctx, no: string): number | undefined {
  const charges = chargesOf(ctx.ledger, no);
  const penalties = listCharges(ctx.ledger, { penaltyOf: charges.map(({ id }) => id) });
  const standing = [...penalties.filter(({ state }) => state !== 'reversed'), ...charges];
  if (standing.length === 0) return undefined;
  if (standing.some(({ paidFen }) => paidFen > 0)) return void warnOfPaid(ctx, no, charges);
  const together = standing.map(({ id }) => id);
  for (const charge of standing) reverse(ctx, charge, { reason: no, together });
  return standing.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function warnOfPaid(ctx: Ctx, no: string, charges: readonly Charge[]): void {
  const ids = charges.map(({ id }) => id);
  ctx.warn(
    w(
      `${no} 的费用已缴（${ids.join('、')} 号应收），没有冲销；要退的，先冲红收据：wy fee reverse`,
      `The cost of ${no} is paid (charge ${ids.join(', ')}) and stands; to give it back, reverse its receipt: wy fee reverse`,
    ),
  );
}
