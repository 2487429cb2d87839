import { addDays, type Day } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import { lastOfMonth } from '../money/calendar.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting } from './setting.ts';
import { slip } from './slip.ts';

/** Firms that do not exist. */
const CLEANING = '洁源保洁';
const GREENING = '绿源园艺';
const PEST = '安康消杀';

/** One day in so many nobody looked; one in so many the work was unfit. */
const NOT_CHECKED_PERCENT = 6;
const UNFIT_PERCENT = 9;

const UNFIT = [
  { points: 'effect=0', remark: '扶手有灰，电梯门缝有泥', told: '领班 卢春梅' },
  { points: 'on-post=0', remark: '下午少一人在岗', told: '领班 卢春梅' },
  { points: 'timely=0', remark: '垃圾清运晚一小时', told: '领班 卢春梅' },
] as const;

/** The work of the contractors: checked daily, told by the month, weighed by the quarter (rules 146–148). */
export const contractorsOf = (setting: Setting): Beat[] => [
  ...setting.days.flatMap((day) => checkOn(setting, day)),
  ...setting.months.flatMap((month) => monthOf(setting, month)),
  ...setting.months.flatMap((month) => reviewOf(setting, month)),
  ...plansOf(setting),
];

function checkOn({ today, on, director }: Setting, day: Day): Beat[] {
  const random = randomOf(`check ${day}`);
  const isRecent = day >= addDays(today, -2);
  if (random.chance(NOT_CHECKED_PERCENT) && !isRecent) return [];
  const isGreen = random.chance(25);
  const it = {
    contractor: isGreen ? GREENING : CLEANING,
    trade: isGreen ? 'greening' : 'cleaning',
    kind: random.chance(15) ? 'spot' : 'daily',
    place: random.pick(['1 至 5 栋', '6 至 10 栋', '地下车库', '园区道路', '中心花园']),
  };
  const at = on(day, clock('09:50', random.below(50)));
  if (isGreen || isRecent || !random.chance(UNFIT_PERCENT)) {
    const fields = { ...it, points: 'ok', result: 'fit' };
    return slip('contractor-check', [{ at, verb: 'log', fields }]);
  }
  const isSerious = random.chance(12);
  const fixBy = on(addDays(day, 1), '12:00');
  return slip('contractor-check', [
    {
      at,
      verb: 'log',
      fields: { ...it, ...random.pick(UNFIT), result: isSerious ? 'serious' : 'unfit', fixBy },
    },
    ...(isSerious
      ? [{ at: on(day, '11:30'), verb: 'escalate', fields: { director: director.name } }]
      : []),
    {
      at: on(addDays(day, 1), random.chance(85) ? '10:30' : '14:20'),
      verb: 'recheck',
      fields: { found: '已整改' },
    },
  ]);
}

/** On the last day of the month. */
function monthOf({ supervisor, on }: Setting, month: Day): Beat[] {
  const last = lastOfMonth(month);
  const random = randomOf(`month of contractors ${month}`);
  const unfit = random.between(1, 3);
  const of = (contractor: string, trade: string, minutes: number, rest: object) =>
    slip('contractor-month', [
      {
        at: on(last, clock('16:10', minutes)),
        verb: 'log',
        by: supervisor,
        fields: { contractor, trade, ...rest },
      },
    ]);
  return [
    ...of(CLEANING, 'cleaning', 0, {
      ...{ rating: unfit > 2 ? 'fair' : 'good', checks: random.between(20, 23), unfit },
      work: '楼道每日清扫，电梯每日擦拭，车库每周冲洗',
      problems: '高层扶手擦拭不到位，已要求领班逐层复查',
    }),
    ...of(GREENING, 'greening', 8, {
      ...{ rating: 'good', checks: random.between(5, 8), unfit: 0 },
      work: '修剪绿篱，补种麦冬，浇水施肥',
    }),
  ];
}

const QUARTER = 3;

/** In the last month of a quarter, approved by the director. */
function reviewOf({ supervisor, director, on }: Setting, month: Day): Beat[] {
  if (Number(month.slice(5, 7)) % QUARTER !== 0) return [];
  const day = addDays(month, 24);
  const of = (contractor: string, trade: string, minutes: number, score: string) =>
    slip('contractor-review', [
      {
        at: on(day, clock('14:30', minutes)),
        verb: 'assess',
        by: supervisor,
        fields: {
          contractor,
          trade,
          score,
          conclusion: 'keep',
          grounds: '按日常检查和住户意见评定',
        },
      },
      { at: on(addDays(day, 1), '10:00'), verb: 'approve', by: director },
    ]);
  return [
    ...of(CLEANING, 'cleaning', 0, 'quality=34,timely=17,staff=13,corrections=14,safety=10'),
    ...of(GREENING, 'greening', 10, 'quality=37,timely=18,staff=14,corrections=14,safety=10'),
  ];
}

const PLANS = [
  { daysAgo: 160, contractor: PEST, trade: 'pest', subject: '夏季灭蚊消杀方案' },
  { daysAgo: 83, contractor: GREENING, trade: 'greening', subject: '秋季修剪和补种方案' },
  { daysAgo: 23, contractor: CLEANING, trade: 'cleaning', subject: '冬季地面防滑和清雪方案' },
] as const;

/** Reviewed before they begin; one was sent back once. */
function plansOf({ supervisor, director, today, ago }: Setting): Beat[] {
  return PLANS.flatMap(({ daysAgo, ...plan }, index) =>
    slip('contractor-plan', [
      {
        at: ago(daysAgo, '10:10'),
        verb: 'submit',
        fields: { ...plan, begins: addDays(today, 10 - daysAgo) },
      },
      ...(index === 1
        ? [
            {
              at: ago(daysAgo, '16:00'),
              verb: 'return',
              by: supervisor,
              fields: { changes: '补充施药期间的住户提示' },
            },
          ]
        : []),
      { at: ago(daysAgo - 1, '09:30'), verb: 'approve', by: director },
      {
        at: ago(daysAgo - 1, '15:20'),
        verb: 'accept',
        by: supervisor,
        fields: { opinion: '按方案实施，第一周每天检查' },
      },
    ]),
  );
}
