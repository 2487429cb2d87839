import type { Ctx } from '../context.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { plainName, tidyName } from '../lib/name.ts';
import { ROLE_TITLES, ROLES, type Role } from '../policy/roles.ts';
import { findActing, requireStaff } from '../registry/staff.ts';
import type { Recipient } from './store.ts';

export const NOBODY: Recipient = { passedToId: null, passedTo: null };

/**
 * Whoever is named: a member of staff by name or id, a role by its key or a title of it, else anybody
 * by name. Refuses a number that is no member of staff, and what is no name.
 */
export function recipientOf(ctx: Ctx, typed: string): Recipient {
  const named = plainName(typed);
  const role = roleNamed(ctx, named.toLowerCase());
  if (role) return { passedToId: null, passedTo: role };
  const staff = /^\d+$/.test(named)
    ? requireStaff(ctx.ledger, named)
    : findActing(ctx.ledger, named);
  if (staff) return { passedToId: staff.id, passedTo: null };
  return { passedToId: null, passedTo: tidyName(typed) };
}

const roleNamed = ({ policy }: Ctx, typed: string): Role | undefined =>
  ROLES.find((role) => {
    const { zh, en } = ROLE_TITLES[role];
    const titles = [role, zh, en, policy.roles[role]].filter((title) => title !== '');
    return titles.some((title) => title.toLowerCase() === typed);
  });

/** What the journal says of it: staff and roles, but no other names. */
export function told({ passedToId, passedTo }: Recipient): Record<string, unknown> {
  if (passedToId !== null) return { passedToId };
  if (passedTo === null) return {};
  return { passedTo: ROLES.some((role) => role === passedTo) ? passedTo : HIDDEN };
}
