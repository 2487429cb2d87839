import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { householdsOn } from '../registry/households.ts';
import { knownBuilding, requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import * as forms from './form-store.ts';
import type { Survey } from './model.ts';
import { SURVEY, type SurveyRecord } from './record.ts';

/** To whom: a building, a unit, or everybody. */
export interface Extent {
  building?: string | undefined;
  unit?: string | undefined;
}

/** A survey, and what a sending came to. */
export interface Sending {
  survey: SurveyRecord;
  /** How many got a form now, and how many of those meant had one. */
  added: number;
  already: number;
}

/**
 * Sends the form to today's households of a building or of all. Who has one gets no second. One unit
 * named is taken at its word, with a warning where it is no household.
 */
export function sendForms(ctx: Ctx, typed: string, to: Extent): Sending {
  let came = { added: 0, already: 0 };
  const survey = step(ctx, SURVEY, typed, 'send', (it, entry) => {
    const building = to.building === undefined ? undefined : knownBuilding(ctx.ledger, to.building);
    came = to.unit === undefined ? sendToAll(ctx, it, building) : sendToUnit(ctx, it, to.unit);
    if (came.added === 0) return;
    const whom = { ...(building && { building }), ...(to.unit && { unit: to.unit }) };
    note(ctx, it.no, 'sent', { forms: came.added, ...whom });
    entry.changes = { sent: came.added, ...whom };
  });
  return { survey, ...came };
}

function sendToAll({ ledger, now, today }: Ctx, { id }: Survey, building: string | undefined) {
  const unitIds = householdsOn(ledger, today, { building }).map((household) => household.id);
  if (unitIds.length === 0) throw nobodyThere();
  const added = forms.insertMissing(ledger, id, unitIds, now);
  return { added, already: unitIds.length - added };
}

function sendToUnit(ctx: Ctx, { id }: Survey, typed: string) {
  const unit = requireUnit(ctx.ledger, typed);
  if (forms.ofUnit(ctx.ledger, id, unit.id)) return { added: 0, already: 1 };
  sendOne(ctx, id, unit);
  return { added: 1, already: 0 };
}

/** A form for one unit, which has none; tells its id. */
export function sendOne(ctx: Ctx, surveyId: number, unit: { id: number; code: string }): number {
  const { ledger } = ctx;
  if (householdsOn(ledger, ctx.today, { unitId: unit.id }).length === 0) {
    ctx.warn(
      w(
        `${unit.code} 今天不算一户（没有登记住户、尚未交房，或是车位、储藏），问卷照发。`,
        `${unit.code} is no household today (nobody lives there, it is not handed over, or it is a parking space or a storage room); the form is sent all the same.`,
      ),
    );
  }
  return forms.insert(ledger, surveyId, unit.id, ctx.now);
}

const nobodyThere = () =>
  refused(
    'no_households',
    w('这里没有已交房且登记了住户的房屋。', 'No unit here is handed over and lived in.'),
    w('先导入住户：wy import residents 文件', 'Import who lives there: wy import residents FILE'),
  );
