import type { Ctx } from '../../src/context.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import { policyWith } from '../billing/estate.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { TARIFFS_OF_RENOVATIONS } from './renovating.ts';

/** Of every basis and of several cycles; a rate that changes in mid-month; money of others. */
const TARIFFS = `
  energy: {name: 公共能耗费, basis: area-month, rates: {2020-01-01: 0.30, 2026-10-16: 0.3025}, cycle: month, dueDay: 25, concessions: {trust: 70}, penalty: {daily: 0.0005}}
  property: {name: 物业费, basis: area-month, rates: {2020-01-01: 1.40}, cycle: quarter, dueIn: last, dueDay: 25, uses: [residential], concessions: {trust: 70, vacant: 50}}
  water: {name: 水费, basis: meter, meter: water, rates: {2020-01-01: 4.05}, cycle: month, dueIn: next, dueDay: 10, collectedFor: 自来水公司}
  parking: {name: 车位费, basis: fixed-month, rates: {2020-01-01: 150.00}, cycle: month, dueDay: 10, subscribed: yes}
  lease: {name: 租金, basis: fixed-month, rates: {2020-01-01: 1.00}, cycle: month, dueDay: 5, subscribed: yes}
  service: {name: 服务费, basis: one-off, rates: {2020-01-01: 1.00}, dueDay: 31}
`;

interface Place {
  areaThousandths: number;
  handoverOn: string | null;
  use?: 'shop';
  /** From the first to the last day of each; null is open. */
  owners: readonly (readonly [name: string, fromOn: string | null, untilOn: string | null])[];
}

const ESTATE: Readonly<Record<string, Place>> = {
  '1-1-101': { areaThousandths: 89_530, handoverOn: '2020-01-01', owners: [['张伟', null, null]] },
  // Sold in the middle of a month.
  '1-1-102': {
    areaThousandths: 130_700,
    handoverOn: '2020-01-01',
    owners: [
      ['李娜', null, '2026-10-19'],
      ['王强', '2026-10-20', null],
    ],
  },
  // The developer's.
  '1-1-103': { areaThousandths: 100_245, handoverOn: null, owners: [] },
  // The developer's until the middle of a month.
  '2-1-101': {
    areaThousandths: 75_005,
    handoverOn: '2026-11-12',
    owners: [['刘洋', '2026-11-12', null]],
  },
  // Handed over, and nobody knows to whom.
  '2-1-102': { areaThousandths: 60_001, handoverOn: '2021-01-01', owners: [] },
  商铺1: {
    areaThousandths: 45_333,
    handoverOn: '2020-01-01',
    use: 'shop',
    owners: [
      ['陈敏', null, null],
      ['赵磊', null, null],
    ],
  },
};

export const PEOPLE = ['张伟', '李娜', '王强', '刘洋', '陈敏', '广告公司', '路人'] as const;

export const readName = (text: string) => ({ pinyin: text, initials: text });

export const own = (
  ctx: Ctx,
  unit: string,
  name: string,
  fromOn: string | null,
  untilOn: string | null,
) =>
  addResident(
    ctx,
    { unit, name, phone: null, identity: null, role: 'owner', fromOn, untilOn },
    readName,
  );

/** A small estate at the end of September, one member of staff with all hats. */
export async function moneyDesk(): Promise<TestCtx> {
  const policy = await policyWith(`${TARIFFS.trim()}\n${TARIFFS_OF_RENOVATIONS.trim()}`);
  const { renovations } = policy;
  const ctx = await makeCtx({
    now: '2026-09-28T01:30:00Z',
    staff: { name: '王芳', roles: ['supervisor', 'director', 'finance', 'engineering', 'clerk'] },
    policy: {
      ...policy,
      renovations: {
        ...renovations,
        fees: { ...renovations.fees, pass: ['pass-cost', 'permit'] },
        // So that histories come to their refunds.
        reinspect: { ...renovations.reinspect, after: { amount: 1, unit: 'd', text: '1d' } },
      },
    },
  });
  for (const [code, { areaThousandths, handoverOn, use = 'residential', owners }] of Object.entries(
    ESTATE,
  )) {
    addUnit(ctx, { code, areaThousandths, use, handoverOn });
    for (const [name, fromOn, untilOn] of owners) own(ctx, code, name, fromOn, untilOn);
  }
  return ctx;
}

/** The units' codes as the ledger writes them. */
export const codesOf = ({ ledger }: Ctx): string[] =>
  ledger.db.prepare<[], string>('SELECT code FROM units ORDER BY id').pluck().all();
