import { bookKinds } from '../books/kinds.ts';
import { FALLEN } from '../deadlines/fallen.ts';
import { type KindName, kindWords } from '../deadlines/kinds.ts';
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
  moveCallback: { kinds: ['move.callback'], words: w('入住回访', 'calls on new households') },
  callback: {
    kinds: ['ticket.callback', 'complaint.callback', 'move.callback'],
    words: w('回访', 'callbacks'),
  },
  plannedVisit: { kinds: ['plan.visit'], words: w('计划走访', 'planned visits') },
  enquiry: { kinds: ['enquiry.answer'], words: w('来访来电答复', 'answers to enquiries') },
  worksPatrol: { kinds: ['reno.patrol'], words: w('装修巡查', 'patrols of works') },
  rectification: { kinds: ['reno.rectify'], words: w('违规整改', 'violations to put right') },
  reinspection: { kinds: ['reno.reinspect'], words: w('装修复检', 're-inspections') },
  trustPatrol: {
    kinds: ['trust.patrol', 'trust.before-rain', 'trust.after-rain'],
    words: w('托管巡查', 'patrols of trusts'),
  },
  promise: { kinds: ['fee.promise'], words: w('缴费承诺', 'promises to pay') },
} as const satisfies Record<string, { kinds: readonly KindName[]; words: Words }>;

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
  select: `SELECT subject AS no, due_at AS at, NULL AS unit, kind AS what, NULL AS amountFen, kind,
      role, assignee_id, clause, is_done, is_met, is_late, is_overdue FROM (${FALLEN})`,
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
    clauseAndKind: { label: w('条款和事项', 'Clause and what'), by: "clause || ' ' || kind" },
    role: { label: w('岗位', 'Role'), by: 'role' },
    kind: { label: w('事项', 'What'), by: 'kind' },
    ticketClass: {
      label: w('维修类别', 'Class of repair'),
      by: "coalesce((SELECT category FROM tickets AS t WHERE t.no = f.no), '')",
    },
    complaintGrade: {
      label: w('投诉级别', 'Grade of complaint'),
      by: "coalesce((SELECT grade FROM complaints AS c WHERE c.no = f.no), '')",
    },
    staff: {
      label: w('经办', 'Staff'),
      by: '(SELECT name FROM staff WHERE id = assignee_id)',
    },
  },
};
