import type { Ctx } from '../context.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import type { Resident } from './model.ts';
import { RESIDENT } from './resident-store.ts';

/** Enough to choose from; who needs more types another letter. */
const MOST = 50;

/**
 * Residents by name, pinyin or its initials, part of a phone, or part of a unit code; best first,
 * those who live there today before those who did.
 */
export function findResidents(ctx: Ctx, typed: string, most = MOST): Resident[] {
  const term = typed.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (term === '') return [];
  const code = tryUnitCode(typed)?.code ?? term.toUpperCase();
  return ctx.ledger
    .prepare<[object], Resident>(
      `WITH
        named (person_id, rank) AS (
          SELECT id, CASE
              WHEN name = @term OR phone = @term THEN 0
              WHEN instr(lower(name), @term) = 1 OR pinyin = @term OR initials = @term THEN 1
              WHEN phone IS NOT NULL AND substr(phone, -length(@term)) = @term THEN 1
              WHEN instr(pinyin, @term) = 1 OR instr(initials, @term) = 1 THEN 2
              ELSE 3 END
          FROM people
          WHERE instr(lower(name), @term) OR instr(pinyin, @term) OR instr(initials, @term)
            OR instr(phone, @term)),
        placed (unit_id, rank) AS (
          SELECT id, CASE WHEN code = @code THEN 0 WHEN instr(code, @code) = 1 THEN 2 ELSE 3 END
          FROM units WHERE instr(code, @code)),
        hits (id, rank) AS (
          SELECT id, min(rank) FROM (
            SELECT r.id, n.rank FROM named AS n JOIN residents AS r ON r.person_id = n.person_id
            UNION ALL
            SELECT r.id, p.rank FROM placed AS p JOIN residents AS r ON r.unit_id = p.unit_id)
          GROUP BY id)
       ${RESIDENT} JOIN hits ON hits.id = r.id
       ORDER BY hits.rank, r.until_on IS NOT NULL AND r.until_on < @today, u.sort_key, r.id
       LIMIT @most`,
    )
    .all({ term, code, today: ctx.today, most });
}
