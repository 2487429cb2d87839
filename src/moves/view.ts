import { deadlines, timeline } from '../cases/view.ts';
import {
  asChoice,
  asDay,
  asMoment,
  asPhone,
  asRecords,
  asText,
  asTold,
  asWhole,
  asWords,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import type { Day } from '../lib/day.ts';
import { localText } from '../lib/moment.ts';
import { plural, type Words, w } from '../lib/words.ts';
import { STATES as TICKET_STATES } from '../tickets/model.ts';
import { checklist, namesOf } from './checklist-view.ts';
import { CASES, KINDS, type Kind, LEAVING, STATES } from './model.ts';
import type { Defect, FormerOwner, MoveFile, MovePage } from './record.ts';
import { debtsWords, tellingWith } from './text.ts';

const ownerShape: Shape<FormerOwner> = [
  asWhole('id', w('编号', 'Id'), (it) => it.id),
  asText('name', w('姓名', 'Name'), (it) => it.name),
];

const defectShape: Shape<Defect> = [
  asText('ticket', w('工单', 'Ticket'), (it) => it.no),
  asText('item', w('缺陷', 'Defect'), (it) => it.item),
  asChoice('state', w('状态', 'State'), (it) => it.state, TICKET_STATES),
  asMoment('acceptAt', w('约定复验', 'To accept it'), (it) => it.acceptAt),
];

function defectLine({ no, item, state, acceptAt }: Defect, { lang, zone }: Rendering): string {
  const at = state === 'finished' && acceptAt !== null ? localText(acceptAt, zone) : '';
  const accept = at && w(`${at} 业主复验`, `the owner comes ${at}`)[lang];
  return [no, item, TICKET_STATES[state][lang], accept].filter(Boolean).join('  ');
}

const FROM = (day: Day) => w(`自 ${day} 起`, `from ${day} on`);

/** What the day of a file means, by its kind. */
const DAY_OF: Readonly<Record<Kind, (day: Day) => Words>> = {
  'move-in': FROM,
  transfer: FROM,
  'move-out': (day) => w(`到 ${day} 止`, `until ${day}`),
};

const countWords = (count: number) => w(`${count} 项`, plural(count, 'thing'));

const missingCodes = (it: MoveFile) => it.missing.flatMap(({ codes }) => codes);

/** For programs the codes, which the commands take; for people how many, as the checklist names them. */
const missing = asTold('missing', w('还缺', 'Missing'), (it: MoveFile, { lang }) => ({
  json: () => missingCodes(it),
  line: () => {
    if (it.state !== 'open') return '';
    const count = missingCodes(it).length;
    return count > 0
      ? countWords(count)[lang]
      : `${w('无，可以办结', 'nothing; complete it')[lang]}\n  wy resident complete ${it.no}`;
  },
}));

/** Said of a change of owner: who owes what from before it. */
const debts = asTold('debts', w('欠费', 'Debts'), (it: MoveFile, { lang }) => {
  const { kind, state, effectiveOn } = it;
  if (kind !== 'transfer' || state === 'cancelled' || effectiveOn === null) return null;
  return {
    json: () => ({ before: effectiveOn, owedBy: 'former-owner' }),
    line: () => debtsWords(effectiveOn)[lang],
  };
});

const fileShape: Shape<MoveFile> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asChoice('kind', w('事项', 'Kind'), (it) => it.kind, KINDS),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  // Of the other kinds it says nothing new to people.
  asTold('case', w('办理情形', 'Case'), (it, { lang }) => ({
    json: () => it.case,
    line: () => (it.kind === 'move-in' ? CASES[it.case][lang] : ''),
  })),
  asText('who', w('住户', 'Who'), (it) => it.who),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
  asText('attendee', w('来办人', 'Attendee'), (it) => it.attendee),
  asRecords(
    'previousOwners',
    w('原业主', 'Former owners'),
    (it) => it.previousOwners,
    ownerShape,
    ({ id, name }) => `${id}  ${name}`,
  ),
  asTold('effectiveOn', w('日期', 'Day'), ({ kind, effectiveOn: day }, { lang }) =>
    day === null ? null : { json: () => day, line: () => DAY_OF[kind](day)[lang] },
  ),
  asChoice('leaving', w('迁离的人', 'Who leaves'), (it) => it.leaving, LEAVING),
  debts,
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  missing,
  ...checklist,
  // The line of the inspection shows them to people.
  asTold('inspector', w('验房人', 'Inspector'), (it) => unseen(it.inspector)),
  asTold('inspectionSignedBy', w('验房签字', 'Signed by'), (it) => unseen(it.inspectionSignedBy)),
  asRecords('defects', w('缺陷', 'Defects'), (it) => it.defects, defectShape, defectLine),
  // The lines of the defects show them to people.
  asTold('tickets', w('工单', 'Tickets'), (it) => unseen(it.defects.map(({ no }) => no))),
  asMoment('openedAt', w('立档时间', 'Opened'), (it) => it.openedAt),
  asText('openedBy', w('经办', 'Opened by'), (it) => it.openedBy),
  asMoment('completedAt', w('办结时间', 'Completed'), (it) => it.completedAt),
  asMoment('cancelledAt', w('取消时间', 'Cancelled'), (it) => it.cancelledAt),
  deadlines,
];

/** Only for programs. */
function unseen(value: string | string[] | null) {
  return { json: () => value, line: () => '' };
}

export const fileCard = card(fileShape);

/** A file with its timeline, which calls things as the site does. */
export const filePage: View<MovePage> = {
  json: (page, as) => toJson(pageShape(page), page, as),
  text: (page, pen) => pen.card(pageShape(page), page),
};

function pageShape(page: MovePage): Shape<MovePage> {
  const codes = page.timeline.flatMap(({ detail }) => String(detail.codes ?? '').split(','));
  const names = Object.fromEntries(codes.map((code) => [code, page.nameOf(code)]));
  return [...fileShape, timeline(tellingWith(names))];
}

/** Short enough for a table: the names of one thing or two, of more how many there are. */
function missingBriefly(it: MoveFile): Words {
  const codes = missingCodes(it);
  return codes.length <= 2 ? namesOf(it, codes) : countWords(codes.length);
}

const rowShape: Shape<MoveFile> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asChoice('kind', w('事项', 'Kind'), (it) => it.kind, KINDS),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('who', w('住户', 'Who'), (it) => it.who),
  asDay('effectiveOn', w('日期', 'Day'), (it) => it.effectiveOn),
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  asWords('missing', w('还缺', 'Missing'), missingBriefly),
];

/** People read a line of each file, programs all of it. */
export const fileTable: View<readonly MoveFile[]> = {
  json: (files, as) => files.map((file) => toJson(fileShape, file, as)),
  text: table(rowShape, { none: w('没有入住、迁离或过户资料。', 'No such files.') }).text,
};
