import { GRADES } from '../complaints/model.ts';
import { listComplaints } from '../complaints/record.ts';
import type { Ctx } from '../context.ts';
import type { Deadline } from '../deadlines/model.ts';
import { stateOf } from '../deadlines/rules.ts';
import { named, type Section, type Value } from '../formats/model.ts';
import type { Moment } from '../lib/moment.ts';
import { shorten } from '../lib/shorten.ts';
import { w } from '../lib/words.ts';
import { STATES as TICKET_STATES } from '../tickets/model.ts';
import { listTickets, type TicketRecord } from '../tickets/record.ts';
import { callList } from '../visits/calling.ts';
import { type Call, REASON_WORDS } from '../visits/model.ts';
import { column, figures, type Told, table } from './building.ts';

const LONGEST = 40;

/** The first promise of a record that is still open, if it is broken. */
const overdueSince = (deadlines: readonly Deadline[], now: Moment): Value =>
  deadlines
    .filter((each) => stateOf(each, now) === 'overdue')
    .map(({ dueAt }) => dueAt)
    .sort()[0] ?? null;

/** Repairs that are not finished, with how far they are (rules 36, 162: 未完工单 daily). */
export const repairsToday = (ctx: Ctx, told: Told, isNow: boolean): Section => ({
  key: 'tickets',
  title: w('维修', 'Repairs'),
  blocks: [
    figures(told, ['tickets.opened', 'tickets.finished', 'tickets.open']),
    ...(isNow
      ? [
          table(
            listTickets(ctx, { open: true }).filter(({ state }) => state !== 'finished'),
            [
              column('no', w('编号', 'No'), 'text', (it: TicketRecord) => it.no),
              column('where', w('地点', 'Where'), 'text', (it) => it.unit ?? it.place),
              column('item', w('事项', 'What'), 'text', (it) => shorten(it.item, LONGEST)),
              column('state', w('进度', 'Progress'), 'named', (it) =>
                named(it.state, TICKET_STATES),
              ),
              column('worker', w('维修人', 'Worker'), 'text', (it) => it.assignedTo),
              column('openedAt', w('报修', 'Reported'), 'moment', (it) => it.openedAt),
              column('overdueSince', w('超期自', 'Overdue since'), 'moment', (it) =>
                overdueSince(it.deadlines, ctx.now),
              ),
            ],
            { key: 'unfinished', title: w('未完工单', 'Not finished') },
          ),
        ]
      : []),
  ],
});

/** Completions to call back, and other calls of today (rules 38, 42); names nobody. */
export const callsToday = (ctx: Ctx): Section => ({
  key: 'callbacks',
  title: w('待回访', 'To call back'),
  blocks: [
    table(callList(ctx, {}), [
      column('no', w('编号', 'No'), 'text', (it: Call) => it.subject),
      column('reason', w('事由', 'Reason'), 'named', (it) => named(it.reason, REASON_WORDS)),
      column('unit', w('房号', 'Unit'), 'text', (it) => it.unit),
      column('dueAt', w('期限', 'Due'), 'moment', (it) => it.dueAt),
    ]),
  ],
});

/** Complaints that are not closed, by grade, with what is overdue (rule 68: read daily). */
export const complaintsToday = (ctx: Ctx, told: Told, isNow: boolean): Section => ({
  key: 'complaints',
  title: w('投诉', 'Complaints'),
  blocks: [
    figures(told, ['complaints.new', 'complaints.closed', 'complaints.open']),
    ...(isNow
      ? [
          table(
            listComplaints(ctx, { open: true }),
            [
              column('no', w('编号', 'No'), 'text', (it) => it.no),
              column('grade', w('级别', 'Grade'), 'named', (it) => named(it.grade, GRADES)),
              column('where', w('地点', 'Where'), 'text', (it) => it.unit ?? it.place),
              column('text', w('内容', 'What'), 'text', (it) => shorten(it.text, LONGEST)),
              column('receivedAt', w('受理', 'Received'), 'moment', (it) => it.receivedAt),
              column('overdueSince', w('超期自', 'Overdue since'), 'moment', (it) =>
                overdueSince(it.deadlines, ctx.now),
              ),
            ],
            { key: 'unclosed', title: w('未结投诉', 'Not closed') },
          ),
        ]
      : []),
  ],
});
