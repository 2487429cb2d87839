import { identityCheckDigit } from '../../lib/identity.ts';
import type { Moment } from '../../lib/moment.ts';
import { lastOf, later, onDay } from '../story.ts';
import type { Renovating, RenovationStep, Worker } from './renovation-steps.ts';
import {
  APPLIED,
  accepted,
  appliedWith,
  approved,
  approvedAs,
  begun,
  begunAlone,
  cancelled,
  changed,
  cleared,
  closed,
  deducted,
  extended,
  faulted,
  note,
  overtime,
  papers,
  patrols,
  pay,
  rectified,
  refunded,
  refused,
  reinspected,
  rejected,
  reported,
  review,
  turnDown,
  violated,
} from './renovation-steps.ts';

export interface RenovationStory extends Pick<Renovating, 'scope' | 'works' | 'period'> {
  name: string;
  /** Who applies, and for what. */
  where: 'owner' | 'tenant' | 'shop';
  /** Undefined: the household does it itself. */
  team: Team | undefined;
  isSmall?: true;
  daysAgo: number;
  time: string;
  steps: readonly RenovationStep[];
}

/** A firm, its leader and its people, all invented. */
interface Team {
  contractor: string;
  foreman: string;
  phone: string;
  workers: readonly [Worker, Worker, Worker];
}

/** Born in some year, in a district that there is not. */
function worker(name: string, year: number, serial: number): Worker {
  const first17 = `990000${year}0512${String(serial).padStart(3, '0')}`;
  return { name, idNo: `${first17}${identityCheckDigit(first17)}` };
}

const JIANGXIN: Team = {
  contractor: '匠心装饰',
  foreman: '尹长河',
  phone: '13900009201',
  workers: [worker('尹长河', 1979, 11), worker('封小勇', 1988, 13), worker('邰国富', 1983, 17)],
};

const ANJU: Team = {
  contractor: '安居装修队',
  foreman: '柏立春',
  phone: '13900009202',
  workers: [worker('柏立春', 1975, 31), worker('仇大力', 1991, 33), worker('芮双全', 1986, 37)],
};

const JIWU: Team = {
  contractor: '吉屋装饰',
  foreman: '洪大顺',
  phone: '13900009203',
  workers: [worker('洪大顺', 1982, 51), worker('屈来福', 1990, 53), worker('井泉', 1994, 57)],
};

const XIAOMAN: Team = {
  contractor: '小满设计',
  foreman: '乔一鸣',
  phone: '13900009204',
  workers: [worker('乔一鸣', 1987, 71), worker('敖东升', 1992, 73), worker('荆学文', 1985, 77)],
};

const HELPER = worker('褚师傅', 1981, 91);

const HARMLESS = '不涉及承重结构，水电改动在户内';
const WATER_TEST = '不涉及承重结构；防水须做二十四小时闭水试验';

/** Those of the past, the longest ago first. */
const PAST: readonly RenovationStory[] = [
  {
    name: 'is turned down and changed, done badly and put right, archived',
    where: 'owner',
    team: ANJU,
    scope: '全屋翻新，厨房和餐厅打通',
    works: ['partition', 'plumbing', 'wiring'],
    period: [5, 27],
    daysAgo: 151,
    time: '09:40',
    steps: [
      ...APPLIED,
      turnDown(onDay(0, '14:10', '14:40'), 'pipes', '要打通的隔墙内有燃气管和预埋线管'),
      changed(onDay(3, '09:20', '09:50'), '全屋翻新，厨房隔墙保留，改推拉门', '隔墙不拆，只换门'),
      review(later(40, 80), HARMLESS),
      approved,
      ...begun(ANJU.workers),
      ...patrols(4),
      violated('V20', ['persuade'], '砂石堆在电梯厅', 1),
      rectified(onDay(1, '10:00', '11:00'), 1, '已清走，地面已拖'),
      ...patrols(4, 0),
      violated('V09', ['stop-work', 'restore', 'report'], '主卧承重墙横向开槽约 1.2 米', 5),
      reported(later(10, 40), 2),
      ...patrols(3),
      rectified(later(10, 30), 2, '按原设计单位的意见灌浆修补'),
      ...patrols(3, 2),
      violated('V24', ['persuade'], '午休时用电锤，邻居来电', 0),
      rectified(later(15, 40), 3, '已停，再次告知施工时间'),
      ...patrols(3),
      extended(later(10, 30), 5, '修补墙体耽误了工期'),
      ...rejected('次卫门口找平层起砂，垃圾没有清完'),
      ...patrols(3, 0),
      ...accepted('餐厅加一组插座'),
      cleared('2'),
      pay('team', 'cash', later(5, 15)),
      deducted(onDay(1, '15:00', '16:00'), 120_000, '运料碰坏电梯厅墙砖和门套'),
      reinspected(94),
      refunded(2),
      closed(1),
    ],
  },
  {
    name: 'is done and archived',
    where: 'owner',
    team: JIANGXIN,
    scope: '三居室翻新：地面、墙面、厨卫吊顶',
    works: ['waterproofing', 'plumbing', 'wiring'],
    period: [2, 24],
    daysAgo: 152,
    time: '10:05',
    steps: [
      ...approvedAs(WATER_TEST),
      ...begun(JIANGXIN.workers),
      ...patrols(22),
      ...accepted(),
      cleared(),
      reinspected(94),
      refunded(1),
      closed(1),
    ],
  },
  {
    name: 'leaks after three months, at a harm that the deposits do not cover',
    where: 'owner',
    team: JIWU,
    scope: '主卫、次卫拆旧重做',
    works: ['waterproofing', 'plumbing'],
    period: [2, 17],
    daysAgo: 135,
    time: '09:15',
    steps: [
      ...approvedAs(WATER_TEST),
      ...begun(JIWU.workers),
      ...patrols(9),
      ...patrols(5, 2),
      ...accepted(),
      cleared(),
      faulted(95, '主卫地漏渗水，楼下吊顶和公共走道顶板受潮'),
      deducted(onDay(1, '15:00', '16:00'), 468_000, '修复公共走道顶板和楼下吊顶'),
      note(onDay(1, '10:00', '11:00'), '防水已由施工队返工，闭水试验二十四小时不漏'),
      reinspected(11),
      refunded(1),
    ],
  },
  {
    name: 'has its deposits back, and awaits the archive',
    where: 'owner',
    team: XIAOMAN,
    scope: '儿童房和书房做定制柜、刷墙、换地板',
    works: ['wiring'],
    period: [2, 14],
    daysAgo: 120,
    time: '10:20',
    steps: [
      ...approvedAs(HARMLESS),
      ...begun(XIAOMAN.workers.slice(0, 2)),
      ...patrols(12),
      ...accepted(),
      cleared(),
      reinspected(97),
      refunded(2),
    ],
  },
  {
    name: 'was found well yesterday, after three months',
    where: 'owner',
    team: JIANGXIN,
    scope: '厨房、客卫翻新',
    works: ['waterproofing', 'plumbing', 'wiring'],
    period: [2, 14],
    daysAgo: 110,
    time: '09:50',
    steps: [
      ...approvedAs(WATER_TEST),
      ...begun(JIANGXIN.workers),
      ...patrols(12),
      ...accepted('客卫改装壁挂马桶'),
      cleared(),
      reinspected(95),
    ],
  },
  {
    name: 'is to be re-inspected these days',
    where: 'owner',
    team: ANJU,
    scope: '全屋刷墙、换木地板',
    works: [],
    isSmall: true,
    period: [2, 14],
    daysAgo: 114,
    time: '09:05',
    steps: [
      ...approvedAs(HARMLESS),
      ...begun(ANJU.workers.slice(0, 1)),
      ...patrols(12),
      ...accepted(),
      cleared(),
    ],
  },
  {
    name: 'of a tenant, took longer than it was to',
    where: 'tenant',
    team: XIAOMAN,
    scope: '客厅隔出一间书房，轻质隔墙',
    works: ['partition', 'wiring'],
    period: [2, 16],
    daysAgo: 59,
    time: '10:30',
    steps: [
      ...approvedAs(HARMLESS),
      ...begun(XIAOMAN.workers.slice(0, 2)),
      ...patrols(13),
      extended(later(10, 30), 5, '隔墙板材到货晚了'),
      ...patrols(3),
      ...accepted('书房门改为朝外开'),
      cleared(),
    ],
  },
  {
    name: 'is given up once it was paid',
    where: 'owner',
    team: JIWU,
    scope: '阳台贴砖、客厅换地砖',
    works: [],
    period: [12, 30],
    daysAgo: 48,
    time: '10:10',
    steps: [
      ...approvedAs(HARMLESS),
      pay('household', 'wechat', onDay(1, '09:30', '10:00')),
      pay('team', 'bank'),
      cancelled(onDay(8, '10:00', '11:00'), '业主调往外地工作，暂不装修'),
    ],
  },
  {
    name: 'was done by the household itself',
    where: 'owner',
    team: undefined,
    scope: '换橱柜和水槽',
    works: ['plumbing'],
    isSmall: true,
    period: [2, 11],
    daysAgo: 24,
    time: '09:25',
    steps: [
      ...approvedAs(HARMLESS),
      ...begunAlone(HELPER),
      ...patrols(9),
      ...accepted(),
      cleared(),
    ],
  },
  {
    name: 'is given up before anybody decided',
    where: 'tenant',
    team: JIWU,
    scope: '次卧贴墙纸、换灯',
    works: ['wiring'],
    period: [5, 12],
    daysAgo: 20,
    time: '10:40',
    steps: [
      ...appliedWith('drawings', 'description'),
      cancelled(onDay(1, '10:00', '11:00'), '租期提前结束，不装了'),
    ],
  },
  {
    name: 'of a shop, is turned down by the supervisor',
    where: 'shop',
    team: JIWU,
    scope: '商铺改作台球室',
    works: ['entertainment', 'wiring'],
    period: [9, 40],
    daysAgo: 11,
    time: '10:15',
    steps: [
      ...appliedWith('drawings', 'description', 'contractor-licence'),
      turnDown(onDay(0, '14:10', '14:40'), 'fire-hazard', '两个安全出口只留一个，没有消防批准'),
    ],
  },
  {
    name: 'is refused by the director',
    where: 'owner',
    team: XIAOMAN,
    scope: '主卧和书房之间开门洞',
    works: ['partition'],
    period: [6, 20],
    daysAgo: 5,
    time: '09:55',
    steps: [
      ...APPLIED,
      review(onDay(0, '14:10', '14:40'), '图纸标的是非承重墙，位置须现场核对'),
      refused(later(40, 90), '现场核对是承重墙，请改方案'),
    ],
  },
];

/** Those whose works go on, every one patrolled each day but today, one not even yesterday. */
const RUNNING: readonly RenovationStory[] = [
  {
    name: 'goes on longer, and was not patrolled yesterday',
    where: 'owner',
    team: JIANGXIN,
    scope: '全屋拆旧，水电重铺',
    works: ['waterproofing', 'plumbing', 'wiring'],
    period: [2, 20],
    daysAgo: 25,
    time: '09:35',
    steps: [
      ...approvedAs(WATER_TEST),
      ...begun(JIANGXIN.workers),
      ...patrols(17),
      extended(onDay(1, '09:30', '10:30'), 16, '地砖缺货，重新订货'),
      ...patrols(5, 0),
    ],
  },
  {
    name: 'goes on, with a violation that is to be put right',
    where: 'owner',
    team: ANJU,
    scope: '两居室翻新，厨卫移位改管',
    works: ['partition', 'waterproofing', 'plumbing', 'wiring'],
    period: [2, 30],
    daysAgo: 21,
    time: '10:00',
    steps: [
      ...approvedAs(WATER_TEST),
      ...begun(ANJU.workers),
      ...patrols(5),
      violated('V22', ['persuade'], '散装水泥沙没有装袋就进电梯', 1),
      rectified(onDay(1, '10:00', '11:00'), 1, '已改袋装，电梯轿厢已加护板'),
      ...patrols(7, 0),
      overtime(later(10, 30), 1, '卫生间防水须连续施工'),
      ...patrols(4),
      violated('V09', ['stop-work', 'restore', 'report'], '次卧承重墙上开线槽约 0.8 米', 6),
      reported(later(10, 40), 2),
      ...patrols(1),
    ],
  },
  {
    name: 'of the household itself, is nearly over',
    where: 'owner',
    team: undefined,
    scope: '客厅刷墙、换灯',
    works: ['wiring'],
    isSmall: true,
    period: [2, 12],
    daysAgo: 10,
    time: '09:45',
    steps: [...approvedAs(HARMLESS), ...begunAlone(HELPER, 10), ...patrols(8)],
  },
];

const OFFICE_TIMES = ['08:50', '09:40', '10:40', '11:30', '14:30', '15:30', '16:30', '17:20'];

/** Those on which nobody has decided to the end, as they stand at this moment. */
const comingOn = (now: Moment): readonly RenovationStory[] => [
  {
    name: 'was turned down, changed, and awaits the supervisor',
    where: 'owner',
    team: ANJU,
    scope: '厨房门移到客厅一侧',
    works: ['partition', 'plumbing'],
    period: [12, 30],
    daysAgo: 7,
    time: '10:25',
    steps: [
      ...APPLIED,
      turnDown(onDay(0, '14:10', '14:40'), 'load-bearing', '新门洞开在承重墙上'),
      changed(lastOf(now, ...OFFICE_TIMES), '厨房换橱柜和墙地砖，门不移位', '门洞不动'),
    ],
  },
  {
    name: 'is approved, and paid for by half',
    where: 'owner',
    team: XIAOMAN,
    scope: '玄关、客厅做定制柜，铺木地板',
    works: ['wiring'],
    period: [5, 25],
    daysAgo: 3,
    time: '09:20',
    steps: [
      ...approvedAs(HARMLESS),
      papers(onDay(1, '10:10', '10:40'), 'agreement'),
      pay('household', 'wechat'),
    ],
  },
  {
    name: 'awaits the director',
    where: 'owner',
    team: JIWU,
    scope: '主卫改干湿分离',
    works: ['waterproofing', 'plumbing'],
    period: [6, 22],
    daysAgo: 2,
    time: '10:50',
    steps: [
      ...appliedWith('drawings', 'description', 'contractor-licence'),
      papers(lastOf(now, ...OFFICE_TIMES)),
      review(later(10, 20), WATER_TEST),
    ],
  },
  {
    name: 'lacks papers',
    where: 'owner',
    team: JIANGXIN,
    scope: '厨房移灶台，燃气改管',
    works: ['gas', 'plumbing'],
    period: [8, 24],
    daysAgo: 1,
    time: '10:45',
    steps: [...appliedWith('drawings', 'description')],
  },
];

/** All that are told of, none later than this moment. */
export const renovationStories = (now: Moment): readonly RenovationStory[] => [
  ...PAST,
  ...RUNNING,
  ...comingOn(now),
];
