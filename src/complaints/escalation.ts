import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { type KindName, settleLine } from '../deadlines/kinds.ts';
import { meet } from '../deadlines/service.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { list, type Words, w } from '../lib/words.ts';
import { ROLE_TITLES, ROLES, type Role, roleTitle } from '../policy/roles.ts';
import { findActing } from '../registry/staff.ts';
import { note } from '../timeline/service.ts';
import { COMPLAINT, type ComplaintRecord } from './record.ts';
import { refuseOutside } from './work.ts';

/** Whose word it is that they know: a member of staff, or whoever has a role. */
interface Told {
  staff: { id: number; name: string } | null;
  roles: readonly Role[];
}

const KINDS: readonly KindName[] = ['complaint.escalate', 'complaint.coordinate'];

/**
 * Somebody was told of it, now or at a time since the reception (rules 37, 54, 55). Only what is owed to
 * them is met by that; who else is still to be told is said aloud.
 */
export function escalate(
  ctx: Ctx,
  no: string,
  to: string,
  toldAt: Moment | undefined,
): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'escalate', (it, entry) => {
    const told = whoIsTold(ctx, to);
    const at = toldAt ?? ctx.now;
    refuseOutside(ctx, it, at);
    const owed = it.deadlines.filter(
      ({ kind, ending }) => ending === null && KINDS.some((each) => each === kind),
    );
    for (const kind of KINDS) {
      const isMet = owed.some((each) => each.kind === kind && told.roles.includes(each.role));
      if (isMet) meet({ ...ctx, now: at }, it.no, kind);
    }
    note(ctx, it.no, 'escalated', {
      to: told.staff?.name ?? null,
      role: told.roles.join(','),
      toldAt: at === ctx.now ? null : at,
    });
    entry.changes = {
      escalatedToId: told.staff?.id ?? null,
      escalatedToRole: told.staff ? null : (told.roles[0] ?? null),
      escalatedAt: at,
    };
    const roles = owed.map((each) => each.role);
    nameTheOthers(
      ctx,
      it.no,
      roles.filter((role) => !told.roles.includes(role)),
    );
  });
}

function nameTheOthers(ctx: Ctx, no: string, roles: readonly Role[]): void {
  for (const role of new Set(roles)) {
    const title = roleTitle(ctx.policy, role);
    const line = settleLine({ kind: 'complaint.escalate', subject: no, role });
    ctx.warn(w(`还没有上报：${title.zh}（${line}）`, `Still to be told: ${title.en} (${line})`));
  }
}

/** An active member of staff by name or id, else a role by its key or a title of it. */
function whoIsTold(ctx: Ctx, typed: string): Told {
  const staff = findActing(ctx.ledger, typed);
  if (staff) return { staff, roles: staff.roles };
  const role = ROLES.find((each) => titlesOf(ctx, each).includes(plain(typed)));
  if (role) return { staff: null, roles: [role] };
  const titles: readonly Words[] = ROLES.map((each) => {
    const { zh, en } = roleTitle(ctx.policy, each);
    return w(`${each}（${zh}）`, each === en ? each : `${each} (${en})`);
  });
  throw refused(
    'unknown_staff',
    w(
      `没有在职员工或岗位“${typed}”。`,
      `No active member of staff and no role is called "${typed}".`,
    ),
    w(
      `写员工姓名（wy staff list），或：${list(titles).zh}`,
      `Type a name (wy staff list), or: ${list(titles).en}`,
    ),
  );
}

const titlesOf = (ctx: Ctx, role: Role): string[] =>
  [role, ROLE_TITLES[role].zh, ROLE_TITLES[role].en, roleTitle(ctx.policy, role).zh].map(plain);

const plain = (text: string) => plainName(text).toLowerCase();
