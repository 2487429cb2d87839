import type { KindName } from '../deadlines/kinds.ts';
import { PARTIES } from '../deposits/model.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf, sqlList } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { WAY } from './chain-rules.ts';
import { APPLICANTS, FATES, INSPECTIONS, MEASURES, STATES, type State } from './model.ts';

/** Renovations that are like this. */
const named = (where: string) => `SELECT r.no FROM renovations AS r WHERE ${where}`;

/** Renovations one of whose rows of this table, `t`, is like this. */
const having = (table: string, where: string) =>
  `SELECT r.no FROM renovations AS r JOIN ${table} AS t ON t.renovation_id = r.id WHERE ${where}`;

const ofMeasures = (where: string) =>
  `SELECT r.no FROM renovations AS r JOIN renovation_violations AS v ON v.renovation_id = r.id
   JOIN violation_measures AS t ON t.violation_id = v.id WHERE ${where}`;

const MOMENTS = [
  'applied_at',
  'complete_at',
  'reviewed_at',
  'approved_at',
  'refused_at',
  'permitted_at',
  'utilities_at',
  'requested_at',
  'accepted_at',
  'cleared_at',
  'reinspected_at',
  'settled_at',
  'closed_at',
  'cancelled_at',
] as const;

/** A list of codes with commas between them may be empty; a code may not. */
const badCodes = (column: string): string =>
  `(${column} GLOB '*[^A-Za-z0-9,-]*' OR ',' || ${column} || ',' GLOB '*,,?*'
    OR ',' || ${column} || ',' GLOB '?*,,')`;

const badCode = (column: string): string => `(${column} = '' OR ${column} GLOB '*[^A-Za-z0-9-]*')`;

/** The states from one on, as the chain passes through them. */
const from = (state: State): readonly State[] => WAY.slice(WAY.indexOf(state));

const isIn = (states: readonly State[]): string => `(r.state IN (${sqlList(states)}))`;

const RUNNING = "(r.state = 'permitted' AND r.requested_at IS NULL)";

const OPEN = 'SELECT 1 FROM deadlines AS d WHERE d.subject = r.no AND d.ending IS NULL';

const openCount = (kind: KindName): string =>
  `(SELECT count(*) FROM deadlines AS d
    WHERE d.subject = r.no AND d.kind = '${kind}' AND d.ending IS NULL)`;

/** Of the row `t` of a renovation. */
const openPart = (kind: KindName): string =>
  `(SELECT count(*) FROM deadlines AS d WHERE d.subject = r.no AND d.kind = '${kind}'
      AND d.part = t.part AND d.ending IS NULL)`;

/** What is owed once, exactly while this holds. */
const OWED_WHILE: readonly (readonly [KindName, string])[] = [
  ['reno.review', "(r.state = 'applied' AND r.complete_at IS NOT NULL)"],
  ['reno.approve', "(r.state = 'reviewed')"],
  ['reno.accept', "(r.state = 'permitted' AND r.requested_at IS NOT NULL)"],
  ['reno.reinspect', "(r.state = 'accepted')"],
  ['reno.refund', "(r.state = 'reinspected')"],
];

const ofViolation = (where: string): string =>
  `EXISTS (SELECT 1 FROM renovation_violations AS v
    WHERE v.renovation_id = r.id AND v.part = d.part AND ${where})`;

/** When else something may be owed. */
const OWED_WITHIN: readonly (readonly [KindName, string])[] = [
  ['reno.commit', isIn(['applied', 'reviewed', 'approved'])],
  ['reno.tell', isIn(['permitted'])],
  ['reno.utilities', isIn(['permitted'])],
  ['reno.clear', isIn(['accepted', 'reinspected'])],
  ['reno.patrol', RUNNING],
  ['reno.period-end', RUNNING],
  [
    'reno.pass-expiry',
    `r.state = 'permitted' AND EXISTS (SELECT 1 FROM renovation_permits AS p
      WHERE p.renovation_id = r.id AND p.part = d.part AND p.part > 0 AND p.fate IS NULL)`,
  ],
  ['reno.rectify', ofViolation('v.rectified_at IS NULL AND v.fix_by IS NOT NULL')],
  ['reno.report', ofViolation('v.reported_at IS NULL')],
];

const mayOwe = [...OWED_WHILE, ...OWED_WITHIN]
  .map(([kind, when]) => `(d.kind = '${kind}' AND ${when})`)
  .join(' OR ');

/** Columns that are filled exactly in these states. */
const FILLED_IN: readonly (readonly [string, readonly State[]])[] = [
  ['accepted_at', from('accepted')],
  ['accepted_by', from('accepted')],
  ['reinspected_at', from('reinspected')],
  ['reinspected_by', from('reinspected')],
  ['settled_at', from('settled')],
  ['closed_at', from('closed')],
  ['cancelled_at', ['cancelled']],
];

/** Columns that are filled in these states, if not there alone. */
const FILLED_FROM: readonly (readonly [string, readonly State[]])[] = [
  ['complete_at', from('reviewed')],
  ['reviewed_at', from('reviewed')],
  ['reviewed_by', from('reviewed')],
  ['approved_at', from('approved')],
  ['approved_by', from('approved')],
  ['permitted_at', from('permitted')],
  ['refused_at', ['refused']],
  ['refused_by', ['refused']],
];

/** A step and the one that it follows. */
const ORDER: readonly (readonly [string, string])[] = [
  ['applied_at', 'complete_at'],
  ['complete_at', 'reviewed_at'],
  ['reviewed_at', 'approved_at'],
  ['applied_at', 'refused_at'],
  ['approved_at', 'permitted_at'],
  ['permitted_at', 'utilities_at'],
  ['permitted_at', 'requested_at'],
  ['permitted_at', 'accepted_at'],
  ['accepted_at', 'cleared_at'],
  ['accepted_at', 'reinspected_at'],
  ['reinspected_at', 'settled_at'],
  ['settled_at', 'closed_at'],
  ['applied_at', 'cancelled_at'],
];

const passedOnce = (kind: string, column: string): string =>
  `(${column} IS NOT NULL) <> (SELECT count(*) FROM renovation_inspections AS i
     WHERE i.renovation_id = r.id AND i.kind = '${kind}' AND i.passed = 1
       AND i.inspected_at = ${column})
   OR (${column} IS NULL AND EXISTS (SELECT 1 FROM renovation_inspections AS i
     WHERE i.renovation_id = r.id AND i.kind = '${kind}' AND i.passed = 1))`;

export const invariants: readonly Invariant[] = [
  {
    key: 'renovations.known',
    check: w(
      '装修的申请人、状态、证件、处置和验收都认识',
      'Applicants, states, permits, measures and inspections of renovations are known',
    ),
    sql: [
      named(`${noneOf('r.applicant', APPLICANTS)} OR ${noneOf('r.state', STATES)}`),
      having('renovation_promises', noneOf('t.party', PARTIES)),
      having('renovation_permits', `t.fate IS NOT NULL AND ${noneOf('t.fate', FATES)}`),
      having('renovation_inspections', noneOf('t.kind', INSPECTIONS)),
      ofMeasures(noneOf('t.measure', MEASURES)),
    ].join(' UNION '),
  },
  {
    key: 'renovations.moments',
    check: w('装修的日期、时间有效', 'The days and moments of the renovations exist'),
    sql: [
      named(
        [
          ...MOMENTS.map((column) => badMoment(`r.${column}`)),
          badDay('r.from_on'),
          badDay('r.until_on'),
        ].join(' OR '),
      ),
      having('renovation_papers', badMoment('t.received_at')),
      having('renovation_promises', badMoment('t.promised_at')),
      having(
        'renovation_permits',
        [badDay('t.until_on'), badMoment('t.issued_at'), badMoment('t.fate_at')].join(' OR '),
      ),
      having('renovation_patrols', badMoment('t.patrolled_at')),
      having(
        'renovation_violations',
        ['found_at', 'stopped_at', 'fix_by', 'reported_at', 'rectified_at']
          .map((column) => badMoment(`t.${column}`))
          .join(' OR '),
      ),
      ofMeasures(badMoment('t.taken_at')),
      having(
        'renovation_overtimes',
        ['from_at', 'until_at', 'granted_at']
          .map((column) => badMoment(`t.${column}`))
          .join(' OR '),
      ),
      having('renovation_inspections', badMoment('t.inspected_at')),
    ].join(' UNION '),
  },
  {
    key: 'renovations.codes',
    check: w('装修的各项代码写法正确', 'The codes of the renovations are well formed'),
    sql: [
      named(`${badCodes('r.works')} OR (r.grounds IS NOT NULL AND ${badCodes('r.grounds')})`),
      having('renovation_papers', badCode('t.code')),
      having('renovation_promises', badCode('t.code')),
      having('renovation_violations', badCode('t.code')),
    ].join(' UNION '),
  },
  {
    key: 'renovations.period',
    check: w('施工期、加班先起后止', 'Periods of works and overtime end after they begin'),
    sql: `${named('r.from_on > r.until_on')}
          UNION ${having('renovation_overtimes', 't.from_at >= t.until_at')}`,
  },
  {
    key: 'renovations.state',
    check: w('装修的状态与各步骤相符', 'The state of a renovation agrees with its steps'),
    sql: named(
      [
        ...FILLED_IN.map(([column, states]) => `(r.${column} IS NOT NULL) <> ${isIn(states)}`),
        ...FILLED_FROM.map(([column, states]) => `(r.${column} IS NULL AND ${isIn(states)})`),
        `(r.refused_at IS NOT NULL AND NOT ${isIn(['refused', 'cancelled'])})`,
        `(r.permitted_at IS NOT NULL AND NOT ${isIn([...from('permitted'), 'cancelled'])})`,
        `(r.requested_at IS NOT NULL AND NOT ${isIn(['permitted'])})`,
        '(r.opinion IS NULL) <> (r.opinion_by IS NULL)',
      ].join(' OR '),
    ),
  },
  {
    key: 'renovations.order',
    check: w('装修的各步骤先后有序', 'The steps of a renovation follow each other'),
    sql: named(ORDER.map(([before, after]) => `r.${after} < r.${before}`).join(' OR ')),
  },
  {
    key: 'renovations.permits',
    check: w(
      '开工的装修都有许可证，出入证都有人',
      'Works have a permit, every pass a worker, and what is back or lost a time',
    ),
    sql: `${named(`(r.permitted_at IS NOT NULL) <> EXISTS (SELECT 1 FROM renovation_permits AS p
            WHERE p.renovation_id = r.id AND p.part = 0)`)}
          UNION ${having(
            'renovation_permits',
            `(t.part = 0) <> (t.worker IS NULL) OR r.permitted_at IS NULL
             OR (t.fate IS NULL) <> (t.fate_at IS NULL) OR t.fate_at < t.issued_at
             OR (t.lost_fen IS NOT NULL AND t.fate IS NOT 'lost')
             OR (t.pass_fen IS NOT NULL AND t.part = 0)`,
          )}`,
  },
  {
    key: 'renovations.inspected',
    check: w(
      '初验合格、复验合格都有验收记录',
      'What was accepted or re-inspected has the inspection that it passed',
    ),
    sql: named(
      `${passedOnce('acceptance', 'r.accepted_at')}
       OR ${passedOnce('reinspection', 'r.reinspected_at')}`,
    ),
  },
  {
    key: 'renovations.violations',
    check: w(
      '违规都有处置，整改、上报有人有时间',
      'Every violation has a measure; what was put right or reported says by or to whom',
    ),
    sql: having(
      'renovation_violations',
      `(t.rectified_at IS NULL) <> (t.rectified_by IS NULL)
       OR (t.reported_at IS NULL) <> (t.reported_to IS NULL) OR t.rectified_at < t.found_at
       OR NOT EXISTS (SELECT 1 FROM violation_measures AS m WHERE m.violation_id = t.id)`,
    ),
  },
  {
    key: 'renovations.rectified',
    check: w(
      '复验合格的装修没有未整改的违规',
      'No violation is open where the re-inspection was passed',
    ),
    sql: having('renovation_violations', `t.rectified_at IS NULL AND ${isIn(from('reinspected'))}`),
  },
  {
    key: 'renovations.patrolled',
    check: w(
      '施工中的装修恰有一次待巡查、一个到期日',
      'Works that run owe exactly one patrol and one end',
    ),
    sql: named(
      `${openCount('reno.patrol')} <> ${RUNNING} OR ${openCount('reno.period-end')} <> ${RUNNING}`,
    ),
  },
  {
    key: 'renovations.promised',
    check: w(
      '审核、审批、验收、复检、退款各有一个期限',
      'Review, approval, acceptance, re-inspection and refund each have one deadline',
    ),
    sql: named(OWED_WHILE.map(([kind, when]) => `${openCount(kind)} <> ${when}`).join(' OR ')),
  },
  {
    key: 'renovations.parts_promised',
    check: w(
      '未整改的违规各有一个整改期限，在用的出入证各有一个到期日',
      'Each open violation has one deadline, and each pass in use one last day',
    ),
    sql: `${having(
      'renovation_violations',
      `(t.rectified_at IS NULL) <> ${openPart('reno.rectify')}`,
    )}
    UNION ${having(
      'renovation_permits',
      `t.part > 0 AND (t.fate IS NULL AND r.state = 'permitted') <> ${openPart('reno.pass-expiry')}`,
    )}`,
  },
  {
    key: 'renovations.owing',
    check: w(
      '装修只欠当前阶段的事项',
      'A renovation owes nothing but what belongs to where it stands',
    ),
    sql: named(`EXISTS (${OPEN} AND NOT (${mayOwe}))`),
  },
  {
    key: 'renovations.settled',
    check: w(
      '已退款、已取消的装修不再有在押的保证金',
      'Nothing is held for a renovation that was settled or cancelled',
    ),
    sql: named(
      `${isIn(['settled', 'closed', 'cancelled'])} AND 0 <> (SELECT coalesce(sum(m.amount_fen), 0)
         FROM deposits AS d JOIN deposit_moves AS m ON m.deposit_id = d.id
         WHERE d.subject = r.no)`,
    ),
  },
];
