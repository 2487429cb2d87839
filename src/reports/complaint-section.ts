import { GRADES } from '../complaints/model.ts';
import type { Ctx } from '../context.ts';
import type { Section } from '../formats/model.ts';
import { monthOf } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';
import { measureBy } from '../measures/measuring.ts';
import { openComplaints } from '../measures/open-complaints.ts';
import { column, figures, type Told, table } from './building.ts';
import { complaintTrend } from './trend-blocks.ts';

const GRADE_WORDS: Readonly<Record<string, Words>> = GRADES;

/** Complaints new and carried over, closed and unclosed, by grade (rules 49–62, 162). */
export const complaintSection = (ctx: Ctx, told: Told): Section => ({
  key: 'complaints',
  title: w('投诉', 'Complaints'),
  blocks: [
    figures(told, [
      ...['complaints.new', 'complaints.carried', 'complaints.closed', 'complaints.open'],
      ...['complaints.repeated', 'complaints.onTime', 'complaints.closedRate'],
      ...['complaints.callback', 'complaints.perHousehold'],
    ]),
    complaintTrend(ctx, monthOf(told.now.span.untilOn)),
    table(
      [...measureBy(ctx, told.now.span, 'complaints', 'grade')],
      [
        column('grade', w('级别', 'Grade'), 'words', ([key]) => GRADE_WORDS[key] ?? null),
        column('new', w('新投诉', 'New'), 'whole', ([, it]) => it.new ?? 0),
        column('carried', w('上期结转', 'Carried over'), 'whole', ([, it]) => it.carried ?? 0),
        column('closed', w('结案', 'Closed'), 'whole', ([, it]) => it.closed ?? 0),
        column('open', w('未结', 'Open'), 'whole', ([, it]) => it.open ?? 0),
      ],
      { key: 'byGrade', title: w('按级别', 'By grade') },
    ),
    table(
      openComplaints(ctx, told.now.span),
      [
        column('no', w('编号', 'No'), 'text', (it) => it.no),
        column('grade', w('级别', 'Grade'), 'words', (it) => it.grade),
        column('reason', w('未结原因', 'Not closed because'), 'words', (it) => it.reason),
        column('receivedAt', w('受理', 'Received'), 'moment', (it) => it.receivedAt),
        column('overdueSince', w('超期自', 'Overdue since'), 'moment', (it) => it.overdueSince),
      ],
      { key: 'unclosed', title: w('期末未结', 'Not closed at the end') },
    ),
  ],
});
