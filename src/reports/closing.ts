import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import type { Report } from '../formats/model.ts';
import { head } from '../ledger/journal.ts';
import { transact } from '../ledger/transact.ts';
import { lastDayOfMonth, type Month } from '../lib/day.ts';
import { refused, unusable } from '../lib/errors.ts';
import { sha256 } from '../lib/sha256.ts';
import { w } from '../lib/words.ts';
import * as store from './closing-store.ts';
import { buildMonthly } from './monthly.ts';

/** The report of a month: as it was closed, else as it is known now. */
export function monthlyReport(ctx: Ctx, month: Month): Report {
  const closed = store.find(ctx.ledger, month);
  return closed ? closedReport(closed) : buildMonthly(ctx, month);
}

/** Unusable `closing_changed` where what is kept is not what was closed. */
function closedReport({ month, report, hash, closedAt, closedBy }: store.ClosingRow): Report {
  if (sha256(report) !== hash) throw changed(month);
  return { ...(JSON.parse(report) as Report), closed: { at: closedAt, by: closedBy, hash } };
}

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

const changed = (month: Month) =>
  unusable(
    'closing_changed',
    w(`${month} 定稿的月报被改动过。`, `The closed report of ${month} was changed.`),
    w('请运行 wy doctor，并用备份核对。', 'Run wy doctor, and compare with a backup.'),
  );
