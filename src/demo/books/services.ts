import type { Ctx } from '../../context.ts';
import { listCharges } from '../../fees/charges.ts';
import { addDays, addMonths, type Day } from '../../lib/day.ts';
import { addMinutes } from '../../lib/moment.ts';
import { takeMoney } from '../../receipts/taking.ts';
import { listSubscriptions } from '../../subscriptions/subscribing.ts';
import type { Trade } from '../estate.ts';
import type { Beat } from '../life.ts';
import { everyMonths } from '../money/calendar.ts';
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
  { item: '代收装修材料', kind: 'entrusted', yuan: 30, trade: 'building', effect: '清点后送到门口' },
];

const EVERY_DAYS = 9;

/** What residents ask for and pay, and what others pay for places of the estate (rules 126, 138, 140). */
export const servicesOf = (setting: Setting): Beat[] => [
  ...setting.days
    .slice(0, -3)
    .filter((_, index) => index % EVERY_DAYS === 4)
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

/** The two that are billed in the fees, and a venue of one summer. */
function leasesOf({ opensOn, today, on }: Setting): Beat[] {
  const untilOn = addDays(addMonths(opensOn, 20), -1);
  const frames = {
    ...{ kind: 'advertising', place: '1 至 3 栋电梯厅广告框 6 处', lessee: '晨曦传媒' },
    ...{ contract: 'GG-2026-03', consent: CONSENT, rent: 30_000 },
  };
  const store = {
    ...{ kind: 'storage', place: '地下一层储藏间 2 号', lessee: '裴文远', ground: 'company' },
    ...{ contract: 'CC-2026-01', rent: 45_000, phone: '13900000221' },
  };
  const venue = {
    ...{ kind: 'venue', place: '中心广场东侧', lessee: '四季花坊', managementFee: 20_000 },
    ...{ contract: 'CD-2026-02', consent: CONSENT, rent: 60_000 },
  };
  const signed = (index: number, fields: object): Deed => ({
    at: on(opensOn, clock('09:20', index * 7)),
    verb: 'sign',
    fields: (ctx) => ({ ...fields, ...subscribed(ctx, index) }),
  });
  const collected = (day: Day, paid: number): Deed => ({
    at: on(day, '10:40'),
    verb: 'collect',
    fields: { paid },
  });
  const terms = { firstDay: opensOn, lastDay: untilOn };
  const months = everyMonths(opensOn, today, 1);
  const [begins, ended] = [addDays(opensOn, 30), addDays(opensOn, 91)];
  return [
    ...slip('lease', [
      signed(0, { ...frames, ...terms, rentDueOn: addDays(opensOn, 4) }),
      ...months.map((month) => collected(addDays(month, 3), 30_000)),
      { at: on(addDays(opensOn, 100), '15:00'), verb: 'inspect', fields: { finding: '画面完好' } },
    ]),
    ...storeRent(today).reduce<Beat[]>(
      (beats, _, index, dues) => (index === 0 ? storeOf(dues, opensOn) : beats),
      [],
    ),
    ...slip('lease', [
      {
        at: on(addDays(begins, -3), '14:20'),
        verb: 'sign',
        fields: { ...venue, firstDay: begins, lastDay: ended },
      },
      { at: on(ended, '18:00'), verb: 'end', fields: { cause: '到期，场地已恢复' } },
    ]),
  ];

  function storeOf(dues: readonly Day[], since: Day): Beat[] {
    const kept = dues.filter((day) => day > addDays(since, 3));
    const [first] = kept;
    return slip('lease', [
      signed(1, { ...store, ...terms, rentDueOn: first }),
      ...kept.slice(0, -1).map((day) => collected(addDays(day, -1), 45_000)),
    ]);
  }
}

const DUE_IN_DAYS = 3;
const MONTHS_OF_RENT = 8;

/** The days on which the rent of the store is due, the last of them soon. */
const storeRent = (today: Day): Day[] =>
  Array.from({ length: MONTHS_OF_RENT }, (_, index) =>
    addMonths(addDays(today, DUE_IN_DAYS), index + 1 - MONTHS_OF_RENT),
  );

/** The number by which the rent is billed. */
function subscribed(ctx: Ctx, index: number): { subscription?: string } {
  const found = listSubscriptions(ctx, { tariff: 'lease' })[index];
  return found ? { subscription: found.no } : {};
}
