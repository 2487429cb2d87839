import {
  asChoice,
  asMoment,
  asMoney,
  asText,
  asTold,
  asWords,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { kindWords, settleLine } from '../deadlines/kinds.ts';
import { STATES } from '../deadlines/model.ts';
import { stateOf } from '../deadlines/rules.ts';
import { dayOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Coming } from './coming.ts';

const no = asText('no', w('编号', 'No'), (it: Coming) => it.no);
const unit = asText('unit', w('房号', 'Unit'), (it: Coming) => it.unit);
const held = asMoney('held', w('在押', 'Held'), (it: Coming) => it.heldFen);
const state = asChoice(
  'state',
  w('状态', 'State'),
  ({ deadline }: Coming, { now }) => stateOf(deadline, now),
  STATES,
);

const shape: Shape<Coming> = [
  asText('kind', w('事项', 'Kind'), ({ deadline }) => deadline.kind),
  no,
  unit,
  asMoment('sinceAt', w('起', 'Since'), ({ deadline }) => deadline.sinceAt),
  asMoment('dueAt', w('期限', 'Due'), ({ deadline }) => deadline.dueAt),
  held,
  state,
  asText('role', w('责任', 'Role'), ({ deadline }) => deadline.role),
  asText('next', w('办理', 'Next'), ({ deadline }) => settleLine(deadline)),
];

const BRIEF = {
  'reno.period-end': w('施工期到期', 'period ends'),
  'reno.reinspect': w('复检', 're-inspection'),
  'reno.refund': w('退保证金', 'refund'),
} as const;

const what = ({ kind }: Coming['deadline']) =>
  Object.hasOwn(BRIEF, kind) ? BRIEF[kind as keyof typeof BRIEF] : kindWords(kind);

/** The first day is said of what may not be done before it. */
const rowShape: Shape<Coming> = [
  asTold('day', w('期限', 'Due'), ({ deadline }, { zone }) => {
    const day = dayOf(deadline.dueAt, zone);
    return { json: () => day, line: () => day };
  }),
  asWords('kind', w('事项', 'What'), ({ deadline }) => what(deadline)),
  no,
  unit,
  held,
  asTold(
    'from',
    w('最早', 'From'),
    ({ deadline }, { zone }) => {
      const day = dayOf(deadline.sinceAt, zone);
      return { json: () => day, line: () => (deadline.kind === 'reno.reinspect' ? day : '') };
    },
    { spare: true },
  ),
  state,
];

export const comingTable: View<readonly Coming[]> = {
  json: (rows, as) => rows.map((each) => toJson(shape, each, as)),
  text: table(rowShape, {
    none: w(
      '这段时间没有复检、退款，也没有到期的施工。',
      'No re-inspections, refunds or ends of works in this time.',
    ),
  }).text,
};
