import { PARTIES } from '../deposits/model.ts';
import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { capitals } from '../lib/capitals.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { list, same, w } from '../lib/words.ts';
import type { Due } from '../renovations/due-rules.ts';
import { APPLICANTS } from '../renovations/model.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';
import {
  applicantRow,
  areaRow,
  decided,
  periodRow,
  phoneRow,
  stateMarks,
  teamRows,
  unitRow,
} from './renovation-rows.ts';
import { momentText } from './values.ts';

type It = RenovationRecord;

/**
 * 装修申请表: the application with its papers, its money, all that was decided about it, and at the end
 * the column in which it is accepted (rules 80–94, 103, 106).
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireRenovation(ctx, subject);
    return [{ subject: it.no, contentOf: (as) => applicationContent(it, as) }];
  },
};

function applicationContent(it: It, as: Printing): Content {
  const { lang } = as;
  return {
    title: w('装修申请表', 'Application for a renovation')[lang],
    no: it.no,
    marks: stateMarks(it, as),
    parts: [
      { kind: 'rows', title: w('申请', 'Application')[lang], rows: applicationRows(it, as) },
      { kind: 'checks', title: w('资料', 'Papers')[lang], checks: papersOf(it, as) },
      { kind: 'table', table: feesTable(it, as) },
      { kind: 'letter', paragraphs: [STATEMENT[lang]] },
      {
        kind: 'signatures',
        labels: [w('装修人签字', 'Applicant'), w('施工负责人签字', 'Foreman')].map(
          (label) => label[lang],
        ),
      },
      { kind: 'rows', title: w('审批', 'Decisions')[lang], rows: decisionRows(it, as) },
      { kind: 'rows', title: w('完工验收', 'Acceptance')[lang], rows: acceptanceRows(it, as) },
      {
        kind: 'signatures',
        labels: [w('经办人', 'Handled by')[lang]],
        seal: w('（物业服务单位盖章）', '(seal)')[lang],
      },
    ],
    foot: null,
  };
}

const STATEMENT = w(
  '装修人承诺以上内容属实，遵守《住宅室内装饰装修管理办法》（建设部令第110号）和装修管理协议；没有取得装修施工许可证不开工。',
  'The applicant states that all of this is true, and keeps to Decree 110 and the renovation agreement; nothing begins before the permit.',
);

function applicationRows(it: It, as: Printing): Row[] {
  const { lang } = as;
  const works = list(it.works.map((code) => it.names.works[code] ?? same(code)));
  return [
    unitRow(it, as),
    areaRow(it, as),
    applicantRow(it, as),
    half(row('role', w('身份', 'role'), APPLICANTS[it.applicant][lang], as)),
    ...(it.agent === null ? [] : [half(row('agent', w('代办人', 'agent'), it.agent, as))]),
    ...teamRows(it, as),
    phoneRow(it, as),
    half(row('appliedAt', w('申请时间', 'applied'), momentText(it.appliedAt, as), as)),
    periodRow(it, as),
    row('scope', w('装修内容', 'scope'), it.scope, as),
    row('works', w('施工事项', 'works'), works[lang], as),
  ];
}

/** All that are asked for, those that are there ticked. */
function papersOf({ have, lacking, papers, names }: It, { lang }: Printing) {
  const codes = [...new Set([...have, ...lacking.review, ...lacking.permit])];
  return codes.map((code) => {
    const detail = papers.find((each) => each.code === code)?.detail;
    const name = (names.papers[code] ?? same(code))[lang];
    return { label: detail ? `${name}（${detail}）` : name, isDone: have.includes(code) };
  });
}

const dueFen = ({ takenFen, owedFen }: Due): number => takenFen + owedFen;

/** What is taken before the works begin (rule 94); what the policy leaves open is written by hand. */
function feesTable({ dues }: It, { lang }: Printing): PaperTable {
  const asked = dues.filter(({ occasion }) => occasion !== 'lost');
  const amount = (due: Due) =>
    due.amountFen === null && dueFen(due) === 0 ? '' : yuanText(dueFen(due));
  const sum = totalFen(asked.map(dueFen));
  const capital = w('合计', 'total')[lang];
  return {
    title: w('费用和保证金', 'Fees and deposits')[lang],
    columns: [
      { label: w('项目', 'item')[lang] },
      { label: w('由谁交', 'of')[lang] },
      { label: w('应交（元）', 'to be paid')[lang], isNumber: true },
      { label: w('已交（元）', 'paid')[lang], isNumber: true },
    ],
    rows: asked.map((due) => [
      due.words[lang],
      PARTIES[due.party][lang],
      amount(due),
      yuanText(due.takenFen),
    ]),
    total: [
      sum === 0 ? capital : `${capital}　${capitals(sum)}`,
      '',
      yuanText(sum),
      yuanText(totalFen(asked.map(({ takenFen }) => takenFen))),
    ],
  };
}

const AGREED = w('同意', 'agreed');

function decisionRows(it: It, as: Printing): Row[] {
  const { lang } = as;
  const grounds = list(it.grounds.map((code) => it.names.grounds[code] ?? same(code)))[lang];
  const why = [grounds, it.reason].filter(Boolean).join(lang === 'zh' ? '；' : '; ');
  return [
    row('opinion', w('工程意见', 'engineering'), decided(it.opinion, it.opinionBy, null, as), as),
    row(
      'reviewed',
      w('主管审核', "supervisor's review"),
      decided(it.reviewedAt && AGREED, it.reviewedBy, it.reviewedAt, as),
      as,
    ),
    row(
      'approved',
      w('主任审批', "director's decision"),
      decided(it.approvedAt && AGREED, it.approvedBy, it.approvedAt, as),
      as,
    ),
    ...(it.refusedAt === null
      ? []
      : [
          row(
            'refused',
            w('不予通过', 'turned down'),
            decided(why, it.refusedBy, it.refusedAt, as),
            as,
          ),
        ]),
    row('permitted', w('发施工许可证', 'permit'), momentText(it.permittedAt, as), as),
  ];
}

const ACCEPTED = w('初验合格', 'accepted');
const REINSPECTED = w('复验合格', 're-inspected');

const acceptanceRows = (it: It, as: Printing): Row[] => [
  row(
    'accepted',
    w('初验', 'acceptance'),
    decided(it.acceptedAt && ACCEPTED, it.acceptedBy, it.acceptedAt, as),
    as,
  ),
  row(
    'reinspected',
    w('复验', 're-inspection'),
    decided(it.reinspectedAt && REINSPECTED, it.reinspectedBy, it.reinspectedAt, as),
    as,
  ),
];
