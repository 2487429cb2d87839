import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Handover, HandoverItem, Note } from './model.ts';

export type Stored = Omit<Handover, 'items'> & { id: number; no: string };

const SELECT = `SELECT h.id, h.no, h.day, h.shift, f.name AS "from", t.name AS "to",
    h.begins_at AS beginsAt, h.on_post_at AS onPostAt, h.awaited_at AS awaitedAt,
    h.signed_at AS signedAt
  FROM handovers AS h
  JOIN staff AS f ON f.id = h.from_id
  LEFT JOIN staff AS t ON t.id = h.to_id`;

export interface NewHandover {
  no: string;
  day: Day;
  shift: string;
  fromId: number;
  beginsAt: Moment;
  awaitedAt: Moment | null;
}

export const insert = (ledger: Ledger, made: NewHandover): void =>
  void ledger
    .prepare(
      `INSERT INTO handovers (no, day, shift, from_id, begins_at, awaited_at)
       VALUES (@no, @day, @shift, @fromId, @beginsAt, @awaitedAt)`,
    )
    .run(made);

export interface Signature {
  fromId: number;
  toId: number;
  onPostAt: Moment;
  signedAt: Moment;
  signedById: number;
}

export const sign = (ledger: Ledger, id: number, it: Signature): void =>
  void ledger
    .prepare(
      `UPDATE handovers SET from_id = @fromId, to_id = @toId, on_post_at = @onPostAt,
         signed_at = @signedAt, signed_by = @signedById WHERE id = @id`,
    )
    .run({ id, ...it });

export const byShift = (ledger: Ledger, day: Day, shift: string): Stored | undefined =>
  ledger
    .prepare<[Day, string], Stored>(`${SELECT} WHERE h.day = ? AND h.shift = ?`)
    .get(day, shift);

export const byNumber = (ledger: Ledger, no: string): Stored | undefined =>
  ledger.prepare<[string], Stored>(`${SELECT} WHERE h.no = ?`).get(no);

/** Of the shifts that began on these days, the newest first. */
export const list = (ledger: Ledger, since: Day, until: Day): Stored[] =>
  ledger
    .prepare<[Day, Day], Stored>(
      `${SELECT} WHERE h.day BETWEEN ? AND ? ORDER BY h.begins_at DESC, h.id DESC`,
    )
    .all(since, until);

export function insertItems(
  ledger: Ledger,
  handoverId: number,
  items: readonly HandoverItem[],
): void {
  const insertOne = ledger.prepare(
    `INSERT INTO handover_items (handover_id, kind, subject, text)
     VALUES (@handoverId, @kind, @subject, @text)`,
  );
  for (const item of items) insertOne.run({ handoverId, ...item });
}

/** What was told in each of these handovers, in its order. */
export function itemsOf(ledger: Ledger, ids: readonly number[]): Map<number, HandoverItem[]> {
  const rows = ledger
    .prepare<[string], HandoverItem & { handoverId: number }>(
      `SELECT i.handover_id AS handoverId, i.kind, i.subject, i.text
       FROM json_each(?) AS wanted
       JOIN handover_items AS i ON i.handover_id = wanted.value ORDER BY i.id`,
    )
    .all(JSON.stringify(ids));
  const items = new Map<number, HandoverItem[]>(ids.map((id) => [id, []]));
  for (const { handoverId, ...item } of rows) items.get(handoverId)?.push(item);
  return items;
}

export const insertNote = (ledger: Ledger, it: { at: Moment; byId: number; text: string }): void =>
  void ledger
    .prepare('INSERT INTO handover_notes (noted_at, noted_by, text) VALUES (@at, @byId, @text)')
    .run(it);

/** Notes that no shift has been told yet. */
export const waitingNotes = (ledger: Ledger): Note[] =>
  ledger
    .prepare<[], Note>(
      `SELECT n.id, n.noted_at AS at, s.name AS by, n.text FROM handover_notes AS n
       JOIN staff AS s ON s.id = n.noted_by
       WHERE n.handover_id IS NULL ORDER BY n.noted_at, n.id`,
    )
    .all();

export const handOverNotes = (ledger: Ledger, handoverId: number, until: Moment): void =>
  void ledger
    .prepare(
      'UPDATE handover_notes SET handover_id = ? WHERE handover_id IS NULL AND noted_at <= ?',
    )
    .run(handoverId, until);
