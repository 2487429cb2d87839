import { w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

/** Repairs (rules 25–48, 162). Their timeliness is in the facts of the deadlines. */
export const tickets: Facts = {
  key: 'tickets',
  name: w('维修', 'Repairs'),
  select: `SELECT t.no, t.opened_at AS at, u.code AS unit, t.item AS what, t.cost_fen AS amountFen,
      t.category, u.building,
      t.opened_at >= @from AS is_new,
      t.finished_at >= @from AND t.finished_at <= @end AS is_finished,
      coalesce(t.finished_at, t.cancelled_at) IS NULL
        OR coalesce(t.finished_at, t.cancelled_at) > @end AS is_open,
      t.cancelled_at >= @from AND t.cancelled_at <= @end AS is_cancelled,
      t.repeats > 0 AS came_back,
      t.satisfied IS 0 OR t.callback_result IS 'dissatisfied' AS is_faulted
    FROM tickets AS t LEFT JOIN units AS u ON u.id = t.unit_id
    WHERE t.opened_at <= @end
      AND (t.opened_at >= @from OR coalesce(t.finished_at, t.cancelled_at) IS NULL
        OR coalesce(t.finished_at, t.cancelled_at) >= @from)`,
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
      where: 'NOT is_new',
    },
    finished: {
      label: w('完工', 'finished'),
      definition: w('本期完工，不论何时报修', 'finished in the period, whenever reported'),
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
        '本期完工，没有返修，签单和回访都没有不满意',
        'finished in the period, did not come back, neither signed nor called unsatisfied',
      ),
      where: 'is_finished AND NOT came_back AND NOT is_faulted',
    },
    repeated: {
      label: w('返修', 'came back'),
      definition: w('本期完工的工单中曾经返修的', 'of those finished in the period, came back'),
      where: 'is_finished AND came_back',
    },
  },
  groupings: {
    class: { label: w('类别', 'Class'), by: 'category' },
    building: { label: w('楼栋', 'Building'), by: "coalesce(building, '')" },
  },
};
