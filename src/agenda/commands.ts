import { command } from '../cli/command.ts';
import { choice, duration, flag, staff } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { stateOf } from '../deadlines/rules.ts';
import { EXIT } from '../lib/exit.ts';
import { w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import type { Staff } from '../registry/model.ts';
import { requireAnyStaff } from '../registry/staff.ts';
import { requireOnDuty } from '../roster/on-duty.ts';
import { agenda } from './service.ts';
import { agendaView } from './view.ts';

/** Typed instead of a name. */
const ON_DUTY = ['duty', '当班', '值班'];

/** Whoever is on duty now (rule 150), or the one named. */
const owing = (ctx: Ctx, typed: string): readonly Staff[] =>
  ON_DUTY.includes(typed.toLowerCase()) ? requireOnDuty(ctx) : [requireAnyStaff(ctx.ledger, typed)];

const today = command({
  name: 'today',
  about: w('今天要办的事：超期、今天到期、即将到期', 'What is due: overdue, today, soon'),
  fields: {
    role: choice(ROLE_TITLES, { label: w('只看某个岗位', 'only what this role owes') }),
    for: staff({
      label: w(
        '只看某人；duty 或 当班：当班的人',
        'only what this member of staff owes; duty: those on duty',
      ),
    }),
    within: duration({ label: w('即将到期看多远，如 3d', 'how far "soon" looks, such as 3d') }),
    exitCode: flag({ label: w('有超期时退出码为 4', 'exit with 4 when something is overdue') }),
  },
  examples: [
    'wy today',
    'wy today --role clerk --within 3d',
    'wy today --for 当班',
    'wy today --json --exit-code',
  ],
  run: (ctx, input) => ({
    ...agenda(ctx, {
      role: input.role,
      staff: input.for === undefined ? undefined : owing(ctx, input.for),
      within: input.within,
    }),
    policy: ctx.policy,
  }),
  view: agendaView,
  exit: (result, input) =>
    input.exitCode && result.duties.some((duty) => stateOf(duty, result.now) === 'overdue')
      ? EXIT.overdue
      : EXIT.done,
});

export const commands = [today];
