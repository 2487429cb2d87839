import { bookKinds } from '../books/kinds.ts';
import type { Ctx } from '../context.ts';
import { kindWords } from '../deadlines/kinds.ts';
import type { Section } from '../formats/model.ts';
import { groupBy } from '../lib/group.ts';
import { rateOf } from '../lib/rate.ts';
import { list, type Words, w } from '../lib/words.ts';
import { measureBy } from '../measures/measuring.ts';
import type { Numbers, Span } from '../measures/model.ts';
import type { Role } from '../policy/roles.ts';
import { column, roleColumn, type Told, table } from './building.ts';

type Parted = readonly [key: string, numbers: Numbers];

const count = (key: string, label: Words) =>
  column(key, label, 'whole', ([, it]: Parted) => it[key] ?? 0);

/** Of deadlines parted by anything. */
export const deadlineColumns = [
  count('due', w('到期', 'Due')),
  count('met', w('按时', 'Met')),
  count('late', w('超期完成', 'Late')),
  count('overdue', w('仍超期', 'Overdue')),
  column('onTime', w('按时率', 'In time'), 'rate', ([, it]: Parted) =>
    rateOf(it.met ?? 0, it.due ?? 0),
  ),
];

/** Deadlines met, late and overdue per clause of the policy, with what it asks for; the most broken first. */
export function deadlineSection(ctx: Ctx, { now: { span } }: Told): Section {
  const whatOf = askedBy(ctx, span);
  const broken = ([, { late = 0, overdue = 0 }]: Parted) => late + overdue;
  return {
    key: 'deadlines',
    title: w('时限', 'Deadlines'),
    blocks: [
      table(
        [...measureBy(ctx, span, 'deadlines', 'clause')].sort((a, b) => broken(b) - broken(a)),
        [
          column('what', w('事项', 'What'), 'words', ([clause]) => whatOf(clause)),
          ...deadlineColumns,
          column('clause', w('条款', 'Clause'), 'text', ([clause]) => clause),
        ],
      ),
    ],
  };
}

/** What each clause asked for in the period. */
function askedBy(ctx: Ctx, span: Span): (clause: string) => Words {
  const declared = bookKinds(ctx.books);
  const kinds = groupBy(
    [...measureBy(ctx, span, 'deadlines', 'clauseAndKind').keys()].map((key) => key.split(' ')),
    ([clause]) => clause,
  );
  return (clause) =>
    list((kinds.get(clause) ?? []).map(([, kind = '']) => kindWords(kind, declared)));
}

/** The same per role. */
export const roleSection = (ctx: Ctx, { now }: Told): Section => ({
  key: 'roles',
  title: w('各岗位的时限', 'Deadlines by role'),
  blocks: [
    table(
      [...measureBy(ctx, now.span, 'deadlines', 'role')],
      [roleColumn(ctx, ([role]: Parted) => role as Role), ...deadlineColumns],
    ),
  ],
});
