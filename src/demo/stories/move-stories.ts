import type { Attendance } from '../../moves/model.ts';
import type { Fault } from '../faults.ts';
import { agreedOn, atAgreed, later, onDay } from '../story.ts';
import type { MoveStep } from './move-steps.ts';
import {
  callBack,
  complete,
  defect,
  forward,
  goOver,
  goods,
  handBack,
  keys,
  meters,
  moveIn,
  moveOut,
  note,
  papers,
  settleAll,
  takeOver,
} from './move-steps.ts';
import type { RepairStep } from './ticket-steps.ts';
import * as repair from './ticket-steps.ts';

/** What is found when a new flat is gone over, and what becomes of it. */
interface Snag extends Pick<Fault, 'item' | 'system' | 'part' | 'category' | 'trade' | 'works'> {
  steps: readonly RepairStep[];
}

interface MoveStory {
  name: string;
  /** In which flat: one that was never sold, a let one, an empty one. */
  where: 'unsold' | 'let' | 'empty';
  /** Who comes or becomes the owner, all invented; of a let flat the tenant leaves. */
  who?: { name: string; phone: string };
  attendance: Attendance;
  attendee?: string;
  daysAgo: number;
  time: string;
  snags: readonly Snag[];
  steps: readonly MoveStep[];
}

/** Mended on the day agreed, seen by the owner two days later. */
const mended = (inDays: number): readonly RepairStep[] => [
  repair.assign(),
  repair.arrive(onDay(inDays, '09:30', '09:55')),
  repair.finish(later(40, 150)),
  repair.appoint(onDay(1, '09:00', '10:30'), agreedOn(1, '10:00', '15:00')),
  repair.slip(atAgreed(-8, -1)),
  repair.callBack(later(60, 150)),
];

/** The owner is not content with it at first. */
const mendedTwice: readonly RepairStep[] = [
  repair.assign(),
  repair.arrive(onDay(3, '09:30', '09:55')),
  repair.finish(later(40, 150)),
  repair.appoint(onDay(0, '16:00', '17:00'), agreedOn(1, '10:00', '11:00')),
  repair.slip(atAgreed(-8, -1), false),
  repair.finish(later(90, 240)),
  repair.appoint(later(10, 40), agreedOn(1, '10:00', '15:00')),
  repair.slip(atAgreed(-8, -1)),
  repair.callBack(later(60, 150)),
];

const appointment = (inDays: number) => agreedOn(inDays, '10:00', '10:00');

const OWNERS_PAPERS = ['id-card', 'purchase-contract', 'handover-notice'];
const FORMS = ['household-register', 'service-agreement', 'interim-covenant'];

export const MOVES: readonly MoveStory[] = [
  {
    name: 'moves in, three defects are mended and accepted',
    where: 'unsold',
    who: { name: '沈佳宁', phone: '13900009101' },
    attendance: 'owner',
    daysAgo: 33,
    time: '09:20',
    snags: [
      {
        item: '厨房 墙砖空鼓两块',
        system: '室内装修',
        part: '墙砖',
        category: 'general',
        trade: 'building',
        works: ['开发商返工：空鼓墙砖重贴'],
        steps: mended(3),
      },
      {
        item: '主卫 地漏周边渗水',
        system: '给排水',
        part: '地漏',
        category: 'leak',
        trade: 'water',
        works: ['开发商返工：地漏口重做防水，闭水试验不漏'],
        steps: mended(3),
      },
      {
        item: '次卧 窗扇关不严',
        system: '门窗',
        part: '窗扇',
        category: 'general',
        trade: 'doors',
        works: ['开发商返工：调整窗扇铰链', '开发商返工：更换窗扇铰链'],
        steps: mendedTwice,
      },
    ],
    steps: [
      moveIn,
      papers(later(3, 10), ...OWNERS_PAPERS),
      goOver(later(25, 45)),
      defect(0, appointment(3)),
      defect(1, appointment(3)),
      defect(2, appointment(3)),
      meters(later(5, 15), true),
      papers(later(10, 20), ...FORMS),
      keys(later(2, 6)),
      goods(later(1, 3)),
      complete(),
      callBack(onDay(1, '10:00', '11:30'), false),
    ],
  },
  {
    name: 'moves in yesterday by an agent, one defect awaits its appointment',
    where: 'unsold',
    who: { name: '陶文博', phone: '13900009102' },
    attendance: 'agent',
    attendee: '陶晓静',
    daysAgo: 6,
    time: '09:40',
    snags: [
      {
        item: '客厅 插座两处没电',
        system: '强电',
        part: '插座',
        category: 'general',
        trade: 'power',
        works: ['开发商返工：重接插座回路'],
        steps: mended(1),
      },
      {
        item: '阳台 推拉门划痕、轨道变形',
        system: '门窗',
        part: '推拉门',
        category: 'general',
        trade: 'doors',
        works: ['开发商返工：更换推拉门扇和轨道'],
        steps: [
          repair.assign(),
          repair.arrive(onDay(5, '09:30', '09:55')),
          repair.finish(onDay(0, '15:00', '16:00')),
        ],
      },
    ],
    steps: [
      moveIn,
      papers(later(3, 10), 'id-card', 'purchase-contract', 'handover-notice', 'agent-id'),
      goOver(later(25, 45)),
      defect(0, appointment(1)),
      defect(1, appointment(5)),
      meters(later(5, 15), true),
      note(later(3, 8), '委托书没有带，约好补来'),
      papers(onDay(5, '10:00', '10:40'), 'authorization', ...FORMS),
      keys(later(3, 8)),
      goods(later(1, 3)),
      complete(),
    ],
  },
  {
    name: 'a company moves in, its papers are not complete',
    where: 'unsold',
    who: { name: '青禾图文工作室', phone: '13900009103' },
    attendance: 'company',
    attendee: '吕宁',
    daysAgo: 2,
    time: '15:10',
    snags: [],
    steps: [
      moveIn,
      papers(later(3, 10), 'company-certificate', 'attendee-id'),
      goOver(later(20, 40)),
      meters(later(5, 15), true),
      note(later(3, 8), '购房合同原件在总部，下周带来'),
    ],
  },
  {
    name: 'moves in within an hour',
    where: 'unsold',
    who: { name: '顾海燕', phone: '13900009104' },
    attendance: 'owner',
    daysAgo: 19,
    time: '14:30',
    snags: [],
    steps: [
      moveIn,
      papers(later(3, 10), ...OWNERS_PAPERS, ...FORMS),
      goOver(later(20, 35)),
      meters(later(5, 10), true),
      keys(later(2, 6)),
      goods(later(1, 3)),
      complete(),
      callBack(onDay(1, '15:00', '16:30'), true),
    ],
  },
  {
    name: 'the flat changes hands',
    where: 'empty',
    who: { name: '廖振东', phone: '13900009105' },
    attendance: 'owner',
    daysAgo: 10,
    time: '10:15',
    snags: [],
    steps: [
      takeOver,
      papers(later(3, 10), 'id-card', 'title-proof'),
      meters(later(20, 40), false),
      papers(later(5, 15), 'household-register', 'service-agreement'),
      complete(),
    ],
  },
  {
    name: 'the flat is sold, its title is still missing',
    where: 'empty',
    who: { name: '文丽君', phone: '13900009106' },
    attendance: 'owner',
    daysAgo: 1,
    time: '16:40',
    snags: [],
    steps: [
      takeOver,
      papers(later(3, 10), 'id-card', 'household-register', 'service-agreement'),
      note(later(3, 8), '不动产权证下周取，取到即补'),
    ],
  },
  {
    name: 'the tenant leaves',
    where: 'let',
    attendance: 'owner',
    daysAgo: 8,
    time: '13:50',
    snags: [],
    steps: [
      moveOut,
      papers(later(2, 6), 'id-card'),
      meters(later(15, 30), false),
      handBack(later(3, 8)),
      settleAll(later(5, 15)),
      forward(later(1, 4)),
      complete(),
    ],
  },
];
