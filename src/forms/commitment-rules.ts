import type { Party } from '../deposits/model.ts';
import { capitals } from '../lib/capitals.ts';
import { type Duration, durationWords } from '../lib/duration.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Due } from '../renovations/due-rules.ts';
import { hoursWords } from '../renovations/hours-rules.ts';

/** What household and team agree to, with the amounts of the policy; null where it names none. */
export interface Terms {
  depositFen: Readonly<Record<Party, number | null>>;
  /** Of one lost permit or pass (rule 104). */
  lostFen: number | null;
  hours: Words;
  /** How long it is used before it is inspected again (rule 106). */
  after: Duration;
  hasTeam: boolean;
}

/** Deposits as they were taken, else as they are to be. */
export function termsOf(
  { renovations }: Pick<Policy, 'renovations'>,
  { dues, contractor }: { dues: readonly Due[]; contractor: string | null },
  lostFen: number | null,
): Terms {
  const depositFen = (party: Party): number | null => {
    const own = dues.filter((due) => due.kind === 'deposit' && due.party === party);
    return totalFen(own.map(({ takenFen, owedFen }) => takenFen + owedFen)) || null;
  };
  return {
    depositFen: { household: depositFen('household'), team: depositFen('team') },
    lostFen,
    hours: hoursWords(renovations),
    after: renovations.reinspect.after,
    hasTeam: contractor !== null,
  };
}

/** What is agreed besides; nothing of it is a fine (rules 99–110, decision 14). */
export const termWords = (terms: Terms): Words[] => [
  ...depositWords(terms),
  w(
    `${terms.hours.zh}；施工人员夜间不留宿。`,
    `The ${terms.hours.en} are kept; nobody stays overnight.`,
  ),
  lostWords(terms),
  w(
    '事先告知邻里；装修垃圾袋装，运到指定地点；接受物业服务单位的巡查。',
    'The neighbours are told beforehand, rubbish is bagged and brought to its place, and patrols are let in.',
  ),
  w(
    '有违规的，立即停止，并在通知的期限内恢复原状；依法须报告的，由物业服务单位报告主管部门处理。',
    'What is done against this is stopped at once and restored in the time set; where the law says so, the property company reports it to the authority.',
  ),
  harmWords(terms),
  w(
    '完工后由装修人和施工负责人共同申请验收，交回全部证件，当日清场。',
    'When the works are done, applicant and foreman ask for acceptance together, give all permits back and clear the site the same day.',
  ),
];

function depositWords({ depositFen: { household, team }, after }: Terms): Words[] {
  const parts = [
    ...(household === null
      ? []
      : [w(`住户 ${inFull(household)}`, `household ${figures(household)}`)]),
    ...(team === null ? [] : [w(`施工队 ${inFull(team)}`, `team ${figures(team)}`)]),
  ];
  if (parts.length === 0) return [];
  const of = w(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '));
  const time = durationWords(after);
  return [
    w(
      `交纳装修保证金：${of.zh}。保证金属于交款人，单独列账；初验合格并使用 ${time.zh}后，复验合格的退还。`,
      `Deposits are given: ${of.en}. They stay the payer's own, in a separate account, and go back when the re-inspection, ${time.en} after the acceptance, has been passed.`,
    ),
  ];
}

function lostWords({ lostFen }: Terms): Words {
  const each = lostFen === null ? '＿＿＿＿' : inFull(lostFen);
  return w(
    `装修施工许可证张贴在户门，施工人员一人一证出入，不转借；遗失的，每张赔偿 ${each}。`,
    `The permit hangs at the door and every worker carries a pass; a lost one is compensated for with ${lostFen === null ? '____' : figures(lostFen)} each.`,
  );
}

/** First of the team's deposit, then of the household's, then of the household (rule 110). */
const harmWords = ({ hasTeam }: Terms): Words =>
  hasTeam
    ? w(
        '造成损害的按协议赔偿：由工程维修核定、管理处主任同意后，先从施工队保证金、再从住户保证金中扣除，不足的由住户补足。',
        'Harm is compensated for under the agreement: assessed by engineering, agreed by the director, kept back of the deposit of the team first, then of the household; the household makes up the rest.',
      )
    : w(
        '造成损害的按协议赔偿：由工程维修核定、管理处主任同意后，从住户保证金中扣除，不足的由住户补足。',
        'Harm is compensated for under the agreement: assessed by engineering, agreed by the director, kept back of the deposit; the household makes up the rest.',
      );

const figures = (fen: number): string => `¥${yuanText(fen)}`;

const inFull = (fen: number): string => `${figures(fen)}（${capitals(fen)}）`;
