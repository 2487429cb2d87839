import type { Method } from '../../cash/model.ts';
import type { Ctx } from '../../context.ts';
import { listCharges } from '../../fees/charges.ts';
import { waiveCharge } from '../../fees/lessening.ts';
import type { Charge } from '../../fees/model.ts';
import { addDays, type Day } from '../../lib/day.ts';
import { atLocal } from '../../lib/moment.ts';
import { refund } from '../../receipts/refunding.ts';
import { reverseReceipt } from '../../receipts/reversing.ts';
import { takeMoney } from '../../receipts/taking.ts';
import { transfer } from '../../receipts/transferring.ts';
import type { Unit } from '../../registry/model.ts';
import { listResidents } from '../../registry/residents.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import type { MoneyTimes } from './calendar.ts';
import type { Habit, Payer } from './payers.ts';

/**
 * What does not happen every day: a receipt taken back and given anew, money refunded, carried over to a
 * parking space, let go, and to be collected at the door; what the developer pays.
 */
export function correctionsOf(
  ctx: Ctx,
  estate: Estate,
  payers: readonly Payer[],
  { today }: MoneyTimes,
): Beat[] {
  const { zone, headOf } = estate;
  const ago = (days: number, time: string) => atLocal(addDays(today, -days), time, zone);
  const homes = payers.filter(({ unit }) => unit.use === 'residential');
  const some = randomOf(`corrections ${today}`);
  const [mistaken, generous] = some.some(
    homes.filter(({ habit, parks }) => habit === 'quarterly' && !parks),
    2,
  );
  const part = homes.filter(({ habit }) => habit === ('part' satisfies Habit));
  const [atDoor, waived] = [part.at(-1)?.unit, part.at(-2)?.unit];
  const finance = headOf('finance');
  const no = { wrong: '' };
  const space = spaceOf(ctx, homes);

  return [
    ...(mistaken === undefined
      ? []
      : [
          beat(ago(11, '10:12'), (then) => {
            no.wrong = payAhead(then, mistaken.unit, 30_000, 'pos');
          }),
          beat(ago(11, '10:26'), (then) => void reverseReceipt(then, no.wrong, WRONG_METHOD)),
          beat(ago(11, '10:28'), (then) => void payAhead(then, mistaken.unit, 30_000, 'wechat')),
        ]),
    ...(generous === undefined
      ? []
      : [
          beat(ago(17, '11:05'), (then) => void payAhead(then, generous.unit, 60_000, 'alipay')),
          beat(ago(16, '09:50'), (then) => {
            const made = { unit: generous.unit.code, amountFen: 30_000, method: 'bank' } as const;
            refund(then, { ...made, reason: TOO_MUCH, approvedBy: finance.name });
          }),
        ]),
    ...(space === undefined
      ? []
      : [
          beat(ago(8, '15:05'), (then) => void payAhead(then, space.home, 20_000, 'wechat')),
          beat(ago(8, '15:12'), (then) => {
            const made = { unit: space.home.code, to: space.parking, amountFen: 4_580 };
            transfer(then, { ...made, reason: OWN_SPACE });
          }),
        ]),
    ...(waived === undefined
      ? []
      : [
          beat(ago(6, '14:30'), (then) => {
            const owed = listCharges(then.ledger, { unitId: waived.id, state: 'outstanding' });
            const charge = owed.find(({ tariff }) => tariff === 'energy');
            if (!charge) return;
            const made = { charge: String(charge.id), amountFen: charge.outstandingFen };
            waiveCharge(then, { ...made, reason: NO_LIFT, approvedBy: headOf('supervisor').name });
          }),
        ]),
    ...(atDoor === undefined
      ? []
      : [
          beat(ago(1, '16:20'), (then) => {
            const owed = listCharges(then.ledger, { unitId: atDoor.id, state: 'outstanding' });
            const amountFen = sumOf(owed);
            const collectAt = atLocal(addDays(today, 1), '10:00', zone);
            if (amountFen === 0) return;
            takeMoney(then, { unit: atDoor.code, amountFen, method: 'cash', collectAt });
          }),
        ]),
  ];
}

/** All that is owed, and so much more; gives the receipt's number. */
function payAhead(ctx: Ctx, unit: Unit, moreFen: number, method: Method): string {
  const owed = listCharges(ctx.ledger, { unitId: unit.id, state: 'outstanding' });
  return takeMoney(ctx, { unit: unit.code, amountFen: sumOf(owed) + moreFen, method }).no;
}

const sumOf = (charges: readonly Charge[]): number =>
  charges.reduce((sum, { outstandingFen }) => sum + outstandingFen, 0);

const beat = (at: string, act: (ctx: Ctx) => void): Beat => ({ at, act });

const WRONG_METHOD = '收款方式登记错误，应为微信';
const TOO_MUCH = '业主多转了一笔，要求退回一半';
const OWN_SPACE = '业主要求转到自有车位';
const NO_LIFT = '电梯停运四天，公共能耗费减免一个月';

/** A household that pays quarterly and owns a parking space. */
function spaceOf({ ledger, today }: Ctx, homes: readonly Payer[]) {
  const owners = listResidents(ledger, { on: today }).filter(({ role }) => role === 'owner');
  const decent = new Map(
    homes.filter(({ habit }) => habit === 'quarterly').map(({ unit }) => [unit.code, unit]),
  );
  const homeOf = new Map(
    owners
      .map((it) => [`${it.name} ${it.phone}`, decent.get(it.unit)] as const)
      .filter(([, home]) => home),
  );
  for (const { unit: parking, name, phone } of owners) {
    const home = homeOf.get(`${name} ${phone}`);
    if (home !== undefined && parking.startsWith('B1-')) return { home, parking };
  }
  return undefined;
}

/** The developer pays for what it has not sold, a quarter late and without the newest building. */
const BUILDING_IN_DISPUTE = '10';

export const developerPays = ({ zone }: Estate, quarters: readonly Day[]): Beat[] =>
  quarters.map((on) => beat(atLocal(addDays(on, 18), '15:30', zone), payAsDeveloper));

function payAsDeveloper(then: Ctx): void {
  const owed = listCharges(then.ledger, { state: 'outstanding' }).filter(
    ({ debtor, unit }) => debtor === 'developer' && !unit.startsWith(`${BUILDING_IN_DISPUTE}-`),
  );
  for (const unit of new Set(owed.map((each) => each.unit))) {
    const theirs = owed.filter((each) => each.unit === unit);
    const amountFen = sumOf(theirs);
    const ids = theirs.map(({ id }) => String(id));
    takeMoney(then, { unit, amountFen, method: 'bank', payer: DEVELOPER, for: ids });
  }
}

/** The lessee of the advertising frames pays each month by transfer. */
export const lesseePays = ({ zone }: Estate, months: readonly Day[]): Beat[] =>
  months.map((on) =>
    beat(atLocal(addDays(on, 3), '10:20', zone), (ctx) => {
      const owed = listCharges(ctx.ledger, { tariff: 'lease', state: 'outstanding' });
      const theirs = owed.find(({ debtor }) => debtor === 'party');
      if (!theirs) return;
      const { unit, debtorName, outstandingFen: amountFen } = theirs;
      takeMoney(ctx, { unit, amountFen, method: 'bank', payer: debtorName ?? undefined });
    }),
  );

const DEVELOPER = '新苑置业有限公司';
