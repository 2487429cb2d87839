import { agenda } from '../agenda/service.ts';
import { cashOnHand } from '../cash/handing-in.ts';
import { journalOf } from '../cash/journal.ts';
import { METHODS } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import { type Block, named, type Section } from '../formats/model.ts';
import { itemsNow } from '../handover/gathering.ts';
import { ITEM_KINDS } from '../handover/model.ts';
import { addDays, type Day } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';
import { listRenovations } from '../renovations/record.ts';
import { column, roleColumn, table } from './building.ts';

/** Money taken and handed in, yesterday and today (rules 129, 130). */
export function cashToday(ctx: Ctx, day: Day, isNow: boolean): Section {
  const days = [addDays(day, -1), day].flatMap((on) =>
    journalOf(ctx, { day: on }).totals.map((total) => ({ day: on, ...total })),
  );
  return {
    key: 'cash',
    title: w('收款与现金', 'Money and cash'),
    blocks: [
      ...(isNow ? [told('inTill', w('备用现金', 'cash in the till'), cashOnHand(ctx))] : []),
      table(
        days,
        [
          column('day', w('日期', 'Day'), 'day', (it) => it.day),
          column('method', w('方式', 'Method'), 'named', (it) => named(it.method, METHODS)),
          column('in', w('收入', 'In'), 'money', (it) => it.inFen),
          column('out', w('支出、交财务', 'Out, handed in'), 'money', (it) => it.outFen),
        ],
        { key: 'moved', title: w('收支与交财务', 'In, out and handed in') },
      ),
    ],
  };
}

const told = (key: string, label: Words, amountFen: number): Block => ({
  is: 'figures',
  ...{ key: null, title: null },
  figures: [
    {
      ...{ key, name: null, label, kind: 'money', value: amountFen },
      definition: w('此刻收到、尚未交财务的现金', 'cash taken and not yet handed in, now'),
    },
  ],
});

/** Works that go on, and when they were last seen (rules 96, 97). */
export const worksToday = (ctx: Ctx): Section => ({
  key: 'renovations',
  title: w('施工中的装修', 'Works in progress'),
  blocks: [
    table(listRenovations(ctx, { state: 'permitted' }), [
      column('no', w('编号', 'No'), 'text', (it) => it.no),
      column('unit', w('房号', 'Unit'), 'text', (it) => it.unit),
      column('scope', w('内容', 'Scope'), 'text', (it) => it.scope),
      column('untilOn', w('施工到', 'Until'), 'day', (it) => it.untilOn),
    ]),
  ],
});

/** How much is overdue and due today, by whoever owes it. */
export function owedToday(ctx: Ctx): Section {
  const { duties, endOfToday, now } = agenda(ctx, {});
  const byRole = [...groupBy(duties, ({ role }) => role)];
  return {
    key: 'agenda',
    title: w('待办', 'Agenda'),
    blocks: [
      table(byRole, [
        roleColumn(ctx, ([role]: [Role, unknown]) => role),
        column(
          'overdue',
          w('已超期', 'Overdue'),
          'whole',
          ([, some]) => some.filter(({ dueAt }) => dueAt < now).length,
        ),
        column(
          'today',
          w('今天到期', 'Due today'),
          'whole',
          ([, some]) => some.filter(({ dueAt }) => dueAt >= now && dueAt <= endOfToday).length,
        ),
      ]),
    ],
  };
}

const KIND_NAMES: Readonly<Record<string, Words>> = ITEM_KINDS;

/** What the next shift must know (rule 151). */
export const handoverToday = (ctx: Ctx): Section => ({
  key: 'handover',
  title: w('下一班须知', 'What the next shift must know'),
  blocks: [
    table(itemsNow(ctx), [
      column(
        'kind',
        w('类别', 'Kind'),
        'words',
        ({ kind }) =>
          KIND_NAMES[kind] ?? ctx.books.find(({ key }) => key === kind)?.name ?? same(kind),
      ),
      column('subject', w('编号', 'No'), 'text', (it) => it.subject),
      column('text', w('内容', 'What'), 'text', (it) => it.text),
    ]),
  ],
});
