import { GRADES, type Grade } from '../complaints/model.ts';
import type { Ctx } from '../context.ts';
import { named, type Section } from '../formats/model.ts';
import { monthOf } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import { measureParted } from '../measures/measuring.ts';
import { openComplaints } from '../measures/open-complaints.ts';
import { column, figureColumn, figures, type Told, table } from './building.ts';
import { complaintTrend } from './trend-blocks.ts';

/** Complaints new and carried over, closed and unclosed, by grade (rules 49–62, 162). */
export const complaintSection = (ctx: Ctx, told: Told): Section => ({
  key: 'complaints',
  title: w('投诉', 'Complaints'),
  blocks: [
    figures(told, [
      ...[
        'complaints.new',
        'complaints.carried',
        'complaints.returned',
        'complaints.closed',
        'complaints.open',
      ],
      ...['complaints.repeated', 'complaints.onTime', 'complaints.closedRate'],
      ...['complaints.callback', 'complaints.perHousehold'],
    ]),
    complaintTrend(ctx, monthOf(told.now.span.untilOn)),
    table(
      measureParted(ctx, told.now.span, Object.keys(GRADES) as Grade[], {
        complaints: 'grade',
        deadlines: 'complaintGrade',
      }),
      [
        column('grade', w('级别', 'Grade'), 'named', ([key]) => named(key, GRADES)),
        ...['complaints.new', 'complaints.carried', 'complaints.returned', 'complaints.closed'].map(
          figureColumn,
        ),
        ...['complaints.open', 'complaints.onTime', 'complaints.closedRate'].map(figureColumn),
      ],
      { key: 'byGrade', title: w('按级别', 'By grade') },
    ),
    table(
      openComplaints(ctx, told.now.span),
      [
        column('no', w('编号', 'No'), 'text', (it) => it.no),
        column('grade', w('级别', 'Grade'), 'named', (it) => named(it.grade, GRADES)),
        column('reason', w('未结原因', 'Not closed because'), 'words', (it) => it.reason),
        column('receivedAt', w('受理', 'Received'), 'moment', (it) => it.receivedAt),
        column('overdueSince', w('超期自', 'Overdue since'), 'moment', (it) => it.overdueSince),
      ],
      { key: 'unclosed', title: w('期末未结', 'Not closed at the end') },
    ),
  ],
});
