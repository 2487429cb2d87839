import type { WorkCalendar } from '../lib/calendar.ts';
import { officeSecondsLeft } from '../lib/calendar.ts';
import type { Duration } from '../lib/duration.ts';
import { misused, type WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { list, same, w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';
import type { Staff } from '../registry/model.ts';

/** Who has to be there when the works are accepted (rule 101). */
const PRESENT: readonly Role[] = ['engineering', 'supervisor', 'clerk'];

/** Head and technician (rule 101). */
const OF_ENGINEERING = 2;

type Person = Pick<Staff, 'name' | 'roles'>;

const has = (role: Role) => (it: Pick<Staff, 'roles'>) => it.roles.includes(role);

export const rolesMissing = (people: readonly Person[]): Role[] =>
  PRESENT.filter((role) => !people.some(has(role)));

/** Whether only one of engineering is there, where head and technician both come (rule 101). */
export const isOneOfEngineering = (people: readonly Person[]): boolean =>
  people.filter(has('engineering')).length < OF_ENGINEERING;

/** Those who stand for more than one role, because there is nobody else for it. */
export function inSeveralRoles(people: readonly Person[]): string[] {
  if (isOneForEach(PRESENT, people)) return [];
  return people
    .filter(({ roles }) => PRESENT.filter((role) => roles.includes(role)).length > 1)
    .map(({ name }) => name);
}

/** Whether each role can have a person of its own. */
function isOneForEach([role, ...others]: readonly Role[], people: readonly Person[]): boolean {
  if (role === undefined) return true;
  return people.filter(has(role)).some((it) =>
    isOneForEach(
      others,
      people.filter((other) => other !== it),
    ),
  );
}

/** The same day, unless less than this office time is left of it (rule 101). */
export function acceptClause(
  now: Moment,
  { amount }: Duration,
  calendar: WorkCalendar,
): 'renovations.accept.sameDay' | 'renovations.accept.late' {
  const isLate = officeSecondsLeft(calendar, now) < amount * 3600;
  return isLate ? 'renovations.accept.late' : 'renovations.accept.sameDay';
}

/** What was told beside the verdict, by the option that says it. */
export interface Told {
  signedBy?: string | undefined;
  foreman?: string | undefined;
  inspectors?: readonly string[] | undefined;
  changes?: string | undefined;
  changesSignedBy?: string | undefined;
  note?: string | undefined;
}

type Way = 'request' | 'pass' | 'fail';

/** Which options belong to which. */
const OPTIONS = {
  request: ['signedBy', 'foreman'],
  pass: ['inspectors', 'changes', 'changesSignedBy', 'note'],
  fail: ['inspectors', 'note'],
} as const satisfies Record<Way, readonly (keyof Told)[]>;

const OPTION_NAMES: Readonly<Record<keyof Told, string>> = {
  signedBy: '--signed-by',
  foreman: '--foreman',
  inspectors: '--inspectors',
  changes: '--changes',
  changesSignedBy: '--changes-signed-by',
  note: '--note',
};

/** What is told half, or belongs to another verdict; a failure says why (rules 101, 102). */
export function refusalOfTold(way: Way, told: Told): WyError | undefined {
  const own: readonly (keyof Told)[] = OPTIONS[way];
  const given = (Object.keys(OPTION_NAMES) as (keyof Told)[]).filter(
    (key) => told[key] !== undefined,
  );
  const stray = given.find((key) => !own.includes(key));
  if (stray) return strayOption(way, OPTION_NAMES[stray], own);
  if ((told.changes === undefined) !== (told.changesSignedBy === undefined)) return halfTold();
  return way === 'fail' && told.note === undefined ? noReason() : undefined;
}

function strayOption(way: Way, option: string, own: readonly (keyof Told)[]): WyError {
  const ours = list(own.map((key) => same(OPTION_NAMES[key])));
  return misused(
    'option_of_other',
    w(`${option} 不能和 --${way} 一起用。`, `${option} does not go with --${way}.`),
    w(`--${way} 可用：${ours.zh}`, `With --${way}: ${ours.en}`),
  );
}

const halfTold = () =>
  misused(
    'changes_unsigned',
    w(
      '设计变更要由住户填写并签字。',
      'Changes from the design are written down and signed by the household.',
    ),
    w(
      '请同时写 --changes "…" 和 --changes-signed-by 姓名',
      'Give both --changes "…" and --changes-signed-by NAME',
    ),
  );

const noReason = () =>
  misused(
    'missing_note',
    w('不合格要写明哪里不合格。', 'A failed inspection says what was wrong.'),
    w('加上 --note "…"', 'Add --note "…"'),
  );
