import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';
import { CASES, CODES_OF, KINDS, LEAVING, STATES } from './model.ts';

const named = (where: string) => `SELECT m.no FROM moves AS m WHERE ${where}`;

const itemsNamed = (where: string) =>
  `SELECT DISTINCT m.no FROM move_items AS i JOIN moves AS m ON m.id = i.move_id WHERE ${where}`;

const MOMENTS = ['opened_at', 'inspected_at', 'completed_at', 'cancelled_at'];

const OPEN_PROMISE = 'SELECT 1 FROM deadlines AS d WHERE d.subject = m.no AND d.ending IS NULL';

export const invariants: readonly Invariant[] = [
  {
    key: 'moves.known',
    check: w('入住迁离资料的种类和状态都认识', 'The kinds and states of the files are known'),
    sql: `${named(
      [
        noneOf('m.kind', KINDS),
        noneOf('m.papers_case', CASES),
        noneOf('m.state', STATES),
        `(m.leaving IS NOT NULL AND ${noneOf('m.leaving', LEAVING)})`,
        "(m.kind = 'transfer') <> (m.papers_case = 'transfer')",
        "(m.kind = 'move-out') <> (m.papers_case = 'leaving')",
        "(m.kind = 'move-out') <> (m.leaving IS NOT NULL)",
      ].join(' OR '),
    )} UNION ${itemsNamed(noneOf('i.kind', CODES_OF))}`,
  },
  {
    key: 'moves.moments',
    check: w('入住迁离资料的时间有效', 'The moments of the files exist'),
    sql: `${named(
      [...MOMENTS.map((column) => badMoment(`m.${column}`)), badDay('m.effective_on')].join(' OR '),
    )} UNION ${itemsNamed(badMoment('i.done_at'))}`,
  },
  {
    key: 'moves.order',
    check: w('入住迁离资料的各步骤先后有序', 'The steps of a file follow each other'),
    sql: `${named(
      `m.inspected_at < m.opened_at OR m.completed_at < coalesce(m.inspected_at, m.opened_at)
       OR m.cancelled_at < m.opened_at`,
    )} UNION ${itemsNamed('i.done_at < m.opened_at OR i.done_at > m.completed_at')}`,
  },
  {
    key: 'moves.ended',
    check: w(
      '办结或取消的资料有时间，办结的有生效日期',
      'A completed or cancelled file says when, a completed one from which day',
    ),
    sql: named(
      `(m.state = 'completed') <> (m.completed_at IS NOT NULL)
       OR (m.state = 'cancelled') <> (m.cancelled_at IS NOT NULL)
       OR (m.effective_on IS NULL AND (m.state = 'completed' OR m.kind <> 'move-out'))`,
    ),
  },
  {
    key: 'moves.one_open',
    check: w('同一房屋同一事项只有一份在办', 'A unit has one open file of a kind'),
    sql: `SELECT max(m.no) FROM moves AS m WHERE m.state = 'open'
          GROUP BY m.unit_id, m.kind HAVING count(*) > 1`,
  },
  {
    key: 'moves.inspected',
    check: w('验房有人、有签字', 'An inspection has an inspector and a signature'),
    sql: named(
      `(m.inspected_at IS NULL) <> (m.inspector_id IS NULL)
       OR (m.inspected_at IS NULL) <> (m.inspection_signed_by IS NULL)`,
    ),
  },
  {
    key: 'moves.handed_over',
    check: w('办结入住的房屋有交房日期', 'A unit that was moved into has a day of handover'),
    sql: named(
      `m.kind = 'move-in' AND m.state = 'completed'
       AND (SELECT u.handover_on FROM units AS u WHERE u.id = m.unit_id) IS NULL`,
    ),
  },
  {
    key: 'moves.callback_promised',
    check: w('办结的入住都安排了回访', 'Every household that moved in was promised a call'),
    sql: named(
      `m.kind = 'move-in' AND m.state = 'completed' AND NOT EXISTS (SELECT 1 FROM deadlines AS d
         WHERE d.subject = m.no AND d.kind = 'move.callback')`,
    ),
  },
  {
    key: 'moves.owing',
    check: w(
      '入住迁离资料只可能还欠入住回访',
      'A file owes nothing but the call on a household that moved in',
    ),
    sql: named(
      `EXISTS (${OPEN_PROMISE}
         AND (d.kind <> 'move.callback' OR m.kind <> 'move-in' OR m.state <> 'completed'))`,
    ),
  },
  {
    key: 'moves.defects',
    check: w('交房缺陷属于同一房屋的入住资料', 'A defect belongs to a move-in of its own unit'),
    sql: `SELECT t.no FROM tickets AS t LEFT JOIN moves AS m ON m.no = t.defect_of
          WHERE t.defect_of IS NOT NULL
            AND (m.no IS NULL OR m.kind <> 'move-in' OR m.unit_id IS NOT t.unit_id)`,
  },
  {
    key: 'moves.readings',
    check: w('表底读数有效，属于自己房屋的资料', 'Readings are of a known meter and of their unit'),
    sql: `SELECT coalesce(r.subject, 'reading ' || r.id) FROM meter_readings AS r
          LEFT JOIN moves AS m ON m.no = r.subject
          WHERE ${noneOf('r.meter', METERS)} OR ${badDay('r.read_on')}
            OR (r.subject LIKE 'M%' AND m.unit_id IS NOT r.unit_id)`,
  },
];
