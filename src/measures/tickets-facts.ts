import { w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

/** Steps by which work is finished, and when they happened. */
const FINISHES = "e.kind IN ('finished', 'imported')";
const HAPPENED_AT = "iif(e.kind = 'imported', e.detail ->> '$.finishedAt', e.at)";

/** Steps that send finished work back, and those of them that make it a repeat repair (rule 43). */
const COMES_BACK = `(e.kind = 'reopened'
  OR (e.kind = 'calledBack' AND e.detail ->> '$.result' = 'dissatisfied'))`;
const SENT_BACK = `(e.kind = 'rejected' OR ${COMES_BACK})`;

/**
 * When the work was finished that counted as done at a moment; null: it was not. Asked of the timeline
 * only where the record tells nothing of that time any more, as it was sent back or ended later.
 */
const finishedAt = (when: string): string => `CASE
    WHEN t.finished_at ${when} THEN t.finished_at
    WHEN t.cancelled_at ${when} THEN NULL
    ELSE (SELECT iif(${FINISHES}, ${HAPPENED_AT}, NULL) FROM events AS e
      WHERE e.subject = t.no AND ${HAPPENED_AT} ${when} AND (${FINISHES} OR ${SENT_BACK})
      ORDER BY ${HAPPENED_AT} DESC, e.id DESC LIMIT 1) END`;

/** Whether the timeline has such a step by the end. */
const hadStep = (step: string): string =>
  `EXISTS (SELECT 1 FROM events AS e WHERE e.subject = no AND e.at <= @end AND ${step})`;

/**
 * Repairs (rules 25–48, 162), as they stood at the end: what comes back later is told by the period in
 * which it does. What was carried over, reported or sent back to work is, at the end, finished, cancelled or
 * open. Their timeliness is in the facts of the deadlines.
 */
export const tickets: Facts = {
  key: 'tickets',
  name: w('维修', 'Repairs'),
  select: `SELECT *, ended_as = 'finished' AS is_finished, ended_as IS NULL AS is_open,
      ended_as = 'cancelled' AS is_cancelled,
      repeats > 0 AND ${hadStep(COMES_BACK)} AS came_back,
      is_badly_told OR ${hadStep("e.kind = 'rejected'")} AS is_faulted
    FROM (
      SELECT t.no, t.opened_at AS at, u.code AS unit, t.item AS what, t.cost_fen AS amountFen,
        t.category, u.building, t.repeats,
        t.opened_at >= @from AS is_new,
        t.opened_at < @from AND ${finishedAt('< @from')} IS NOT NULL AS was_finished,
        CASE WHEN ${finishedAt('<= @end')} IS NOT NULL THEN 'finished'
          WHEN t.cancelled_at <= @end THEN 'cancelled' END AS ended_as,
        t.finished_at IS NOT NULL
          AND (t.satisfied IS 0 OR t.callback_result IS 'dissatisfied') AS is_badly_told
      FROM tickets AS t LEFT JOIN units AS u ON u.id = t.unit_id
      WHERE t.opened_at <= @end
        AND (t.opened_at >= @from OR coalesce(t.finished_at, t.cancelled_at) IS NULL
          OR coalesce(t.finished_at, t.cancelled_at) >= @from))
    WHERE NOT was_finished OR EXISTS (SELECT 1 FROM events AS e
      WHERE e.subject = no AND e.at >= @from AND e.at <= @end AND ${SENT_BACK})`,
  figures: {
    opened: {
      label: w('新报修', 'reported'),
      definition: w('本期报修的工单', 'repairs reported in the period'),
      where: 'is_new',
    },
    carried: {
      label: w('上期结转', 'carried over'),
      definition: w(
        '期初已报修、尚未完工',
        'reported before the period and not finished when it began',
      ),
      where: 'NOT is_new AND NOT was_finished',
    },
    returned: {
      label: w('完工后重修', 'sent back to work'),
      definition: w(
        '期初已完工、本期退回重修的',
        'finished when the period began and sent back in it',
      ),
      where: 'was_finished',
    },
    finished: {
      label: w('完工', 'finished'),
      definition: w(
        '本期完工、期末没有退回的，不论何时报修',
        'finished in the period and not sent back by its end, whenever reported',
      ),
      where: 'is_finished',
    },
    cancelled: {
      label: w('取消', 'cancelled'),
      definition: w('本期取消', 'cancelled in the period'),
      where: 'is_cancelled',
    },
    open: {
      label: w('期末未完工', 'repairs open at the end'),
      definition: w('期末尚未完工', 'not finished at the end of the period'),
      where: 'is_open',
    },
    rightFirst: {
      label: w('一次合格', 'right the first time'),
      definition: w(
        '本期完工，到期末没有返修，签单和回访都没有不满意',
        'finished in the period, by its end did not come back, neither signed nor called unsatisfied',
      ),
      where: 'is_finished AND NOT came_back AND NOT is_faulted',
    },
    repeated: {
      label: w('返修', 'repeat repairs'),
      definition: w('本期完工的工单中曾经返修的', 'of those finished in the period, had come back'),
      where: 'is_finished AND came_back',
    },
  },
  groupings: {
    class: { label: w('类别', 'Class'), by: 'category' },
    building: { label: w('楼栋', 'Building'), by: "coalesce(building, '')" },
  },
};
