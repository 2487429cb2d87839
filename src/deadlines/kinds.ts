import type { Words } from '../lib/words.ts';
import { same, w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';

export interface Kind {
  /** What is to be done, as the agenda says it. */
  words: Words;
  /** The command that settles it, and what it wants behind the number. */
  settledBy: string;
  rest?: string;
  /** Its role is whom to tell, and stands behind the line that settles it. */
  tells?: true;
  /** Overdue, it stands at the head of this role's agenda. */
  heads?: Role;
  /** The option behind which the period stands, where it is a routine and no record's. */
  option?: string;
  /** It stands on the agenda from its beginning, however far off its due time. */
  early?: true;
  /** Its subject is no number of a record, but what its option takes. */
  unnumbered?: true;
  /** What returns by itself, and whose line names neither a record nor a period. */
  isRecurring?: true;
}

/** Every promise wy knows: what it is called, and what to type when it is kept. */
const KINDS = {
  'ticket.arrive': { words: w('到场', 'be on site'), settledBy: 'ticket arrive' },
  'ticket.finish': {
    words: w('完工', 'finish the repair'),
    settledBy: 'ticket finish',
    rest: '--work "…"',
  },
  'ticket.inform': {
    words: w('告知住户新时间', 'tell the resident the new time'),
    settledBy: 'ticket inform',
  },
  'ticket.progress': {
    words: w('追问进度', 'ask for the progress'),
    settledBy: 'ticket note',
    rest: '"…"',
  },
  'ticket.slip': {
    words: w('收回工单', 'get the signed slip back'),
    settledBy: 'ticket close',
    rest: '--signed-by … --satisfied yes',
  },
  'ticket.callback': {
    words: w('维修回访', 'call back about a repair'),
    settledBy: 'ticket callback',
    rest: '--result satisfied',
  },
  'ticket.appoint': {
    words: w('约业主复验', 'fix a time for the owner to accept the repair'),
    settledBy: 'ticket appoint',
    rest: '--until …',
  },
  'ticket.accept': {
    words: w('业主复验签认', 'have the owner accept the repair'),
    settledBy: 'ticket close',
    rest: '--signed-by … --satisfied yes',
  },
  'complaint.verify': {
    words: w('核实情况', 'verify the facts'),
    settledBy: 'complaint investigate',
    rest: '--facts "…"',
  },
  'complaint.escalate': {
    words: w('上报', 'report it'),
    settledBy: 'complaint escalate',
    tells: true,
  },
  'complaint.coordinate': {
    words: w('上报协调', 'report it for coordination'),
    settledBy: 'complaint escalate',
    tells: true,
  },
  'complaint.stop': {
    words: w('制止正在发生的损害', 'stop the harm that is going on'),
    settledBy: 'complaint stop',
    rest: '--stopped …',
  },
  'complaint.reply': {
    words: w('明确答复', 'give a clear answer'),
    settledBy: 'complaint reply',
    rest: '"…"',
  },
  'complaint.answer': {
    words: w('按约定时间答复', 'answer at the appointed time'),
    settledBy: 'complaint reply',
    rest: '"…"',
  },
  'complaint.resolve': {
    words: w('处理完毕', 'resolve it'),
    settledBy: 'complaint resolve',
    rest: '--result "…"',
    heads: 'director',
  },
  'complaint.tell': {
    words: w('告知处理结果', 'tell the result'),
    settledBy: 'complaint tell',
  },
  'complaint.callback': {
    words: w('投诉回访', 'call back about a complaint'),
    settledBy: 'complaint callback',
    rest: '--result satisfied --signed-by …',
  },
  'complaint.measure': {
    words: w('落实措施', 'carry out the measure'),
    settledBy: 'complaint done',
  },
  'complaint.analyse': {
    words: w('写统计分析报告', 'write the analysis of what recurs'),
    settledBy: 'complaint analyse',
    rest: '"…"',
  },
  'move.callback': {
    words: w('入住回访', 'call on the new household'),
    settledBy: 'visit log',
    rest: '--way phone --result satisfied',
  },
  'enquiry.answer': {
    words: w('答复来访来电', 'answer the enquiry'),
    settledBy: 'visit enquiry answer',
    rest: '"…"',
  },
  'plan.visit': {
    words: w('按计划走访', 'visit as planned'),
    settledBy: 'visit log',
    rest: '--way door --result satisfied',
  },
  'visit.sample': {
    words: w('月末抽样回访', 'visit the sample of the month'),
    settledBy: 'visit sample',
    option: '--month',
  },
  'visit.summary': {
    words: w('月末汇总分析', 'sum up the month'),
    settledBy: 'visit conclude',
    option: '--month',
    rest: '"…"',
  },
  'visit.committee': {
    words: w('与业委会沟通', "talk with the owners' committee"),
    settledBy: 'visit committee',
    option: '--month',
    rest: '"…"',
  },
  'survey.yearly': {
    words: w('年度意见征询', 'the yearly survey'),
    settledBy: 'survey open',
    option: '--year',
  },
  'fee.bill': { words: w('出账', 'bill the month'), settledBy: 'fee bill', option: '--period' },
  'fee.collect': { words: w('上门收费', 'collect at the door'), settledBy: 'fee collect' },
  'fee.promise': {
    words: w('催收承诺的款项', 'follow up a promised payment'),
    settledBy: 'fee contact',
    option: '--about',
    rest: '--way phone --result …',
  },
  'fee.limitation': {
    words: w('处理快满诉讼时效的欠费', 'see to debts whose limitation ends soon'),
    settledBy: 'fee limitation',
    option: '--within',
    unnumbered: true,
  },
  'cash.hand-in': {
    words: w('现金交财务', 'hand the cash to finance'),
    settledBy: 'cash hand-in',
    option: '--day',
    rest: '--amount …',
  },
  'cash.safe': {
    words: w('检查保险柜、打乱密码', 'check the safe, scramble its code'),
    settledBy: 'cash check-safe',
    option: '--day',
    rest: '--scrambled yes',
  },
  'cash.close': {
    words: w('现金日记账月结', 'close the cash journal'),
    settledBy: 'cash close',
    option: '--month',
    rest: '--counted …',
  },
  'report.close': {
    words: w('月报定稿', 'close the monthly report'),
    settledBy: 'report close',
    option: '--month',
  },
  'handover.sign': {
    words: w('交接班签字', 'hand the shift over'),
    settledBy: 'handover sign',
    rest: '--to …',
    isRecurring: true,
  },
  'trust.patrol': {
    words: w('巡查托管房', 'look after the trust-managed unit'),
    settledBy: 'trust patrol',
    rest: '--ok',
  },
  'trust.before-rain': {
    words: w('大雨前巡查托管房', 'look after the trust-managed unit before the rain'),
    settledBy: 'trust patrol',
    rest: '--turn before-rain --ok',
  },
  'trust.after-rain': {
    words: w('大雨后巡查托管房', 'look after the trust-managed unit after the rain'),
    settledBy: 'trust patrol',
    rest: '--turn after-rain --ok',
  },
  'trust.decide': {
    words: w('决定是否恢复全额收费', 'decide on the full fee'),
    settledBy: 'trust decide',
    rest: '--full …',
  },
  'reno.commit': {
    words: w('逐条说明违规事项并签承诺书', 'go through the violations and have them promised'),
    settledBy: 'reno commit',
    rest: '--all --signed-by … --foreman …',
  },
  'reno.review': {
    words: w('装修审核', 'review the renovation'),
    settledBy: 'reno review',
    rest: '--pass',
  },
  'reno.approve': { words: w('装修审批', 'decide on the renovation'), settledBy: 'reno approve' },
  'reno.tell': {
    words: w('通知装修开工', 'tell them that works begin'),
    settledBy: 'reno tell',
    tells: true,
  },
  'reno.utilities': {
    words: w('开通装修水电', 'open water and power for the works'),
    settledBy: 'reno utilities',
  },
  'reno.patrol': {
    words: w('装修巡查', 'patrol the works'),
    settledBy: 'reno patrol',
    rest: '--ok',
  },
  'reno.rectify': {
    words: w('违规整改到期', 'see that the violation is put right'),
    settledBy: 'reno rectify',
  },
  'reno.report': {
    words: w('违规报主管部门', 'report the violation to the authority'),
    settledBy: 'reno report',
    rest: '--to …',
  },
  'reno.pass-expiry': {
    words: w('出入证到期：续期或收回', 'a pass expires: renew it or take it back'),
    settledBy: 'reno worker renew',
    rest: '--until …',
  },
  'reno.period-end': {
    words: w('施工期到期：申请验收或延期', 'the works end: have them accepted, or extend them'),
    settledBy: 'reno inspect',
    rest: '--request',
  },
  'reno.accept': {
    words: w('竣工验收', 'accept the works'),
    settledBy: 'reno inspect',
    rest: '--pass --inspectors …',
  },
  'reno.clear': {
    words: w('施工队清场、交回证件', 'the team clears the site and gives its permits back'),
    settledBy: 'reno permits',
    rest: '--returned all --cleared',
  },
  'reno.reinspect': {
    words: w('装修复检', 're-inspect the renovation'),
    settledBy: 'reno reinspect',
    rest: '--pass',
    early: true,
  },
  'reno.refund': {
    words: w('退还装修保证金', 'refund the deposits'),
    settledBy: 'reno refund',
    early: true,
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

/** A promise that a book declares: `books.key.return`. */
export type BookKind = `books.${string}`;

export type AnyKind = KindName | BookKind;

/** What the books declare beside KINDS, by kind. */
export type DeclaredKinds = Readonly<Record<string, Kind>>;

const NONE: DeclaredKinds = {};

const kindOf = (kind: string, declared: DeclaredKinds = NONE): Kind | undefined => {
  if (Object.hasOwn(KINDS, kind)) return KINDS[kind as KindName];
  return Object.hasOwn(declared, kind) ? declared[kind] : undefined;
};

/** Those that stand on the agenda from their beginning. */
export const earlyKinds = (declared: DeclaredKinds): string[] =>
  [...Object.keys(KINDS), ...Object.keys(declared)].filter(
    (kind) => kindOf(kind, declared)?.early === true,
  );

export const kindWords = (kind: string, declared?: DeclaredKinds): Words =>
  kindOf(kind, declared)?.words ?? same(kind);

/** Whether a duty of this role, when it is overdue, comes before all others (rule 54). */
export const headsAgenda = (kind: string, role: Role): boolean => kindOf(kind)?.heads === role;

/** The command that settles promises of this kind: `ticket close`. */
export const settledBy = (kind: string, declared?: DeclaredKinds): string | undefined =>
  kindOf(kind, declared)?.settledBy;

/** Whether the role of such a promise is the one who must be told (rules 37, 54, 55). */
export const isTelling = (kind: string): boolean => kindOf(kind)?.tells === true;

/** Whether the line that settles it takes the same for all of this kind, no number of a record. */
export const isUnnumbered = (kind: string, declared?: DeclaredKinds): boolean =>
  kindOf(kind, declared)?.unnumbered === true;

/** What is owed, as far as the line that settles it says so. */
interface Owed {
  kind: string;
  /** The number of the record, or what stands for one. */
  subject: string;
  part?: number | null;
  role?: Role;
}

/** The line to type for a record, or for a part of it; without a role it is left open whom to tell. */
export function settleLine({ kind, subject, part, role }: Owed, declared?: DeclaredKinds): string {
  const known = kindOf(kind, declared);
  if (!known) return '';
  const whom = known.tells && `--to ${role ?? '…'}`;
  const which = known.isRecurring ? undefined : subject;
  const words = ['wy', known.settledBy, known.option, which, part, whom, known.rest];
  return words.filter((word) => word !== '' && word !== null && word !== undefined).join(' ');
}
