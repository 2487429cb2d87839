import type { Pen } from '../cli/pen.ts';
import { asChoice, asMoment, asText, asWords, type Shape, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { kindWords, settleLine } from '../deadlines/kinds.ts';
import { type Duty, STATES } from '../deadlines/model.ts';
import { stateOf, type Urgency, urgencyOf } from '../deadlines/rules.ts';
import { spanText } from '../lib/duration.ts';
import { localText, type Moment, msOf } from '../lib/moment.ts';
import { same, type Words, w } from '../lib/words.ts';
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

const dutyShape = (agenda: AgendaResult): Shape<Duty> => [
  asText('kind', w('事项', 'Kind'), (duty) => duty.kind),
  asText('subject', w('编号', 'No'), (duty) => duty.subject),
  asText('unit', w('房号', 'Unit'), (duty) => duty.unit),
  asText('place', w('地点', 'Place'), (duty) => duty.place),
  asText('title', w('内容', 'What'), (duty) => duty.title),
  asText('role', w('责任', 'Role'), (duty) => duty.role),
  asText('assignee', w('经办', 'Assignee'), (duty) => duty.assignee),
  asMoment('since', w('起', 'Since'), (duty) => duty.sinceAt),
  asMoment('dueAt', w('期限', 'Due'), (duty) => duty.dueAt),
  asChoice('state', w('状态', 'State'), (duty) => stateOf(duty, agenda.now), STATES),
  asText('clause', w('依据', 'Clause'), (duty) => duty.clause),
  asText('next', w('办理', 'Next'), (duty) => settleLine(duty.kind, duty.subject)),
];

/** From here on a line has room for the command that settles it; below, a legend says them once. */
const WIDE = 116;

const rowShape = (agenda: AgendaResult, wide: boolean): Shape<Duty> => [
  asWords('what', w('事项', 'What'), (duty) => kindWords(duty.kind)),
  ...(wide ? [] : [asText<Duty>('no', w('编号', 'No'), (duty) => duty.subject)]),
  asText('where', w('地点', 'Where'), (duty) => duty.unit ?? duty.place),
  asText('title', w('内容', 'About'), (duty) => duty.title),
  asWords('owes', w('责任人', 'Owed by'), (duty) => owner(duty, agenda.policy)),
  asText('due', w('期限', 'Due'), (duty) => dueText(duty, agenda)),
  asWords('left', w('还剩', 'Left'), (duty) => left(duty, agenda.now)),
  ...(wide
    ? [asText<Duty>('next', w('办理', 'To settle it'), (it) => settleLine(it.kind, it.subject))]
    : []),
];

/** `11-21 23:59`: the page's head says the year. */
const dueText = (duty: Duty, agenda: AgendaResult): string =>
  localText(duty.dueAt, agenda.policy.zone).slice('2026-'.length);

/** Each kind once, with the command that settles it. */
function legend(agenda: AgendaResult, pen: Pen): string {
  const kinds = [...new Set(agenda.duties.map((duty) => duty.kind))];
  return pen.pairs(kinds.map((kind) => [kindWords(kind), settleLine(kind, NO[pen.as.lang])]));
}

const NO: Words = w('编号', 'NO');

const owner = (duty: Duty, policy: Policy): Words => {
  const title = roleTitle(policy, duty.role);
  return duty.assignee ? w(duty.assignee, duty.assignee) : title;
};

function left(duty: Duty, now: Moment): Words {
  const seconds = Math.floor((msOf(duty.dueAt) - msOf(now)) / 1000);
  const span = spanText(Math.abs(seconds));
  return seconds < 0 ? w(`超 ${span.zh}`, `${span.en} over`) : span;
}

/** The morning's page: overdue, due today, soon; programs get one list in the same order. */
export const agendaView: View<AgendaResult> = {
  json: (agenda, as) => agenda.duties.map((duty) => toJson(dutyShape(agenda), duty, as)),
  text: (agenda, pen) => {
    const groups = (['overdue', 'today', 'soon'] as const).map((urgency) => ({
      urgency,
      duties: agenda.duties.filter(
        (duty) => urgencyOf(duty, agenda.now, agenda.endOfToday) === urgency,
      ),
    }));
    const head = pen.heading(
      same(`${agenda.policy.site.name}  ${localText(agenda.now, agenda.policy.zone)}`),
    );
    const wide = pen.width === undefined || pen.width >= WIDE;
    const pages = groups
      .filter((group) => group.duties.length > 0)
      .map((group) => {
        const title = TITLES[group.urgency];
        const count = group.duties.length;
        const line = paint(pen, group.urgency, w(`${title.zh} ${count}`, `${title.en} ${count}`));
        return `${line}\n${pen.table(rowShape(agenda, wide), group.duties)}`;
      });
    if (!wide && pages.length > 0) pages.push(legend(agenda, pen));
    const nothing = pen.say(w('没有到期的事项。', 'Nothing is due.'));
    return [head, ...(pages.length > 0 ? pages : [nothing])].join('\n\n');
  },
};

function paint(pen: Pen, urgency: Urgency, words: Words): string {
  const text = pen.heading(words);
  if (urgency === 'overdue') return pen.color.red(text);
  return urgency === 'today' ? pen.color.yellow(text) : text;
}
