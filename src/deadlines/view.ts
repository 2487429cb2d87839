import type { Rendering, Shape } from '../cli/shape.ts';
import { asChoice, asMoment, asText } from '../cli/shape.ts';
import { localText } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { kindWords } from './kinds.ts';
import type { Deadline } from './model.ts';
import { STATES } from './model.ts';
import { metAtOf, stateOf } from './rules.ts';

/** The deadlines that every record carries. */
export const deadlineShape: Shape<Deadline> = [
  asText('kind', w('事项', 'Kind'), (it) => it.kind),
  asText('role', w('责任', 'Role'), (it) => it.role),
  asMoment('dueAt', w('期限', 'Due'), (it) => it.dueAt),
  asMoment('metAt', w('完成', 'Met'), metAtOf),
  asChoice('state', w('状态', 'State'), (it, { now }) => stateOf(it, now), STATES),
  asText('clause', w('依据', 'Clause'), (it) => it.clause),
];

/** One deadline as a line of its record's card. */
export function deadlineLine(deadline: Deadline, { lang, zone, now }: Rendering): string {
  const state = STATES[stateOf(deadline, now)][lang];
  const what = kindWords(deadline.kind)[lang];
  return `${what}  ${localText(deadline.dueAt, zone)}  ${state}`;
}
