import type { Day } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';

/** What each rate is, in words; a percentage is never printed without it. */
export const DEFINITIONS = {
  current: w(
    '本期账单已缴的 ÷ 本期账单应收（减免、冲销除外）',
    'paid of the bills of the period ÷ those bills, less waivers and reversals',
  ),
  households: w(
    '本期账单全部缴清的户 ÷ 本期有应收的户',
    'units that paid all bills of the period ÷ units that have any',
  ),
  recovered: w(
    '期内追回的以前各期欠费 ÷（追回的 + 仍欠的）',
    'paid within the period on bills of before ÷ (that + what is still owed of them)',
  ),
  overall: w(
    '（本期已缴 + 追回历欠）÷（本期应收 + 追回历欠 + 仍欠历欠）',
    '(paid of the period + recovered) ÷ (bills of the period + recovered + still owed of before)',
  ),
} as const;

export const countedUntil = (asOf: Day): Words =>
  w(
    `计到 ${asOf} 当天结束；还没抵用的预存不计。账单属于其周期开始的那一期。`,
    `As known at the end of ${asOf}; prepaid money that has paid nothing yet is outside. A bill belongs to the period in which its cycle begins.`,
  );

/** PIPL art. 25, and rule 135: arrears are for whoever collects them. */
export const NOT_TO_BE_POSTED = w(
  '仅供催缴使用，不得张贴或发到业主群（个人信息保护法第二十五条）。',
  'For collecting only: not to be posted or sent round (Personal Information Protection Law, art. 25).',
);

/** What is known now, of a day that is yet to come. */
export const notYet = (asOf: Day): Words =>
  w(
    `${asOf} 还没有到：按现在已有的账推算。`,
    `${asOf} is yet to come: reckoned from what is booked now.`,
  );

export const overdueOn = (asOf: Day): Words =>
  w(
    `应缴日在 ${asOf} 以前、到当天结束仍未缴的。`,
    `Due before ${asOf}, and still owed at the end of that day.`,
  );
