import { PARTIES, type Party } from '../deposits/model.ts';
import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { type Words, w } from '../lib/words.ts';
import { pricesFor } from '../renovations/pricing.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { promisers } from '../renovations/rules.ts';
import { type Terms, termsOf, termWords } from './commitment-rules.ts';
import type { Form } from './form.ts';
import { row } from './parts.ts';
import {
  applicantRow,
  periodRow,
  phoneRow,
  stateMarks,
  teamRows,
  unitRow,
} from './renovation-rows.ts';
import { momentText } from './values.ts';

type It = RenovationRecord;

/**
 * 装修施工承诺书: the violations of the policy one by one, each ticked by household and team, and what
 * they agree to besides; two copies, one each (rules 86, 108–110).
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireRenovation(ctx, subject);
    const { lost } = pricesFor(ctx.policy, it, ctx.today);
    const terms = termsOf(ctx.policy, it, lost.amountFen);
    return [{ subject: it.no, contentOf: (as) => commitmentContent(it, terms, as) }];
  },
};

function commitmentContent(it: It, terms: Terms, as: Printing): Content {
  const { lang } = as;
  return {
    title: w('装修施工承诺书', 'Promises for the works')[lang],
    no: it.no,
    marks: stateMarks(it, as),
    parts: [
      { kind: 'rows', rows: headRows(it, as) },
      { kind: 'letter', paragraphs: [OPENING[lang]] },
      { kind: 'table', table: promisesTable(it, as) },
      {
        kind: 'clauses',
        title: w('同时承诺', 'And that')[lang],
        clauses: termWords(terms).map((each) => each[lang]),
      },
      { kind: 'rows', rows: signedRows(it, as) },
      {
        kind: 'signatures',
        labels: [
          w('装修人签字', 'Applicant'),
          ...(it.contractor === null ? [] : [w('施工负责人签字', 'Foreman')]),
          w('客服主管签字', 'Supervisor'),
        ].map((label) => label[lang]),
        seal: w('（物业服务单位盖章）', '(seal)')[lang],
      },
    ],
    foot: w(
      '本承诺书一式两份，装修人和物业服务单位各执一份。',
      'In two copies, one for the applicant and one for the property company.',
    )[lang],
  };
}

const OPENING = w(
  '物业服务单位已逐条说明房屋结构、水、电、燃气和共用设施方面的禁止行为和注意事项，本人（单位）已全部知悉，承诺装修期间不做下列事项，逐条打“√”确认：',
  'The property company has explained, one by one, what is forbidden about structure, water, power, gas and shared installations. We have understood all of it and promise not to do any of the following; each is ticked:',
);

const headRows = (it: It, as: Printing): Row[] => [
  unitRow(it, as),
  applicantRow(it, as),
  ...teamRows(it, as),
  phoneRow(it, as),
  periodRow(it, as),
];

const HEADS: Readonly<Record<Party, Words>> = {
  household: w('住户', 'household'),
  team: w('施工队', 'team'),
};

/** A box for each party that has to promise; ticked where it has (rule 86). */
function promisesTable(it: It, { lang }: Printing): PaperTable {
  const parties = promisers(it);
  const codes = Object.keys(it.names.violations);
  return {
    title: w(`不做下列 ${codes.length} 项`, `None of these ${codes.length}`)[lang],
    columns: [
      { label: w('代码', 'code')[lang], isShort: true },
      { label: w('事项', 'what')[lang] },
      ...parties.map((party) => ({ label: HEADS[party][lang], isBox: true as const })),
    ],
    isDense: true,
    rows: codes.map((code) => [
      code,
      it.names.violations[code]?.[lang] ?? code,
      ...parties.map((party) => (hasPromised(it, party, code) ? '☑' : '☐')),
    ]),
  };
}

const hasPromised = ({ promises }: It, party: Party, code: string): boolean =>
  promises.some((each) => each.party === party && each.codes.includes(code));

/** Signatures that the desk has recorded. */
const signedRows = ({ promises }: It, as: Printing): Row[] =>
  promises.map(({ party, signedBy, promisedAt, codes }) =>
    row(
      `signed-${party}`,
      w(`${PARTIES[party].zh}已签`, `${PARTIES[party].en} signed`),
      `${signedBy}　${momentText(promisedAt, as)}　${w(`${codes.length} 条`, `${codes.length} of them`)[as.lang]}`,
      as,
    ),
  );
