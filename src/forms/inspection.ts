import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { scaledText } from '../lib/decimal.ts';
import { w } from '../lib/words.ts';
import type { MoveFile } from '../moves/record.ts';
import { STATES } from '../tickets/model.ts';
import type { Form } from './form.ts';
import { ROOMS } from './inspection-rules.ts';
import { moveInRows, moveMarks, requireMoveIn } from './move-files.ts';
import { half, row } from './parts.ts';
import { ticks } from './ticks.ts';
import { momentText } from './values.ts';

const NAME = w('房屋质量验收登记表', 'inspection of the house');

/**
 * 房屋质量验收登记表: room by room what is looked at, the defects with the repairs that came of them, the
 * meters (rules 10–15).
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireMoveIn(ctx, subject, NAME);
    const page: Page = { it, meters: ctx.policy.moves.meters };
    return [{ subject: it.no, contentOf: (as) => inspectionContent(page, as) }];
  },
};

interface Page {
  it: MoveFile;
  /** Codes of the meters that are read. */
  meters: readonly string[];
}

function inspectionContent({ it, meters }: Page, as: Printing): Content {
  const { lang } = as;
  return {
    title: w('房屋质量验收登记表', 'Inspection of the house')[lang],
    no: it.no,
    marks: moveMarks(it, as),
    parts: [
      { kind: 'rows', rows: [...moveInRows(it, as), ...inspectedRows(it, as)] },
      { kind: 'table', table: roomsTable(as) },
      { kind: 'table', table: defectsTable(it, as) },
      { kind: 'table', table: metersTable(it, meters, as) },
      {
        kind: 'signatures',
        labels: [
          w('业主签字', 'Owner'),
          w('陪同验房人', 'Engineering'),
          w('客服经办人', 'Front desk'),
        ].map((label) => label[lang]),
      },
    ],
    foot: w(
      '登记的缺陷由物业服务单位转开发建设单位整改，复检合格后约业主再次验收。表底数由双方共同确认。',
      'Defects go to the developer through the property company; once the repair is checked, the owner is asked to accept it. Both sides confirm the meters.',
    )[lang],
  };
}

const inspectedRows = (it: MoveFile, as: Printing): Row[] => [
  half(row('inspectedAt', w('验房时间', 'inspected'), momentText(it.inspectedAt, as), as)),
  half(row('inspector', w('陪同人', 'with'), it.inspector, as)),
  ...(it.inspectionSignedBy === null
    ? []
    : [half(row('signedBy', w('签字', 'signed by'), it.inspectionSignedBy, as))]),
];

const FOUND = { fine: w('合格', 'fine'), defect: w('有缺陷', 'defect') } as const;

const roomsTable = (as: Printing): PaperTable => ({
  title: w('逐项验收', 'Room by room')[as.lang],
  columns: [
    { label: w('部位', 'where')[as.lang], isShort: true },
    { label: w('验收内容', 'what')[as.lang] },
    { label: w('结果', 'result')[as.lang], isShort: true },
    { label: w('缺陷说明', 'defect')[as.lang], isRoom: true },
  ],
  isDense: true,
  rows: ROOMS.map(({ room, items }) => [room[as.lang], items[as.lang], ticks(FOUND, null, as), '']),
});

/** Rows to write in, as long as nobody has gone over the house. */
const BLANK_ROWS = 4;

function defectsTable({ defects, inspectedAt }: MoveFile, as: Printing): PaperTable {
  const { lang } = as;
  const blank = inspectedAt === null ? BLANK_ROWS : 0;
  return {
    title: w('缺陷和返修', 'Defects and repairs')[lang],
    columns: [
      { label: w('工单编号', 'repair')[lang], isShort: true },
      { label: w('缺陷', 'defect')[lang] },
      { label: w('返修情况', 'state')[lang], isShort: true },
      { label: w('约定再验', 'accepted at')[lang], isShort: true },
      { label: w('业主签认', 'owner')[lang] },
    ],
    rows: [
      ...defects.map(({ no, item, state, acceptAt }) => [
        no,
        item,
        STATES[state][lang],
        momentText(acceptAt, as) ?? '',
        '',
      ]),
      ...Array.from({ length: blank }, () => ['']),
    ],
  };
}

/** Those that were read, and those that are to be (rule 11). */
function metersTable(it: MoveFile, meters: readonly string[], as: Printing): PaperTable {
  const { lang } = as;
  const codes = [...new Set([...meters, ...it.readings.map(({ meter }) => meter)])];
  return {
    title: w('表底数', 'Meters')[lang],
    columns: [
      { label: w('表', 'meter')[lang] },
      { label: w('底数', 'reading')[lang], isNumber: true },
      { label: w('抄表日期', 'read on')[lang], isShort: true },
      { label: w('确认人', 'confirmed by')[lang] },
    ],
    isDense: true,
    rows: codes.map((code) => {
      const read = it.readings.findLast(({ meter }) => meter === code);
      return [
        it.nameOf(code)[lang],
        read ? scaledText(read.readingThousandths, 3, { trim: true }) : '',
        read?.readOn ?? '',
        read?.confirmedBy ?? '',
      ];
    }),
  };
}
