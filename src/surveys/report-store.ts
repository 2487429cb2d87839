import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Returns, Tally, UnitOpinion } from './model.ts';

interface Asked {
  surveyId: number;
  building: string | null;
}

/** Of each building that has either: these households, and forms sent, also to them, returned, valid. */
export const returns = (
  ledger: Ledger,
  { householdIds, ...asked }: Asked & { householdIds: readonly number[] },
): Returns[] =>
  ledger
    .prepare<[object], Returns>(
      `SELECT u.building, sum(u.isHousehold) AS households, count(f.id) AS sent,
         count(f.id) FILTER (WHERE u.isHousehold) AS sentToHouseholds,
         count(f.returned_at) AS returned, coalesce(sum(f.valid), 0) AS valid
       FROM (SELECT id, building, sort_key,
           id IN (SELECT value FROM json_each(@householdIds)) AS isHousehold FROM units) AS u
       LEFT JOIN survey_forms AS f ON f.survey_id = @surveyId AND f.unit_id = u.id
       WHERE @building IS NULL OR u.building = @building
       GROUP BY u.building HAVING households > 0 OR sent > 0 ORDER BY min(u.sort_key)`,
    )
    .all({ ...asked, householdIds: JSON.stringify(householdIds) });

/** How often each answer was given to each question, on valid forms. */
export const tallies = (ledger: Ledger, asked: Asked): Tally[] =>
  ledger
    .prepare<[object], Tally>(
      `SELECT u.building, a.part, a.answer, count(*) AS count
       FROM survey_forms AS f
       JOIN units AS u ON u.id = f.unit_id
       JOIN survey_answers AS a ON a.form_id = f.id
       WHERE f.survey_id = @surveyId AND f.valid = 1
         AND (@building IS NULL OR u.building = @building)
       GROUP BY u.building, a.part, a.answer`,
    )
    .all(asked);

/** Opinions of all returned forms, valid or not, in the order of their units. */
export const opinions = (ledger: Ledger, asked: Asked): UnitOpinion[] =>
  ledger
    .prepare<[object], UnitOpinion>(
      `SELECT u.code AS unit, f.opinion FROM survey_forms AS f JOIN units AS u ON u.id = f.unit_id
       WHERE f.survey_id = @surveyId AND f.opinion IS NOT NULL
         AND (@building IS NULL OR u.building = @building)
       ORDER BY u.sort_key`,
    )
    .all(asked);

/** When forms were last sent. */
export const lastSentAt = (ledger: Ledger, surveyId: number): Moment | undefined =>
  ledger
    .prepare<[number], { at: Moment | null }>(
      'SELECT max(sent_at) AS at FROM survey_forms WHERE survey_id = ?',
    )
    .get(surveyId)?.at ?? undefined;
