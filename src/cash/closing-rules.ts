import type { Day, Month } from '../lib/day.ts';
import { lastDayOfMonth } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';

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
