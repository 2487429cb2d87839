import type { Ctx } from '../context.ts';
import { groupBy } from '../lib/group.ts';
import { type Rate, rateOf } from '../lib/rate.ts';
import { type Words, w } from '../lib/words.ts';
import type { Resident } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { listUnits } from '../registry/units.ts';
import { missingOf } from './checklist-rules.ts';
import { isHousehold, lacksOf } from './household-rules.ts';
import type { Lack } from './model.ts';
import { withReadings } from './record.ts';
import * as store from './store.ts';

/** A household whose archive is not complete. */
export interface Lacking {
  unit: string;
  lacks: readonly Lack[];
  /** The open file with something missing. */
  file: string | null;
  /** The line that adds the first of what is lacking. */
  next: string;
}

export interface Archive {
  rate: Rate;
  /** Units that do not count. */
  leftOut: number;
  definition: Words;
  lacking: readonly Lacking[];
}

const DEFINITION = w(
  '已交房或有人在住的住宅、商铺和办公用房中，业主已登记、至少一位业主有电话、没有缺资料的在办入住或过户的，为齐全；没有交房日期也没有住户的和车位、储藏不计',
  'of the homes, shops and offices that are handed over or lived in: those with an owner, the phone of one of them, and no open move-in or change of owner that lacks something; units with neither a day of handover nor residents, parking spaces and storage rooms do not count',
);

const byUnit = (residents: readonly Resident[]): ReadonlyMap<string, readonly Resident[]> =>
  groupBy(residents, ({ unit }) => unit);

interface Household {
  unit: string;
  /** The id of one owner. */
  owner: number | undefined;
  file: string | null;
}

const COMMAND_FOR: Readonly<Record<Lack, (of: Household) => string>> = {
  owner: ({ unit }) => `wy resident add --unit ${unit} --role owner --name … --phone …`,
  phone: ({ owner }) => `wy resident edit ${owner} --phone …`,
  file: ({ file }) => `wy resident file ${file}`,
};

/** How complete the registry is today, and which households lack something (rule 157). */
export function checkArchive(ctx: Ctx, building: string | undefined): Archive {
  const { ledger, today } = ctx;
  const units = listUnits(ledger, { building });
  const residents = byUnit(listResidents(ledger, { building, on: today }));
  const files = new Map(
    withReadings(ledger, store.list(ledger, { state: 'open' }))
      .filter((move) => move.kind !== 'move-out' && missingOf(move, ctx.policy.moves).length > 0)
      .map((move) => [move.unit, move.no]),
  );
  const households = units.filter((unit) => isHousehold(unit, residents.has(unit.code), today));
  const lacking = households.flatMap(({ code }) => {
    const file = files.get(code) ?? null;
    const owners = (residents.get(code) ?? []).filter(({ role }) => role === 'owner');
    const lacks = lacksOf(owners, file !== null);
    const [first] = lacks;
    if (!first) return [];
    const next = COMMAND_FOR[first]({ unit: code, owner: owners[0]?.id, file });
    return [{ unit: code, lacks, file, next }];
  });
  return {
    rate: rateOf(households.length - lacking.length, households.length),
    leftOut: units.length - households.length,
    definition: DEFINITION,
    lacking,
  };
}
