import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Patrol, Rain } from './model.ts';

export type NewPatrol = Omit<Patrol, 'id' | 'by'> & { subscriptionId: number; byId: number };

export function insertPatrol(ledger: Ledger, made: NewPatrol): void {
  ledger
    .prepare(
      `INSERT INTO trust_patrols (subscription_id, rain_id, turn, ok, findings, owner_told,
         patrolled_at, patrolled_by)
       VALUES (@subscriptionId, @rainId, @turn, @ok, @findings, @ownerTold, @patrolledAt, @byId)`,
    )
    .run({ ...made, ok: Number(made.ok), ownerTold: Number(made.ownerTold) });
}

type PatrolRow = Omit<Patrol, 'ok' | 'ownerTold'> & {
  subscriptionId: number;
  ok: number;
  ownerTold: number;
};

/** Of these agreements, oldest first. */
export function patrolsOf(
  ledger: Ledger,
  subscriptionIds: readonly number[],
): ReadonlyMap<number, Patrol[]> {
  const rows = ledger
    .prepare<[string], PatrolRow>(
      `SELECT p.id, p.subscription_id AS subscriptionId, p.rain_id AS rainId, p.turn, p.ok,
         p.findings, p.owner_told AS ownerTold, p.patrolled_at AS patrolledAt, s.name AS by
       FROM trust_patrols AS p JOIN staff AS s ON s.id = p.patrolled_by
       WHERE p.subscription_id IN (SELECT value FROM json_each(?))
       ORDER BY p.patrolled_at, p.id`,
    )
    .all(JSON.stringify(subscriptionIds));
  const patrols = new Map<number, Patrol[]>(subscriptionIds.map((id) => [id, []]));
  for (const { subscriptionId, ok, ownerTold, ...row } of rows) {
    patrols.get(subscriptionId)?.push({ ...row, ok: ok === 1, ownerTold: ownerTold === 1 });
  }
  return patrols;
}

export function tellOwner(ledger: Ledger, patrolId: number): void {
  ledger.prepare('UPDATE trust_patrols SET owner_told = 1 WHERE id = ?').run(patrolId);
}

export function insertRain(ledger: Ledger, made: Omit<Rain, 'id'> & { byId: number }): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO rains (starts_at, ends_at, note, recorded_by)
       VALUES (@startsAt, @endsAt, @note, @byId)`,
    )
    .run(made);
  return Number(lastInsertRowid);
}

export function endRain(ledger: Ledger, id: number, endsAt: Moment): void {
  ledger.prepare('UPDATE rains SET ends_at = ? WHERE id = ?').run(endsAt, id);
}

/** Oldest first. */
export const rains = (ledger: Ledger): Rain[] =>
  ledger
    .prepare<[], Rain>(
      `SELECT id, starts_at AS startsAt, ends_at AS endsAt, note FROM rains
       ORDER BY starts_at, id`,
    )
    .all();
