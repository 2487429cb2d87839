import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import type { Report } from '../formats/model.ts';
import { head } from '../ledger/journal.ts';
import { transact } from '../ledger/transact.ts';
import { lastDayOfMonth, type Month } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { sha256 } from '../lib/sha256.ts';
import { w } from '../lib/words.ts';
import { closedReport } from './closed.ts';
import * as store from './closing-store.ts';
import { buildMonthly } from './monthly.ts';

/** The report of a month: as it was closed, else as it is known now. */
export function monthlyReport(ctx: Ctx, month: Month): Report {
  const closed = store.find(ctx.ledger, month);
  return closed ? closedReport(closed) : buildMonthly(ctx, month);
}

/**
 * As of when the figures of a month stand: of a closed one its closing, else now. Warns where records came
 * in since about a closed one, as those stand behind its figures, too.
 */
export function knownAt(ctx: Ctx, month: Month): Moment {
  const closed = store.find(ctx.ledger, month);
  if (!closed) return ctx.now;
  const { asOf } = closedReport(closed);
  const since = { seq: closed.seq, happenedBy: asOf, from: closed.closedAt, to: ctx.now };
  if (store.hasLateRecords(ctx.ledger, since)) ctx.warn(recordedSince(month));
  return asOf;
}

const recordedSince = (month: Month) =>
  w(
    `${month} 定稿以后有补记，也列在这里；改了哪些数，见补记那个月的月报。`,
    `Records came in about ${month} since it was closed, and are listed, too; what they changed stands in the report of the month in which they were recorded.`,
  );

/**
 * Closes a month: its report is kept and prints the same ever after; what is recorded for it later stands
 * in the report of the month in which it was recorded. Refuses a month that is not over
 * (`month_not_over`) and one that is closed (`closed_already`).
 */
export function closeReport(ctx: Ctx, month: Month): Report {
  return transact(ctx, 'report.close', (entry) => {
    if (lastDayOfMonth(month) >= ctx.today) throw notOver(month);
    const earlier = store.find(ctx.ledger, month);
    if (earlier) throw closedAlready(month);
    const report = JSON.stringify(buildMonthly(ctx, month));
    const hash = sha256(report);
    store.insert(ctx.ledger, {
      ...{ month, report, hash, seq: head(ctx.ledger).seq },
      closedAt: ctx.now,
      closedById: ctx.operator().id,
    });
    doRound(ctx, 'report.close', month);
    entry.subject = month;
    entry.changes = { hash };
    return monthlyReport(ctx, month);
  });
}

const notOver = (month: Month) =>
  refused(
    'month_not_over',
    w(`${month} 还没有过完，不能定稿。`, `${month} is not over and cannot be closed.`),
    w(
      `随时可看：wy report monthly --month ${month}`,
      `To read it: wy report monthly --month ${month}`,
    ),
  );

const closedAlready = (month: Month) =>
  refused(
    'closed_already',
    w(`${month} 的月报已经定稿。`, `The report of ${month} is closed already.`),
    w(
      '以后补记的，列在补记那个月的月报里。',
      'What is recorded for it later stands in the report of the month in which it is recorded.',
    ),
  );
