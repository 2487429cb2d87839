import type { Ctx } from '../context.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { plural, w } from '../lib/words.ts';
import { each, type Plan, type PlanFault } from '../registry/bulk.ts';
import { twice } from '../registry/bulk-units.ts';
import { listUnits } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import * as forms from './form-store.ts';
import type { Answers, Form } from './model.ts';
import { requireOpen } from './record.ts';
import { answeredOf, isSameAnswers, isValid } from './rules.ts';

/** One row of a sheet of returned forms. */
export interface ReturnLine {
  line: number;
  /** Canonical. */
  unit: string;
  answers: Answers;
  /** Undefined leaves one that is known as it is. */
  opinion: string | undefined;
}

interface Back {
  answers: Answers;
  opinion: string | null;
}

type Fault = PlanFault<ReturnLine>;

/**
 * What the rows of a sheet bring to a survey. A row without an answer and without an opinion is a form
 * that is not back; one that says what is known changes nothing; one that says something else than
 * what is recorded is refused, as corrections want a reason. `unsent`: forms may not have been sent.
 */
export function planReturns(
  ctx: Ctx,
  typed: string,
  lines: readonly ReturnLine[],
  { unsent }: { unsent: boolean },
): Plan<ReturnLine> {
  const { ledger } = ctx;
  const survey = requireOpen(ctx, typed);
  const units = new Map(listUnits(ledger).map(({ id, code }) => [code, id]));
  const sent = new Map(forms.list(ledger, survey.id, {}).map((form) => [form.unit, form]));
  const known = forms.answersByForm(ledger, survey.id, survey.questions.length);
  const seen = new Map<string, ReturnLine>();
  const added: { unitId: number; form: Form | undefined; back: Back }[] = [];
  const faults: Fault[] = [];
  let unchanged = 0;
  let empty = 0;

  for (const row of lines) {
    const unitId = units.get(row.unit);
    const form = sent.get(row.unit);
    const earlier = seen.get(row.unit);
    const back = { answers: row.answers, opinion: row.opinion ?? null };
    const error = unitId === undefined ? unknownUnit(row.unit) : refusal(row, form, earlier);
    if (unitId === undefined || error) {
      if (error) faults.push({ row, field: 'unit', error });
      continue;
    }
    seen.set(row.unit, row);
    if (isEmpty(row)) empty += 1;
    if (isEmpty(row) || earlier || form?.returnedAt) unchanged += 1;
    else added.push({ unitId, form, back });
  }

  function refusal(row: ReturnLine, form: Form | undefined, earlier: ReturnLine | undefined) {
    if (earlier) return isSameRow(earlier, row) ? undefined : twice(earlier.line);
    if (isEmpty(row)) return undefined;
    if (!form) return unsent ? undefined : notSent();
    if (form.sentAt > ctx.now) return sentLater();
    if (form.returnedAt === null || saysTheSame(row, form)) return undefined;
    return saysOther();
  }

  function saysTheSame(row: ReturnLine, form: Form): boolean {
    const answers = known.get(form.id) ?? row.answers.map(() => null);
    return (
      isSameAnswers(answers, row.answers) &&
      (row.opinion === undefined || row.opinion === form.opinion)
    );
  }

  return {
    added: added.length,
    changed: 0,
    unchanged,
    faults,
    write: (progress) => {
      const put = ({ unitId, form, back }: (typeof added)[number]) =>
        forms.takeBack(ledger, form?.id ?? forms.insert(ledger, survey.id, unitId, ctx.now), {
          ...back,
          returnedAt: ctx.now,
          valid: isValid(back.answers, ctx.policy.surveys.validAnswers),
        });
      each(added, put, progress);
      if (added.length > 0) note(ctx, survey.no, 'imported', { forms: added.length });
      if (empty > 0) ctx.warn(emptyRows(empty));
    },
  };
}

const isEmpty = (row: ReturnLine): boolean =>
  answeredOf(row.answers) === 0 && row.opinion === undefined;

const isSameRow = (a: ReturnLine, b: ReturnLine): boolean =>
  isSameAnswers(a.answers, b.answers) && a.opinion === b.opinion;

const unknownUnit = (code: string): WyError =>
  refused('unknown_unit', w(`没有登记房屋 ${code}`, `there is no unit ${code}`));

const notSent = (): WyError =>
  refused(
    'form_not_sent',
    w(
      '没有登记发放；收发一起登记请加 --unsent',
      'no form was recorded as sent; --unsent records both at once',
    ),
  );

const sentLater = (): WyError =>
  refused('before_last_step', w('问卷那时还没有发出', 'the form was sent later than this'));

const saysOther = (): WyError =>
  refused(
    'form_returned',
    w(
      '已经收回，登记的与这一行不同；更正用 wy survey record … --again',
      'is back already, recorded otherwise; correct it by wy survey record … --again',
    ),
  );

const emptyRows = (count: number) =>
  w(
    `有 ${count} 行没有任何答案和意见，按未收回处理。`,
    `Taken as not returned, without answer or opinion: ${plural(count, 'row')}.`,
  );
