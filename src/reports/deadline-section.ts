import type { Ctx } from '../context.ts';
import type { Section } from '../formats/model.ts';
import { rateOf } from '../lib/rate.ts';
import { type Words, w } from '../lib/words.ts';
import { measureBy } from '../measures/measuring.ts';
import type { Numbers } from '../measures/model.ts';
import { type Role, roleTitle } from '../policy/roles.ts';
import { column, type Told, table } from './building.ts';

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

/** Deadlines met, late and overdue per clause of the policy. */
export const deadlineSection = (ctx: Ctx, { now }: Told): Section => ({
  key: 'deadlines',
  title: w('时限', 'Deadlines'),
  blocks: [
    table(
      [...measureBy(ctx, now.span, 'deadlines', 'clause')],
      [column('clause', w('条款', 'Clause'), 'text', ([clause]) => clause), ...deadlineColumns],
    ),
  ],
});

/** The same per role. */
export const roleSection = (ctx: Ctx, { now }: Told): Section => ({
  key: 'roles',
  title: w('各岗位的时限', 'Deadlines by role'),
  blocks: [
    table(
      [...measureBy(ctx, now.span, 'deadlines', 'role')],
      [
        column('role', w('岗位', 'Role'), 'words', ([role]) => roleTitle(ctx.policy, role as Role)),
        ...deadlineColumns,
      ],
    ),
  ],
});
