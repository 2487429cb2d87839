import { addDays, addMonths } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import { quarterOf } from '../money/calendar.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting, somebody } from './setting.ts';
import { slip } from './slip.ts';

/** What the desk tells the residents, holds for them and certifies to them (rules 141–144). */
export const newsOf = (setting: Setting): Beat[] => [
  ...boardsOf(setting),
  ...activitiesOf(setting),
  ...noticesOf(setting),
  ...certificatesOf(setting),
];

const BOARDS = [
  { theme: '垃圾分类和宜居家园', kinds: ['news', 'policy'] },
  { theme: '消防通道和电动车充电', kinds: ['safety', 'law'] },
  { theme: '民法典里的邻里关系', kinds: ['law'] },
  { theme: '夏秋防汛提示', kinds: ['safety', 'news'] },
  { theme: '公共收益公示', kinds: ['policy'] },
  { theme: '社区活动剪影', kinds: ['news'] },
] as const;

const EVERY_DAYS = 14;
const CHANGED_DAYS_AGO = 9;
/** The change that was forgotten, counted back from the last one. */
const FORGOTTEN = 4;

/** Every two weeks, but once (rule 141). */
function boardsOf({ days, on, ago }: Setting): Beat[] {
  const last = days.length - 1 - CHANGED_DAYS_AGO;
  const turns = Math.floor(last / EVERY_DAYS);
  return Array.from({ length: turns + 1 }, (_, back) => days[last - back * EVERY_DAYS]).flatMap(
    (day, back) => {
      if (day === undefined || back === FORGOTTEN) return [];
      const board = BOARDS[(turns - back) % BOARDS.length];
      const at = back === 0 ? ago(CHANGED_DAYS_AGO, '10:00') : on(day, '10:00');
      return slip('board', [
        { at, verb: 'change', fields: { ...board, place: '南门、北门宣传栏' } },
      ]);
    },
  );
}

/** One of every quarter, on a day of its second month. */
const ACTIVITIES = [
  { theme: '元宵猜灯谜', items: '猜灯谜、做花灯', prizes: '汤圆×60、灯笼×40', yuan: 1_800 },
  { theme: '亲子运动会', items: '趣味接力、跳绳、拔河', prizes: '文具×50', yuan: 2_600 },
  { theme: '消夏露天电影', items: '电影两场、防溺水宣讲', prizes: '扇子×100', yuan: 1_500 },
  { theme: '重阳敬老茶话会', items: '量血压、理发、茶话', prizes: '保温杯×40', yuan: 2_200 },
] as const;

const DAY_OF_SECOND_MONTH = 13;

function activitiesOf({ months, director, supervisor, on, opensOn }: Setting): Beat[] {
  const quarters = [...new Set(months.map(quarterOf))];
  return quarters.flatMap((quarter) => {
    const day = addDays(addMonths(quarter, 1), DAY_OF_SECOND_MONTH);
    const planned = addDays(day, -12);
    const it = ACTIVITIES[(Number(quarter.slice(5, 7)) - 1) / 3];
    if (!it || planned <= opensOn) return [];
    const { theme, items, prizes, yuan } = it;
    const people = randomOf(`activity ${quarter}`).between(60, 110);
    return slip('activity', [
      {
        at: on(planned, '10:20'),
        verb: 'plan',
        by: supervisor,
        fields: {
          ...{ theme, items, prizes, people, place: '中心广场', on: day, hour: '09:30' },
          ...{
            budget: yuan * 100,
            participants: '全体住户',
            departments: ['security', 'cleaning'],
          },
          ...{
            programme: '签到、开场、活动、颁奖、清场',
            duties: '客服主持，安护维持秩序，保洁收场',
          },
        },
      },
      { at: on(addDays(planned, 1), '15:10'), verb: 'approve', by: director },
      {
        at: on(day, '11:40'),
        verb: 'hold',
        fields: {
          attended: people - 8,
          spent: yuan * 100 - 12_000,
          course: '秩序良好，住户反响热烈',
        },
      },
      {
        at: on(addDays(day, 3), '16:30'),
        verb: 'archive',
        fields: { summary: '参加人数达到预期，下次增设座位', shelf: '档案柜 4 层 2 盒' },
      },
    ]);
  });
}

const NOTICES = [
  { daysAgo: 158, kind: 'safety', subject: '防汛和高空坠物提示', printed: 60 },
  { daysAgo: 130, kind: 'works', subject: '消防管道检修', printed: 40 },
  { daysAgo: 104, kind: 'fees', subject: '第三季度物业费缴纳', printed: 80 },
  { daysAgo: 78, kind: 'outage', subject: '配电房检修停电', printed: 60 },
  { daysAgo: 53, kind: 'works', subject: '4栋屋面防水施工', printed: 20 },
  { daysAgo: 31, kind: 'fees', subject: '供暖前检查管道', printed: 60 },
  { daysAgo: 14, kind: 'safety', subject: '冬季用火用电安全', printed: 60 },
  { daysAgo: 2, kind: 'outage', subject: '更换水泵轴承停水', printed: 60 },
] as const;

/** Handed out on the next day at the latest; the last one is not filed yet. */
const noticesOf = ({ ago }: Setting): Beat[] =>
  NOTICES.flatMap(({ daysAgo, ...notice }) =>
    slip('notice', [
      {
        at: ago(daysAgo, '09:30'),
        verb: 'write',
        fields: { ...notice, handOutBy: ago(daysAgo - 1, '12:00') },
      },
      {
        at: ago(daysAgo, '15:40'),
        verb: 'hand-out',
        fields: {
          to: '各单元门、电梯厅',
          ways: ['posted', 'message'],
          handedOut: notice.printed - 2,
        },
      },
      { at: ago(daysAgo - 4, '16:20'), verb: 'file', fields: { shelf: '档案柜 2 层 1 盒' } },
    ]),
  );

const CERTIFIED = [
  { kind: 'residence', purpose: '子女入学', addressee: '区教育局' },
  { kind: 'residence', purpose: '办居住证', addressee: '蓝天派出所' },
  { kind: 'payment', purpose: '报销物业费', addressee: '所在单位' },
  { kind: 'property', purpose: '办理贷款', addressee: '银行' },
  { kind: 'renovation', purpose: '装修退税', addressee: '税务所' },
] as const;

const EVERY_CERTIFICATE_DAYS = 17;

/** Approved on the day, issued on it or the next. */
function certificatesOf({ days, flats, supervisor, on }: Setting): Beat[] {
  return days
    .slice(0, -2)
    .filter((_, index) => index % EVERY_CERTIFICATE_DAYS === 6)
    .flatMap((day, index) => {
      const random = randomOf(`certificate ${day}`);
      const { unit, name: holder } = somebody(random, flats);
      const time = clock('09:10', random.below(240));
      return slip('certificate', [
        {
          at: on(day, time),
          verb: 'apply',
          fields: { ...CERTIFIED[index % CERTIFIED.length], holder, unit },
        },
        { at: on(day, clock(time, 90)), verb: 'approve', by: supervisor },
        {
          at: on(addDays(day, random.chance(60) ? 0 : 1), '16:10'),
          verb: 'issue',
          fields: { collectedBy: holder },
        },
      ]);
    });
}
