import type { Book, BookField, Sequel, Value, Values } from '../books/model.ts';
import { holds } from '../books/when-rules.ts';
import type { Ctx } from '../context.ts';
import { RAINED, TICKETED } from '../entries/model.ts';
import { refused } from '../lib/errors.ts';
import { type Line, lineText } from '../lib/lines.ts';
import { endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { optionName } from '../lib/option-name.ts';
import { w } from '../lib/words.ts';
import { openTicket } from '../tickets/opening.ts';
import { note, timelineOf } from '../timeline/service.ts';
import { rainFrom, registerRain } from '../trusts/raining.ts';

/**
 * Sets going what a verb of a book sets going, in the transaction of its caller; gives what the journal
 * says of it: a ticket for each defect (rule 44), or the patrols of a heavy rain (rule 125).
 */
export function setGoing(
  ctx: Ctx,
  book: Book,
  { no, values }: { no: string; values: Values },
  verb: string,
): Record<string, unknown> {
  const { sequel } = book;
  if (!sequel || sequel.at !== verb || !holds(sequel.when, values)) return {};
  const taker = takerOf(ctx, book, sequel, values);
  return sequel.does === 'ticket' ? openTickets(ctx, book, no, taker) : callForRain(ctx, no, taker);
}

/** What the fields of an entry hold, by what the sequel calls them. */
interface Taker {
  value(name: string): Value | undefined;
  /** The label of a choice, else the text. */
  text(name: string): string | undefined;
  /** Undefined where the book has nothing to take it from. */
  option(name: string): string | undefined;
}

function takerOf(ctx: Ctx, book: Book, { from }: Sequel, values: Values): Taker {
  const fieldOf = (name: string): BookField | undefined =>
    book.fields.find(({ key }) => key === from[name]);
  const value = (name: string) => values[fieldOf(name)?.key ?? ''];
  return {
    value,
    text: (name) => {
      const held = value(name);
      if (held === undefined) return undefined;
      return fieldOf(name)?.choices[String(held)]?.[ctx.lang] ?? String(held);
    },
    option: (name) => {
      const field = fieldOf(name);
      return field && `--${optionName(field.key)}`;
    },
  };
}

function openTickets(ctx: Ctx, book: Book, no: string, taker: Taker): Record<string, unknown> {
  const items = taker.value('items');
  if (items === undefined) return {};
  const unit = taker.value('unit') as string | undefined;
  const place = unit === undefined ? taker.text('place') : undefined;
  if (unit === undefined && place === undefined) throw nowhere(taker);
  const names = Array.isArray(items) ? (items as readonly Line[]).map(lineText) : [String(items)];
  const tickets = names.map((item) => {
    const ticket = openTicket(ctx, {
      ...{ unit, place, item, damage: taker.text('damage') },
      ...{ system: undefined, part: undefined, caller: undefined, phone: undefined },
      ...{ category: 'general', urgent: taker.value('urgent') === true },
      ...{ appointmentAt: undefined, charge: undefined },
    });
    note(ctx, ticket.no, 'note', { text: `${book.name[ctx.lang]} ${no}` });
    return ticket.no;
  });
  note(ctx, no, TICKETED, { tickets: tickets.join(ctx.lang === 'zh' ? '、' : ', ') });
  return { [TICKETED]: tickets };
}

function nowhere(taker: Taker) {
  const [unit, place] = [taker.option('unit'), taker.option('place')];
  const options = [unit && `${unit} 3-2-1501`, place && `${place} …`].filter(
    (each) => each !== undefined,
  );
  return refused(
    'sequel_without_place',
    w('要开工单，但没有写在哪里。', 'A ticket is to be opened, but nobody said where.'),
    w(`写明地方：${options.join(' 或 ')}`, `Say where: ${options.join(' or ')}`),
  );
}

function callForRain(ctx: Ctx, no: string, taker: Taker): Record<string, unknown> {
  const startsAt = taker.value('startsAt') as string | undefined;
  if (startsAt === undefined) return {};
  const endsAt = taker.value('endsAt') as string | undefined;
  const from = momentOf(startsAt, (day) => startOfDay(day, ctx.zone));
  // Where nobody entrusted a unit, that is no news to whoever enters the weather.
  const quiet = { ...ctx, warn: () => {} };
  // A second warning of the same rain, of a higher level, say.
  const rain =
    rainFrom(ctx, from) ??
    registerRain(quiet, {
      startsAt: from,
      endsAt: endsAt === undefined ? undefined : momentOf(endsAt, (day) => endOfDay(day, ctx.zone)),
      note: taker.text('note') ?? no,
    });
  note(ctx, no, RAINED, { rain: String(rain.id) });
  return { [RAINED]: rain.id };
}

const momentOf = (held: string, ofDay: (day: string) => Moment): Moment =>
  held.includes('T') ? held : ofDay(held);

/** What an entry has set going, which goes on without it. */
export function sequelsOf({ ledger }: Pick<Ctx, 'ledger'>, no: string) {
  const told = timelineOf(ledger, no);
  const of = (kind: string, key: string) =>
    told.flatMap((event) => (event.kind === kind ? [String(event.detail[key])] : []));
  return { tickets: of(TICKETED, 'tickets'), rains: of(RAINED, 'rain') };
}
