import {
  asChoice,
  asChoices,
  asFlag,
  asMoment,
  asText,
  asWords,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { groupBy } from '../lib/group.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import { MEASURES } from '../renovations/model.ts';
import { violationShape } from '../renovations/site-view.ts';
import { VIOLATION_STATES } from './model.ts';
import type { ListedViolation, ViolationRecord, Violations } from './violations.ts';

const codeShape: Shape<ListedViolation> = [
  asText('code', w('代码', 'Code'), (it) => it.code),
  asWords('name', w('违规事项', 'Violation'), (it) => it.name),
  asFlag('report', w('须报主管部门', 'To be reported'), (it) => it.report),
];

const codeTable = table(codeShape, { none: w('制度里没有违规事项。', 'The policy lists none.') });

const no = asText('no', w('编号', 'No'), (it: ViolationRecord) => it.no);
const unit = asText('unit', w('房号', 'Unit'), (it: ViolationRecord) => it.unit);
const state = asChoice(
  'state',
  w('状态', 'State'),
  (it: ViolationRecord) => it.state,
  VIOLATION_STATES,
);

type Names = Violations['names'];

const nameIn = (names: Names, code: string): Words => names[code] ?? same(code);

/** A line of each: the code with what it is called. */
const rowShape = (names: Names): Shape<ViolationRecord> => [
  no,
  asText('part', w('序号', 'Part'), (it) => String(it.part)),
  unit,
  asText('code', w('违规事项', 'Violation'), ({ code }, { lang }) => {
    return `${code} ${nameIn(names, code)[lang]}`;
  }),
  asChoices('measures', w('处置', 'Measures'), (it) => it.measures, MEASURES, { spare: true }),
  asMoment('fixBy', w('整改期限', 'Put right by'), (it) => it.fixBy),
  state,
];

const fullShape = (names: Names): Shape<ViolationRecord> => [
  no,
  unit,
  ...violationShape({ works: {}, papers: {}, grounds: {}, violations: names }),
  state,
];

/** How many of each there are, the most frequent first. */
function countsLine({ found }: Violations): Words {
  const counts = [...groupBy(found, ({ code }) => code)]
    .map(([code, some]) => [code, some.length] as const)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const { zh, en } = list(counts.map(([code, count]) => same(`${code} ${count}`)));
  return w(`合计 ${found.length} 项：${zh}`, `${found.length} in all: ${en}`);
}

const foundView: View<Violations> = {
  json: ({ names, found }, as) => found.map((each) => toJson(fullShape(names), each, as)),
  text: (it, pen) => {
    const none = w('没有违规。', 'No violations.');
    const drawn = table(rowShape(it.names), { none }).text(it.found, pen);
    return it.found.length < 2 ? drawn : `${drawn}\n${pen.dim(countsLine(it))}`;
  },
};

/** The codes of the policy, or what was found. */
export const violationTable: View<Violations | readonly ListedViolation[]> = {
  json: (it, as) => ('found' in it ? foundView.json(it, as) : codeTable.json(it, as)),
  text: (it, pen) => ('found' in it ? foundView.text(it, pen) : codeTable.text(it, pen)),
};
