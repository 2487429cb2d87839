import type { Ctx } from '../../context.ts';
import { addDays, addMonths, type Day } from '../../lib/day.ts';
import { groupBy } from '../../lib/group.ts';
import { listResidents } from '../../registry/residents.ts';
import { listUnits } from '../../registry/units.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting, somebody } from './setting.ts';
import { type Deed, slip } from './slip.ts';

/** What the desk knows of cars, dogs and lettings, and is to be reminded of (rules 117, 121–124). */
export const householdsOf = (ctx: Ctx, setting: Setting): Beat[] => [
  ...vehiclesOf(setting),
  ...dogsOf(setting),
  ...lettingsOf(ctx, setting),
  ...agencyOf(setting),
  ...vacantOf(ctx, setting),
  ...newspapersOf(setting),
];

const VEHICLES = 36;
/** So many stood in the old register, entered in the first days; the others came since. */
const ENTERED = 20;
const EXPIRES_IN_DAYS = 12;
/** Which one ends soon, was renewed, was sold; every ninth is an electric bicycle. */
const SPECIAL = { ending: 0, renewed: 1, sold: 2 };
const BIKE_EVERY = 9;
const BRANDS = ['大众', '丰田', '比亚迪', '吉利', '别克', '本田'] as const;
const COLOURS = ['白', '黑', '银灰', '蓝'] as const;

function vehiclesOf(setting: Setting): Beat[] {
  const { opensOn, today, on, ago } = setting;
  const renewed: Deed = {
    at: on(addDays(opensOn, 53), '10:15'),
    verb: 'renew',
    fields: { validUntil: addMonths(addDays(opensOn, 60), 12) },
  };
  const sold: Deed = {
    at: ago(27, '15:30'),
    verb: 'withdraw',
    fields: { cause: 'sold', takenBack: true },
  };
  const later = [[], [renewed], [sold]];
  return Array.from({ length: VEHICLES }, (_, index) => {
    const isOld = index < ENTERED;
    const day = addDays(opensOn, isOld ? 1 + (index % 4) : (index - ENTERED + 4) * 8);
    if (day >= today) return [];
    return slip('vehicle', [permit(setting, day, index), ...(later[index] ?? [])]);
  }).flat();
}

function permit({ flats, opensOn, today, on }: Setting, day: Day, index: number): Deed {
  const random = randomOf(`vehicle ${opensOn} ${index}`);
  const { unit, name: holder, phone } = somebody(random, flats);
  const ends: Record<number, Day> = {
    [SPECIAL.ending]: addDays(today, EXPIRES_IN_DAYS),
    [SPECIAL.renewed]: addDays(opensOn, 60),
  };
  const usually = addMonths(addDays(day, random.between(200, 350)), 3);
  const car = {
    ...{ kind: 'car', plate: `鲁A00${100 + index * 7}`, lot: '地面' },
    ...{ brand: random.pick(BRANDS), colour: random.pick(COLOURS) },
  };
  return {
    at: on(day, clock('09:30', random.below(440))),
    verb: 'issue',
    fields: {
      ...{ unit, holder, phone, agreement: true, validUntil: ends[index] ?? usually },
      ...(index % BIKE_EVERY === BIKE_EVERY - 1 ? { kind: 'e-bike', lot: '车棚' } : car),
      permit: `C${String(index + 1).padStart(3, '0')}`,
    },
  };
}

const DOGS = [
  { breed: '泰迪', name: '豆豆', colour: '棕', licensed: 11, vaccinated: 95 },
  { breed: '柯基', name: '短腿', colour: '黄白', licensed: 160, vaccinated: 120 },
  { breed: '金毛', name: '麦子', colour: '金', licensed: 140, vaccinated: 60 },
  { breed: '比熊', name: '雪球', colour: '白', licensed: 210, vaccinated: 33 },
  { breed: '边牧', name: '乐乐', colour: '黑白', licensed: 75, vaccinated: 180 },
  { breed: '中华田园犬', name: '阿黄', colour: '黄', licensed: 120, vaccinated: 44 },
  { breed: '柴犬', name: '年糕', colour: '赤', licensed: undefined, vaccinated: 300 },
] as const;

/** The licence of one ends soon; one has none yet and was told so. */
function dogsOf({ flats, opensOn, today, on, ago }: Setting): Beat[] {
  return DOGS.flatMap(({ licensed, vaccinated, ...dog }, index) => {
    const { unit, name: keeper, phone } = somebody(randomOf(`dog ${opensOn} ${index}`), flats);
    const isNew = licensed === undefined;
    return slip('dog', [
      {
        at: isNew ? ago(16, '16:40') : on(addDays(opensOn, 4 + index * 3), '10:50'),
        verb: 'register',
        fields: {
          ...{ ...dog, unit, keeper, phone, vaccinatedUntil: addDays(today, vaccinated) },
          ...(!isNew && {
            licence: `Q${String(2310 + index * 13)}`,
            licensedUntil: addDays(today, licensed),
          }),
        },
      },
    ]);
  });
}

const LETTINGS = 8;
const MONTHS_CHECKED = 6;

/** Flats with tenants: looked at after half a year, one of them let until soon; some who live there (rules 18, 122, 123). */
function lettingsOf({ ledger }: Ctx, { flats, opensOn, today, on, ago }: Setting): Beat[] {
  const byUnit = groupBy(listResidents(ledger, { on: today }), ({ unit }) => unit);
  const rented = flats.filter(({ people: [first] }) => first?.role === 'tenant');
  const some = randomOf(`lettings ${opensOn}`).some(rented, LETTINGS);
  return some.flatMap(({ code: unit, people: [tenant] }, index) => {
    const owner = (byUnit.get(unit) ?? []).find(({ role, phone }) => role === 'owner' && phone);
    if (!owner || !tenant) return [];
    const day = addDays(opensOn, 5 + index * 2);
    const letting = { no: '' };
    const moved = addMonths(day, -4);
    const checkedAt = on(addDays(addMonths(day, MONTHS_CHECKED), -16), '15:10');
    const ends = index === 0 ? addDays(today, 20) : addDays(today, 90 + index * 33);
    const person: Deed = {
      at: on(day, '11:20'),
      verb: 'register',
      fields: () => ({
        ...{ unit, name: tenant.name, phone: tenant.phone ?? undefined, letting: letting.no },
        ...{ movedInOn: moved, permitUntil: addDays(today, index === 1 ? 24 : 70 + index * 40) },
      }),
    };
    return [
      ...slip(
        'let',
        [
          {
            at: on(day, '11:05'),
            verb: 'register',
            fields: {
              ...{ unit, landlord: owner.name, landlordPhone: owner.phone, people: 2 },
              ...{ tenant: tenant.name, tenantPhone: tenant.phone ?? undefined },
              ...{ firstDay: moved, lastDay: ends },
            },
          },
          { at: checkedAt, verb: 'check', fields: { people: 2, finding: '住户在家，情况相符' } },
        ],
        letting,
      ),
      ...(index < 4 ? slip('tenant-person', [person]) : []),
      ...(index === 4 ? foreigner(unit, ago(33, '17:30'), ago(32, '10:05'), today) : []),
    ];
  });
}

/** Reported to the police within the day. */
const foreigner = (unit: string, at: string, reported: string, today: string): Beat[] =>
  slip('tenant-person', [
    {
      at,
      verb: 'register',
      fields: {
        ...{ unit, name: 'Anna Lindqvist', kind: 'foreign', nationality: '瑞典' },
        ...{ movedInOn: addDays(today, -33), permitUntil: addDays(today, 330) },
      },
    },
    { at: reported, verb: 'report', fields: { station: '蓝天派出所' } },
  ]);

const MANDATES = [
  { kind: 'let', price: 260_000, daysAgo: 70, ends: 40, concluded: 'let' },
  { kind: 'let', price: 310_000, daysAgo: 38, ends: 52, concluded: undefined },
  { kind: 'sell', price: 158_000_000, daysAgo: 55, ends: 65, concluded: undefined },
] as const;

function agencyOf({ flats, today, ago }: Setting): Beat[] {
  return MANDATES.flatMap(({ kind, price, daysAgo, ends, concluded }, index) => {
    const { unit, name: client, phone } = somebody(randomOf(`agency ${today} ${index}`), flats);
    return slip('agency', [
      {
        at: ago(daysAgo, '10:40'),
        verb: 'entrust',
        fields: { unit, client, phone, kind, price, keyHeld: true, until: addDays(today, ends) },
      },
      {
        at: ago(daysAgo - 9, '14:30'),
        verb: 'view',
        fields: { viewer: '钟先生', opinion: '满意户型，想再看一次采光' },
      },
      ...(concluded === undefined
        ? []
        : [
            {
              at: ago(daysAgo - 20, '11:10'),
              verb: 'conclude',
              fields: { result: concluded, finalPrice: price - 10_000, other: '钟立新' },
            },
          ]),
    ]);
  });
}

/** Flats of the developer's in which nobody of the stories moves. */
function vacantOf({ ledger }: Ctx, { estate, opensOn, on, ago }: Setting): Beat[] {
  const unsold = listUnits(ledger)
    .filter(({ use, handoverOn }) => use === 'residential' && handoverOn === null)
    .filter(({ code }) => !estate.moving.unsold.includes(code));
  return randomOf(`vacant ${opensOn}`)
    .some(unsold, 4)
    .flatMap(({ code: unit }, index) =>
      slip('vacant-unit', [
        {
          at: on(addDays(opensOn, 6), clock('14:00', index * 6)),
          verb: 'register',
          fields: {
            ...{ unit, kind: index === 0 ? 'let' : 'sell', contact: '销售部 万经理' },
            ...{ keyHeld: true, condition: '毛坯，门窗完好' },
          },
        },
        {
          at: ago(25 + index, '10:20'),
          verb: 'inspect',
          fields: { condition: index === 2 ? '卧室窗边有水渍，已报开发商' : '门窗完好，水电已关' },
        },
      ]),
    );
}

const PAPERS = ['市晚报', '健康周刊', '少年科学'] as const;

function newspapersOf({ flats, opensOn, today, on }: Setting): Beat[] {
  return PAPERS.flatMap((publication, index) => {
    const {
      unit,
      name: subscriber,
      phone,
    } = somebody(randomOf(`press ${opensOn} ${index}`), flats);
    const day = addDays(opensOn, 8 + index * 20);
    const fields = { unit, subscriber, phone, publication, firstDay: addDays(day, 10) };
    const ends = { lastDay: addDays(today, 45 + index * 60), amount: 18_000 };
    return slip('press', [
      { at: on(day, '10:05'), verb: 'order', fields: { ...fields, ...ends } },
      { at: on(addDays(day, 1), '15:50'), verb: 'place', fields: { orderNo: `YF${2200 + index}` } },
    ]);
  });
}
