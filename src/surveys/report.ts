import { requireCase } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { dayOf } from '../lib/moment.ts';
import { householdsOn } from '../registry/households.ts';
import { knownBuilding } from '../registry/units.ts';
import type { Survey, UnitOpinion } from './model.ts';
import { SURVEY, surveyOfYear } from './record.ts';
import { type Results, resultsOf } from './report-rules.ts';
import * as store from './report-store.ts';

export interface SurveyReport extends Results {
  survey: Survey;
  /** Null: all of them. */
  building: string | null;
  /** The day on which the households were counted: that of the last sending. */
  countedOn: Day;
  /** Percent, as the policy sets it; null where it sets none. */
  target: string | null;
  opinions: readonly UnitOpinion[];
}

export interface ReportQuery {
  /** Exactly one of number and year. */
  no: string | undefined;
  year: string | undefined;
  building: string | undefined;
}

/** What the households said, as far as it is recorded now. */
export function reportSurvey(ctx: Ctx, query: ReportQuery): SurveyReport {
  const { ledger } = ctx;
  const survey =
    query.no === undefined
      ? surveyOfYear(ctx, query.year ?? ctx.today.slice(0, 4))
      : requireCase(ctx, SURVEY, query.no);
  const building = query.building === undefined ? null : knownBuilding(ledger, query.building);
  const sentAt = store.lastSentAt(ledger, survey.id);
  const countedOn = sentAt === undefined ? ctx.today : dayOf(sentAt, ctx.zone);
  const asked = { surveyId: survey.id, building };
  const householdIds = householdsOn(ledger, countedOn).map(({ id }) => id);
  const returns = store.returns(ledger, { ...asked, householdIds });
  return {
    ...resultsOf(survey.questions, returns, store.tallies(ledger, asked)),
    survey,
    building,
    countedOn,
    target: ctx.policy.surveys.target,
    opinions: store.opinions(ledger, asked),
  };
}
