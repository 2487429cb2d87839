import type { Ctx } from '../context.ts';
import { type Rate, rateOf } from '../lib/rate.ts';
import { type Words, w } from '../lib/words.ts';
import type { Resident } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { listUnits } from '../registry/units.ts';
import { missingOf } from './checklist-rules.ts';
import { isHousehold, lacksOf } from './household-rules.ts';
import type { Lack } from './model.ts';
import * as store from './store.ts';

/** A household whose archive is not complete. */
export interface Lacking {
  unit: string;
  lacks: readonly Lack[];
  /** The open file with something missing. */
  file: string | null;
}

export interface Archive {
  rate: Rate;
  /** Units that do not count. */
  leftOut: number;
  definition: Words;
  lacking: readonly Lacking[];
}

const DEFINITION = w(
  '已交房的住宅、商铺和办公用房中，业主已登记、至少一位业主有电话、没有缺资料的在办入住或过户的，为齐全；未登记交房日期的和车位、储藏不计',
  'of the homes, shops and offices handed over: those with an owner, the phone of one of them, and no open move-in or change of owner that lacks something; units without a day of handover, parking spaces and storage rooms do not count',
);

function byUnit(residents: readonly Resident[]): ReadonlyMap<string, readonly Resident[]> {
  const there = new Map<string, Resident[]>();
  for (const resident of residents) {
    there.set(resident.unit, [...(there.get(resident.unit) ?? []), resident]);
  }
  return there;
}

/** How complete the registry is today, and which households lack something (rule 157). */
export function checkArchive(ctx: Ctx, building: string | undefined): Archive {
  const { ledger, today } = ctx;
  const units = listUnits(ledger, { building });
  const owners = byUnit(listResidents(ledger, { building, role: 'owner', on: today }));
  const files = new Map(
    store
      .list(ledger, { state: 'open' })
      .filter((move) => move.kind !== 'move-out' && missingOf(move, ctx.policy.moves).length > 0)
      .map((move) => [move.unit, move.no]),
  );
  const households = units.filter((unit) => isHousehold(unit, today));
  const lacking = households.flatMap(({ code }) => {
    const file = files.get(code) ?? null;
    const lacks = lacksOf(owners.get(code) ?? [], file !== null);
    return lacks.length > 0 ? [{ unit: code, lacks, file }] : [];
  });
  return {
    rate: rateOf(households.length - lacking.length, households.length),
    leftOut: units.length - households.length,
    definition: DEFINITION,
    lacking,
  };
}
