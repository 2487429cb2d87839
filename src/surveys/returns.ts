import { tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { misused, refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import { readAnswers } from './answer-rules.ts';
import * as forms from './form-store.ts';
import type { FilledForm, Form } from './model.ts';
import {
  formNotSent,
  formReturned,
  requireOpen,
  SURVEY,
  type SurveyRecord,
  showForm,
} from './record.ts';
import { answeredOf, isValid } from './rules.ts';
import { sendOne } from './sending.ts';

/** Which form is to be filled in, and how it may stand with it. */
export interface Wanted {
  /** In any notation. */
  unit: string;
  /** It may not have been sent: that is recorded with its return. */
  unsent: boolean;
  /** It is back already, and what was recorded is corrected. */
  again: boolean;
}

export interface Returning extends Wanted {
  /** As typed: `1,2,-,3`. */
  answers: string;
  opinion: string | undefined;
  /** Why it is corrected. */
  reason: string | undefined;
}

interface Awaited {
  survey: SurveyRecord;
  unit: Unit;
  /** Undefined where none was sent. */
  form: Form | undefined;
}

/** The form that is to be filled in now; refuses one that was not sent, or is back already. */
export function awaitForm(ctx: Ctx, typed: string, wanted: Wanted): Awaited {
  const survey = requireOpen(ctx, typed);
  const unit = requireUnit(ctx.ledger, wanted.unit);
  const form = forms.ofUnit(ctx.ledger, survey.id, unit.id);
  if (wanted.again) {
    if (!form?.returnedAt) throw nothingToCorrect(unit.code);
  } else if (form?.returnedAt) {
    throw formReturned(survey.no, unit.code);
  } else if (!form && !wanted.unsent) {
    throw formNotSent(survey.no, unit.code);
  }
  return { survey, unit, form };
}

/**
 * A form came back (rule 72). A correction keeps the day of the return and, unless another is given,
 * the opinion; what stood there before goes into the timeline.
 */
export function recordForm(ctx: Ctx, typed: string, made: Returning): FilledForm {
  if (made.again && made.reason === undefined) throw reasonMissing();
  return transact(ctx, made.again ? 'survey.correct' : 'survey.record', (entry) => {
    const { ledger } = ctx;
    const { survey, unit, form } = awaitForm(ctx, typed, made);
    const notBefore = form?.returnedAt ?? form?.sentAt ?? survey.openedAt;
    const early = tooEarly(survey.no, SURVEY.show, notBefore, ctx.now);
    if (early) throw early;
    const answers = readAnswers(made.answers, survey.questions);
    const valid = isValid(answers, ctx.policy.surveys.validAnswers);
    if (form?.returnedAt) keepOld(ctx, survey, form, made.reason ?? null);
    forms.takeBack(ledger, form?.id ?? sendOne(ctx, survey.id, unit), {
      returnedAt: form?.returnedAt ?? ctx.now,
      valid,
      opinion: made.opinion ?? form?.opinion ?? null,
      answers,
    });
    entry.subject = survey.no;
    entry.changes = {
      unit: unit.code,
      answered: answeredOf(answers),
      valid,
      ...(made.opinion !== undefined && { opinion: HIDDEN }),
    };
    return showForm(ctx, survey.no, unit.code);
  });
}

/** The answers that are about to be replaced: `answer1` … in the order of the questions. */
function keepOld(ctx: Ctx, survey: SurveyRecord, form: Form, reason: string | null): void {
  const answers = forms.answersOf(ctx.ledger, form.id, survey.questions.length);
  note(ctx, survey.no, 'corrected', {
    unit: form.unit,
    reason,
    ...Object.fromEntries(answers.map((answer, at) => [`answer${at + 1}`, answer])),
    opinion: form.opinion,
  });
}

const nothingToCorrect = (unit: string) =>
  refused(
    'form_not_returned',
    w(
      `${unit} 的问卷还没有收回，无从更正。`,
      `The form of ${unit} is not back: nothing to correct.`,
    ),
    w('第一次登记请去掉 --again。', 'To record it the first time, leave out --again.'),
  );

const reasonMissing = () =>
  misused(
    'missing_reason',
    w('更正要说明原因。', 'A correction needs its reason.'),
    w('加上 --reason "…"', 'Add --reason "…".'),
  );
