import type { CaseKind } from '../cases/kind.ts';
import type { WithDeadlines } from '../cases/model.ts';
import { requireCase, withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import type { Book } from '../ledger/numbers.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { knownBuilding, requireUnit } from '../registry/units.ts';
import * as forms from './form-store.ts';
import type { FilledForm, Form, Survey } from './model.ts';
import { refusalOf, type Step } from './rules.ts';
import * as store from './store.ts';

export const SURVEYS: Book = {
  table: 'surveys',
  prefix: 'S',
  name: w('意见征询', 'survey'),
  list: 'survey list',
};

/** How surveys are stepped through and shown. */
export const SURVEY: CaseKind<Survey, Step> = {
  book: SURVEYS,
  action: 'survey',
  show: 'survey show',
  read: store.byNumber,
  beganAt: (survey) => survey.openedAt,
  refusalOf,
};

export type SurveyRecord = WithDeadlines<Survey>;

/** The newest year first. */
export const listSurveys = (ctx: Ctx, query: { year?: string | undefined } = {}): SurveyRecord[] =>
  withDeadlines(ctx.ledger, store.list(ctx.ledger, { year: query.year }));

/** The survey of a number; refuses one that is closed or cancelled. */
export function requireOpen(ctx: Ctx, typed: string): SurveyRecord {
  const survey = requireCase(ctx, SURVEY, typed);
  const refusal = refusalOf('record', survey);
  if (refusal) throw refusal;
  return survey;
}

/** The one survey of a year that was not cancelled; refuses a year without. */
export function surveyOfYear(ctx: Ctx, year: string): SurveyRecord {
  const no = store.ofYear(ctx.ledger, year);
  if (no !== undefined) return requireCase(ctx, SURVEY, no);
  throw refused(
    'no_survey',
    w(`${year} 年没有意见征询。`, `There is no survey of ${year}.`),
    w(`开始一次：wy survey open --year ${year}`, `Open one: wy survey open --year ${year}`),
  );
}

export interface FormQuery {
  building?: string | undefined;
  missing?: boolean | undefined;
}

/** The forms of a survey by unit; `missing`: only those that are not back. */
export function listForms(ctx: Ctx, typed: string, query: FormQuery): Form[] {
  const { ledger } = ctx;
  const building = query.building && knownBuilding(ledger, query.building);
  return forms.list(ledger, requireCase(ctx, SURVEY, typed).id, { ...query, building });
}

/** What stands on the form of one unit; refuses a unit to which none was sent. */
export function showForm(ctx: Ctx, typed: string, typedUnit: string): FilledForm {
  const survey = requireCase(ctx, SURVEY, typed);
  const unit = requireUnit(ctx.ledger, typedUnit);
  const form = forms.ofUnit(ctx.ledger, survey.id, unit.id);
  if (!form) throw formNotSent(survey.no, unit.code);
  const answers = forms.answersOf(ctx.ledger, form.id, survey.questions.length);
  return { ...form, survey, answers };
}

export const formNotSent = (no: string, unit: string) =>
  refused(
    'form_not_sent',
    w(`${no} 没有发给 ${unit}。`, `${no} was not sent to ${unit}.`),
    w(
      `先登记发放：wy survey send ${no} --unit ${unit}；或收发一起登记：加 --unsent`,
      `Send it first: wy survey send ${no} --unit ${unit}; or say --unsent to record both at once`,
    ),
  );

export const formReturned = (no: string, unit: string) =>
  refused(
    'form_returned',
    w(`${unit} 的问卷已经收回。`, `The form of ${unit} is back already.`),
    w(
      `查看：wy survey form ${no} --unit ${unit}；更正：加 --again --reason "…"`,
      `See wy survey form ${no} --unit ${unit}; to correct it add --again --reason "…"`,
    ),
  );
