import { addDays } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import type { Setting } from './setting.ts';
import { slip } from './slip.ts';

/** What happens to the estate, and with those around it (rules 125, 160, 161, 175). */
export const eventsOf = (setting: Setting): Beat[] => [
  ...liftOf(setting),
  ...floodOf(setting),
  ...stormOf(setting),
  ...rainOf(setting),
  ...worksOf(setting),
  ...contactsOf(setting),
];

/** Two people in a lift, out after twenty minutes; the aftermath took five days. */
function liftOf({ director, supervisor, ago }: Setting): Beat[] {
  const what = '电梯停在 6、7 层之间，困住两人，均无伤';
  return slip('emergency', [
    {
      at: ago(47, '19:32'),
      verb: 'report',
      fields: {
        kind: 'lift',
        place: '7栋1单元',
        what,
        told: director.name,
        called: ['lift'],
        injured: 0,
      },
    },
    { at: ago(47, '19:40'), verb: 'escalate', fields: { director: director.name } },
    {
      at: ago(47, '20:10'),
      verb: 'handle',
      fields: { measures: '安抚被困人员，维保 19:52 放人，电梯停用检修', evacuated: true },
    },
    { at: ago(45, '09:30'), verb: 'approve', by: director },
    {
      at: ago(42, '16:00'),
      verb: 'close',
      by: supervisor,
      fields: {
        aftermath: '上门慰问两户，维保更换门锁触点，检验后恢复运行',
        ...{ cause: '门锁触点接触不良', loss: 38_000, prevention: '十二台电梯逐台检查触点' },
      },
    },
  ]);
}

/** A pipe of the garage burst at night; the aftermath is still being seen to. */
function floodOf({ director, guard, ago }: Setting): Beat[] {
  const what = '消防管接头爆裂，地下车库积水约十厘米';
  return slip('emergency', [
    {
      at: ago(4, '02:10'),
      verb: 'report',
      fields: { kind: 'flood', place: '地下车库 B 区', what, told: guard.name, injured: 0 },
    },
    { at: ago(4, '02:25'), verb: 'escalate', fields: { director: director.name } },
    {
      at: ago(4, '05:40'),
      verb: 'handle',
      fields: { measures: '关阀、抽水，通知三位车主挪车，天亮前排净', evacuated: false },
    },
    { at: ago(3, '09:10'), verb: 'approve', by: director },
  ]);
}

/** A storm, for which the grounds were made ready. */
function stormOf({ ago }: Setting): Beat[] {
  return slip('weather', [
    {
      at: ago(71, '10:20'),
      verb: 'warn',
      fields: {
        ...{ kind: 'wind', level: 'blue', starts: ago(71, '17:00') },
        ...{ told: ['security', 'engineering', 'greening'], remark: '阵风七级' },
      },
    },
    {
      at: ago(71, '14:30'),
      verb: 'prepare',
      fields: { measures: '广告牌、临时围挡加固，提醒高层收阳台物品' },
    },
    {
      at: ago(70, '09:20'),
      verb: 'close',
      fields: { result: '折断小枝三处，当天清理，无人员和车辆损失' },
    },
  ]);
}

/** The night of heavy rain for which the trust-managed flats were patrolled, too. */
function rainOf({ ago }: Setting): Beat[] {
  return slip('weather', [
    {
      at: ago(24, '15:45'),
      verb: 'warn',
      fields: {
        ...{ kind: 'rain', level: 'yellow', starts: ago(24, '19:00') },
        ...{ told: ['security', 'engineering', 'cleaning'], remark: '气象台暴雨黄色预警' },
      },
    },
    {
      at: ago(24, '17:40'),
      verb: 'prepare',
      fields: { measures: '疏通雨水口，车库入口码沙袋，试水泵两台' },
    },
    {
      at: ago(23, '08:50'),
      verb: 'close',
      fields: { result: '车库入口少量进水，无损失', defects: '6栋屋面雨水斗堵塞' },
    },
  ]);
}

/** A roof mended in autumn, and the water shut off in a few days. */
function worksOf({ today, supervisor, ago }: Setting): Beat[] {
  const roof = { kind: 'medium', subject: '屋面防水', place: '4栋', contractor: '固宇防水' };
  const pumps = { kind: 'minor', subject: '更换生活水泵轴承', place: '生活水泵房' };
  const day = (inDays: number) => addDays(today, inDays);
  return [
    ...slip('works-plan', [
      {
        at: ago(60, '11:00'),
        verb: 'plan',
        fields: {
          ...{ ...roof, beginsOn: day(-50), endsOn: day(-36), notifyBy: day(-53) },
          ...{ budget: 4_600_000, affects: '4栋顶层住户' },
        },
      },
      { at: ago(54, '16:20'), verb: 'notify', fields: { way: '单元门张贴，逐户告知顶层' } },
      { at: ago(50, '08:30'), verb: 'begin', fields: { foreman: '殷志高' } },
      {
        at: ago(37, '15:40'),
        verb: 'finish',
        fields: { result: '蓄水 48 小时不渗漏', cost: 4_450_000, acceptedBy: supervisor.name },
      },
    ]),
    ...slip('works-plan', [
      {
        at: ago(3, '10:30'),
        verb: 'plan',
        fields: {
          ...pumps,
          beginsOn: day(5),
          endsOn: day(5),
          notifyBy: day(2),
          affects: '全区停水两小时',
        },
      },
      { at: ago(2, '11:10'), verb: 'notify', fields: { way: '张贴通知，业主群发布' } },
    ]),
  ];
}

const CONTACTS = [
  { daysAgo: 165, party: 'police', matter: '夏季防盗宣传', way: 'meeting' },
  { daysAgo: 128, party: 'power', matter: '计划停电时间', way: 'phone' },
  { daysAgo: 101, party: 'committee', matter: '公共收益公示格式', way: 'meeting' },
  { daysAgo: 74, party: 'neighbourhood', matter: '垃圾分类督导', way: 'meeting' },
  {
    daysAgo: 49,
    party: 'water',
    matter: '二次供水水质报告',
    way: 'letter',
    answer: '已报送检测报告复印件',
  },
  { daysAgo: 28, party: 'heating', matter: '供暖试水安排', way: 'phone' },
  {
    daysAgo: 10,
    party: 'committee',
    matter: '充电桩选址',
    way: 'letter',
    answer: '已提供三处选址和电力容量',
  },
] as const;

const contactsOf = ({ ago }: Setting): Beat[] =>
  CONTACTS.flatMap((contact) => {
    const { daysAgo, party, matter, way } = contact;
    const reply = 'answer' in contact ? contact.answer : undefined;
    return slip('liaison', [
      {
        at: ago(daysAgo, '10:50'),
        verb: 'log',
        fields: { party, matter, way, answer: reply ? 'owed' : 'none' },
      },
      ...(reply ? [{ at: ago(daysAgo - 2, '15:30'), verb: 'reply', fields: { reply } }] : []),
    ]);
  });
