import { requireCase } from '../cases/record.ts';
import { COMPLAINT, COMPLAINTS } from '../complaints/record.ts';
import type { Ctx } from '../context.ts';
import type { Content, Printing, Sheet } from '../documents/model.ts';
import { resolveAmong } from '../ledger/numbers.ts';
import { refused } from '../lib/errors.ts';
import { shorten } from '../lib/shorten.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { type Words, w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { TICKET, TICKETS } from '../tickets/record.ts';
import {
  type Contact,
  causeOf,
  OUTCOMES,
  REASON_WORDS,
  type Reason,
  type Visit,
  WAYS,
} from '../visits/model.ts';
import { sampleAwaiting, sampleOf, standingOf } from '../visits/sampling.ts';
import { requireVisit, VISITS } from '../visits/visits.ts';
import { whomToAsk } from '../visits/whom.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';
import { ticks } from './ticks.ts';
import { momentText, phoneText } from './values.ts';

type Result = Omit<Visit, 'no' | 'unit' | 'place' | 'reason'>;

/** A visit made, or one to be made: then its result is null and its number not taken yet. */
interface Page {
  no: string | null;
  unit: string | null;
  place: string | null;
  reason: Reason;
  about: string | null;
  whom: Contact;
  ask: Words;
  result: Result | null;
}

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

const sheetOf = (subject: string, page: Page): Sheet => ({
  subject,
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
  return sheetOf(code, blank(code, reason, whomToAsk(ctx, code)));
}

function sampleSheets(ctx: Ctx, month: string): Sheet[] {
  if (standingOf(ctx, month) === null) throw notDrawn(month);
  const open = sampleOf(ctx, month, undefined).units.filter(({ visit }) => visit === null);
  if (open.length === 0) throw allVisited(month);
  return open.map((it) => sheetOf(it.unit, blank(it.unit, 'sample', it)));
}

const blank = (unit: string, reason: Reason, { name, phone }: Contact): Page => ({
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

function visitContent(it: Page, as: Printing): Content {
  const { lang } = as;
  const { result } = it;
  return {
    title: w('回访单', 'Visit')[lang],
    no: it.no,
    marks: [],
    parts: [
      {
        kind: 'rows',
        rows: [
          it.unit === null
            ? half(row('place', w('地点', 'place'), it.place, as))
            : half(row('unit', w('房号', 'unit'), it.unit, as)),
          half(row('name', w('受访人', 'visited'), it.whom.name, as)),
          half(row('phone', w('联系电话', 'telephone'), phoneText(it.whom.phone, as), as)),
          half(row('reason', w('事由', 'reason'), REASON_WORDS[it.reason][lang], as)),
          ...(it.about === null ? [] : [row('about', w('回访的记录', 'about'), it.about, as)]),
          row('ask', w('回访内容', 'to be asked'), it.ask[lang], as),
        ],
      },
      {
        kind: 'rows',
        title: w('回访结果', 'Result')[lang],
        rows: [
          row('way', w('方式', 'way'), ticks(WAYS, result?.way ?? null, as), as),
          half(
            row('visitedAt', w('回访时间', 'when'), momentText(result?.visitedAt ?? null, as), as),
          ),
          half(row('visitedBy', w('回访人', 'by'), result?.visitedBy ?? null, as)),
          row(
            'result',
            w('满意程度', 'satisfaction'),
            ticks(OUTCOMES, result?.result ?? null, as),
            as,
          ),
          row('opinion', w('意见和建议', 'opinion'), written(result, 'opinion'), as),
          row('needs', w('需求', 'needs'), written(result, 'needs'), as),
          row('handling', w('处理意见', 'handling'), written(result, 'handling'), as),
          ...(result === null || result.ledTo === null
            ? []
            : [row('ledTo', w('转为', 'led to'), result.ledTo, as)]),
        ],
      },
      {
        kind: 'signatures',
        labels: [
          w('住户签字', 'Resident'),
          w('回访人', 'Visited by'),
          w('客服主管', 'Front-desk supervisor'),
        ].map((label) => label[lang]),
      },
    ],
    foot: null,
  };
}

/** Before the visit: room to write. */
const written = (result: Result | null, key: 'opinion' | 'needs' | 'handling'): string | null =>
  result === null ? '\n\n' : result[key];
