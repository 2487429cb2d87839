import type { Rendering, Shape } from '../cli/shape.ts';
import { asChoice, asMoment, asText } from '../cli/shape.ts';
import { localText, type Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import { type DeclaredKinds, isTelling, kindWords } from './kinds.ts';
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

/** One deadline as a line of its record's card; `which` tells its part, or several that are told as one. */
export function deadlineLine(
  deadline: Deadline,
  { lang, zone, now }: Rendering,
  which: string = partOf(deadline),
  declared?: DeclaredKinds,
): string {
  const { kind, role, dueAt } = deadline;
  const whom = isTelling(kind) ? TO(ROLE_TITLES[role])[lang] : '';
  const what = `${kindWords(kind, declared)[lang]}${which}${whom}`;
  return `${what}  ${localText(dueAt, zone)}  ${stateWords(deadline, now)[lang]}`;
}

const partOf = ({ part }: Deadline): string => (part === null ? '' : ` ${part}`);

const TO = (title: Words) => w(`：${title.zh}`, `: ${title.en}`);

/** A promise that was never kept says so: it counts as late, but nothing was done. */
const stateWords = (deadline: Deadline, now: Moment): Words =>
  deadline.ending === 'missed' ? w('超期未办', 'missed') : STATES[stateOf(deadline, now)];
