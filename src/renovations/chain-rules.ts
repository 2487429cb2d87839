import { refused, type WyError } from '../lib/errors.ts';
import { list, type Words, w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';
import { coded } from './code-rules.ts';
import {
  CONDITION_NAMES,
  type ConditionName,
  conditionOf,
  type Standing,
} from './conditions-rules.ts';
import { STATES, type State, type Step } from './model.ts';
import { stagesOf } from './paper-rules.ts';

/** One step of the chain: from where, to where, who takes it, and what it needs. */
export interface Link {
  /** What it is called once it is done. */
  words: Words;
  /** What it is called while it is still to be done, where that is not the same. */
  todo?: Words;
  from: readonly State[];
  /** Where it leads; undefined: it changes no state. */
  to?: State;
  /** Who owes it. */
  role: Role;
  /** Nobody else may take it. */
  only?: true;
  needs?: readonly ConditionName[];
  /** Looked for, but no reason to refuse. */
  asks?: readonly ConditionName[];
  /** What goes on before it: of interest only to whoever asks what comes next. */
  awaits?: readonly ConditionName[];
  /** What is typed: `reno review NO --pass`. */
  line: string;
  rules: string;
}

const BEFORE_PERMIT: readonly State[] = ['applied', 'refused', 'reviewed', 'approved'];

const RUNNING: readonly State[] = ['permitted', 'accepted', 'reinspected'];

const ALL = Object.keys(STATES) as State[];

/** The chain, in the order in which a renovation goes through it (rules 80–113). */
export const CHAIN: Readonly<Record<Step, Link>> = {
  paper: {
    words: w('收资料', 'papers'),
    todo: w('收资料', 'collecting papers'),
    from: BEFORE_PERMIT,
    role: 'clerk',
    line: 'reno paper NO --add CODES',
    rules: '80–85, 93',
  },
  strike: {
    words: w('划去资料', 'papers struck out'),
    todo: w('划去资料', 'striking papers out'),
    from: BEFORE_PERMIT,
    role: 'clerk',
    line: 'reno paper NO --strike CODES',
    rules: '80–85, 93',
  },
  commit: {
    words: w('签承诺书', 'promises'),
    todo: w('签承诺书', 'having the promises signed'),
    from: BEFORE_PERMIT,
    role: 'supervisor',
    line: 'reno commit NO --all --signed-by NAME --foreman NAME',
    rules: '86',
  },
  review: {
    words: w('主管审核通过', "supervisor's review"),
    todo: w('主管审核', "supervisor's review"),
    from: ['applied'],
    to: 'reviewed',
    role: 'supervisor',
    only: true,
    needs: ['papers', 'rectified'],
    asks: ['promises'],
    line: 'reno review NO --pass',
    rules: '88, 91',
  },
  object: {
    words: w('主管不予通过', 'turned down by the supervisor'),
    todo: w('主管不予通过', 'turning it down'),
    from: ['applied'],
    to: 'refused',
    role: 'supervisor',
    only: true,
    line: 'reno review NO --refuse --grounds CODES',
    rules: '87, 90',
  },
  resubmit: {
    words: w('修改后重新申请', 'resubmitted'),
    todo: w('修改后重新申请', 'a new submission'),
    from: ['refused'],
    to: 'applied',
    role: 'clerk',
    line: 'reno resubmit NO',
    rules: '90',
  },
  approve: {
    words: w('主任批准', "director's approval"),
    todo: w('主任审批', "director's decision"),
    from: ['reviewed'],
    to: 'approved',
    role: 'director',
    only: true,
    asks: ['opinion', 'promises'],
    line: 'reno approve NO',
    rules: '89',
  },
  refuse: {
    words: w('主任不批准', 'refused by the director'),
    todo: w('主任不批准', 'refusing it'),
    from: ['reviewed'],
    to: 'refused',
    role: 'director',
    only: true,
    line: 'reno refuse NO --reason TEXT',
    rules: '89, 90',
  },
  fees: {
    words: w('收费', 'fees and deposits'),
    todo: w('收费', 'taking fees and deposits'),
    from: ['approved', ...RUNNING],
    role: 'clerk',
    needs: ['amounts'],
    line: 'reno fees NO --method METHOD',
    rules: '94',
  },
  permit: {
    words: w('发施工许可证', 'permit'),
    todo: w('发施工许可证', 'issuing the permit'),
    from: ['approved'],
    to: 'permitted',
    role: 'clerk',
    needs: ['formalities', 'promises', 'rectified', 'amounts', 'fees'],
    line: 'reno permit NO',
    rules: '93–97',
  },
  tell: {
    words: w('通知工程、安护', 'engineering and security told'),
    todo: w('通知工程、安护', 'telling engineering and security'),
    from: ['permitted'],
    role: 'clerk',
    line: 'reno tell NO --to ROLES',
    rules: '97',
  },
  utilities: {
    words: w('开通水电', 'water and power opened'),
    todo: w('开通水电', 'opening water and power'),
    from: ['permitted'],
    role: 'engineering',
    line: 'reno utilities NO',
    rules: '96',
  },
  worker: {
    words: w('发出入证', "worker's pass"),
    todo: w('发出入证', 'issuing a pass'),
    from: ['permitted'],
    role: 'clerk',
    line: 'reno worker add NO --name NAME --id-no ID --photos 2',
    rules: '95',
  },
  renew: {
    words: w('出入证续期', 'pass renewed'),
    todo: w('出入证续期', 'renewing a pass'),
    from: ['permitted'],
    role: 'clerk',
    line: 'reno worker renew NO PASS --until DAY',
    rules: '95',
  },
  patrol: {
    words: w('巡查', 'patrol'),
    from: ['permitted'],
    role: 'clerk',
    line: 'reno patrol NO --ok',
    rules: '99',
  },
  overtime: {
    words: w('加班许可', 'overtime'),
    todo: w('加班许可', 'allowing overtime'),
    from: ['permitted'],
    role: 'clerk',
    needs: ['unrequested'],
    line: 'reno overtime NO --from TIME --until TIME --reason TEXT --approved-by STAFF',
    rules: '98',
  },
  extend: {
    words: w('延期', 'extension'),
    todo: w('延期', 'extending the works'),
    from: ['permitted'],
    role: 'clerk',
    needs: ['unrequested'],
    line: 'reno extend NO --until DAY --reason TEXT --approved-by STAFF',
    rules: '84',
  },
  violation: {
    words: w('违规处置', 'violation'),
    from: [...BEFORE_PERMIT, 'permitted', 'accepted'],
    role: 'clerk',
    line: 'reno violation NO --code CODE --measure MEASURE',
    rules: '108, 109',
  },
  report: {
    words: w('报主管部门', 'reported to the authority'),
    todo: w('报主管部门', 'reporting to the authority'),
    from: ALL,
    role: 'supervisor',
    line: 'reno report NO PART --to TEXT',
    rules: '109',
  },
  rectify: {
    words: w('整改合格', 'put right'),
    todo: w('督促整改', 'having it put right'),
    from: ALL,
    role: 'clerk',
    line: 'reno rectify NO PART',
    rules: '109',
  },
  request: {
    words: w('申请验收', 'acceptance asked for'),
    todo: w('申请验收', 'asking for acceptance'),
    from: ['permitted'],
    role: 'clerk',
    needs: ['unrequested'],
    asks: ['rectified'],
    line: 'reno inspect NO --request',
    rules: '100',
  },
  accept: {
    words: w('初验合格', 'accepted'),
    todo: w('竣工验收', 'acceptance'),
    from: ['permitted'],
    to: 'accepted',
    role: 'engineering',
    needs: ['rectified', 'requested'],
    awaits: ['utilities', 'works-over'],
    line: 'reno inspect NO --pass --inspectors STAFF',
    rules: '101–103',
  },
  reject: {
    words: w('初验不合格', 'not accepted'),
    todo: w('初验不合格', 'failing the acceptance'),
    from: ['permitted'],
    role: 'engineering',
    needs: ['requested'],
    line: 'reno inspect NO --fail --inspectors STAFF --note TEXT',
    rules: '101',
  },
  permits: {
    words: w('收回证件', 'permits back'),
    todo: w('收回证件', 'taking permits back'),
    from: RUNNING,
    role: 'clerk',
    line: 'reno permits NO --returned all',
    rules: '104',
  },
  clear: {
    words: w('清场离开', 'site cleared'),
    todo: w('清场离开', 'having the site cleared'),
    from: ['accepted', 'reinspected'],
    role: 'clerk',
    line: 'reno permits NO --returned all --cleared',
    rules: '105',
  },
  deduct: {
    words: w('扣保证金', 'deduction'),
    from: RUNNING,
    role: 'director',
    line: 'reno deduct NO --amount AMOUNT --reason TEXT --assessed-by STAFF --approved-by STAFF',
    rules: '110',
  },
  reinspect: {
    words: w('复验合格', 're-inspected'),
    todo: w('复检', 're-inspection'),
    from: ['accepted'],
    to: 'reinspected',
    role: 'supervisor',
    only: true,
    needs: ['used', 'rectified'],
    asks: ['permits-back'],
    line: 'reno reinspect NO --pass',
    rules: '106',
  },
  fault: {
    words: w('复检不合格', 're-inspection failed'),
    todo: w('复检不合格', 'failing the re-inspection'),
    from: ['accepted'],
    role: 'supervisor',
    only: true,
    needs: ['used'],
    line: 'reno reinspect NO --fail --note TEXT',
    rules: '106',
  },
  refund: {
    words: w('退还保证金', 'refund'),
    from: ['reinspected'],
    to: 'settled',
    role: 'clerk',
    needs: ['rectified', 'permits-back', 'permits-paid'],
    line: 'reno refund NO',
    rules: '106, 107',
  },
  close: {
    words: w('归档', 'archived'),
    todo: w('归档', 'archiving'),
    from: ['settled'],
    to: 'closed',
    role: 'clerk',
    needs: ['claim-paid'],
    line: 'reno close NO',
    rules: '112',
  },
  cancel: {
    words: w('取消', 'cancelled'),
    todo: w('取消', 'cancelling'),
    from: [...BEFORE_PERMIT, 'permitted'],
    to: 'cancelled',
    role: 'clerk',
    needs: ['not-begun', 'unrequested', 'permits-back', 'permits-paid'],
    line: 'reno cancel NO --reason TEXT',
    rules: '80',
  },
  note: {
    words: w('记事', 'note'),
    from: ALL,
    role: 'clerk',
    line: 'reno note NO TEXT',
    rules: '112',
  },
};

export const STEPS = Object.keys(CHAIN) as Step[];

/** What a step needs or looks for and does not find. */
export interface Lack {
  condition: ConditionName;
  /** What it is called. */
  words: Words;
  /** Codes, numbers, amounts. */
  of: readonly Words[];
}

const lacksOf = (names: readonly ConditionName[] | undefined, it: Standing): Lack[] =>
  (names ?? [])
    .map((condition) => ({
      condition,
      words: conditionOf(condition).words,
      of: conditionOf(condition).lacks(it),
    }))
    .filter(({ of }) => of.length > 0);

/** What a step looks for in vain, and is no reason to refuse it. */
export const missedBy = (step: Step, it: Standing): Lack[] => lacksOf(CHAIN[step].asks, it);

const MOST_TOLD = 8;

/** Of many things, as many as are still read. */
export function brief(of: readonly Words[]): Words {
  const { zh, en } = list(of.slice(0, MOST_TOLD));
  const more = of.length > MOST_TOLD ? '…' : '';
  return w(`${zh}${more}`, `${en}${more}`);
}

/** What to type for a step; what only a person knows is left open. */
export function lineOf(step: Step, it: Pick<Standing, 'no'> & Partial<Standing>): string {
  const codes = it.state ? stagesOf(it.state).flatMap((stage) => it.lacking?.[stage] ?? []) : [];
  const [violation = '…'] = it.openViolations?.map((each) => each.split(' ')[0]) ?? [];
  const filled = CHAIN[step].line
    .replace('NO', it.no)
    .replace('CODES', step === 'paper' && codes.length > 0 ? codes.join(',') : '…')
    .replace('PART', violation)
    .replaceAll(/\b[A-Z]{2,}\b(?!\d)/g, '…');
  return `wy ${filled}`;
}

/** What lies beside the way: nobody is on it yet. */
const ASIDE: readonly State[] = ['refused', 'cancelled'];

/** The states through which a renovation passes, in order. */
export const WAY: readonly State[] = ALL.filter((state) => !ASIDE.includes(state));

type Refused = Pick<Standing, 'no' | 'state'> | Standing;

/** The refusal of a step that the state does not allow; says what comes first, or that it is over. */
export function refusalOfState(step: Step, it: Refused): WyError | undefined {
  const { no, state } = it;
  const { words, todo = words, from } = CHAIN[step];
  if (from.includes(state)) return undefined;
  const is = STATES[state];
  const allowed = list(from.map((each) => STATES[each]));
  return refused(
    codeOf(state, from),
    w(
      `${no} 现在是“${is.zh}”，不能办“${words.zh}”：要在“${allowed.zh}”时办。`,
      `${no} is ${is.en}; "${todo.en}" is for one that is ${allowed.en}.`,
    ),
    comingAfter(it),
  );
}

/** What comes next: as things stand, or where only the state is known what leads on from it. */
function comingAfter(it: Refused): Words {
  const isWhole = 'today' in it;
  const leading = leadingFrom(it.state);
  const line = isWhole ? nextOf(it)?.line : leading && lineOf(leading, it);
  if (!line) return w(`查看：wy reno show ${it.no}`, `See wy reno show ${it.no}`);
  const from = isWhole && leading === 'reinspect' ? it.reinspectFromOn : null;
  return from !== null && line === lineOf('reinspect', it)
    ? w(`下一步（${from} 起）：${line}`, `What comes next (from ${from} on): ${line}`)
    : w(`下一步：${line}`, `What comes next: ${line}`);
}

/** `not_yet` where it comes later, else that it is over: `renovation_closed`. */
function codeOf(state: State, from: readonly State[]): string {
  const isAhead = from.some((each) => WAY.indexOf(each) > WAY.indexOf(state));
  return isAhead && !ASIDE.includes(state) ? 'not_yet' : `renovation_${state}`;
}

/** The step that leads on from a state; undefined at the end. */
const leadingFrom = (state: State): Step | undefined =>
  STEPS.find(
    (step) => CHAIN[step].to !== undefined && step !== 'cancel' && CHAIN[step].from.includes(state),
  );

/** The refusal of a step that lacks what it needs; names what is lacking and what brings it about. */
export function refusalOfLacks(step: Step, it: Standing): WyError | undefined {
  const [lack] = lacksOf(CHAIN[step].needs, it);
  if (!lack) return undefined;
  const { code, remedy, hint } = conditionOf(lack.condition);
  const { words, todo = words } = CHAIN[step];
  const of = brief(
    lack.of.map((each) => (remedy === 'paper' ? coded([each.zh], it.names?.papers ?? {}) : each)),
  );
  return refused(
    code,
    w(
      `${it.no} 还不能办“${words.zh}”，须${lack.words.zh}：${of.zh}。`,
      `${it.no} is not ready for "${todo.en}". Needed: ${lack.words.en} (${of.en}).`,
    ),
    remedy
      ? w(`先办：${lineOf(remedy, it)}`, `First: ${lineOf(remedy, it)}`)
      : (hint?.(it) ?? w(`查看：wy reno show ${it.no}`, `See wy reno show ${it.no}`)),
  );
}

/** What comes next, who owes it, and what it still lacks. */
export interface Next {
  step: Step;
  words: Words;
  role: Role;
  line: string;
  /** Of the step that leads on, be this one or what brings it about. */
  lacks: readonly Lack[];
}

/** What is to be done next, in the order of the conditions; null where nothing is. */
export function nextOf(it: Standing): Next | null {
  const leading = leadingFrom(it.state);
  if (!leading) return null;
  const { needs = [], asks = [], awaits = [] } = CHAIN[leading];
  const wanted = new Set([...needs, ...asks, ...awaits]);
  const lacks = lacksOf(
    CONDITION_NAMES.filter((name) => wanted.has(name)),
    it,
  );
  const remedies = lacks.map(({ condition }) => conditionOf(condition).remedy);
  const step = remedies.find((each) => each && !refusalOfLacks(each, it)) ?? leading;
  const { words, todo = words, role } = CHAIN[step];
  return { step, words: todo, role, line: lineOf(step, it), lacks };
}
