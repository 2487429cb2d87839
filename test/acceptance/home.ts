import { chmodSync, cpSync, rmSync } from 'node:fs';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import { application, stageOf } from '../renovations/stages.ts';
import { makeCtx } from '../support/ledger.ts';
import { desertedDesk, type FrontDesk, frontDesk } from '../support/session.ts';
import { ledgerOf } from '../upkeep/furnished.ts';

export const UNIT = application.unit;

export interface Reinspected {
  desk: FrontDesk;
  no: string;
}

/** A home with one renovation, re-inspected on 18 March 2027, 2000.00 held of each party. */
export async function reinspectedHome(): Promise<Reinspected> {
  const desk = await frontDesk();
  const file = ledgerOf(desk);
  for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true });
  const ctx = await makeCtx({ file });
  ctx.ledger.db.pragma('journal_mode = WAL');
  addUnit(ctx, {
    ...{ code: UNIT, areaThousandths: 89_530, use: 'residential', handoverOn: '2026-01-10' },
  });
  addResident(
    ctx,
    {
      ...{ unit: UNIT, name: '张伟', phone: null, identity: null, role: 'owner' },
      ...{ fromOn: '2026-01-10', untilOn: null },
    },
    (text) => ({ pinyin: text, initials: text }),
  );
  const staged = stageOf(ctx, 'reinspected');
  takeBackPermits(staged.ctx, staged.no, { returned: ['all'], lost: undefined, cleared: true });
  ctx.ledger.close();
  chmodSync(file, 0o600);
  return { desk, no: staged.no };
}

/** One of its own, later than all that was recorded, by whatever clock. */
export function copyOf({ home }: FrontDesk): FrontDesk {
  const desk = desertedDesk();
  cpSync(home, desk.home, { recursive: true });
  desk.now = new Date(Math.max(Date.now(), Date.parse('2027-04-01')) + 60_000).toISOString();
  return desk;
}
