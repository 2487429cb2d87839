import type { Ctx } from '../../context.ts';
import { listCharges } from '../../fees/charges.ts';
import { addDays, addMonths, type Day } from '../../lib/day.ts';
import { addMinutes } from '../../lib/moment.ts';
import { takeMoney } from '../../receipts/taking.ts';
import { listSubscriptions } from '../../subscriptions/subscribing.ts';
import type { Trade } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting, somebody } from './setting.ts';
import { type Deed, type Slip, slip } from './slip.ts';

interface Service {
  item: string;
  kind: string;
  yuan: number;
  trade: Trade;
  effect: string;
}

const SERVICES: readonly Service[] = [
  { item: '疏通厨房下水', kind: 'paid', yuan: 60, trade: 'water', effect: '排水顺畅' },
  { item: '更换客厅灯具', kind: 'paid', yuan: 80, trade: 'power', effect: '灯亮，线不外露' },
  { item: '安装晾衣架', kind: 'convenience', yuan: 50, trade: 'building', effect: '承重二十公斤' },
  { item: '换门锁锁芯', kind: 'paid', yuan: 70, trade: 'doors', effect: '开关灵活' },
  { item: '清洗空调两台', kind: 'special', yuan: 160, trade: 'power', effect: '滤网洁净，不滴水' },
  {
    item: '代收装修材料',
    kind: 'entrusted',
    yuan: 30,
    trade: 'building',
    effect: '清点后送到门口',
  },
];

const EVERY_DAYS = 9;
/** The tariff of services has its rate since then. */
const CHARGED_SINCE = '2020-01-01';

/** What residents ask for and pay, and what others pay for places of the estate (rules 126, 138, 140). */
export const servicesOf = (setting: Setting): Beat[] => [
  ...setting.days
    .slice(0, -3)
    .filter((day, index) => index % EVERY_DAYS === 4 && day >= CHARGED_SINCE)
    .flatMap((day, index) => done(setting, day, SERVICES[index % SERVICES.length])),
  ...agreed(setting, addDays(setting.today, -1), addDays(setting.today, 1), SERVICES[4]),
  ...leasesOf(setting),
];

/** Agreed on one day, done and accepted on the next, and paid at once. */
function done(setting: Setting, day: Day, service: Service | undefined): Beat[] {
  const { estate, on } = setting;
  if (!service) return [];
  const next = addDays(day, 1);
  const it: Slip = { no: '' };
  const worker = estate.engineerFor(service.trade).name;
  const accepted = on(next, clock('10:00', randomOf(`service ${day}`).below(300)));
  return [
    ...agreed(setting, day, next, service, it),
    ...slip(
      'service',
      [
        { at: on(day, '16:50'), verb: 'assign', fields: { department: '工程部', worker } },
        { at: accepted, verb: 'accept', fields: { satisfied: 'satisfied' } },
      ],
      it,
    ),
    { at: addMinutes(accepted, 5), act: (ctx) => pay(ctx, it) },
  ];
}

function agreed(
  { flats, on }: Setting,
  day: Day,
  agreedOn: Day,
  service: Service | undefined,
  it?: Slip,
): Beat[] {
  if (!service) return [];
  const { unit, name, phone } = somebody(randomOf(`service ${day}`), flats);
  const { item, kind, yuan, effect } = service;
  const fields = { unit, name, phone, kind, item, agreedOn, hour: '上午', fee: yuan * 100, effect };
  return slip('service', [{ at: on(day, '15:20'), verb: 'order', fields }], it);
}

function pay(ctx: Ctx, { no }: Slip): void {
  const owed = listCharges(ctx.ledger, { subjects: [no], state: 'outstanding' });
  for (const { id, unit, outstandingFen: amountFen } of owed) {
    takeMoney(ctx, { unit, amountFen, method: 'wechat', for: [String(id)] });
  }
}

const CONSENT = '业主大会决议第 7 项';

/** The two that are billed with the fees, and a venue of one summer. */
const leasesOf = (setting: Setting): Beat[] => [
  ...framesOf(setting),
  ...storeOf(setting),
  ...venueOf(setting),
];

const MONTHS_LET = 20;

/** Signed on the first day, with the subscription by which the rent is billed. */
function signed({ opensOn, on }: Setting, index: number, fields: object): Deed {
  const lastDay = addDays(addMonths(opensOn, MONTHS_LET), -1);
  return {
    at: on(opensOn, clock('09:20', index * 7)),
    verb: 'sign',
    fields: (ctx) => ({ firstDay: opensOn, lastDay, ...fields, ...subscribed(ctx, index) }),
  };
}

/** Paid on the fourth of every month. */
function framesOf(setting: Setting): Beat[] {
  const { opensOn, months, on } = setting;
  const frames = {
    ...{ kind: 'advertising', place: '1 至 3 栋电梯厅广告框 6 处', lessee: '晨曦传媒' },
    ...{ contract: 'GG-2026-03', consent: CONSENT, rent: 30_000 },
    rentDueOn: addDays(opensOn, 4),
  };
  return slip('lease', [
    signed(setting, 0, frames),
    ...months.map((month) => ({
      at: on(addDays(month, 3), '10:40'),
      verb: 'collect',
      fields: { paid: 30_000 },
    })),
  ]);
}

/** Due every month; the next rent in a few days. */
const DUE_IN_DAYS = 3;

function storeOf(setting: Setting): Beat[] {
  const { opensOn, months, today, on } = setting;
  const next = addDays(today, DUE_IN_DAYS);
  const dues = months
    .map((_, index) => addMonths(next, index + 1 - months.length))
    .filter((day) => day > addDays(opensOn, 3));
  const store = {
    ...{ kind: 'storage', place: '地下一层储藏间 2 号', lessee: '裴文远', ground: 'company' },
    ...{ contract: 'CC-2026-01', rent: 45_000, phone: '13900000221', rentDueOn: dues[0] },
  };
  return slip('lease', [
    signed(setting, 1, store),
    ...dues.slice(0, -1).map((day, index) => ({
      at: on(addDays(day, -1), '10:40'),
      verb: 'collect',
      fields: { paid: 45_000, rentDueOn: dues[index + 1] },
    })),
  ]);
}

/** Let for three months, of which the management fee was paid with the signing. */
function venueOf({ opensOn, on }: Setting): Beat[] {
  const [firstDay, lastDay] = [addDays(opensOn, 30), addDays(opensOn, 121)];
  const fields = {
    ...{ kind: 'venue', place: '中心广场东侧', lessee: '四季花坊', managementFee: 20_000 },
    ...{ contract: 'CD-2026-02', consent: CONSENT, rent: 60_000, firstDay, lastDay },
  };
  return slip('lease', [
    { at: on(addDays(opensOn, 27), '14:20'), verb: 'sign', fields },
    {
      at: on(addDays(opensOn, 75), '15:00'),
      verb: 'inspect',
      fields: { finding: '摆放整齐，不占通道' },
    },
    { at: on(lastDay, '18:00'), verb: 'end', fields: { cause: '到期，场地已恢复' } },
  ]);
}

/** The number by which the rent is billed. */
function subscribed(ctx: Ctx, index: number): { subscription?: string } {
  const found = listSubscriptions(ctx, { tariff: 'lease' })[index];
  return found ? { subscription: found.no } : {};
}
