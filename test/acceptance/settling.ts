import { accept, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { reinspect } from '../../src/acceptance/reinspecting.ts';
import * as store from '../../src/approval/store.ts';
import type { Method } from '../../src/cash/model.ts';
import type { Ctx } from '../../src/context.ts';
import { depositsFor } from '../../src/deposits/deposits.ts';
import type { Party } from '../../src/deposits/model.ts';
import { takeDeposit } from '../../src/deposits/moving.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { handOver } from '../../src/registry/units.ts';
import type { TestCtx } from '../support/ledger.ts';
import { ALL_THERE, NO, runningWorks, type Site, when } from './site.ts';

export { NO } from './site.ts';

export const UNIT = '3-2-1501';

const KIND_OF: Readonly<Record<Party, string>> = { team: 'team', household: 'renovation' };

interface Given extends Site {
  /** In the order in which they are taken. */
  deposits?: readonly (readonly [Party, number, Method?])[];
  /** Whether the unit has an owner, to whom it was handed over. */
  owned?: boolean;
}

/** Works with deposits of 2000.00 of the team and of the household; 陈主任 consents, 李强 assesses. */
export async function depositedWorks(given: Given = {}): Promise<TestCtx> {
  const {
    deposits = [
      ['household', 2000_00],
      ['team', 2000_00],
    ],
    owned = true,
    ...site
  } = given;
  const ctx = await runningWorks(site);
  const decided = { completeAt: ctx.now, reviewedAt: ctx.now, approvedAt: ctx.now };
  store.update(ctx.ledger, NO, { ...decided, reviewedById: 1, approvedById: 1 });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  if (owned) {
    handOver(ctx, UNIT, '2026-06-01');
    addResident(
      ctx,
      {
        ...{ unit: UNIT, name: '张伟', phone: null, identity: null, role: 'owner' },
        ...{ fromOn: '2026-06-01', untilOn: null },
      },
      (text) => ({ pinyin: text, initials: text }),
    );
  }
  for (const [party, amountFen, method = 'bank'] of deposits) {
    takeDeposit(ctx, {
      ...{ unit: UNIT, kind: KIND_OF[party], amountFen, method },
      ...{ holder: party === 'team' ? '宏达装饰' : '张伟', subject: NO, note: undefined },
    });
  }
  return ctx;
}

/** Accepted on 30 November 2026, all permits back. */
export async function acceptedWorks(given: Given = {}): Promise<TestCtx> {
  const ctx = when(await depositedWorks(given), '11-30 09:00');
  requestAcceptance(ctx, NO, {});
  const later = when(ctx, '11-30 15:00');
  accept(later, NO, { inspectors: ALL_THERE });
  takeBackPermits(later, NO, { returned: ['all'], lost: undefined, cleared: true });
  return when(ctx, '12-01 09:00');
}

/** 复验合格 on 1 March 2027. */
export async function reinspectedWorks(given: Given = {}): Promise<TestCtx> {
  const ctx = when(await acceptedWorks(given), '2027-03-01 10:00');
  reinspect(ctx, NO, { inspectors: undefined, note: undefined });
  return when(ctx, '2027-03-02 10:00');
}

/** What is held of each deposit, as they were taken: `household 2000.00`. */
export const heldOf = (ctx: Ctx): [Party, number][] =>
  depositsFor(ctx, [NO]).map(({ party, heldFen }) => [party, heldFen]);

export const count = ({ ledger }: Ctx, table: string): number =>
  Number(ledger.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
