import type { Day, Month } from '../lib/day.ts';
import { lastDayOfMonth } from '../lib/day.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';

export interface HandingIn {
  amountFen: number;
  /** What is there by the journal; below 0 where more was handed in than had been recorded. */
  expectedFen: number;
  explanation: string | undefined;
}

/**
 * Why cash cannot be handed in like this (rule 129): what differs from the journal is explained, and
 * nothing is no hand-in while there is something.
 */
export function handInRefusal({ amountFen, expectedFen, explanation }: HandingIn) {
  const expected = yuanText(expectedFen);
  if (amountFen === expectedFen) return undefined;
  if (amountFen === 0 && expectedFen > 0) {
    return refused(
      'nothing_handed_in',
      w(`账上现金 ${expected} 元，没有交。`, `There are ${expected} in cash, not handed in.`),
      w(
        `交款：wy cash hand-in --amount ${expected}`,
        `Hand in: wy cash hand-in --amount ${expected}`,
      ),
    );
  }
  if (amountFen === 0 || explanation !== undefined) return undefined;
  const short = yuanText(Math.abs(amountFen - expectedFen));
  const [zh, en] = amountFen < expectedFen ? ['少', 'less'] : ['多', 'more'];
  return refused(
    'unexplained_difference',
    w(
      `账上现金 ${expected} 元，${zh}交 ${short} 元。`,
      `The journal says ${expected} in cash; this is ${short} ${en}.`,
    ),
    w(
      '请核对：wy cash journal；差额有原因的加 --explanation "…"',
      'Compare wy cash journal; a difference with a reason takes --explanation "…"',
    ),
  );
}

export interface ClosingMonth {
  month: Month;
  today: Day;
  lastClosed: Month | undefined;
  /** The first month not closed in which money moved; undefined where none did. */
  firstOpen: Month | undefined;
  bookedFen: number;
  countedFen: number;
  explanation: string | undefined;
}

/**
 * Why a month cannot be closed like this (rule 129): it is over, or this is its last day; those before
 * it are closed; what was counted agrees with the journal or is explained; and no month twice.
 */
export function closingRefusal(it: ClosingMonth): WyError | undefined {
  const { month, today, lastClosed, firstOpen } = it;
  if (lastClosed !== undefined && month <= lastClosed) return closedBefore(month, lastClosed);
  if (today < lastDayOfMonth(month)) return notOver(month);
  if (firstOpen !== undefined && firstOpen < month) return earlierOpen(month, firstOpen);
  return it.countedFen === it.bookedFen || it.explanation !== undefined
    ? undefined
    : countedOtherwise(it);
}

const closedBefore = (month: Month, lastClosed: Month) =>
  refused(
    'month_closed',
    w(
      `${month} 已经结账（结到 ${lastClosed}）。`,
      `${month} is closed (closed up to ${lastClosed}).`,
    ),
    w(
      '漏记的照常登记，会记入下一个月；查看：wy cash journal',
      'What was left out is recorded as usual and goes to the next month; see wy cash journal.',
    ),
  );

const notOver = (month: Month) =>
  refused(
    'month_not_over',
    w(`${month} 还没有到月底。`, `${month} is not over yet.`),
    w(
      `最早 ${lastDayOfMonth(month)} 当天结账。`,
      `It can be closed on ${lastDayOfMonth(month)} or later.`,
    ),
  );

const earlierOpen = (month: Month, open: Month) =>
  refused(
    'earlier_month_open',
    w(
      `${open} 还没有结账，不能先结 ${month}。`,
      `${open} is not closed yet; ${month} has to wait.`,
    ),
    w(
      `先结：wy cash close --month ${open} --counted …`,
      `First: wy cash close --month ${open} --counted …`,
    ),
  );

function countedOtherwise({ month, bookedFen, countedFen }: ClosingMonth): WyError {
  const [booked, short] = [yuanText(bookedFen), yuanText(Math.abs(countedFen - bookedFen))];
  const [zh, en] = countedFen < bookedFen ? ['少', 'less'] : ['多', 'more'];
  return refused(
    'unexplained_difference',
    w(
      `${month} 月末账面现金 ${booked} 元，实点${zh} ${short} 元。`,
      `At the end of ${month} the journal says ${booked} in cash; the count is ${short} ${en}.`,
    ),
    w(
      `请核对：wy cash reconcile --month ${month}；差额有原因的加 --explanation "…"`,
      `Compare wy cash reconcile --month ${month}; a difference with a reason takes --explanation "…"`,
    ),
  );
}

/** Nobody checks the safe of a day to come. */
export function dayToCome(day: Day, today: Day): WyError | undefined {
  if (day <= today) return undefined;
  return refused(
    'day_not_begun',
    w(`${day} 还没有到。`, `${day} has not come yet.`),
    w(`今天是 ${today}。`, `Today is ${today}.`),
  );
}

/** The safe is left with its code scrambled, or not left (rule 129). */
export function notScrambled(isScrambled: boolean): WyError | undefined {
  if (isScrambled) return undefined;
  return refused(
    'code_not_scrambled',
    w('离开前必须打乱保险柜密码。', 'The code of the safe is scrambled before anybody leaves.'),
    w(
      '打乱后再登记：wy cash check-safe --scrambled yes',
      'Scramble it, then: wy cash check-safe --scrambled yes',
    ),
  );
}

export interface JournalDays {
  day?: Day | undefined;
  month?: Month | undefined;
  since?: Day | undefined;
  until?: Day | undefined;
}

/** The days asked for, both counted: one day, a month, or from one to another; today unless said. */
export function daysAsked(
  { day, month, since, until }: JournalDays,
  today: Day,
): { from: Day | undefined; until: Day } {
  const isSpan = since !== undefined || until !== undefined;
  if ([day !== undefined, month !== undefined, isSpan].filter(Boolean).length > 1) {
    throw misused(
      'several_spans',
      w(
        '--day、--month、--since/--until 只能用一种。',
        'Give only one of --day, --month, --since with --until.',
      ),
    );
  }
  if (month !== undefined) return { from: `${month}-01`, until: lastDayOfMonth(month) };
  if (!isSpan) return { from: day ?? today, until: day ?? today };
  const last = until ?? today;
  if (since !== undefined && since > last) {
    throw misused(
      'span_backwards',
      w(`${since} 在 ${last} 之后。`, `${since} is after ${last}.`),
      w('请把 --since 写成较早的一天。', 'Let --since be the earlier day.'),
    );
  }
  return { from: since, until: last };
}
