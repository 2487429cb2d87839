import type { Pen } from '../cli/pen.ts';
import type { Rendering, Shape } from '../cli/shape.ts';
import { asChoice, asMoment, asText, asWords, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { type DeclaredKinds, isUnnumbered, kindWords, settleLine } from '../deadlines/kinds.ts';
import { type Duty, STATES } from '../deadlines/model.ts';
import { isRoutine } from '../deadlines/routines.ts';
import { stateOf, type Urgency, urgencyOf } from '../deadlines/rules.ts';
import { spanText } from '../lib/duration.ts';
import {
  dayOf,
  endOfDay,
  localText,
  type Moment,
  msOf,
  startOfDay,
  timeOf,
} from '../lib/moment.ts';
import { shorten } from '../lib/shorten.ts';
import { type Lang, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { roleTitle } from '../policy/roles.ts';
import type { Agenda } from './service.ts';

export interface AgendaResult extends Agenda {
  policy: Policy;
}

const TITLES: Readonly<Record<Urgency, Words>> = {
  overdue: w('已超期', 'Overdue'),
  today: w('今天到期', 'Due today'),
  soon: w('即将到期', 'Soon'),
};

const dutyShape = (declared: DeclaredKinds): Shape<Duty> => [
  asText('kind', w('事项', 'Kind'), (duty) => duty.kind),
  asText('subject', w('编号', 'No'), (duty) => duty.subject),
  asText('unit', w('房号', 'Unit'), (duty) => duty.unit),
  asText('place', w('地点', 'Place'), (duty) => duty.place),
  asText('title', w('内容', 'What'), (duty) => duty.title),
  asText('role', w('责任', 'Role'), (duty) => duty.role),
  asText('assignee', w('经办', 'Assignee'), (duty) => duty.assignee),
  asMoment('sinceAt', w('起', 'Since'), (duty) => duty.sinceAt),
  asMoment('dueAt', w('期限', 'Due'), (duty) => duty.dueAt),
  asChoice('state', w('状态', 'State'), (duty, { now }) => stateOf(duty, now), STATES),
  asText('clause', w('依据', 'Clause'), (duty) => duty.clause),
  asText('next', w('办理', 'Next'), (duty) => settleLine(duty, declared)),
];

/** A duty as the page shows it, with whoever owes it by name or by the site's own title. */
interface Line extends Duty {
  owner: Words;
  what: Words;
  next: string;
}

/** `14:30` or `今天` today, `11-25` for a whole day, the year where it is another one. */
function brief(moment: Moment, { zone, now }: Rendering): Words {
  const day = dayOf(moment, zone);
  const today = dayOf(now, zone);
  const isToday = day === today;
  const date = day.slice(0, 4) === today.slice(0, 4) ? day.slice('2026-'.length) : day;
  const isWholeDay = moment === endOfDay(day, zone) || moment === startOfDay(day, zone);
  if (isWholeDay) return isToday ? w('今天', 'today') : same(date);
  const time = timeOf(moment, zone);
  return same(isToday ? time : `${date} ${time}`);
}

const what = asWords('what', w('事项', 'What'), (line: Line) => line.what);
const no = asText('no', w('编号', 'No'), (line: Line) => line.subject);
const where = asText('where', w('地点', 'Where'), (line: Line) => line.unit ?? line.place);
const title = (most: number) =>
  asText('title', w('内容', 'About'), (line: Line) => shorten(line.title, most));
const owes = asWords('owes', w('责任人', 'Owed by'), (line: Line) => line.owner);
const since = asWords('since', w('起', 'Since'), (line: Line, as) => brief(line.sinceAt, as));
const due = asWords('due', w('期限', 'Due'), (line: Line, as) => brief(line.dueAt, as));
const left = (length?: { brief: boolean }) =>
  asWords('left', w('还剩', 'Left'), (line: Line, { now }) => leftOf(line, now, length));
const next = asText('next', w('办理', 'To settle it'), (line: Line) => line.next);

/** With room for the command that settles it; below that, a legend says each once. */
const WIDE: Readonly<Record<Lang, number>> = { zh: 165, en: 185 };
const MIDDLE = 100;
const NARROW = 70;

const isWide = (width: number, lang: Lang) => width >= WIDE[lang];

function shapeFor(width: number, lang: Lang): Shape<Line> {
  if (isWide(width, lang)) return [what, where, title(18), owes, since, due, left(), next];
  if (width >= MIDDLE) return [what, no, where, title(16), owes, since, due, left()];
  // On less it is a card for each, where a text may take its room.
  const most = width >= NARROW ? 10 : 40;
  return [what, no, where, title(most), owes, due, left({ brief: true })];
}

/** Each kind once, with the command that settles it. */
function legend(agenda: AgendaResult, pen: Pen): string {
  const kinds = new Map(agenda.duties.map((duty) => [duty.kind, duty.subject]));
  return pen.pairs(
    [...kinds].map(([kind, subject]) => {
      const isOne = isRoutine(kind) || isUnnumbered(kind, agenda.declared);
      const line = { kind, subject: isOne ? subject : NO[pen.as.lang] };
      return [kindWords(kind, agenda.declared), settleLine(line, agenda.declared)];
    }),
  );
}

const NO: Words = w('编号', 'NO');

const lineOf = (duty: Duty, { policy, declared }: AgendaResult): Line => ({
  ...duty,
  owner: duty.assignee ? same(duty.assignee) : roleTitle(policy, duty.role),
  what: kindWords(duty.kind, declared),
  next: settleLine(duty, declared),
});

function leftOf(duty: Duty, now: Moment, length?: { brief: boolean }): Words {
  const seconds = Math.floor((msOf(duty.dueAt) - msOf(now)) / 1000);
  const span = spanText(Math.abs(seconds), length);
  return seconds < 0 ? w(`超 ${span.zh}`, `${span.en} over`) : span;
}

/** The morning's page: overdue, due today, soon; programs get one list in the same order. */
export const agendaView: View<AgendaResult> = {
  json: ({ duties, declared }, as) => {
    const shape = dutyShape(declared);
    return duties.map((duty) => toJson(shape, duty, as));
  },
  text: (agenda, pen) => {
    const { now, zone } = pen.as;
    const { policy, endOfToday } = agenda;
    const groups = (['overdue', 'today', 'soon'] as const).map((urgency) => ({
      urgency,
      duties: agenda.duties.filter((duty) => urgencyOf(duty, now, endOfToday) === urgency),
    }));
    const head = pen.heading(same(`${policy.site.name}  ${localText(now, zone)}`));
    const { lang } = pen.as;
    const width = pen.width ?? WIDE[lang];
    const pages = groups
      .filter((group) => group.duties.length > 0)
      .map((group) => {
        const title = TITLES[group.urgency];
        const count = group.duties.length;
        const line = paint(pen, group.urgency, w(`${title.zh} ${count}`, `${title.en} ${count}`));
        const lines = group.duties.map((duty) => lineOf(duty, agenda));
        return `${line}\n${pen.table(shapeFor(width, lang), lines)}`;
      });
    if (!isWide(width, lang) && pages.length > 0) pages.push(legend(agenda, pen));
    const nothing = pen.say(w('没有到期的事项。', 'Nothing is due.'));
    return [head, ...(pages.length > 0 ? pages : [nothing])].join('\n\n');
  },
};

function paint(pen: Pen, urgency: Urgency, words: Words): string {
  const text = pen.heading(words);
  if (urgency === 'overdue') return pen.color.red(text);
  return urgency === 'today' ? pen.color.yellow(text) : text;
}
