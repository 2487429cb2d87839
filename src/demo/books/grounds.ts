import { sequelsOf } from '../../keeping/sequels.ts';
import { addDays, type Day } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { assign, callBack, finish, type Repair, slip as signed } from '../stories/ticket-steps.ts';
import { faultOf } from '../stories/tickets.ts';
import { later, onDay, tell } from '../story.ts';
import { clock, type Setting } from './setting.ts';
import { type Slip, slip } from './slip.ts';

/** Days without a patrol, so many before today; the defect that became a ticket. */
const NOT_PATROLLED_DAYS_AGO = [13, 58, 121];
const DEFECT_DAYS_AGO = 16;
const UNFIT_PERCENT = 7;

const PLACES = ['1栋、2栋', '3栋、4栋', '5栋、6栋', '7栋、8栋', '9栋、10栋', '地下车库', '园区'];

const UNFIT = [
  { points: 'hygiene=0', told: ['cleaning'], remark: '楼道有杂物、烟头', found: '已清扫' },
  { points: 'board=0', told: ['desk'], remark: '公告栏旧通知未撤', found: '已更换' },
  { points: 'patrol-sheet=0', told: ['security'], remark: '巡逻表漏签一次', found: '已补签并说明' },
  { points: 'facilities=0', told: ['engineering'], remark: '消防栓箱门松动', found: '已紧固' },
] as const;

/** What is seen on the rounds, and what comes of it (rules 44, 145–147, 174). */
export const groundsOf = (setting: Setting): Beat[] => [
  ...setting.days.flatMap((day, index) => patrolOn(setting, day, index)),
  ...slipsOf(setting),
  ...coordinationOf(setting),
  ...breachesOf(setting),
];

/** One patrol a day, read by the supervisor in the afternoon. */
function patrolOn(setting: Setting, day: Day, index: number): Beat[] {
  const { today, supervisor, on } = setting;
  const ago = (days: number) => addDays(today, -days);
  if (NOT_PATROLLED_DAYS_AGO.some((days) => ago(days) === day)) return [];
  const random = randomOf(`patrol ${day}`);
  const at = on(day, clock('09:20', random.below(50)));
  const read = { at: on(day, '17:10'), verb: 'approve', by: supervisor };
  const place = PLACES[index % PLACES.length];
  if (day === ago(DEFECT_DAYS_AGO)) return defectOn(setting, day, at, read);
  if (!random.chance(UNFIT_PERCENT) || day >= ago(2)) {
    const fields = { place, points: 'ok', result: 'fit' };
    return slip('patrol', [{ at, verb: 'log', fields }, read]);
  }
  const { found, ...unfit } = random.pick(UNFIT);
  const fields = { place, ...unfit, result: 'unfit', recheckBy: on(addDays(day, 1), '12:00') };
  const late = random.chance(20);
  return slip('patrol', [
    { at, verb: 'log', fields },
    read,
    {
      at: on(addDays(day, 1), late ? '15:30' : '10:40'),
      verb: 'recheck',
      fields: { found },
    },
  ]);
}

/** A broken light of the stairs: the patrol opens the ticket, and it is mended (rule 44). */
function defectOn(
  { estate, on }: Setting,
  day: Day,
  at: string,
  read: Parameters<typeof slip>[1][number],
): Beat[] {
  const it: Slip = { no: '' };
  const place = '6栋2单元3层楼道';
  const random = randomOf(`defect ${day}`);
  const fault = faultOf('客厅灯不亮');
  const repair: Repair = {
    ...{ random, fault, unit: undefined, place, isPaid: false },
    caller: estate.headOf('clerk'),
    worker: estate.engineerFor(fault.trade).name,
    no: '',
  };
  const found = {
    when: () => at,
    act: (ctx: Parameters<Beat['act']>[0]) => {
      repair.no = sequelsOf(ctx, it.no).tickets[0] ?? '';
    },
  };
  const steps = [
    found,
    assign(),
    finish(later(60, 120)),
    signed(),
    callBack(onDay(1, '10:00', '11:00')),
  ];
  const fields = {
    ...{ place, points: 'facilities=0', defects: '楼道灯不亮', result: 'unfit' },
    ...{ told: ['engineering'], recheckBy: on(addDays(day, 1), '12:00') },
  };
  return [
    ...slip(
      'patrol',
      [
        { at, verb: 'log', fields },
        read,
        { at: on(addDays(day, 1), '09:30'), verb: 'recheck', fields: { found: '灯已修好' } },
      ],
      it,
    ),
    ...tell(steps, repair, { zone: estate.zone, random, at, agreedAt: undefined }),
  ];
}

const NONCONFORMITIES = [
  { daysAgo: 150, department: 'cleaning', matter: '垃圾桶未按时清运', place: '8栋东侧' },
  { daysAgo: 117, department: 'greening', matter: '绿篱修剪后枝条未清', place: '中心花园' },
  { daysAgo: 86, department: 'contractor', matter: '电梯轿厢保养记录缺页', place: '7栋' },
  { daysAgo: 61, department: 'security', matter: '北门岗亭夜间无人', place: '北门' },
  { daysAgo: 37, department: 'cleaning', matter: '地下车库地面油污', place: '地下车库 B 区' },
  { daysAgo: 19, department: 'engineering', matter: '检修后井盖未复位', place: '5栋北侧' },
  { daysAgo: 8, department: 'cleaning', matter: '电梯轿厢不锈钢面有手印', place: '2栋、3栋' },
] as const;

const TOLD = { cleaning: '田桂英', greening: '石庆林', security: '董少军', engineering: '郑海涛' };

/** Looked at again in time, verified the day after; one still unfit at first, one waits to be looked at. */
function slipsOf({ supervisor, ago }: Setting): Beat[] {
  const told = (department: string) =>
    Object.hasOwn(TOLD, department) ? TOLD[department as keyof typeof TOLD] : '安平电梯 侯志远';
  const settled = NONCONFORMITIES.flatMap(({ daysAgo, department, ...matter }, index) => {
    const fields = {
      department,
      ...matter,
      told: told(department),
      fixBy: ago(daysAgo - 1, '17:00'),
    };
    const issued = { at: ago(daysAgo, '10:30'), verb: 'issue', fields };
    const fit = { result: 'fit', found: '已整改' };
    const again = { result: 'unfit', found: '清了一半', againBy: ago(daysAgo - 2, '17:00') };
    const isTwice = index === 4;
    return slip('nonconformity', [
      issued,
      { at: ago(daysAgo - 1, '15:40'), verb: 'recheck', fields: isTwice ? again : fit },
      ...(isTwice ? [{ at: ago(daysAgo - 2, '14:10'), verb: 'recheck', fields: fit }] : []),
      {
        at: ago(daysAgo - 2, '16:30'),
        verb: 'verify',
        by: supervisor,
        fields: { prevention: '列入每周抽查' },
      },
    ]);
  });
  const waiting = {
    ...{ department: 'cleaning', matter: '步行梯扶手积灰', place: '9栋2单元', told: '田桂英' },
    fixBy: ago(1, '17:00'),
  };
  return [
    ...settled,
    ...slip('nonconformity', [{ at: ago(3, '09:50'), verb: 'issue', fields: waiting }]),
  ];
}

const COORDINATED = [
  { daysAgo: 132, department: 'security', matter: '访客车停消防通道', told: '董少军' },
  { daysAgo: 98, department: 'greening', matter: '乔木枝条遮挡路灯', told: '石庆林' },
  { daysAgo: 66, department: 'engineering', matter: '健身器材螺栓松动', told: '郑海涛' },
  { daysAgo: 40, department: 'security', matter: '南门道闸旁自行车乱放', told: '董少军' },
  { daysAgo: 15, department: 'engineering', matter: '3栋门厅地砖空鼓', told: '徐福康' },
] as const;

const coordinationOf = ({ ago }: Setting): Beat[] =>
  COORDINATED.flatMap(({ daysAgo, ...it }) =>
    slip('coordination', [
      {
        at: ago(daysAgo, '11:00'),
        verb: 'issue',
        fields: { ...it, fixBy: ago(daysAgo - 3, '18:00') },
      },
      { at: ago(daysAgo, '16:20'), verb: 'answer', fields: { answer: '两天内处理完' } },
      { at: ago(daysAgo - 2, '15:10'), verb: 'recheck', fields: { found: '已处理，现场正常' } },
    ]),
  );

const BREACHES = [
  { daysAgo: 170, kind: 'e-bike', place: '4栋1单元', what: '电动车推进电梯' },
  { daysAgo: 143, kind: 'clutter', place: '6栋1单元12层', what: '鞋柜、纸箱堆在楼道' },
  { daysAgo: 119, kind: 'fire-lane', place: '8栋南侧', what: '面包车停在消防通道' },
  { daysAgo: 92, kind: 'noise', place: '中心广场', what: '夜间外放音响' },
  { daysAgo: 64, kind: 'throwing', place: '9栋东侧', what: '高层扔下塑料瓶', important: true },
  { daysAgo: 45, kind: 'litter', place: '2栋单元门口', what: '装修垃圾堆放' },
  { daysAgo: 26, kind: 'e-bike', place: '10栋2单元', what: '飞线充电', important: true },
  { daysAgo: 12, kind: 'pets', place: '中心花园', what: '遛犬不牵绳' },
  { daysAgo: 5, kind: 'fire-lane', place: '3栋北侧', what: '私家车停在消防通道' },
] as const;

/** Stopped at once, what is important told to the director, dealt with in days. */
function breachesOf({ guard, director, ago }: Setting): Beat[] {
  return BREACHES.flatMap((breach) => {
    const { daysAgo, kind, place, what } = breach;
    const isImportant = 'important' in breach;
    const gravity = isImportant ? 'important' : 'ordinary';
    return slip('breach', [
      { at: ago(daysAgo, '18:40'), verb: 'log', fields: { kind, place, what, gravity } },
      {
        at: ago(daysAgo, daysAgo === 92 ? '20:05' : '19:05'),
        verb: 'stop',
        by: guard,
        fields: { stopped: '当场劝阻，已停止' },
      },
      ...(isImportant
        ? [
            {
              at: ago(daysAgo, '20:20'),
              verb: 'escalate',
              fields: { to: `管理处主任 ${director.name}` },
            },
          ]
        : []),
      {
        at: ago(daysAgo - 2, '10:20'),
        verb: 'close',
        fields: {
          result: isImportant ? '约谈当事人，张贴提示，加装摄像头' : '已恢复原状，上门提醒',
        },
      },
    ]);
  });
}
