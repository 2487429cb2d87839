import { answerEnquiry, logEnquiry, promiseAnswer } from '../../enquiries/work.ts';
import type { Day } from '../../lib/day.ts';
import { addDays } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { addMinutes, atLocal, dayOf } from '../../lib/moment.ts';
import type { Dwelling, Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { QUESTIONS, type Question } from '../questions.ts';
import type { Random } from '../random.ts';
import { randomOf } from '../random.ts';
import type { Step, Story, When } from '../story.ts';
import { agreedOn, atAgreed, atOnce, later, tell } from '../story.ts';

/** Somebody asks something at the desk. */
interface Asking {
  readonly question: Question;
  readonly dwelling: Dwelling;
  readonly caller: { readonly name: string; readonly phone: string | null };
  no: string;
}

type EnquiryStep = Step<Asking>;

/** Where they may be answered, and who has it now, if it goes further. */
const log = (isAnswered: boolean, until?: When): EnquiryStep => ({
  when: atOnce,
  agree: until,
  act: (ctx, it, agreedAt) => {
    const { question, dwelling, caller } = it;
    const { text, channel, kind, who, to, answer } = question;
    const isOurs = who === undefined;
    const { no } = logEnquiry(ctx, {
      channel,
      kind,
      who: who ?? caller.name,
      phone: isOurs ? (caller.phone ?? undefined) : undefined,
      unit: isOurs || kind === 'visitor' ? dwelling.code : undefined,
      text,
      answer: isAnswered && to === undefined ? answer : undefined,
      promisedAt: until ? agreedAt : undefined,
      passTo: to,
    });
    it.no = no;
  },
});

const answer = (when: When): EnquiryStep => ({
  when,
  act: (ctx, { no, question }) => void answerEnquiry(ctx, no, question.answer),
});

const putOff = (when: When, until: When): EnquiryStep => ({
  when,
  agree: until,
  act: (ctx, { no }, untilAt) => {
    if (untilAt) promiseAnswer(ctx, no, untilAt);
  },
});

type EnquiryStory = Story<Asking>;

const AT_ONCE: EnquiryStory = { name: 'settled at once', weight: 85, steps: [log(true)] };

/** Of a question that the desk itself answers. */
const EASY: readonly EnquiryStory[] = [
  AT_ONCE,
  { name: 'looked up first', weight: 15, steps: [log(false), answer(later(15, 90))] },
];

/** Of one for which somebody else must be asked (rule 63). */
const HARD: readonly EnquiryStory[] = [
  {
    name: 'answered when it was promised',
    weight: 65,
    steps: [log(false, agreedOn(1, '10:00', '16:00')), answer(atAgreed(-60, -3))],
  },
  {
    name: 'promised after a look at it',
    weight: 20,
    steps: [
      log(false),
      putOff(later(20, 60), agreedOn(1, '11:00', '17:00')),
      answer(atAgreed(-40, -2)),
    ],
  },
  {
    name: 'answered later than promised',
    weight: 15,
    steps: [log(false, agreedOn(1, '10:00', '15:00')), answer(atAgreed(30, 180))],
  },
];

/** A visitor is not sent away without a word; a message and an official are passed on. */
const storiesFor = ({ kind, isHard }: Question): readonly EnquiryStory[] => {
  if (kind !== 'caller') return [AT_ONCE];
  return isHard ? HARD : EASY;
};

const LEAST = 3;
const MOST = 4;
const OPENS = '08:00';
const MINUTES_OPEN = 11 * 60;

/** All that is asked at the desk on one day, and what comes of it. */
export function enquiriesOf(estate: Estate, day: Day): Beat[] {
  const random = randomOf(`enquiries ${day}`);
  return Array.from({ length: random.between(LEAST, MOST) }, (_, index) => {
    const own = randomOf(`enquiry ${day} ${index}`);
    const at = addMinutes(atLocal(day, OPENS, estate.zone), own.below(MINUTES_OPEN));
    const question = own.weighted(QUESTIONS);
    const { steps } = own.weighted(storiesFor(question));
    return begin(estate, { question, random: own, at, steps });
  }).flat();
}

/** Asked yesterday evening, and nobody has answered yet. */
export function openEnquiryOf(estate: Estate, now: Moment): Beat[] {
  const { zone } = estate;
  const today = dayOf(now, zone);
  const at = atLocal(addDays(today, -1), '18:25', zone);
  const random = randomOf(`open enquiry ${today}`);
  const question = QUESTIONS.find(({ text }) => text === OPEN);
  return question ? begin(estate, { question, random, at, steps: [log(false)] }) : [];
}

const OPEN = '能装充电桩吗';

interface Beginning {
  question: Question;
  random: Random;
  at: Moment;
  steps: readonly EnquiryStep[];
}

function begin(estate: Estate, { question, random, at, steps }: Beginning): Beat[] {
  const dwelling = random.pick(estate.dwellings);
  const asking: Asking = { question, dwelling, caller: random.pick(dwelling.people), no: '' };
  return tell(steps, asking, { zone: estate.zone, random, at, agreedAt: undefined });
}
