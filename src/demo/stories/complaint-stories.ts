import type { Channel } from '../../complaints/model.ts';
import type { Moment } from '../../lib/moment.ts';
import type { Story } from '../story.ts';
import { agreedOn, atAgreed, later, nextOf, onDay } from '../story.ts';
import type { Complaining, ComplaintStep } from './complaint-steps.ts';
import {
  assign,
  callBack,
  close,
  done,
  log,
  measure,
  missed,
  note,
  ofRepair,
  plan,
  promise,
  reopen,
  reply,
  resolve,
  stop,
  tellHead,
  tellResident,
  verify,
  worsen,
} from './complaint-steps.ts';
import * as repair from './ticket-steps.ts';

type ComplaintStory = Story<Complaining>;

/** What becomes of a complaint depends on its grade and nature, and on the time of day. */
export type Kind = 'minor' | 'evening' | 'important' | 'talk';

const sameDay = later(60, 180);
const nextMorning = onDay(1, '09:00', '11:30');
const settled = (when = nextMorning): ComplaintStep[] => [resolve(when), tellResident(), close()];

/** How they go in a decent office: most in time, a few late, some twice. */
export const STORIES: Readonly<Record<Kind, readonly ComplaintStory[]>> = {
  minor: [
    {
      name: 'settled the same day',
      weight: 40,
      steps: [log(), verify(), ...settled(sameDay), callBack()],
    },
    {
      name: 'settled on the next day',
      weight: 22,
      steps: [log(), verify(), assign(), note(later(30, 90)), ...settled(), callBack()],
    },
    {
      name: 'settled by the time the resident asked for',
      weight: 14,
      steps: [
        log(agreedOn(1, '17:00', '18:00')),
        verify(),
        ...settled(atAgreed(-240, -60)),
        callBack(onDay(2, '14:30', '17:00')),
      ],
    },
    {
      name: 'settled too late',
      weight: 6,
      steps: [
        log(),
        verify(),
        note(onDay(1, '15:00', '17:00')),
        ...settled(onDay(2, '09:30', '15:00')),
        callBack(),
      ],
    },
    {
      name: 'the result is told a day late',
      weight: 3,
      steps: [
        log(),
        verify(),
        resolve(sameDay),
        tellResident(onDay(1, '09:00', '10:00')),
        close(),
        callBack(),
      ],
    },
    {
      name: 'taken too lightly at first',
      weight: 5,
      steps: [
        log(),
        verify(),
        worsen(later(45, 90)),
        tellHead(later(3, 15)),
        assign(),
        ...settled(),
        callBack(),
      ],
    },
    {
      name: 'nobody answers the first callback',
      weight: 6,
      steps: [
        log(),
        verify(),
        ...settled(sameDay),
        missed(onDay(1, '10:00', '11:30')),
        callBack(onDay(0, '18:00', '19:30')),
      ],
    },
    {
      name: 'not satisfied when called back',
      weight: 4,
      steps: [
        log(),
        verify(),
        ...settled(sameDay),
        callBack(onDay(1, '10:00', '11:30'), 'dissatisfied'),
        ...settled(onDay(1, '10:00', '16:00')),
        callBack(),
      ],
    },
    {
      name: 'comes back before the callback',
      weight: 3,
      steps: [
        log(),
        verify(),
        ...settled(sameDay),
        reopen(onDay(1, '08:30', '09:30')),
        ...settled(sameDay),
        callBack(),
      ],
    },
  ],
  evening: [
    {
      name: 'looked into at once, settled on the next day',
      weight: 80,
      steps: [log(), verify(later(15, 50)), ...settled(), callBack()],
    },
    {
      name: 'the facts are verified on the next day only',
      weight: 20,
      steps: [
        log(),
        verify(onDay(1, '08:40', '09:30')),
        ...settled(onDay(0, '11:00', '17:00')),
        callBack(),
      ],
    },
  ],
  important: [
    {
      name: 'the head knows within the hour',
      weight: 50,
      steps: [
        log(),
        tellHead(),
        verify(),
        assign(),
        plan(later(30, 60)),
        ...settled(),
        callBack(onDay(2, '09:30', '11:30')),
      ],
    },
    {
      name: 'with a measure against the next one',
      weight: 26,
      steps: [
        log(),
        tellHead(),
        verify(),
        assign(),
        plan(later(30, 60)),
        reply(later(5, 30)),
        measure(onDay(1, '09:00', '10:00'), 4),
        ...settled(later(30, 200)),
        callBack(onDay(2, '09:30', '11:30')),
        done(onDay(1, '15:00', '17:00')),
      ],
    },
    {
      name: 'the head is told too late',
      weight: 12,
      steps: [log(), tellHead(later(75, 140)), verify(), ...settled(), callBack()],
    },
    {
      name: 'settled too late',
      weight: 6,
      steps: [
        log(),
        tellHead(),
        verify(),
        assign(),
        note(onDay(2, '10:00', '16:00')),
        ...settled(onDay(2, '10:00', '12:00')),
        callBack(),
      ],
    },
    {
      name: 'an answer is promised for the next day',
      weight: 6,
      steps: [
        log(),
        tellHead(),
        verify(),
        promise(later(5, 20), agreedOn(1, '10:00', '15:00')),
        reply(atAgreed(-60, -5)),
        ...settled(later(60, 200)),
        callBack(),
      ],
    },
  ],
  talk: [
    {
      name: 'answered at once',
      weight: 80,
      steps: [
        log(),
        reply(later(3, 20)),
        verify(later(5, 40)),
        ...settled(later(5, 60)),
        callBack(),
      ],
    },
    {
      name: 'answered when it was promised',
      weight: 20,
      steps: [
        log(),
        promise(later(2, 10), agreedOn(1, '10:00', '16:00')),
        verify(later(20, 60)),
        reply(atAgreed(-40, -5)),
        ...settled(later(5, 20)),
        callBack(),
      ],
    },
  ],
};

interface Told {
  name: string;
  /** The beginning of a grievance of note. */
  grievance: string;
  channel: Channel;
  steps: readonly ComplaintStep[];
}

/** Told once, so many days ago. */
interface Past extends Told {
  /** What broke before, where a repair is behind it. */
  fault?: string;
  daysAgo: number;
  time: string;
}

export const PAST: readonly Past[] = [
  {
    name: 'a major one through its ten days',
    grievance: '{b}栋{e}单元电梯困人',
    channel: 'phone',
    daysAgo: 21,
    time: '09:12',
    steps: [
      log(undefined, { harm: true }),
      tellHead(later(4, 12)),
      stop(later(14, 24)),
      verify(later(40, 120)),
      assign(),
      reply(onDay(1, '10:00', '11:30')),
      plan(onDay(0, '14:00', '15:00')),
      measure(later(5, 20), 6),
      note(onDay(2, '09:30', '11:00')),
      done(onDay(3, '15:00', '17:00')),
      resolve(onDay(2, '10:00', '11:00')),
      tellResident(later(30, 90)),
      close(onDay(1, '09:00', '10:00')),
      callBack(onDay(2, '15:00', '16:30'), 'satisfied'),
    ],
  },
  {
    name: 'a repair that became a complaint',
    grievance: '报修两天没人来',
    fault: '淋浴没有热水',
    channel: 'visit',
    daysAgo: 13,
    time: '10:20',
    steps: [
      ofRepair(repair.open()),
      ofRepair(repair.assign()),
      ofRepair(repair.note(onDay(1, '09:00', '10:00'))),
      log(undefined, { when: onDay(1, '10:00', '10:40') }),
      tellHead(later(3, 8), 'supervisor'),
      tellHead(later(5, 20)),
      verify(later(10, 30)),
      reply(later(5, 15)),
      ofRepair(repair.arrive(onDay(0, '14:30', '14:55'))),
      ofRepair(repair.finish(later(30, 80))),
      ofRepair(repair.slip()),
      measure(later(5, 15), 3),
      ...settled(later(10, 30)),
      ofRepair(repair.callBack()),
      callBack(onDay(1, '10:00', '11:30'), 'fair'),
      done(onDay(1, '15:00', '16:30')),
    ],
  },
];

/** How one complaint of the last days stands now. */
interface OpenEnd extends Told {
  /** Received so many days ago at a time of the clock, or so many minutes ago. */
  received: { daysAgo: number; time: string } | { minutesAgo: number };
}

/** Whatever the clock shows: together they fill every part of the agenda. */
export const openEndsAt = (now: Moment): readonly OpenEnd[] => [
  {
    name: 'an important one whose hour is running',
    grievance: '{b}栋{e}单元又停电了',
    channel: 'phone',
    received: { minutesAgo: 25 },
    steps: [log(), verify(later(8, 15))],
  },
  {
    name: 'a minor one that should have been settled yesterday',
    grievance: '{b}栋{e}单元门口玻璃碎了一地',
    channel: 'online',
    received: { daysAgo: 3, time: '10:35' },
    steps: [log(), verify(), assign(), note(onDay(1, '09:30', '11:00'))],
  },
  {
    name: 'a major one in its ten days',
    grievance: '地下车库顶板掉落混凝土块',
    channel: 'visit',
    received: { daysAgo: 8, time: '15:40' },
    steps: [
      log(),
      tellHead(),
      verify(),
      assign(),
      plan(later(60, 120)),
      reply(onDay(1, '10:00', '11:00')),
      measure(later(10, 40), 14),
      note(onDay(3, '09:30', '11:00')),
    ],
  },
  {
    name: 'an answer was promised',
    grievance: '请问新的月租车位什么时候能续',
    channel: 'visit',
    received: { daysAgo: 1, time: '16:20' },
    steps: [log(), verify(later(10, 30)), promise(later(5, 10), nextOf(now, '10:00', '16:00'))],
  },
  {
    name: 'closed yesterday, to be called back',
    grievance: '访客车停在我的车位上',
    channel: 'phone',
    received: { daysAgo: 2, time: '19:05' },
    steps: [log(), verify(later(10, 30)), ...settled()],
  },
];
