import { same, type Words, w } from '../lib/words.ts';
import { KINDS } from '../moves/model.ts';
import type { Facts } from './facts-model.ts';

const KIND_NAMES: Readonly<Record<string, Words>> = KINDS;

/** Files of move-ins, move-outs and changes of owner (rules 1–24). */
export const moves: Facts = {
  key: 'moves',
  name: w('入住迁离', 'Moves'),
  select: `SELECT m.no, m.opened_at AS at, u.code AS unit, m.kind AS what, NULL AS amountFen,
      m.kind, u.building,
      m.opened_at >= @from AS is_new,
      m.completed_at >= @from AND m.completed_at <= @end AS is_completed,
      m.cancelled_at >= @from AND m.cancelled_at <= @end AS is_cancelled,
      m.ended_at IS NULL OR m.ended_at > @end AS is_open
    FROM (SELECT *, coalesce(completed_at, cancelled_at) AS ended_at FROM moves) AS m
    JOIN units AS u ON u.id = m.unit_id
    WHERE m.opened_at <= @end AND (m.ended_at IS NULL OR m.ended_at >= @from)`,
  figures: {
    opened: {
      label: w('新开档', 'files opened'),
      definition: w('本期开始办理的入住、迁离、过户', 'files begun in the period'),
      where: 'is_new',
    },
    carried: {
      label: w('上期结转', 'carried over'),
      definition: w('期初尚未办结', 'begun before the period and not ended when it began'),
      where: 'NOT is_new',
    },
    in: {
      label: w('入住', 'moved in'),
      definition: w('本期办结的入住', 'move-ins completed in the period'),
      where: "is_completed AND kind = 'move-in'",
    },
    out: {
      label: w('迁离', 'moved out'),
      definition: w('本期办结的迁离', 'move-outs completed in the period'),
      where: "is_completed AND kind = 'move-out'",
    },
    transferred: {
      label: w('过户', 'changed hands'),
      definition: w('本期办结的过户', 'changes of owner completed in the period'),
      where: "is_completed AND kind = 'transfer'",
    },
    cancelled: {
      label: w('取消', 'cancelled'),
      definition: w('本期取消', 'cancelled in the period'),
      where: 'is_cancelled',
    },
    open: {
      label: w('期末在办', 'open at the end'),
      definition: w('期末尚未办结', 'not ended at the end of the period'),
      where: 'is_open',
    },
  },
  whatOf: (_, kind) => KIND_NAMES[kind] ?? same(kind),
  groupings: {
    kind: { label: w('种类', 'Kind'), by: 'kind' },
    building: { label: w('楼栋', 'Building'), by: 'building' },
  },
};
