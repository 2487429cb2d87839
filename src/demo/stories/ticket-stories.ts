import type { Step, Story } from '../story.ts';
import { agreedOn, atAgreed, later, onDay } from '../story.ts';
import type { Repair } from './ticket-steps.ts';
import {
  arrive,
  assign,
  callBack,
  cancel,
  finish,
  inform,
  leakTest,
  missed,
  note,
  open,
  postpone,
  reopen,
  slip,
} from './ticket-steps.ts';

type RepairStory = Story<Repair>;

/** What a repair can come to depends on when it is reported and on what broke. */
export type Kind = 'urgent' | 'evening' | 'leak' | 'daytime';

const tomorrow = agreedOn(1, '09:00', '16:30');
const inTwoDays = agreedOn(2, '09:00', '16:00');
const inThreeDays = agreedOn(3, '09:30', '16:00');
const inFourDays = agreedOn(4, '09:30', '16:00');
const earlyNextDay = onDay(1, '07:40', '08:40');
const atWork = later(35, 200);
const onTime = atAgreed(-9, -1);

/** How repairs go in a decent office: most as they should, a few late, lost, or done twice. */
export const STORIES: Readonly<Record<Kind, readonly RepairStory[]>> = {
  daytime: [
    {
      name: 'done the same day',
      weight: 62,
      steps: [open(), assign(), finish(atWork), slip(), callBack()],
    },
    {
      name: 'done the same day, arrival noted',
      weight: 10,
      steps: [open(), assign(), arrive(later(10, 50)), finish(later(20, 120)), slip(), callBack()],
    },
    {
      name: 'waits for a part, the household is told',
      weight: 7,
      steps: [
        open(),
        assign(),
        postpone(later(40, 120), inTwoDays),
        inform(later(5, 40)),
        arrive(onTime),
        finish(later(20, 90)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'postponed, the household is told too late',
      weight: 3,
      steps: [
        open(),
        assign(),
        postpone(later(60, 180), inThreeDays),
        inform(onDay(1, '10:00', '15:00')),
        arrive(onTime),
        finish(later(20, 90)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'not finished the same day',
      weight: 5,
      steps: [
        open(),
        assign(),
        note(onDay(1, '09:00', '10:30')),
        finish(later(60, 300)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'the household will not sign, done again',
      weight: 3,
      steps: [
        open(),
        assign(),
        finish(atWork),
        slip(later(5, 20), false),
        finish(later(20, 80)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'not satisfied when called back',
      weight: 2,
      steps: [
        open(),
        assign(),
        finish(atWork),
        slip(),
        callBack(undefined, 'dissatisfied'),
        finish(later(60, 240)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'comes back after some days',
      weight: 2,
      steps: [
        open(),
        assign(),
        finish(atWork),
        slip(),
        callBack(),
        reopen(onDay(4, '08:30', '15:00')),
        finish(atWork),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'the slip comes back a day late',
      weight: 4,
      steps: [
        open(),
        assign(),
        finish(atWork),
        slip(onDay(1, '08:40', '10:00')),
        callBack(later(30, 120)),
      ],
    },
    {
      name: 'nobody answers the first callback',
      weight: 5,
      steps: [
        open(),
        assign(),
        finish(atWork),
        slip(),
        missed(onDay(1, '09:00', '11:40')),
        callBack(onDay(0, '18:00', '19:30')),
      ],
    },
    {
      name: 'called back too late',
      weight: 4,
      steps: [open(), assign(), finish(atWork), slip(), callBack(onDay(3, '09:00', '17:00'))],
    },
    { name: 'cancelled at once', weight: 2, steps: [open(), cancel(later(10, 90))] },
    { name: 'cancelled on site', weight: 2, steps: [open(), assign(), cancel(later(30, 150))] },
  ],
  evening: [
    {
      name: 'done at the agreed time',
      weight: 80,
      steps: [
        open(tomorrow),
        assign(earlyNextDay),
        arrive(onTime),
        finish(later(20, 110)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'the worker comes late',
      weight: 6,
      steps: [
        open(tomorrow),
        assign(earlyNextDay),
        arrive(atAgreed(8, 45)),
        finish(later(20, 110)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'the household asks for another day',
      weight: 8,
      steps: [
        open(tomorrow),
        assign(earlyNextDay),
        postpone(atAgreed(-90, -30), inTwoDays),
        inform(later(1, 10)),
        arrive(onTime),
        finish(later(20, 90)),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'cancelled in the morning',
      weight: 6,
      steps: [open(tomorrow), cancel(onDay(1, '07:30', '08:50'))],
    },
  ],
  urgent: [
    {
      name: 'on site within the half hour',
      weight: 88,
      steps: [
        open(),
        assign(later(1, 4)),
        arrive(later(6, 22)),
        finish(later(20, 75)),
        slip(later(5, 15)),
        callBack(),
      ],
    },
    {
      name: 'on site too late',
      weight: 12,
      steps: [
        open(),
        assign(later(3, 9)),
        arrive(later(28, 50)),
        finish(later(20, 75)),
        slip(later(5, 15)),
        callBack(),
      ],
    },
  ],
  leak: [
    {
      name: 'mended and tested at once',
      weight: 60,
      steps: [open(), assign(), finish(atWork, { tested: true }), slip(), callBack()],
    },
    {
      name: 'tested on the next day',
      weight: 22,
      steps: [
        open(),
        assign(),
        finish(atWork),
        slip(),
        leakTest(onDay(1, '10:00', '16:00')),
        callBack(onDay(2, '09:00', '11:30')),
      ],
    },
    {
      name: 'leaks again',
      weight: 8,
      steps: [
        open(),
        assign(),
        finish(atWork),
        slip(),
        leakTest(onDay(1, '10:00', '16:00')),
        reopen(later(5, 30)),
        finish(onDay(0, '16:30', '18:30'), { tested: true }),
        slip(),
        callBack(),
      ],
    },
    {
      name: 'waits for a dry day',
      weight: 10,
      steps: [
        open(),
        assign(),
        postpone(later(40, 120), inThreeDays),
        inform(later(5, 40)),
        arrive(onTime),
        finish(later(60, 180), { tested: true }),
        slip(),
        callBack(),
      ],
    },
  ],
};

/** How one case of the last days stands now; together they fill every part of the agenda. */
interface OpenEnd {
  name: string;
  item: string;
  /** Reported so many days ago at a time of the clock, or so many minutes ago. */
  reported: { daysAgo: number; time: string } | { minutesAgo: number };
  steps: readonly Step<Repair>[];
}

export const OPEN_ENDS: readonly OpenEnd[] = [
  {
    name: 'an urgent one has just come in',
    item: '水管爆裂，家里进水',
    reported: { minutesAgo: 12 },
    steps: [open(), assign(later(3, 3))],
  },
  {
    name: 'not finished yesterday, nobody was sent and nobody has asked why',
    item: '单元门禁失灵',
    reported: { daysAgo: 1, time: '15:20' },
    steps: [open()],
  },
  {
    name: 'postponed, the household was not told',
    item: '厨房墙砖空鼓开裂',
    reported: { daysAgo: 1, time: '10:45' },
    steps: [open(), assign(), postpone(later(60, 90), inFourDays)],
  },
  {
    name: 'the slip of yesterday is missing',
    item: '客厅灯不亮',
    reported: { daysAgo: 1, time: '13:30' },
    steps: [open(), assign(), finish(later(60, 120))],
  },
  {
    name: 'the callback was forgotten',
    item: '卧室窗户关不严',
    reported: { daysAgo: 3, time: '09:40' },
    steps: [open(), assign(), finish(atWork), slip()],
  },
  {
    name: 'nobody answered the callback, which is due today',
    item: '洗手盆下水慢',
    reported: { daysAgo: 2, time: '14:10' },
    steps: [open(), assign(), finish(atWork), slip(), missed(onDay(1, '10:00', '11:30'))],
  },
  {
    name: 'tested yesterday, to be called back',
    item: '卫生间顶板渗水，疑似楼上漏',
    reported: { daysAgo: 2, time: '09:10' },
    steps: [open(), assign(), finish(atWork), slip(), leakTest(onDay(1, '14:00', '16:00'))],
  },
];
