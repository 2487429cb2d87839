import { w } from '../lib/words.ts';
import { codeName } from '../renovations/code-rules.ts';
import type { Facts } from './facts-model.ts';

/** Violations found in renovations (rules 107–113), each for itself, under the number of its renovation. */
export const violations: Facts = {
  key: 'violations',
  name: w('装修违规', 'Violations'),
  select: `SELECT r.no, v.found_at AS at, u.code AS unit, v.code AS what, NULL AS amountFen,
      v.code, u.building,
      v.found_at >= @from AS is_new,
      v.rectified_at >= @from AND v.rectified_at <= @end AS is_rectified,
      v.reported_at >= @from AND v.reported_at <= @end AS is_reported,
      v.rectified_at IS NULL OR v.rectified_at > @end AS is_open,
      v.fix_by IS NOT NULL AND v.fix_by < @end AS is_late
    FROM renovation_violations AS v
    JOIN renovations AS r ON r.id = v.renovation_id
    JOIN units AS u ON u.id = r.unit_id
    WHERE v.found_at <= @end AND (v.found_at >= @from OR v.rectified_at IS NULL
      OR v.rectified_at >= @from OR v.reported_at >= @from)`,
  figures: {
    found: {
      label: w('发现违规', 'found'),
      definition: w('本期发现的违规', 'violations found in the period'),
      where: 'is_new',
    },
    rectified: {
      label: w('已整改', 'put right'),
      definition: w('本期整改的违规，不论何时发现', 'put right in the period, whenever found'),
      where: 'is_rectified',
    },
    reported: {
      label: w('报主管部门', 'reported'),
      definition: w('本期报告主管部门的违规', 'reported to the authority in the period'),
      where: 'is_reported',
    },
    open: {
      label: w('期末未整改违规', 'violations open at the end'),
      definition: w('期末尚未整改', 'not put right at the end of the period'),
      where: 'is_open',
    },
    overdue: {
      label: w('期末超期未整改', 'overdue at the end'),
      definition: w('期末已过整改期限、尚未整改', 'of those, past their time'),
      where: 'is_open AND is_late',
    },
  },
  whatOf: ({ policy }, code) => codeName(policy, 'violations', code),
  groupings: {
    code: { label: w('违规事项', 'Violation'), by: 'code' },
    building: { label: w('楼栋', 'Building'), by: 'building' },
  },
};
