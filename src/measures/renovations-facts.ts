import { w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

/**
 * Renovations from the application to the re-inspection (rules 80–113). Each step is counted in the
 * period in which it was taken; the deposits for them are in the facts of the deposits.
 */
export const renovations: Facts = {
  key: 'renovations',
  name: w('装修', 'Renovations'),
  select: `SELECT r.no, r.applied_at AS at, u.code AS unit, r.scope AS what, NULL AS amountFen,
      u.building, r.is_small,
      r.applied_at >= @from AS is_new,
      r.approved_at >= @from AND r.approved_at <= @end AS is_approved,
      r.permitted_at >= @from AND r.permitted_at <= @end AS is_permitted,
      r.cancelled_at >= @from AND r.cancelled_at <= @end AS is_cancelled,
      r.accepted_at >= @from AND r.accepted_at <= @end AS is_accepted,
      r.reinspected_at >= @from AND r.reinspected_at <= @end AS is_reinspected,
      EXISTS (SELECT 1 FROM events AS e WHERE e.subject = r.no AND e.kind IN ('objected', 'refused')
        AND e.at >= @from AND e.at <= @end) AS is_turned_down,
      EXISTS (SELECT 1 FROM deadlines AS d WHERE d.subject = r.no AND d.kind = 'reno.reinspect'
        AND d.since_at <= @to AND (d.ended_at IS NULL OR d.ended_at >= @from)
        AND NOT (d.ending IS 'waived' AND d.ended_at <= @now)) AS is_reinspection_due,
      ${by('r.permitted_at')} AS has_begun,
      ${by('r.accepted_at')} AS has_ended,
      ${by('r.reinspected_at')} AS has_passed,
      ${by('r.cancelled_at')} AS has_fallen
    FROM renovations AS r JOIN units AS u ON u.id = r.unit_id WHERE r.applied_at <= @end`,
  figures: {
    applied: {
      label: w('申请', 'applied for'),
      definition: w('本期申请的装修', 'renovations applied for in the period'),
      where: 'is_new',
    },
    turnedDown: {
      label: w('未通过', 'turned down'),
      definition: w(
        '本期审核或审批未通过，改后再报的也算',
        'turned down in the period, also those that were changed since',
      ),
      where: 'is_turned_down',
    },
    approved: {
      label: w('批准', 'approved'),
      definition: w('本期批准', 'approved in the period'),
      where: 'is_approved',
    },
    begun: {
      label: w('开工', 'begun'),
      definition: w('本期领取施工许可证', 'permitted to begin in the period'),
      where: 'is_permitted',
    },
    cancelled: {
      label: w('取消', 'cancelled'),
      definition: w('本期取消', 'cancelled in the period'),
      where: 'is_cancelled',
    },
    pending: {
      label: w('期末待开工', 'waiting at the end'),
      definition: w(
        '期末已申请、尚未领取施工许可证',
        'applied for and not permitted at the end of the period',
      ),
      where: 'NOT has_begun AND NOT has_fallen',
    },
    running: {
      label: w('期末施工中', 'running at the end'),
      definition: w(
        '期末已领证、尚未初验合格',
        'permitted and not accepted at the end of the period',
      ),
      where: 'has_begun AND NOT has_ended AND NOT has_fallen',
    },
    accepted: {
      label: w('初验合格', 'accepted'),
      definition: w('本期初验合格', 'accepted in the period'),
      where: 'is_accepted',
    },
    reinspected: {
      label: w('复验合格', 're-inspected'),
      definition: w('本期复验合格', 're-inspected without faults in the period'),
      where: 'is_reinspected',
    },
    reinspectionsDue: {
      label: w('应复检', 're-inspections due'),
      definition: w(
        '到期末使用期满、期初还没有复检',
        'their months of use over by the end of the period, not re-inspected when it began',
      ),
      where: 'has_ended AND is_reinspection_due',
    },
    awaiting: {
      label: w('期末待复检', 'in use at the end'),
      definition: w(
        '期末已初验、尚未复验合格',
        'accepted and not re-inspected at the end of the period',
      ),
      where: 'has_ended AND NOT has_passed',
    },
  },
  groupings: { building: { label: w('楼栋', 'Building'), by: 'building' } },
};

/** Whether that had happened by the end. */
function by(column: string): string {
  return `(${column} IS NOT NULL AND ${column} <= @end)`;
}
