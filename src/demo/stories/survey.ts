import type { Result } from '../../cases/model.ts';
import { requireCase } from '../../cases/record.ts';
import type { Ctx } from '../../context.ts';
import { transact } from '../../ledger/transact.ts';
import { addDays } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { atLocal, dayOf } from '../../lib/moment.ts';
import { planReturns } from '../../surveys/bulk-returns.ts';
import { openSurvey } from '../../surveys/opening.ts';
import { listForms, SURVEY } from '../../surveys/record.ts';
import { sendForms } from '../../surveys/sending.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import type { Random } from '../random.ts';
import { randomOf } from '../random.ts';
import { SURVEYED } from '../words.ts';

/** The forms went out so many days ago; a sheet of those that came back was imported now and then. */
const SENT_DAYS_AGO = 24;
const IMPORTED_DAYS_AGO = [17, 10, 3];
/** Of all that are still out, at each import: a third in the end. */
const BACK_PERCENT = 13;

/** How satisfied they are with each question, in the order of the policy's list, in percent. */
const SATISFIED = [84, 78, 74, 80, 76, 58, 70, 72];
const USUALLY = 75;
const FAIR_PERCENT = 68;
const UNANSWERED_PERCENT = 3;
const SAYS_PERCENT = 9;
/** So few answer next to nothing. */
const SPOILT_PERCENT = 2;

/** The survey of the year is out, and a third of it is back (rules 72, 79). */
export function surveyOf({ zone, headOf }: Estate, now: Moment): Beat[] {
  const today = dayOf(now, zone);
  const sentOn = addDays(today, -SENT_DAYS_AGO);
  const by = headOf('supervisor');
  const it = { no: '' };
  return [
    {
      at: atLocal(sentOn, '09:30', zone),
      by,
      act: (ctx) => {
        it.no = openSurvey(ctx, { year: undefined, title: undefined, questions: undefined }).no;
      },
    },
    { at: atLocal(sentOn, '10:30', zone), by, act: (ctx) => void sendForms(ctx, it.no, {}) },
    ...IMPORTED_DAYS_AGO.map((daysAgo) => ({
      at: atLocal(addDays(today, -daysAgo), '16:10', zone),
      act: (ctx: Ctx) => takeIn(ctx, it.no, randomOf(`survey ${today} ${daysAgo}`)),
    })),
  ];
}

/** A sheet of forms that came back. */
function takeIn(ctx: Ctx, no: string, random: Random): void {
  const { questions } = requireCase(ctx, SURVEY, no);
  const lines = listForms(ctx, no, { missing: true })
    .filter(() => random.chance(BACK_PERCENT))
    .map(({ unit }, at) => ({
      line: at + 2,
      unit,
      answers: formOf(questions.length, random),
      opinion: random.chance(SAYS_PERCENT) ? random.pick(SURVEYED) : undefined,
    }));
  transact(ctx, 'import.survey', (entry) => {
    const plan = planReturns(ctx, no, lines, { unsent: false });
    plan.write(() => {});
    entry.subject = no;
    entry.changes = { added: plan.added, changed: plan.changed };
  });
}

function formOf(questions: number, random: Random): (Result | null)[] {
  const isSpoilt = random.chance(SPOILT_PERCENT);
  return Array.from({ length: questions }, (_, at) => {
    if (random.chance(isSpoilt ? 80 : UNANSWERED_PERCENT)) return null;
    if (random.chance(SATISFIED[at] ?? USUALLY)) return 'satisfied';
    return random.chance(FAIR_PERCENT) ? 'fair' : 'dissatisfied';
  });
}
