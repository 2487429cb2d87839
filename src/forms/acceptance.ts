import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { type Words, w } from '../lib/words.ts';
import { type FATES, INSPECTIONS } from '../renovations/model.ts';
import { permitNo } from '../renovations/pass-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { ACCEPTANCE_ITEMS } from './acceptance-rules.ts';
import type { Form } from './form.ts';
import { row } from './parts.ts';
import {
  applicantRow,
  decided,
  periodRow,
  phoneRow,
  ROOM,
  refusalOfUnpermitted,
  stateMarks,
  teamRows,
  unitRow,
} from './renovation-rows.ts';
import { ticks } from './ticks.ts';
import { momentText } from './values.ts';

type It = RenovationRecord;

/**
 * 装修验收记录表: taken along to the acceptance, and after it the record of what was found, changes from
 * the design among it (rules 100–106).
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireRenovation(ctx, subject);
    const refusal = refusalOfUnpermitted(it);
    if (refusal) throw refusal;
    return [{ subject: it.no, contentOf: (as) => acceptanceContent(it, as) }];
  },
};

function acceptanceContent(it: It, as: Printing): Content {
  const { lang } = as;
  return {
    title: w('装修验收记录表', 'Acceptance of the works')[lang],
    no: it.no,
    marks: stateMarks(it, as),
    parts: [
      { kind: 'rows', rows: headRows(it, as) },
      { kind: 'table', table: itemsTable(as) },
      { kind: 'table', table: heldTable(it, as) },
      { kind: 'rows', title: w('设计变更', 'Changes')[lang], rows: changeRows(it, as) },
      { kind: 'rows', title: w('验收结论', 'Result')[lang], rows: resultRows(it, as) },
      {
        kind: 'signatures',
        labels: [
          w('装修人签字', 'Applicant'),
          w('施工负责人签字', 'Foreman'),
          w('工程维修主管', 'Engineering'),
          w('客服主管', 'Supervisor'),
        ].map((label) => label[lang]),
        seal: w('（物业服务单位盖章）', '(seal)')[lang],
      },
    ],
    foot: w(
      '本验收查看装修是否符合申请和有关规定，不代替施工质量的验收；施工单位另交质量保修书。',
      'This is about whether the works are as applied for and as the rules say; it stands for no inspection of their quality, which the firm warrants.',
    )[lang],
  };
}

const headRows = (it: It, as: Printing): Row[] => [
  unitRow(it, as),
  applicantRow(it, as),
  ...teamRows(it, as),
  phoneRow(it, as),
  periodRow(it, as),
  row('scope', w('装修内容', 'scope'), it.scope, as),
  ...(it.requestedAt === null
    ? []
    : [row('requestedAt', w('申请验收', 'asked for'), momentText(it.requestedAt, as), as)]),
];

const VERDICTS = { pass: w('合格', 'pass'), fail: w('不合格', 'fail') } as const;

const itemsTable = (as: Printing): PaperTable => ({
  title: w('验收项目', 'What is looked at')[as.lang],
  columns: [
    { label: w('项目', 'item')[as.lang] },
    { label: w('结果', 'result')[as.lang], isShort: true },
    { label: w('说明', 'remarks')[as.lang], isRoom: true },
  ],
  isDense: true,
  rows: ACCEPTANCE_ITEMS.map((item) => [item[as.lang], ticks(VERDICTS, null, as), '']),
});

/** Those that were held, with who was there. */
const heldTable = ({ inspections }: It, as: Printing): PaperTable => ({
  title: w('已验收', 'Held so far')[as.lang],
  columns: [
    { label: w('类别', 'kind')[as.lang], isShort: true },
    { label: w('时间', 'when')[as.lang], isShort: true },
    { label: w('结果', 'result')[as.lang], isShort: true },
    { label: w('参加人', 'present')[as.lang] },
    { label: w('说明', 'remarks')[as.lang] },
  ],
  rows: inspections.map(({ kind, at, passed, people, note }) => [
    INSPECTIONS[kind][as.lang],
    momentText(at, as) ?? '',
    VERDICTS[passed ? 'pass' : 'fail'][as.lang],
    people.join(as.lang === 'zh' ? '、' : ', '),
    note ?? '',
  ]),
});

/** From the design; the owner signs them (rule 102). */
function changeRows({ inspections }: It, as: Printing): Row[] {
  const changed = inspections.filter(({ changes }) => changes !== null);
  if (changed.length === 0) {
    const room = inspections.some(({ passed }) => passed) ? NONE[as.lang] : ROOM;
    return [row('changes', w('与设计不同处', 'from the design'), room, as)];
  }
  return changed.map(({ changes, changesSignedBy }) =>
    row(
      'changes',
      w('与设计不同处', 'from the design'),
      [
        changes,
        changesSignedBy &&
          w(`（${changesSignedBy} 签字）`, ` (signed by ${changesSignedBy})`)[as.lang],
      ]
        .filter(Boolean)
        .join(''),
      as,
    ),
  );
}

const NONE = w('无', 'none');

function resultRows(it: It, as: Printing): Row[] {
  const { lang } = as;
  const open = it.violations.filter(({ rectifiedAt }) => rectifiedAt === null).length;
  const all = it.violations.length;
  return [
    row(
      'violations',
      w('违规整改', 'violations'),
      w(`共 ${all} 项，未整改 ${open} 项`, `${all} in all, ${open} not put right`)[lang],
      as,
    ),
    row('permits', w('证件收回', 'permits'), permitsText(it, lang), as),
    row(
      'accepted',
      w('初验', 'acceptance'),
      decided(it.acceptedAt && w('初验合格', 'accepted'), it.acceptedBy, it.acceptedAt, as),
      as,
    ),
    ...(it.reinspectFromOn === null
      ? []
      : [row('reinspectFrom', w('可复验自', 're-inspected from'), it.reinspectFromOn, as)]),
    ...(it.acceptedAt === null
      ? []
      : [
          row(
            'reinspected',
            w('复验', 're-inspection'),
            decided(
              it.reinspectedAt && w('复验合格', 're-inspected'),
              it.reinspectedBy,
              it.reinspectedAt,
              as,
            ),
            as,
          ),
        ]),
  ];
}

/** How many of each fate, and the numbers of those that are still out (rule 104). */
function permitsText({ no, permits }: It, lang: Printing['lang']): string {
  const count = (fate: keyof typeof FATES) => permits.filter((each) => each.fate === fate).length;
  const out = permits.filter(({ fate }) => fate === null).map(({ part }) => permitNo(no, part));
  const said: Words[] = [
    w(`已交回 ${count('returned')} 张`, `${count('returned')} returned`),
    ...(count('lost') === 0 ? [] : [w(`遗失 ${count('lost')} 张`, `${count('lost')} lost`)]),
    ...(out.length === 0 ? [] : [w(`未交回：${out.join('、')}`, `still out: ${out.join(', ')}`)]),
  ];
  return said.map((each) => each[lang]).join(lang === 'zh' ? '；' : '; ');
}
