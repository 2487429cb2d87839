import { bookKinds } from '../books/kinds.ts';
import type { Ctx } from '../context.ts';
import { kindWords } from '../deadlines/kinds.ts';
import type { Duty } from '../deadlines/model.ts';
import { dutiesDueBy } from '../deadlines/service.ts';
import type { Section } from '../formats/model.ts';
import type { DaySpan } from '../lib/day-span.ts';
import { groupBy } from '../lib/group.ts';
import { dayOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { spanOf } from '../measures/model.ts';
import { cadenceDuties } from '../rhythms/rhythms.ts';
import { column, roleColumn, table } from './building.ts';

/** What falls due in the next period, by what is to be done, as promised now. */
export function nextSection(ctx: Ctx, next: DaySpan): Section {
  const { from, to } = spanOf(next, ctx);
  const declared = bookKinds(ctx.books);
  const duties = [...dutiesDueBy(ctx, to, declared), ...cadenceDuties(ctx, to)].filter(
    ({ dueAt }) => dueAt >= from && dueAt <= to,
  );
  const groups = [...groupBy(duties, ({ kind, role }) => `${kind} ${role}`).values()];
  return {
    key: 'next',
    title: w('下期到期', 'Due in the next period'),
    blocks: [
      table(
        groups.flatMap((group) => {
          const [first] = [...group].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
          return first ? [{ first, count: group.length }] : [];
        }),
        [
          column('kind', w('代码', 'Key'), 'text', ({ first }: Coming) => first.kind),
          column('what', w('事项', 'What'), 'words', ({ first }) =>
            kindWords(first.kind, declared),
          ),
          roleColumn(ctx, ({ first }: Coming) => first.role),
          column('count', w('件数', 'Count'), 'whole', ({ count }) => count),
          column('firstOn', w('最早', 'First on'), 'day', ({ first }) =>
            dayOf(first.dueAt, ctx.zone),
          ),
        ],
      ),
    ],
  };
}

interface Coming {
  first: Duty;
  count: number;
}
