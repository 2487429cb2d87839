import { kindWords } from '../deadlines/kinds.ts';
import type { Duty } from '../deadlines/model.ts';
import { type Urgency, urgencyOf } from '../deadlines/rules.ts';
import { dayOf, localText, timeOf } from '../lib/moment.ts';
import { isRecordNumber, isTurn } from '../lib/record-number.ts';
import { type Lang, type Words, w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Agenda } from './service.ts';

interface Telling {
  lang: Lang;
  zone: Zone;
  site: string;
}

const TITLES: Readonly<Record<Urgency, Words>> = {
  overdue: w('已超期', 'Overdue'),
  today: w('今天到期', 'Due today'),
  soon: w('即将到期', 'Soon'),
};

const TOLD = ['overdue', 'today', 'soon'] as const satisfies readonly Urgency[];

/**
 * The agenda as it leaves the house: kinds of duties, record numbers, units and times; no names, no
 * places that somebody described, nothing that somebody typed. What comes soon is only counted.
 */
export function agendaMessage(agenda: Agenda, { lang, zone, site }: Telling) {
  const { now, today, endOfToday } = agenda;
  const groups = TOLD.map((urgency) => ({
    title: TITLES[urgency][lang],
    urgency,
    duties: agenda.duties.filter((duty) => urgencyOf(duty, now, endOfToday) === urgency),
  }));
  const counts = groups.map(({ title, duties }) => `${title} ${duties.length}`).join(' · ');
  const lines = groups
    .filter(({ urgency, duties }) => urgency !== 'soon' && duties.length > 0)
    .flatMap(({ title, duties }) => [
      '',
      `${title} ${duties.length}`,
      ...duties.map((duty) => `- ${line(duty, agenda, { lang, zone })}`),
    ]);
  return {
    title: `${site} ${w('今日待办', 'Agenda')[lang]} ${today}`.trim(),
    text: [
      w(`截至 ${timeOf(now, zone)}`, `as of ${timeOf(now, zone)}`)[lang],
      counts,
      ...lines,
    ].join('\n'),
  };
}

function line(duty: Duty, { declared, today }: Agenda, { lang, zone }: Omit<Telling, 'site'>) {
  const { kind, subject, unit, dueAt } = duty;
  const no = isRecordNumber(subject) || isTurn(subject) ? subject : null;
  const due = dayOf(dueAt, zone) === today ? timeOf(dueAt, zone) : localText(dueAt, zone);
  return [kindWords(kind, declared)[lang], no, unit, due].filter(Boolean).join(' ');
}
