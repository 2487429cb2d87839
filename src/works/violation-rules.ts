import type { KindName } from '../deadlines/kinds.ts';
import type { Deadline } from '../deadlines/model.ts';
import { stateOf } from '../deadlines/rules.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { list, type Words, w } from '../lib/words.ts';
import type { Measure, Renovation, Violation } from '../renovations/model.ts';
import type { ViolationState } from './model.ts';

type Violated = Pick<Renovation, 'no' | 'appliedAt' | 'violations'>;

/** Those that come with a written notice (违章整改通知单) and its deadline (rule 109). */
const WITH_NOTICE: readonly Measure[] = ['stop-work', 'restore'];

export const isNotice = (measures: readonly Measure[]): boolean =>
  measures.some((each) => WITH_NOTICE.includes(each));

/** Whether the authority must know of it: it is such a violation, or that is what was decided. */
export const mustReport = (
  code: string,
  measures: readonly Measure[],
  listed: Readonly<Record<string, { report?: 'yes' | 'no' | undefined }>>,
): boolean =>
  measures.includes('report') || (Object.hasOwn(listed, code) && listed[code]?.report === 'yes');

/** Nobody can put anything right by a time that has passed. */
export function refusalOfFixBy(fixBy: Moment | undefined, now: Moment): WyError | undefined {
  if (fixBy === undefined || fixBy >= now) return undefined;
  return refused(
    'fix_by_passed',
    w('整改期限已经过去。', 'The time by which it is to be put right has passed already.'),
    w(
      '请改 --fix-by；补录以前的处置请加 --at。',
      'Change --fix-by; record what was done earlier with --at.',
    ),
  );
}

/** What an option says has happened lies between the application and now. */
export function refusalOfTime(
  { no, appliedAt }: Pick<Violated, 'no' | 'appliedAt'>,
  option: 'stopped' | 'reported',
  at: Moment | undefined,
  now: Moment,
): WyError | undefined {
  if (at === undefined) return undefined;
  if (at > now) {
    return refused(
      'time_ahead',
      w(`--${option}：这个时间还没有到。`, `--${option}: this time has not come yet.`),
      w('到了以后再登记。', 'Record it once it has.'),
    );
  }
  if (at >= appliedAt) return undefined;
  return refused(
    'before_application',
    w(
      `--${option}：这个时间早于 ${no} 的申请。`,
      `--${option}: this is before ${no} was applied for.`,
    ),
    w(`查看经过：wy reno show ${no}`, `See wy reno show ${no}`),
  );
}

/** What is said of a report belongs to one: a time without an addressee says nothing. */
export function refusalOfReport(
  to: string | undefined,
  at: Moment | undefined,
): WyError | undefined {
  if (to !== undefined || at === undefined) return undefined;
  return misused(
    'reported_to_whom',
    w('写了上报时间，没有写报给谁。', 'When it was reported is told, and not to whom.'),
    w('加上 --reported-to，如 区住建局', 'Add --reported-to, such as "housing bureau"'),
  );
}

/** When the works stopped is told once, where the violation is new. */
export function refusalOfStop(
  { part }: Pick<Violation, 'part'>,
  stoppedAt: Moment | undefined,
): WyError | undefined {
  if (stoppedAt === undefined) return undefined;
  return misused(
    'stopped_already',
    w(
      `第 ${part} 项违规登记时已写明何时停工。`,
      `When the works stopped was recorded with violation ${part}.`,
    ),
    w('再处置时去掉 --stopped；另有情况写 --note。', 'Leave out --stopped; say more with --note.'),
  );
}

/** A company that manages property has no power to take tools: it is not recorded unasked. */
export function refusalOfSeizure(
  measures: readonly Measure[],
  isAgreed: boolean,
): WyError | undefined {
  if (isAgreed || !measures.includes('seize')) return undefined;
  return refused(
    'seizure_not_confirmed',
    w(
      '物业公司无权暂扣、没收工具，也无权罚款；这一处置没有登记。',
      'A property company may not take or keep tools, nor fine anybody; this was not recorded.',
    ),
    w(
      '改用 --measure stop-work,report；确已发生、要如实登记的，加 --yes。',
      'Take --measure stop-work,report instead; to record what has happened all the same, add --yes.',
    ),
  );
}

const isOpen = ({ rectifiedAt }: Pick<Violation, 'rectifiedAt'>): boolean => rectifiedAt === null;

/** Open, and the authority has not been told. */
export const isUnreported = (it: Violation): boolean => isOpen(it) && it.reportedAt === null;

/** Which violations a command is about, where no part is typed. */
export interface Sought {
  words: Words;
  isMeant(each: Violation): boolean;
}

export const OPEN: Sought = { words: w('未整改的违规', 'open violations'), isMeant: isOpen };

/** The violation with this part; without one, the only one of those sought. */
export function violationMeant(
  { no, violations }: Violated,
  part: number | undefined,
  sought: Sought,
): Violation | WyError {
  if (part === undefined) return onlyOne(no, violations.filter(sought.isMeant), sought.words);
  const found = violations.find((each) => each.part === part);
  return found ?? unknownPart(no, part, violations);
}

function onlyOne(no: string, some: readonly Violation[], { zh, en }: Words): Violation | WyError {
  const [only] = some;
  if (!only) {
    return refused(
      'no_violation',
      w(`${no} 没有${zh}。`, `${no} has no ${en}.`),
      w(`查看：wy reno violations ${no}`, `See wy reno violations ${no}`),
    );
  }
  if (some.length === 1) return only;
  return misused(
    'which_violation',
    w(
      `${no} 有 ${some.length} 项${zh}，请写明第几项。`,
      `${no} has ${some.length} ${en}; say which.`,
    ),
    w(`可用：${partsOf(some).zh}`, `Use: ${partsOf(some).en}`),
  );
}

const partsOf = (some: readonly Violation[]): Words =>
  list(some.map(({ part, code }) => w(`${part}（${code}）`, `${part} (${code})`)));

function unknownPart(no: string, part: number, all: readonly Violation[]): WyError {
  const known = partsOf(all);
  const record = `wy reno violation ${no} --code … --measure …`;
  return refused(
    'unknown_violation_part',
    w(`${no} 没有第 ${part} 项违规。`, `${no} has no violation ${part}.`),
    all.length === 0
      ? w(`还没有登记过违规。登记：${record}`, `None was recorded yet. To record one: ${record}`)
      : w(`登记过的：${known.zh}`, `Recorded: ${known.en}`),
  );
}

/** One that was put right is over. */
export function refusalOfRectified(no: string, it: Violation): WyError | undefined {
  if (isOpen(it)) return undefined;
  const { part, code } = it;
  return refused(
    'already_rectified',
    w(
      `${no} 的第 ${part} 项违规（${code}）已整改合格。`,
      `Violation ${part} (${code}) of ${no} was put right.`,
    ),
    w(
      `又发生的，另登记一项：wy reno violation ${no} --code ${code} --measure …`,
      `If it happened again, record it anew: wy reno violation ${no} --code ${code} --measure …`,
    ),
  );
}

/** The authority is told once; what comes after stands in the notes. */
export function refusalOfReported(no: string, it: Violation): WyError | undefined {
  if (it.reportedAt === null) return undefined;
  const { part, code } = it;
  return refused(
    'already_reported',
    w(
      `${no} 的第 ${part} 项违规（${code}）已登记上报。`,
      `Violation ${part} (${code}) of ${no} was reported.`,
    ),
    w(
      `再报、答复等，记一笔：wy reno note ${no} "…"`,
      `What follows is noted: wy reno note ${no} "…"`,
    ),
  );
}

const WATCHED: readonly string[] = ['reno.rectify', 'reno.report'] satisfies KindName[];

/** How a violation stands: overdue where it is open, and to be put right or reported and late. */
export function violationState(
  it: Pick<Violation, 'part' | 'rectifiedAt'>,
  deadlines: readonly Deadline[],
  now: Moment,
): ViolationState {
  if (!isOpen(it)) return 'rectified';
  const isLate = deadlines.some(
    (each) =>
      each.part === it.part && WATCHED.includes(each.kind) && stateOf(each, now) === 'overdue',
  );
  return isLate ? 'overdue' : 'open';
}
