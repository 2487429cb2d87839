import { KINDS } from '../enquiries/model.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

const KIND_NAMES: Readonly<Record<string, Words>> = KINDS;

/** Calls, visits and messages that are neither repair nor complaint (rules 63–67, 178). */
export const enquiries: Facts = {
  key: 'enquiries',
  name: w('来访来电', 'Enquiries'),
  select: `SELECT e.no, e.received_at AS at, u.code AS unit, e.kind AS what, NULL AS amountFen,
      e.kind, e.channel,
      e.received_at >= @from AS is_new,
      e.answered_at >= @from AND e.answered_at <= @end AS is_answered,
      e.ended_at >= @from AND e.ended_at <= @end AS is_ended,
      e.ended_at IS NULL OR e.ended_at > @end AS is_open
    FROM (SELECT *, coalesce(answered_at, closed_at) AS ended_at FROM enquiries) AS e
    LEFT JOIN units AS u ON u.id = e.unit_id
    WHERE e.received_at <= @end AND (e.ended_at IS NULL OR e.ended_at >= @from)`,
  figures: {
    new: {
      label: w('来访来电', 'received'),
      definition: w('本期登记的来访、来电、留言', 'calls, visits and messages of the period'),
      where: 'is_new',
    },
    carried: {
      label: w('上期结转', 'carried over'),
      definition: w(
        '期初已登记、尚未了结',
        'received before the period and not settled when it began',
      ),
      where: 'NOT is_new',
    },
    answered: {
      label: w('已答复', 'answered'),
      definition: w('本期答复，不论何时登记', 'answered in the period, whenever received'),
      where: 'is_answered',
    },
    settled: {
      label: w('了结', 'settled'),
      definition: w(
        '本期答复、转达或不再需要答复',
        'answered, passed on or of no more concern in the period',
      ),
      where: 'is_ended',
    },
    open: {
      label: w('期末未了结', 'open at the end'),
      definition: w('期末尚未了结', 'not settled at the end of the period'),
      where: 'is_open',
    },
  },
  whatOf: (_, kind) => KIND_NAMES[kind] ?? same(kind),
  groupings: {
    kind: { label: w('种类', 'Kind'), by: 'kind' },
    channel: { label: w('途径', 'Channel'), by: 'channel' },
  },
};
