import { bookKinds } from '../books/kinds.ts';
import { kindWords } from '../deadlines/kinds.ts';
import { type Words, w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

/** Kinds of promises that reports tell by themselves: due, done at all, done in time. */
const TOLD = {
  arrival: { kinds: ['ticket.arrive'], words: w('到场', 'arrivals') },
  repair: { kinds: ['ticket.finish'], words: w('维修完工', 'repairs') },
  ticketCallback: { kinds: ['ticket.callback'], words: w('维修回访', 'callbacks of repairs') },
  complaint: { kinds: ['complaint.resolve'], words: w('投诉处理', 'complaints') },
  complaintCallback: {
    kinds: ['complaint.callback'],
    words: w('投诉回访', 'callbacks of complaints'),
  },
} as const satisfies Record<string, { kinds: readonly string[]; words: Words }>;

type Figures = Facts['figures'];

/** `repairDue`, `repairDone`, `repairMet` and so on. */
const told: Figures = Object.fromEntries(
  Object.entries(TOLD).flatMap(([key, { kinds, words }]): [string, Figures[string]][] => {
    const isOf = `kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
    return [
      [
        `${key}Due`,
        {
          label: w(`${words.zh}到期`, `${words.en} due`),
          definition: w(`本期到期的${words.zh}`, `${words.en} due in the period`),
          where: isOf,
        },
      ],
      [
        `${key}Done`,
        {
          label: w(`${words.zh}已办`, `${words.en} done`),
          definition: w(`其中办完的，不论是否按时`, 'done of those, in time or not'),
          where: `${isOf} AND is_done`,
        },
      ],
      [
        `${key}Met`,
        {
          label: w(`${words.zh}按时`, `${words.en} in time`),
          definition: w('其中按时办完的', 'done of those in time'),
          where: `${isOf} AND is_met`,
        },
      ],
    ];
  }),
);

/**
 * Promises that fell due in the period, or were kept before they did: the one measure of lateness of all
 * reports. What was waived is owed by nobody.
 */
export const deadlines: Facts = {
  key: 'deadlines',
  name: w('时限', 'Deadlines'),
  select: `SELECT d.subject AS no, d.due_at AS at, NULL AS unit, d.kind AS what, NULL AS amountFen,
      d.kind, d.role, d.assignee_id, d.clause, d.is_met AS is_done,
      d.is_met AND d.ended_at <= d.due_at AS is_met,
      d.is_missed OR (d.is_met AND d.ended_at > d.due_at) AS is_late,
      NOT d.is_met AND NOT d.is_missed AS is_overdue
    FROM (
      SELECT *, ending IS 'met' AND ended_at <= @now AS is_met,
        ending IS 'missed' AND ended_at <= @now AS is_missed
      FROM deadlines WHERE due_at >= @from AND due_at <= @to
        AND NOT (ending IS 'waived' AND ended_at <= @now)) AS d
    WHERE d.is_met OR d.is_missed OR d.due_at < @now`,
  figures: {
    due: {
      label: w('到期', 'due'),
      definition: w(
        '本期到期的时限，已免的不算',
        'deadlines due in the period, without the waived',
      ),
      where: 'true',
    },
    met: {
      label: w('按时', 'met'),
      definition: w('按时办完', 'kept in time'),
      where: 'is_met',
    },
    late: {
      label: w('超期完成', 'late'),
      definition: w('超期才办完，或超期后作罢', 'kept too late, or broken when the case moved on'),
      where: 'is_late',
    },
    overdue: {
      label: w('仍超期', 'overdue'),
      definition: w('到期未办，至今未办', 'due and not kept until now'),
      where: 'is_overdue',
    },
    ...told,
  },
  whatOf: ({ books }, kind) => kindWords(kind, bookKinds(books)),
  groupings: {
    clause: { label: w('条款', 'Clause'), by: 'clause' },
    role: { label: w('岗位', 'Role'), by: 'role' },
    kind: { label: w('事项', 'What'), by: 'kind' },
    staff: {
      label: w('经办', 'Staff'),
      by: '(SELECT name FROM staff WHERE id = assignee_id)',
    },
  },
};
