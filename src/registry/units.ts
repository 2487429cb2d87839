import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { parseBuilding, parseUnitCode, unitSortKey } from '../lib/unit-code.ts';
import { list, same, w } from '../lib/words.ts';
import type { Unit, Use } from './model.ts';
import * as store from './unit-store.ts';

export interface NewUnit {
  /** In any notation that clerks use for units. */
  code: string;
  areaThousandths: number;
  use: Use;
  handoverOn: Day | null;
}

/** What a unit is used for where nobody says it: its code tells shops and parking spaces. */
export function usualUse(typed: string): Use {
  const { building, room } = parseUnitCode(typed);
  if (building === 'S' || /^S\d/.test(room)) return 'shop';
  return building === 'P' || /^B\d+$/.test(building) ? 'parking' : 'residential';
}

export function unitRow(made: NewUnit): store.UnitRow {
  const code = parseUnitCode(made.code);
  return { ...made, ...code, sortKey: unitSortKey(code) };
}

export function addUnit(ctx: Ctx, made: NewUnit): Unit {
  return transact(ctx, 'unit.add', (entry) => {
    const row = unitRow(made);
    if (store.byCode(ctx.ledger, row.code)) {
      throw refused(
        'unit_exists',
        w(`${row.code} 已登记。`, `${row.code} is registered already.`),
        w(`查看：wy unit show ${row.code}`, `See wy unit show ${row.code}.`),
      );
    }
    const id = store.insert(ctx.ledger, row);
    entry.subject = row.code;
    const { areaThousandths, use, handoverOn } = row;
    entry.changes = { areaThousandths, use, handoverOn };
    return { ...row, id };
  });
}

/**
 * The developer handed the unit over on this day, from which the warranty runs; false where the day
 * is known already, which stays.
 */
export function handOver(ctx: Ctx, code: string, on: Day): boolean {
  const unit = requireUnit(ctx.ledger, code);
  if (unit.handoverOn !== null) return false;
  return transact(ctx, 'unit.handover', (entry) => {
    store.update(ctx.ledger, unit.id, { ...unit, handoverOn: on });
    entry.subject = unit.code;
    entry.changes = { handoverOn: on };
    return true;
  });
}

/** In the order of their codes; refuses an unknown building. */
export function listUnits(ledger: Ledger, { building }: store.Filter = {}): Unit[] {
  return store.list(ledger, {
    building: building === undefined ? undefined : knownBuilding(ledger, building),
  });
}

const MOST_BUILDINGS = 30;

/** A building in any notation, as units name it; refuses an unknown one and names those there are. */
export function knownBuilding(ledger: Ledger, typed: string): string {
  const building = parseBuilding(typed);
  const known = store.buildings(ledger);
  if (known.includes(building)) return building;
  const names = list(known.slice(0, MOST_BUILDINGS).map(same));
  const more = known.length > MOST_BUILDINGS ? '…' : '';
  throw refused(
    'unknown_building',
    w(`没有登记楼栋 ${building}。`, `There is no building ${building}.`),
    known.length > 0
      ? w(`已登记的楼栋：${names.zh}${more}`, `Buildings there are: ${names.en}${more}`)
      : w(
          '还没有房屋。导入：wy import units 文件',
          'No units yet. Import them: wy import units FILE',
        ),
  );
}

/** The unit of a code in any notation; refuses an unknown one and names those that look like it. */
export function requireUnit(ledger: Ledger, typed: string): Unit {
  const { code, building, room } = parseUnitCode(typed);
  const unit = store.byCode(ledger, code);
  if (unit) return unit;
  const alike = store.alike(ledger, building, room);
  throw refused(
    'unknown_unit',
    w(`没有登记房屋 ${code}。`, `There is no unit ${code}.`),
    alike.length > 0
      ? w(`是不是：${list(alike.map(same)).zh}`, `Did you mean ${list(alike.map(same)).en}?`)
      : w(`登记：wy unit add ${code} --area 89.53`, `Add it: wy unit add ${code} --area 89.53`),
  );
}
