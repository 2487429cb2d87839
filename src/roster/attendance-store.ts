import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Presence } from './model.ts';

/** Writes what is known of somebody's coming to a turn, in the place of what was known. */
export function write(
  ledger: Ledger,
  turnId: number,
  it: Presence & { recordedAt: Moment; recordedById: number },
): void {
  ledger
    .prepare(
      `INSERT INTO attendances (turn_id, came_at, left_at, absence, note, recorded_at, recorded_by)
       VALUES (@turnId, @cameAt, @leftAt, @absence, @note, @recordedAt, @recordedById)
       ON CONFLICT (turn_id) DO UPDATE SET came_at = excluded.came_at, left_at = excluded.left_at,
         absence = excluded.absence, note = excluded.note, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by`,
    )
    .run({ turnId, ...it });
}
