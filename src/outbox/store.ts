import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Message, Sendable, SendingState } from './model.ts';

const COLUMNS = `id, message, channel, title, body, state, queued_at AS queuedAt, tries,
  tried_at AS triedAt, sent_at AS sentAt, fault`;

/** Waits from now on, unless this message was ever queued for this place; whether it was new. */
export const insert = (
  ledger: Ledger,
  { message, title, text }: Message,
  queued: { channel: string; at: Moment; by: number },
): boolean =>
  ledger
    .prepare(
      `INSERT INTO outbox (message, channel, title, body, state, queued_at, queued_by)
       VALUES (?, ?, ?, ?, 'waiting', ?, ?) ON CONFLICT (message, channel) DO NOTHING`,
    )
    .run(message, queued.channel, title, text, queued.at, queued.by).changes === 1;

export const find = (ledger: Ledger, id: number): Sendable | undefined =>
  ledger.prepare<[number], Sendable>(`SELECT ${COLUMNS} FROM outbox WHERE id = ?`).get(id);

export const ofMessage = (ledger: Ledger, message: string): Sendable[] =>
  ledger
    .prepare<[string], Sendable>(`SELECT ${COLUMNS} FROM outbox WHERE message = ? ORDER BY id`)
    .all(message);

export const inState = (ledger: Ledger, state: SendingState): Sendable[] =>
  ledger
    .prepare<[string], Sendable>(
      `SELECT ${COLUMNS} FROM outbox WHERE state = ? ORDER BY queued_at, id`,
    )
    .all(state);

/** The newest first. */
export const newest = (ledger: Ledger, state: SendingState | null, limit: number): Sendable[] =>
  ledger
    .prepare<[string | null, string | null, number], Sendable>(
      `SELECT ${COLUMNS} FROM outbox WHERE ? IS NULL OR state = ? ORDER BY id DESC LIMIT ?`,
    )
    .all(state, state, limit);

/** Takes a waiting one for this process alone; false where another was faster. */
export const claim = (ledger: Ledger, { id, tries }: Sendable, at: Moment): boolean =>
  ledger
    .prepare(
      `UPDATE outbox SET state = 'sending', tries = tries + 1, tried_at = ?, fault = NULL
       WHERE id = ? AND state = 'waiting' AND tries = ?`,
    )
    .run(at, id, tries).changes === 1;

/** What came of the try that was claimed; a later word than "unsure", if it is of the same try. */
export const settle = (
  ledger: Ledger,
  { id, tries }: Pick<Sendable, 'id' | 'tries'>,
  to: { state: SendingState; fault: string | null; sentAt: Moment | null },
): boolean =>
  ledger
    .prepare(
      `UPDATE outbox SET state = ?, fault = ?, sent_at = ?
       WHERE id = ? AND tries = ? AND state IN ('sending', 'unsure')`,
    )
    .run(to.state, to.fault, to.sentAt, id, tries).changes === 1;

/** From one of these states into another; false where it is in none of them. */
export const move = (
  ledger: Ledger,
  id: number,
  { from, to }: { from: readonly SendingState[]; to: SendingState },
  fault: string | null,
): boolean =>
  ledger
    .prepare(
      `UPDATE outbox SET state = ?, fault = ?
       WHERE id = ? AND state IN (SELECT value FROM json_each(?))`,
    )
    .run(to, fault, id, JSON.stringify(from)).changes === 1;

/** As new: tried at once, and as often as any other. */
export const renew = (ledger: Ledger, id: number): void => {
  ledger
    .prepare(
      "UPDATE outbox SET state = 'waiting', tries = 0, tried_at = NULL, fault = NULL WHERE id = ?",
    )
    .run(id);
};
