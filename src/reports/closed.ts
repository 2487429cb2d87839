import type { Report } from '../formats/model.ts';
import type { Month } from '../lib/day.ts';
import { unusable } from '../lib/errors.ts';
import { sha256 } from '../lib/sha256.ts';
import { w } from '../lib/words.ts';
import type { ClosingRow } from './closing-store.ts';

/** The report of a closed month; unusable `closing_changed` where what is kept is not what was closed. */
export function closedReport({ month, report, hash, closedAt, closedBy }: ClosingRow): Report {
  if (sha256(report) !== hash) throw changed(month);
  return { ...(JSON.parse(report) as Report), closed: { at: closedAt, by: closedBy, hash } };
}

const changed = (month: Month) =>
  unusable(
    'closing_changed',
    w(`${month} 定稿的月报被改动过。`, `The closed report of ${month} was changed.`),
    w('请运行 wy doctor，并用备份核对。', 'Run wy doctor, and compare with a backup.'),
  );
