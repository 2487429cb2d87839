import type { Ctx } from '../context.ts';
import { owedBy } from '../deadlines/service.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { plainName, tidyName } from '../lib/name.ts';
import { w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';
import type { Staff } from './model.ts';
import * as store from './staff-store.ts';

/** An active member of staff by name or id. */
export function findActing(ledger: Ledger, nameOrId: string): Staff | undefined {
  const typed = plainName(nameOrId);
  const named = store.activeByName(ledger, typed);
  if (named) return named;
  const staff = /^\d{1,9}$/.test(typed) ? store.byId(ledger, Number(typed)) : undefined;
  return staff?.retiredOn === null ? staff : undefined;
}

/** Whoever is or was on the staff, by name or id, to ask after their work; the active one first. */
export function requireAnyStaff(ledger: Ledger, nameOrId: string): Staff {
  const typed = plainName(nameOrId);
  const former = store
    .list(ledger, { retired: true })
    .findLast((staff) => staff.name === typed || String(staff.id) === typed);
  return findActing(ledger, typed) ?? former ?? requireStaff(ledger, typed);
}

/** An active member of staff by name or id; refuses an unknown or retired one. */
export function requireStaff(ledger: Ledger, nameOrId: string): Staff {
  const staff = findActing(ledger, nameOrId);
  if (staff) return staff;
  throw refused(
    'unknown_staff',
    w(`没有在职员工“${nameOrId}”。`, `No active member of staff is called "${nameOrId}".`),
    w('查看员工：wy staff list', 'See wy staff list.'),
  );
}

export interface NewStaff {
  name: string;
  roles: readonly Role[];
  phone: string | null;
}

/** Names of active staff are unique, since a name is how people act. */
export function addStaff(ctx: Ctx, typed: NewStaff): Staff {
  return transact(ctx, 'staff.add', (entry) => {
    const made = { ...typed, name: tidyName(typed.name) };
    if (store.activeByName(ctx.ledger, made.name)) {
      throw refused(
        'staff_exists',
        w('已有同名的在职员工。', 'An active member of staff has this name already.'),
        w('请加以区别，如“王芳（二）”。', 'Tell them apart, such as "Wang Fang 2".'),
      );
    }
    const id = store.insert(ctx.ledger, made);
    entry.subject = `staff ${id}`;
    entry.changes = { roles: made.roles, ...(made.phone && { phone: HIDDEN }) };
    return { ...made, id, retiredOn: null };
  });
}

/** Those who are active; with `retired` all who ever were. */
export const listStaff = (ledger: Ledger, query: store.Filter = {}): Staff[] =>
  store.list(ledger, query);

/** Past records keep their name; nobody can act or be assigned under it from now on. */
export function retireStaff(ctx: Ctx, nameOrId: string): Staff {
  return transact(ctx, 'staff.retire', (entry) => {
    const staff = requireStaff(ctx.ledger, nameOrId);
    if (store.list(ctx.ledger, {}).length === 1) {
      throw refused(
        'last_staff',
        w('这是最后一名在职员工，不能离职。', 'This is the last active member of staff.'),
        w('请先登记接手的人：wy staff add', 'Add their successor first: wy staff add.'),
      );
    }
    store.retire(ctx.ledger, staff.id, ctx.today);
    const owed = owedBy(ctx, staff.id);
    if (owed > 0) {
      ctx.warn(
        w(
          `还有 ${owed} 件事由此人负责，请改派：wy today --for ${staff.id}`,
          `${owed} things are still owed by them; assign them anew: wy today --for ${staff.id}`,
        ),
      );
    }
    entry.subject = `staff ${staff.id}`;
    entry.changes = { retiredOn: ctx.today };
    return { ...staff, retiredOn: ctx.today };
  });
}
