import type { Content, Printing } from '../documents/model.ts';
import { type Words, w } from '../lib/words.ts';
import { hoursWords } from '../renovations/hours-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';
import {
  applicantRow,
  periodRow,
  permitMarks,
  phoneRow,
  refusalOfUnpermitted,
  teamRows,
  unitRow,
} from './renovation-rows.ts';
import { momentText } from './values.ts';

type It = RenovationRecord;

/** 装修施工许可证: one for each household, to hang at the door (rules 95, 104). */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireRenovation(ctx, subject);
    const refusal = refusalOfUnpermitted(it);
    if (refusal) throw refusal;
    const hours = hoursWords(ctx.policy.renovations);
    return [{ subject: it.no, contentOf: (as) => permitContent(it, hours, as) }];
  },
};

function permitContent(it: It, hours: Words, as: Printing): Content {
  const { lang } = as;
  const permit = it.permits.find(({ part }) => part === 0);
  return {
    layout: 'poster',
    title: w('装修施工许可证', 'Renovation permit')[lang],
    no: it.no,
    marks: permit ? permitMarks(permit, it, as) : [],
    parts: [
      {
        kind: 'rows',
        rows: [
          unitRow(it, as),
          applicantRow(it, as, { atDoor: true }),
          ...teamRows(it, as),
          phoneRow(it, as),
          half(row('issuedAt', w('发证时间', 'issued'), momentText(it.permittedAt, as), as)),
          periodRow({ ...it, untilOn: permit?.untilOn ?? it.untilOn }, as),
          row('hours', w('施工时间', 'hours'), bare(hours)[lang], as),
        ],
      },
      {
        kind: 'clauses',
        title: w('施工须知', 'Rules of the works')[lang],
        clauses: rulesOf(as).map((each) => each[lang]),
      },
      {
        kind: 'signatures',
        labels: [w('发证人', 'Issued by'), w('施工负责人', 'Foreman')].map((label) => label[lang]),
        seal: w('（发证单位盖章）', '(seal)')[lang],
      },
    ],
    foot: null,
  };
}

/** Behind its label the words need not say again what they are. */
const bare = ({ zh, en }: Words): Words =>
  w(zh.replace(/^施工时间\s*/, ''), en.replace(/^hours of work\s*/, ''));

const rulesOf = ({ letterhead: { phone } }: Printing): Words[] => [
  w(
    '本证张贴在户门外，不得涂改、转借；完工验收时交回。',
    'It hangs outside the door, is neither altered nor lent, and goes back at the acceptance.',
  ),
  w(
    '施工人员佩戴施工人员出入证，夜间不留宿。',
    'Workers wear their passes; nobody stays overnight.',
  ),
  w(
    '不动承重结构、外立面、燃气和消防设施；动火先办手续，按规定配置灭火器。',
    'Structure, façade, gas and fire equipment stay as they are; hot work needs a permission, and extinguishers are at hand.',
  ),
  w(
    '垃圾袋装清运，不占用公共部位，不用电梯运散装料和超长重料。',
    'Rubbish is bagged and taken away, common parts stay free, and the lift carries nothing loose, long or heavy.',
  ),
  ...(phone === ''
    ? []
    : [
        w(
          `有噪声扰民或违规施工的，请拨打 ${phone}。`,
          `If you are disturbed or see something wrong, please call ${phone}.`,
        ),
      ]),
];
