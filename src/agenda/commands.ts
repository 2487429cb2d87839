import { command } from '../cli/command.ts';
import { choice, duration, flag, staff } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { stateOf } from '../deadlines/rules.ts';
import { misused } from '../lib/errors.ts';
import { EXIT } from '../lib/exit.ts';
import { w } from '../lib/words.ts';
import type { Listed } from '../outbox/model.ts';
import { exitOfSent } from '../outbox/rules.ts';
import { sendMessage } from '../outbox/sending.ts';
import { sentView } from '../outbox/view.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import type { Staff } from '../registry/model.ts';
import { requireAnyStaff } from '../registry/staff.ts';
import { requireOnDuty } from '../roster/on-duty.ts';
import { agendaMessage } from './message-view.ts';
import { type Agenda, agenda } from './service.ts';
import { type AgendaResult, agendaView } from './view.ts';

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
    send: flag({
      label: w(
        '发到政策里写明的群和邮箱，每天一次；没发成时退出码为 1',
        'send it where the policy says, once a day; exit code 1 where it did not go',
      ),
    }),
  },
  examples: [
    'wy today',
    'wy today --role clerk --within 3d',
    'wy today --for 当班',
    'wy today --json --exit-code',
    'wy today --send',
  ],
  inBatch: ({ send }) => (send === undefined ? undefined : 'notAtomic'),
  run: async (ctx, input): Promise<AgendaResult & { sent: readonly Listed[] | null }> => {
    if (input.send && input.for !== undefined) throw nobodysAgenda();
    const result = agenda(ctx, {
      role: input.role,
      staff: input.for === undefined ? undefined : owing(ctx, input.for),
      within: input.within,
    });
    const sent = input.send ? await sendAgenda(ctx, result, input.role) : null;
    return { ...result, policy: ctx.policy, sent };
  },
  view: {
    json: ({ sent, ...result }, as) =>
      sent === null ? agendaView.json(result, as) : sentView.json(sent, as),
    text: ({ sent, ...result }, pen) =>
      sent === null ? agendaView.text(result, pen) : sentView.text(sent, pen),
  },
  exit: (result, input) => {
    const exitCode = exitOfSent(result.sent ?? []);
    if (exitCode !== EXIT.done) return exitCode;
    return input.exitCode && isOverdue(result) ? EXIT.overdue : EXIT.done;
  },
});

const isOverdue = ({ duties, now }: Agenda): boolean =>
  duties.some((duty) => stateOf(duty, now) === 'overdue');

/** Of one role it is a message of its own, so that each goes once a day. */
const sendAgenda = (ctx: Ctx, result: Agenda, role: string | undefined): Promise<Listed[]> => {
  const message = ['today', ctx.today, ...(role === undefined ? [] : [role])].join(':');
  const { lang, zone, policy } = ctx;
  return sendMessage(ctx, {
    message,
    ...agendaMessage(result, { lang, zone, site: policy.site.name }),
  });
};

const nobodysAgenda = () =>
  misused(
    'send_for_nobody',
    w(
      '--send 发的是全部或一个岗位的待办，不发某个人的。',
      '--send tells of all or of a role, not of a person.',
    ),
    w('去掉 --for，或改用 --role。', 'Leave out --for, or use --role.'),
  );

export const commands = [today];
