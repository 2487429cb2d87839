import type { Ctx } from '../context.ts';
import type { Content, Printing, Row } from '../documents/model.ts';
import { refused, WyError } from '../lib/errors.ts';
import { same, w } from '../lib/words.ts';
import { MEASURES, type Measure, type Violation } from '../renovations/model.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { isNotice, type Sought, violationMeant } from '../works/violation-rules.ts';
import type { Form } from './form.ts';
import { partTyped } from './part-rules.ts';
import { half, row } from './parts.ts';
import { applicantRow, ROOM, teamRows, unitRow } from './renovation-rows.ts';
import { ticks } from './ticks.ts';
import { momentText } from './values.ts';

type It = RenovationRecord;

/**
 * 违章整改通知单: what was done against the promises, what is to be done about it and until when
 * (rule 109). `D261122-001-2`: the second violation of a renovation.
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const { no, part } = partTyped(subject);
    const it = requireRenovation(ctx, no);
    const found = noticeMeant(it, part);
    if (found.measures.includes('seize')) warnOfSeizure(ctx);
    return [
      {
        subject: noticeNo(it, found),
        contentOf: (as) => noticeContent(it, found, as),
      },
    ];
  },
};

const noticeNo = ({ no }: It, { part }: Violation): string => `${no}-${part}`;

const OPEN_NOTICES: Sought = {
  words: w('未整改的违章整改通知单', 'open notices'),
  isMeant: ({ measures, rectifiedAt }) => isNotice(measures) && rectifiedAt === null,
};

const NOTICES: Sought = {
  words: w('违章整改通知单', 'notices'),
  isMeant: ({ measures }) => isNotice(measures),
};

/** The one that is named, else the only open one, else the only one. */
function noticeMeant(it: It, part: number | undefined): Violation {
  const hasOpen = it.violations.some(OPEN_NOTICES.isMeant);
  const found = violationMeant(it, part, hasOpen ? OPEN_NOTICES : NOTICES);
  if (found instanceof WyError) throw found;
  if (!isNotice(found.measures)) throw noNotice(it, found);
  return found;
}

const noNotice = ({ no }: It, { part, rectifiedAt }: Violation) =>
  refused(
    'no_notice',
    w(
      `${no} 的第 ${part} 项违规没有发违章整改通知单。`,
      `No notice was given about violation ${part} of ${no}.`,
    ),
    rectifiedAt === null
      ? w(
          `要发的，先登记：wy reno violation ${no} ${part} --measure stop-work`,
          `To give one: wy reno violation ${no} ${part} --measure stop-work`,
        )
      : w(`查看：wy reno violations ${no}`, `See wy reno violations ${no}`),
  );

const warnOfSeizure = ({ warn }: Pick<Ctx, 'warn'>) =>
  warn(
    w(
      '“暂扣工具”不印在通知单上：物业公司无权暂扣，请尽快归还。',
      'That tools were taken is not printed: a property company may not; give them back soon.',
    ),
  );

/** What a company may put its seal to. */
const LAWFUL = (Object.keys(MEASURES) as Measure[]).filter((each) => each !== 'seize');

const RECTIFIED = w('已整改合格', 'Put right');

function noticeContent(it: It, found: Violation, as: Printing): Content {
  const { lang } = as;
  const until = momentText(found.fixBy, as) ?? '＿＿＿＿＿＿';
  return {
    title: w('违章整改通知单', 'Notice to put right')[lang],
    no: noticeNo(it, found),
    marks: found.rectifiedAt === null ? [] : [RECTIFIED[lang]],
    parts: [
      { kind: 'rows', rows: [unitRow(it, as), applicantRow(it, as), ...teamRows(it, as)] },
      { kind: 'letter', paragraphs: [OPENING[lang]] },
      {
        kind: 'rows',
        title: w('违规情况', 'What was found')[lang],
        rows: foundRows(it, found, as),
      },
      { kind: 'checks', title: w('处置', 'Measures')[lang], checks: measuresOf(found, as) },
      {
        kind: 'letter',
        paragraphs: [
          w(
            `请按上述处置立即停止违规施工，并在 ${until} 以前整改、恢复原状，整改后通知我处复查。`,
            `Please stop this at once as said above, put it right and restore it by ${until}, and tell us so that it can be inspected.`,
          )[lang],
          w(
            '拒不停止或逾期不整改的，我处将依照《住宅室内装饰装修管理办法》第十七条报告有关主管部门依法处理，并按装修管理协议追究违约责任。对本通知有异议的，请与我处联系。本通知一式两份。',
            'If it goes on, or is not put right in time, we report it to the authority (Decree 110, art. 17) and hold you to the renovation agreement. If you disagree, please talk to us. In two copies, one each.',
          )[lang],
        ],
      },
      { kind: 'rows', title: w('复查', 'Inspection')[lang], rows: checkRows(found, as) },
      {
        kind: 'signatures',
        labels: [
          w('签发人', 'Issued by'),
          w('装修人签收', 'Received by the applicant'),
          ...(it.contractor === null ? [] : [w('施工负责人签收', 'Received by the foreman')]),
        ].map((label) => label[lang]),
        seal: w('（物业服务单位盖章）', '(seal)')[lang],
      },
    ],
    foot: null,
  };
}

const OPENING = w(
  '经检查，该户装修施工中有下列行为，违反了装修管理协议和装修施工承诺书：',
  'In the works of this unit the following was found, against the renovation agreement and what was promised:',
);

function foundRows(it: It, found: Violation, as: Printing): Row[] {
  const { lang } = as;
  const name = it.names.violations[found.code] ?? same(found.code);
  const reported = [found.reportedTo, momentText(found.reportedAt, as)].filter(Boolean).join('　');
  return [
    row('code', w('违规事项', 'violation'), `${found.code}　${name[lang]}`, as),
    row('note', w('具体情况', 'in detail'), found.note, as),
    half(row('foundAt', w('发现时间', 'found'), momentText(found.foundAt, as), as)),
    half(row('foundBy', w('发现人', 'by'), found.foundBy, as)),
    half(row('stoppedAt', w('制止时间', 'stopped'), momentText(found.stoppedAt, as), as)),
    half(row('fixBy', w('整改期限', 'put right by'), momentText(found.fixBy, as), as)),
    ...(reported === '' ? [] : [row('reported', w('已报主管部门', 'reported to'), reported, as)]),
  ];
}

const measuresOf = ({ measures }: Violation, { lang }: Printing) =>
  LAWFUL.map((measure) => ({
    label: MEASURES[measure][lang],
    isDone: measures.includes(measure),
  }));

const CHECKED = {
  yes: w('整改合格', 'put right'),
  no: w('不合格', 'not put right'),
} as const;

const checkRows = ({ rectifiedAt }: Violation, as: Printing): Row[] => [
  row('done', w('整改情况', 'what was done'), rectifiedAt === null ? ROOM : null, as),
  half(row('result', w('复查结果', 'result'), ticks(CHECKED, rectifiedAt && 'yes', as), as)),
  half(row('rectifiedAt', w('复查时间', 'inspected'), momentText(rectifiedAt, as), as)),
  row('checkedBy', w('复查人签字', 'inspected by'), null, as),
];
