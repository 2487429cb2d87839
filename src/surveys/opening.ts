import { requireRecord } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { transact } from '../ledger/transact.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { note } from '../timeline/service.ts';
import { SURVEY, SURVEYS, type SurveyRecord } from './record.ts';
import { nextStep } from './rules.ts';
import * as store from './store.ts';

export interface NewSurvey {
  /** `2026`; undefined: this year. */
  year: string | undefined;
  title: string | undefined;
  /** Undefined: those of the policy. */
  questions: readonly string[] | undefined;
}

/** Begins the survey of a year (rules 72, 79); there is one, unless it was cancelled. */
export function openSurvey(ctx: Ctx, made: NewSurvey): SurveyRecord {
  return transact(ctx, 'survey.open', (entry) => {
    const { ledger, policy } = ctx;
    const year = made.year ?? ctx.today.slice(0, 4);
    refuseFar(year, ctx.today.slice(0, 4));
    const earlier = store.ofYear(ledger, year);
    if (earlier !== undefined) throw surveyExists(ctx, earlier, year);
    const questions = made.questions ?? policy.surveys.questions;
    const title = made.title ?? TITLE(year)[ctx.lang];
    const no = nextNumber(ledger, SURVEYS, ctx.today);
    store.insert(ledger, {
      no,
      year,
      title,
      openedAt: ctx.now,
      openedById: ctx.operator().id,
      questions,
    });
    note(ctx, no, 'opened');
    entry.subject = no;
    entry.changes = { year, title, questions: questions.length };
    return requireRecord(ledger, SURVEY, no);
  });
}

const TITLE = (year: string) => w(`${year} 年度业主意见征询`, `Survey of the residents ${year}`);

function refuseFar(year: string, thisYear: string): void {
  if (Number(year) <= Number(thisYear) + 1) return;
  throw misused(
    'bad_year',
    w(`${year} 年还远。`, `The year ${year} is far ahead.`),
    w(`今年：--year ${thisYear}`, `This year: --year ${thisYear}`),
  );
}

function surveyExists(ctx: Ctx, no: string, year: string): WyError {
  const survey = requireRecord(ctx.ledger, SURVEY, no);
  return refused(
    'survey_exists',
    w(`${year} 年的意见征询已有：${no}。`, `There is a survey of ${year} already: ${no}.`),
    survey.state === 'open'
      ? nextStep(survey)
      : w(`查看结果：wy survey report ${no}`, `See its results: wy survey report ${no}`),
  );
}
