import { requireCase } from '../cases/record.ts';
import { COMPLAINT, COMPLAINTS } from '../complaints/record.ts';
import type { Ctx } from '../context.ts';
import type { Sheet } from '../documents/model.ts';
import { resolveAmong } from '../ledger/numbers.ts';
import { refused } from '../lib/errors.ts';
import { shorten } from '../lib/shorten.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { TICKET, TICKETS } from '../tickets/record.ts';
import { type Contact, causeOf, type Reason } from '../visits/model.ts';
import { sampleAwaiting, sampleOf, standingOf } from '../visits/sampling.ts';
import { requireVisit, VISITS } from '../visits/visits.ts';
import { whomToAsk } from '../visits/whom.ts';
import type { Form } from './form.ts';
import { type VisitPage, visitContent } from './visit-sheet.ts';

/**
 * 回访单: of a visit made, or blank for one to be made: to the household of a unit, about a repair or a
 * complaint, or to all of a month's sample who were not visited yet (rules 42, 61, 71–74).
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    if (/^\d{4}-\d{2}$/.test(subject)) return sampleSheets(ctx, subject);
    if (tryUnitCode(subject)) return [unitSheet(ctx, requireUnit(ctx.ledger, subject))];
    const { book, no } = resolveAmong(
      ctx.ledger,
      [VISITS, TICKETS, COMPLAINTS],
      subject,
      ctx.today,
    );
    return [book === VISITS ? madeSheet(ctx, no) : caseSheet(ctx, no, book === TICKETS)];
  },
};

const sheetOf = (subject: string, page: VisitPage, issue = subject): Sheet => ({
  ...{ subject, issue },
  contentOf: (as) => visitContent(page, as),
});

const LONGEST_TITLE = 60;

function madeSheet(ctx: Ctx, no: string): Sheet {
  const { unit, place, reason, ...result } = requireVisit(ctx, no);
  const about = result.subject === null ? undefined : caseOf(ctx, result.subject, reason);
  return sheetOf(no, {
    ...{ no, unit, place, reason, result, about: result.subject },
    whom: about?.whom ?? whomToAsk(ctx, unit),
    ask: causeOf(reason).ask(about?.title ?? ''),
  });
}

/** What a visit is about, and who reported it, of repairs and complaints. */
function caseOf(ctx: Ctx, no: string, reason: Reason) {
  if (reason !== 'repair' && reason !== 'complaint') return undefined;
  const it = reason === 'repair' ? ticketOf(ctx, no) : complaintOf(ctx, no);
  const household = whomToAsk(ctx, it.unit);
  const whom = { name: it.caller ?? household.name, phone: it.phone ?? household.phone };
  return { ...it, whom };
}

function ticketOf(ctx: Ctx, no: string) {
  const { unit, place, caller, phone, item } = requireCase(ctx, TICKET, no);
  return { unit, place, caller, phone, title: shorten(item, LONGEST_TITLE) };
}

function complaintOf(ctx: Ctx, no: string) {
  const { unit, place, caller, phone, text } = requireCase(ctx, COMPLAINT, no);
  return { unit, place, caller, phone, title: shorten(text, LONGEST_TITLE) };
}

function caseSheet(ctx: Ctx, no: string, isTicket: boolean): Sheet {
  const reason = isTicket ? 'repair' : 'complaint';
  const it = caseOf(ctx, no, reason);
  if (!it) throw new Error(`${no} is no case`);
  const { unit, place, whom, title } = it;
  const ask = causeOf(reason).ask(title);
  return sheetOf(no, { no: null, unit, place, reason, about: no, whom, ask, result: null });
}

function unitSheet(ctx: Ctx, { id, code }: { id: number; code: string }): Sheet {
  const reason = sampleAwaiting(ctx, id) ? 'sample' : 'visit';
  return sheetOf(code, blank(code, reason, whomToAsk(ctx, code)), `${code} ${ctx.today}`);
}

function sampleSheets(ctx: Ctx, month: string): Sheet[] {
  if (standingOf(ctx, month) === null) throw notDrawn(month);
  const open = sampleOf(ctx, month, undefined).units.filter(({ visit }) => visit === null);
  if (open.length === 0) throw allVisited(month);
  return open.map((it) => sheetOf(it.unit, blank(it.unit, 'sample', it), `${it.unit} ${month}`));
}

const blank = (unit: string, reason: Reason, { name, phone }: Contact): VisitPage => ({
  ...{ no: null, unit, place: null, reason, about: null, result: null },
  whom: { name, phone },
  ask: causeOf(reason).ask(''),
});

const notDrawn = (month: string) =>
  refused(
    'sample_not_drawn',
    w(`${month} 的样本还没有抽。`, `The sample of ${month} is not drawn yet.`),
    w(`抽样：wy visit sample --month ${month}`, `Draw it: wy visit sample --month ${month}`),
  );

const allVisited = (month: string) =>
  refused(
    'sample_visited',
    w(`${month} 的样本都已回访。`, `Everybody of the sample of ${month} was visited.`),
    w('查看：wy visit list', 'See wy visit list.'),
  );
