import { deadlines, timeline } from '../cases/view.ts';
import {
  asChoice,
  asChoices,
  asDay,
  asMoment,
  asPhone,
  asRate,
  asReading,
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
import { scaledText } from '../lib/decimal.ts';
import { localText } from '../lib/moment.ts';
import { list, type Words, w } from '../lib/words.ts';
import { STATES as TICKET_STATES } from '../tickets/model.ts';
import type { Archive, Lacking } from './check.ts';
import { commandFor } from './checklist-rules.ts';
import {
  CASES,
  type Item,
  type ItemKind,
  KINDS,
  LACKS,
  LEAVING,
  type Reading,
  STATES,
} from './model.ts';
import type { Defect, MoveFile, MovePage } from './record.ts';
import { debtsWords, TELLING } from './text.ts';

/** Something that stands in a file, with its name for people. */
type Named<T> = T & { name: Words };

const paperShape: Shape<Named<Item>> = [
  asText('code', w('代码', 'Code'), (it) => it.code),
  asMoment('at', w('时间', 'At'), (it) => it.at),
];

const goodsShape: Shape<Named<Item>> = [
  asText('code', w('代码', 'Code'), (it) => it.code),
  asWhole('quantity', w('数量', 'Quantity'), (it) => it.quantity),
  asText('detail', w('说明', 'Detail'), (it) => it.detail),
  asText('signedBy', w('签字', 'Signed by'), (it) => it.signedBy),
  asMoment('at', w('时间', 'At'), (it) => it.at),
];

const readingShape: Shape<Named<Reading>> = [
  asText('code', w('代码', 'Code'), (it) => it.meter),
  asReading('reading', w('读数', 'Reading'), (it) => it.readingThousandths),
  asDay('on', w('日期', 'On'), (it) => it.readOn),
  asText('confirmedBy', w('确认', 'Confirmed by'), (it) => it.confirmedBy),
];

const defectShape: Shape<Defect> = [
  asText('ticket', w('工单', 'Ticket'), (it) => it.no),
  asText('item', w('缺陷', 'Defect'), (it) => it.item),
  asChoice('state', w('状态', 'State'), (it) => it.state, TICKET_STATES),
  asMoment('acceptAt', w('约定复验', 'To accept it'), (it) => it.acceptAt),
];

const ofKind = (file: MoveFile, kind: ItemKind): Named<Item>[] =>
  file.items
    .filter((item) => item.kind === kind)
    .map((item) => ({ ...item, name: file.nameOf(item.code) }));

/** Of what was settled twice, what was said last. */
const settled = (file: MoveFile): Named<Item>[] => [
  ...new Map(ofKind(file, 'settlement').map((item) => [item.code, item])).values(),
];

const readings = (file: MoveFile): Named<Reading>[] =>
  file.readings.map((reading) => ({ ...reading, name: file.nameOf(reading.meter) }));

const joined = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('  ');

function goodsLine({ name, quantity, detail, signedBy }: Named<Item>, { lang }: Rendering): string {
  const count = quantity === 1 ? '' : ` ×${quantity}`;
  const signed = signedBy && w(`${signedBy} 签字`, `signed by ${signedBy}`)[lang];
  return joined([name[lang] + count, detail, signed]);
}

function readingLine(it: Named<Reading>, { lang }: Rendering): string {
  const reading = scaledText(it.readingThousandths, 3, { trim: true });
  const by = it.confirmedBy && w(`${it.confirmedBy} 确认`, `confirmed by ${it.confirmedBy}`)[lang];
  return joined([it.name[lang], reading, by]);
}

function defectLine({ no, item, state, acceptAt }: Defect, { lang, zone }: Rendering): string {
  const at = state === 'finished' && acceptAt !== null ? localText(acceptAt, zone) : '';
  const accept = at && w(`${at} 业主复验`, `the owner comes ${at}`)[lang];
  return joined([no, item, TICKET_STATES[state][lang], accept]);
}

const missingCodes = (it: MoveFile) => it.missing.flatMap(({ codes }) => codes);

const namesOf = (it: MoveFile, codes: readonly string[]): Words =>
  list(codes.map((code) => it.nameOf(code)));

/** For programs the codes, which the commands take; for people the names, and the command to type. */
const missing = asTold('missing', w('还缺', 'Missing'), (it: MoveFile, { lang }) => ({
  json: () => missingCodes(it),
  line: () =>
    it.missing
      .map((each) => `${namesOf(it, each.codes)[lang]}\n  ${commandFor(it.no, each)}`)
      .join('\n'),
}));

/** For programs what each paper is; for people one line of names. */
const papers = asTold('papers', w('资料', 'Papers'), (it: MoveFile, as) => ({
  json: () => ofKind(it, 'paper').map((each) => toJson(paperShape, each, as)),
  line: () => list(ofKind(it, 'paper').map(({ name }) => name))[as.lang],
}));

/** Said of a change of owner: who owes what from before it. */
const debts = asTold('debts', w('欠费', 'Debts'), ({ kind, effectiveOn }: MoveFile, { lang }) =>
  kind === 'transfer' && effectiveOn !== null
    ? {
        json: () => ({ before: effectiveOn, owedBy: 'former-owner' }),
        line: () => debtsWords(effectiveOn)[lang],
      }
    : null,
);

const fileShape: Shape<MoveFile> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asChoice('kind', w('事项', 'Kind'), (it) => it.kind, KINDS),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asChoice('case', w('办理情形', 'Case'), (it) => it.case, CASES),
  asText('who', w('住户', 'Who'), (it) => it.who),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
  asText('attendee', w('来办人', 'Attendee'), (it) => it.attendee),
  asDay('effectiveOn', w('日期', 'Day'), (it) => it.effectiveOn),
  asChoice('leaving', w('迁离的人', 'Who leaves'), (it) => it.leaving, LEAVING),
  debts,
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  missing,
  papers,
  asRecords(
    'handouts',
    w('发放', 'Handed out'),
    (it) => ofKind(it, 'handout'),
    goodsShape,
    goodsLine,
  ),
  asRecords(
    'returns',
    w('交回', 'Given back'),
    (it) => ofKind(it, 'return'),
    goodsShape,
    goodsLine,
  ),
  asRecords('settlements', w('落实', 'Settled'), settled, goodsShape, goodsLine),
  asRecords('meters', w('表底', 'Meters'), readings, readingShape, readingLine),
  asText('forwarding', w('迁往地址', 'Forwarding address'), (it) => it.forwarding),
  asMoment('inspectedAt', w('验房时间', 'Inspected'), (it) => it.inspectedAt),
  asText('inspector', w('验房人', 'Inspector'), (it) => it.inspector),
  asText('inspectionSignedBy', w('验房签字', 'Signed by'), (it) => it.inspectionSignedBy),
  asRecords('defects', w('缺陷', 'Defects'), (it) => it.defects, defectShape, defectLine),
  // The lines of the defects show them to people.
  asTold('tickets', w('工单', 'Tickets'), (it) => ({
    json: () => it.defects.map(({ no }) => no),
    line: () => '',
  })),
  asMoment('openedAt', w('立档时间', 'Opened'), (it) => it.openedAt),
  asText('openedBy', w('经办', 'Opened by'), (it) => it.openedBy),
  asMoment('completedAt', w('办结时间', 'Completed'), (it) => it.completedAt),
  asMoment('cancelledAt', w('取消时间', 'Cancelled'), (it) => it.cancelledAt),
  deadlines,
];

export const fileCard = card(fileShape);

export const filePage = card<MovePage>([...fileShape, timeline(TELLING)]);

const rowShape: Shape<MoveFile> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asChoice('kind', w('事项', 'Kind'), (it) => it.kind, KINDS),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('who', w('住户', 'Who'), (it) => it.who),
  asDay('effectiveOn', w('日期', 'Day'), (it) => it.effectiveOn),
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  asWords('missing', w('还缺', 'Missing'), (it) => namesOf(it, missingCodes(it))),
];

/** People read a line of each file, programs all of it. */
export const fileTable: View<readonly MoveFile[]> = {
  json: (files, as) => files.map((file) => toJson(fileShape, file, as)),
  text: table(rowShape, { none: w('没有入住、迁离或过户资料。', 'No such files.') }).text,
};

const lackingShape: Shape<Lacking> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asChoices('lacks', w('缺什么', 'Lacks'), (it) => it.lacks, LACKS),
  asText('file', w('在办资料', 'Open file'), (it) => it.file),
];

const lackingTable = table(lackingShape, { none: w('没有。', 'None.') });

const archiveShape: Shape<Archive> = [
  asRate('rate', w('档案齐全率', 'Complete archives'), (it) => it.rate),
  asWhole('leftOut', w('未计房屋', 'Units left out'), (it) => it.leftOut),
  asWords('definition', w('口径', 'Definition'), (it) => it.definition),
  asRecords(
    'lacking',
    w('不齐全', 'Incomplete'),
    (it) => it.lacking,
    lackingShape,
    (it) => it.unit,
  ),
];

/** The figure with what it means, and the households that lack something. */
export const archiveView: View<Archive> = {
  json: (archive, as) => toJson(archiveShape, archive, as),
  text: (archive, pen) =>
    [
      pen.card(
        archiveShape.filter(({ key }) => key !== 'lacking'),
        archive,
      ),
      ...(archive.lacking.length > 0 ? [lackingTable.text(archive.lacking, pen)] : []),
    ].join('\n\n'),
};
