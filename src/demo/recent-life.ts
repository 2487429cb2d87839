import { addDays, monthOf } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { dayOf } from '../lib/moment.ts';
import type { PinyinReader } from '../lib/pinyin.ts';
import type { Estate } from './estate.ts';
import type { Beat } from './life.ts';
import { birthdaysOf } from './stories/birthdays.ts';
import {
  analysesOf,
  complaintsOf,
  openComplaintsOf,
  pastComplaintsOf,
} from './stories/complaints.ts';
import { enquiriesOf, openEnquiryOf } from './stories/enquiries.ts';
import { movesOf } from './stories/moves.ts';
import { openPlanOf, plansOf } from './stories/plans.ts';
import { renovationsOf } from './stories/renovations.ts';
import { surveyOf } from './stories/survey.ts';
import { openEndsOf, ticketsOf } from './stories/tickets.ts';
import { monthEndOf, sampleBegins, samplesOf } from './stories/visits.ts';

/** How long the office has kept its ledger. */
const DAYS_LIVED = 42;

/** The last days are quiet, but for what is told of them one by one. */
const QUIET_DAYS = 3;

/** All that was done at the desk in these weeks, renovations in these months, and what is still open. */
export function recentLife(estate: Estate, now: Moment, readName: PinyinReader): Beat[] {
  const firstDay = addDays(dayOf(now, estate.zone), -DAYS_LIVED);
  const days = Array.from({ length: DAYS_LIVED }, (_, index) => addDays(firstDay, index + 1));
  const isQuiet = (index: number) => index >= DAYS_LIVED - QUIET_DAYS;
  const months = [...new Set(days.map(monthOf))].filter((it) => sampleBegins(it) > firstDay);
  return [
    ...days.flatMap((day, index) => ticketsOf(estate, day, isQuiet(index))),
    ...days.slice(0, -QUIET_DAYS).flatMap((day) => complaintsOf(estate, day)),
    ...days.flatMap((day) => enquiriesOf(estate, day)),
    ...days.flatMap((day) => plansOf(estate, day)),
    ...months.flatMap((month) => samplesOf(estate, month)),
    ...months.flatMap((month) => analysesOf(estate, month)),
    ...months.flatMap((month) => monthEndOf(estate, month)),
    ...pastComplaintsOf(estate, now),
    ...movesOf(estate, now, readName),
    ...renovationsOf(estate, now),
    ...surveyOf(estate, now),
    ...birthdaysOf(estate, now, readName),
    ...openEndsOf(estate, now),
    ...openComplaintsOf(estate, now),
    ...openEnquiryOf(estate, now),
    ...openPlanOf(estate, now),
  ];
}
