import type { Day } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';

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
