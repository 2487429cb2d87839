import { WyError } from '../../src/lib/errors.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { UNIT } from '../moves/desk.ts';
import { makeCtx, policyOf, type TestCtx } from '../support/ledger.ts';
import { steps as billing } from './steps/billing.ts';
import { steps as cash } from './steps/cash.ts';
import { steps as complaints } from './steps/complaints.ts';
import { steps as deposits } from './steps/deposits.ts';
import { steps as dunning } from './steps/dunning.ts';
import { steps as enquiries } from './steps/enquiries.ts';
import { steps as entries } from './steps/entries.ts';
import { steps as fees } from './steps/fees.ts';
import { steps as forms } from './steps/forms.ts';
import { steps as handover } from './steps/handover.ts';
import { steps as meters } from './steps/meters.ts';
import { steps as moves } from './steps/moves.ts';
import { steps as outbox } from './steps/outbox.ts';
import { steps as plans } from './steps/plans.ts';
import { steps as receipts } from './steps/receipts.ts';
import { HOME, NEIGHBOUR, readName, steps as registry } from './steps/registry.ts';
import { steps as renovations } from './steps/renovations.ts';
import { steps as reports } from './steps/reports.ts';
import { steps as roster } from './steps/roster.ts';
import type { Pick, Step, Steps } from './steps/step.ts';
import { steps as surveys } from './steps/surveys.ts';
import { steps as tickets } from './steps/tickets.ts';
import { steps as trusts } from './steps/trusts.ts';
import { steps as visits } from './steps/visits.ts';

const SLICES = {
  registry,
  tickets,
  complaints,
  moves,
  visits,
  enquiries,
  plans,
  surveys,
  meters,
  trusts,
  cash,
  deposits,
  fees,
  billing,
  receipts,
  dunning,
  renovations,
  roster,
  handover,
  entries,
  outbox,
  forms,
  reports,
} as const satisfies Record<string, Steps>;

export type Slice = keyof typeof SLICES;

export const SLICE_NAMES = Object.keys(SLICES) as Slice[];

/** Every step of a slice, as `tickets.open`. */
export const stepsOf = (slice: Slice): string[] =>
  Object.keys(SLICES[slice]).map((name) => `${slice}.${name}`);

const ALL = new Map<string, Step>(
  SLICE_NAMES.flatMap((slice) =>
    Object.entries(SLICES[slice]).map(([name, step]) => [`${slice}.${name}`, step] as const),
  ),
);

/** Few are sampled, energy has a penalty, and what was renovated is inspected again the next day. */
const QUICK = policyOf(`visits: {sample: {least: 1, most: 2}}
fees: {tariffs: {energy: {penalty: {daily: 0.0003}}}}
renovations: {reinspect: {after: 1d}}
sending: {channels: {管理处群: {kind: webhook, url: "https://robot.example/"}}, messages: {daily: [管理处群]}}
`);

/** Two buildings: an empty unit not handed over, and homes of which two a month are sampled. */
export async function walkDesk(): Promise<TestCtx> {
  const ctx = await makeCtx({ policy: await QUICK });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  addStaff(ctx, { name: '赵敏', roles: ['clerk'], phone: null });
  for (const code of ['3-2-1502', '3-2-1503', '4-1-101', '4-1-102']) {
    addUnit(ctx, { ...HOME, code });
    const name = `住户${code}`;
    addResident(ctx, { ...NEIGHBOUR, name, unit: code, fromOn: null, untilOn: null }, readName);
  }
  addUnit(ctx, { ...HOME, code: UNIT, handoverOn: null });
  return ctx;
}

/** Takes a step on the record that is `nth` from the newest; tells why not, where it was refused. */
export function take(ctx: TestCtx, name: string, nth = 0): string | undefined {
  const pick: Pick = (table) => {
    const column = table === 'units' ? 'code' : 'no';
    const found = ctx.ledger
      .prepare<[], string>(`SELECT ${column} FROM ${table} ORDER BY id DESC`)
      .pluck()
      .all();
    return found[nth % Math.max(found.length, 1)] ?? '999';
  };
  try {
    ALL.get(name)?.(ctx, pick);
    return undefined;
  } catch (error) {
    if (error instanceof WyError) return error.code;
    throw error;
  }
}
