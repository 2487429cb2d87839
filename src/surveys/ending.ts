import { tooEarly } from '../cases/rules.ts';
import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { note } from '../timeline/service.ts';
import * as forms from './form-store.ts';
import type { Survey } from './model.ts';
import { SURVEY, type SurveyRecord } from './record.ts';
import { nextStep } from './rules.ts';
import * as store from './store.ts';

/** The analysis went to the director (rule 72): the survey of its year is done. */
export function closeSurvey(ctx: Ctx, typed: string, analysis: string): SurveyRecord {
  return step(ctx, SURVEY, typed, 'close', (survey, entry) => {
    const { no, year } = survey;
    refuseUnsent(survey);
    const notBefore = forms.lastReturnedAt(ctx.ledger, survey.id) ?? survey.openedAt;
    const early = tooEarly(no, SURVEY.show, notBefore, ctx.now);
    if (early) throw early;
    if (survey.valid === 0) ctx.warn(noValid(no));
    store.close(ctx.ledger, no, ctx.now, analysis);
    doRound(ctx, 'survey.yearly', year, analysis);
    note(ctx, no, 'closed');
    entry.changes = { closedAt: ctx.now, analysis: HIDDEN };
  });
}

function refuseUnsent(survey: Survey): void {
  const { no, sent } = survey;
  if (sent > 0) return;
  throw refused(
    'nothing_sent',
    w(`${no} 还没有发放。`, `${no} was sent to nobody yet.`),
    nextStep(survey),
  );
}

const noValid = (no: string) =>
  w(`${no} 没有一份有效问卷。`, `Not one valid form of ${no} came back.`);

/** It is given up; the year may have another. */
export function cancelSurvey(ctx: Ctx, typed: string, reason: string): SurveyRecord {
  return step(ctx, SURVEY, typed, 'cancel', (survey, entry) => {
    store.cancel(ctx.ledger, survey.no, ctx.now);
    note(ctx, survey.no, 'cancelled', { reason });
    entry.changes = { cancelledAt: ctx.now };
  });
}
