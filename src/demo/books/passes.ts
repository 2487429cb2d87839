import { addDays, type Day, weekday } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting, somebody } from './setting.ts';
import { type Deed, slip } from './slip.ts';

const GOODS = [
  { kind: 'goods', goods: '旧沙发，茶几' },
  { kind: 'goods', goods: '自行车' },
  { kind: 'goods', goods: '电视机，纸箱×3' },
  { kind: 'moving', goods: '沙发×2，床×2，冰箱，洗衣机，纸箱×22' },
  { kind: 'moving', goods: '衣柜，书桌×2，纸箱×15' },
  { kind: 'renovation', goods: '剩余瓷砖×6，水泥×2' },
] as const;

const FRIDAY = 5;
const PASS_EVERY_DAYS = 3;
/** The week in which the slips were not collected. */
const FORGOTTEN_WEEKS_AGO = 6;

/** Who and what goes through the gate (rules 114–117, 121). */
export const passesOf = (setting: Setting): Beat[] => [
  ...setting.days
    .slice(0, -1)
    .filter((_, index) => index % PASS_EVERY_DAYS === 2)
    .flatMap((day) => pass(setting, day, clock('08:50', randomOf(`pass ${day}`).below(420)), 45)),
  ...pass(setting, setting.today, '08:10', 640),
  ...slipsOf(setting),
  ...setting.days.flatMap((day) => visitorsOn(setting, day)),
  ...setting.days.flatMap((day) => parkingOn(setting, day)),
  ...temporaryOf(setting),
  ...projectOf(setting),
];

/** Checked at the gate so many minutes later. */
function pass({ flats, guards, on }: Setting, day: Day, time: string, minutes: number): Beat[] {
  const random = randomOf(`goods ${day}`);
  const { unit, name, phone } = somebody(random, flats);
  const guard = random.pick(guards);
  const { kind, goods } = random.pick(GOODS);
  const fields = { unit, kind, applicant: 'owner', name, phone, goods, validOn: day };
  const differs = random.chance(4);
  const seen = differs
    ? { result: 'differing', difference: '多出一件，住户回前台补登后放行' }
    : { result: 'matching' };
  return slip('pass', [
    { at: on(day, time), verb: 'issue', fields },
    {
      at: on(day, clock(time, minutes)),
      verb: 'check-out',
      by: guard,
      fields: { guard: guard.name, gate: random.pick(['南门', '北门']), ...seen },
    },
  ]);
}

/** Collected on Fridays, but once. */
function slipsOf({ days, today, guard, on }: Setting): Beat[] {
  const forgotten = addDays(today, -7 * FORGOTTEN_WEEKS_AGO - 6);
  const isForgotten = (day: Day) => day >= forgotten && day < addDays(forgotten, 7);
  const fridays = days.filter((day) => weekday(day) === FRIDAY && !isForgotten(day));
  return fridays.flatMap((day, index) => {
    const issued = randomOf(`slips ${day}`).between(2, 3);
    const missing = index % 9 === 4 ? 1 : 0;
    const fields = {
      ...{ gate: '南门、北门', firstDay: addDays(day, -6), lastDay: day, collector: guard.name },
      ...{ issued, collected: issued - missing, checked: issued - missing, missing },
      ...(missing > 0 && { followUp: '门岗交接时放错抽屉，次日找回' }),
    };
    return slip('gate-slip', [{ at: on(day, '17:05'), verb: 'log', by: guard, fields }]);
  });
}

const VISITS = [
  { name: '罗佩华', host: '业主', purpose: '探亲' },
  { name: '康志勇', host: '工程部', purpose: '送配件' },
  { name: '方静宜', host: '管理处', purpose: '洽谈广告位' },
  { name: '熊国平', host: '管理处', purpose: '社区例行走访' },
  { name: '白晓梅', host: '业主', purpose: '家教' },
  { name: '雷振宇', host: '工程部', purpose: '水泵检修' },
] as const;

const DAYS_KEPT = 80;

/** Somebody comes every other day; they are not kept longer than they serve. */
function visitorsOn({ flats, today, on }: Setting, day: Day): Beat[] {
  const random = randomOf(`visitor ${day}`);
  if (day <= addDays(today, -DAYS_KEPT) || random.chance(40)) return [];
  const { host, ...it } = random.pick(VISITS);
  const unit = host === '业主' ? somebody(random, flats).unit : undefined;
  const time = clock('09:00', random.below(420));
  const card = `访 ${random.between(1, 20)}`;
  return slip('visitor', [
    {
      at: on(day, time),
      verb: 'sign-in',
      fields: { ...it, unit, host: unit ? undefined : host, announced: true, card },
    },
    {
      at: on(day, clock(time, random.between(15, 120))),
      verb: 'leave',
      fields: { cardBack: true },
    },
  ]);
}

const YUAN_A_CAR_FEN = 500;
const EVERY_DAYS = 4;

/** The late shift's temporary parking, of some days. */
function parkingOn({ guards, on, days }: Setting, day: Day): Beat[] {
  const index = days.indexOf(day);
  const attendant = guards[index % guards.length];
  if (index % EVERY_DAYS !== 0 || !attendant) return [];
  const random = randomOf(`parking ${day}`);
  const due = random.between(38, 74);
  const missed = random.chance(35) ? random.between(1, 4) : 0;
  const taken = due - missed;
  const fields = {
    ...{ day, shift: 'late', lot: '地面', attendant: attendant.name },
    ...{ due, taken, missed, free: random.between(2, 9), amount: taken * YUAN_A_CAR_FEN },
    ...(missed > 0 && { cause: '跟车出场' }),
  };
  return slip('parking-fee', [{ at: on(day, '22:40'), verb: 'log', by: attendant, fields }]);
}

const HOLDERS = [
  { holder: '饶秀英', company: '悦家家政', kind: 'domestic', card: 'L021' },
  { holder: '金爱华', company: '悦家家政', kind: 'domestic', card: 'L022' },
  { holder: '倪大勇', company: '鲜达配送', kind: 'delivery', card: 'L023' },
  { holder: '丁海涛', company: '恒通管道', kind: 'repair', card: 'L024' },
  { holder: '葛春生', company: '恒通管道', kind: 'repair', card: 'L025' },
  { holder: '尹桂芳', company: '悦家家政', kind: 'domestic', card: 'L026' },
] as const;

/** Two are still valid; of the others one was lost. */
function temporaryOf({ flats, guard, ago, today }: Setting): Beat[] {
  return HOLDERS.flatMap((it, index) => {
    const issuedAgo = 150 - index * 27;
    const isValid = issuedAgo < 60;
    const { unit } = somebody(randomOf(`pass of ${it.holder}`), flats);
    const validUntil = addDays(today, isValid ? 25 + index : 30 - issuedAgo);
    const issued: Deed = {
      at: ago(issuedAgo, '09:40'),
      verb: 'issue',
      fields: { ...it, unit, validUntil },
    };
    const fields = { outcome: index === 1 ? 'lost' : 'returned' };
    const at = ago(issuedAgo - 29, '17:20');
    return slip(
      'temp-pass',
      isValid ? [issued] : [issued, { at, verb: 'return', by: guard, fields }],
    );
  });
}

/** The firms that keep the lifts and the greenery come for months. */
function projectOf({ opensOn, today, on }: Setting): Beat[] {
  const first = addDays(opensOn, 2);
  const firms = [
    { project: '电梯维保', company: '安平电梯', leader: '侯志远', passes: 4, area: '机房、轿厢' },
    { project: '绿化养护', company: '绿源园艺', leader: '毛家栋', passes: 6, area: '园区' },
  ];
  return firms.flatMap((it, index) =>
    slip('project-pass', [
      {
        at: on(first, clock('14:00', index * 10)),
        verb: 'issue',
        fields: { ...it, validUntil: addDays(today, 45 + index * 60) },
      },
    ]),
  );
}
