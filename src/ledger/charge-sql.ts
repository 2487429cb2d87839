/** What has been settled of the charge `c` up to a moment: one value to bind. */
export const SETTLED_BY = `coalesce((SELECT sum(s.amount_fen) FROM settlements AS s
  WHERE s.charge_id = c.id AND s.settled_at <= ?), 0)`;

/** A condition: this charge was not reversed. */
export const notReversed = (charge: string): string => `NOT EXISTS (
  SELECT 1 FROM settlements AS s WHERE s.charge_id = ${charge}.id AND s.kind = 'reversal')`;
