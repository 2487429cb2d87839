import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { plainName } from '../lib/name.ts';
import { w } from '../lib/words.ts';
import type { Staff } from './model.ts';
import { listStaff } from './staff.ts';

/** Finds members of staff by what an old list says of them: a name, or several. */
export interface Colleagues {
  /** The first one named who is on the staff, `ever` also one who has left. */
  find(cell: string | undefined, ever: boolean): Staff | undefined;
}

const BETWEEN_NAMES = /[、,，/;；&+]|\s+(?:and|和)\s+/;

export function colleagues(ledger: Ledger): Colleagues {
  const former = new Map<string, Staff>();
  const active = new Map<string, Staff>();
  for (const staff of listStaff(ledger, { retired: true })) {
    (staff.retiredOn === null ? active : former).set(staff.name, staff);
  }
  return {
    find: (cell, ever) => {
      const names = (cell ?? '').split(BETWEEN_NAMES).map(plainName);
      const found = names.map((name) => active.get(name) ?? (ever ? former.get(name) : undefined));
      return found.find((staff) => staff !== undefined);
    },
  };
}

const LINES_SHOWN = 5;

/** People leave: whom an old list names and nobody knows is no fault, but worth saying. */
export function warnOfStrangers(ctx: Pick<Ctx, 'warn'>, lines: readonly number[]): void {
  if (lines.length === 0) return;
  const some = lines.slice(0, LINES_SHOWN);
  const more = lines.length > some.length ? ' …' : '';
  ctx.warn(
    w(
      `${lines.length} 行写的经办人不在员工名册里，姓名留在经过中：第 ${some.join('、')}${more} 行。`,
      `${lines.length} rows name somebody who was never on the staff; the name stays in the timeline: lines ${some.join(', ')}${more}.`,
    ),
  );
}
