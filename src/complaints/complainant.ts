import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { plainName } from '../lib/name.ts';
import { list, same, w } from '../lib/words.ts';
import { findResidents } from '../registry/find.ts';
import type { Resident, Unit } from '../registry/model.ts';
import { overlaps } from '../registry/rules.ts';
import { requireUnit } from '../registry/units.ts';

interface Named {
  unit?: string | undefined;
  place?: string | undefined;
  who?: string | undefined;
  phone?: string | undefined;
  about?: string | undefined;
}

/** An anonymous letter has its place at least; without anything nobody could ever be answered. */
export function refuseFaceless({ unit, place, who, phone, about }: Named): void {
  if ([unit, place, who, phone, about].some((each) => each !== undefined)) return;
  throw misused(
    'nobody_named',
    w('没有写明谁投诉、或哪里的事。', 'Neither who complains is said, nor where it happened.'),
    w(
      '加 --unit、--who 或 --phone；匿名的加 --place。',
      'Say --unit, --who or --phone; of an anonymous one --place.',
    ),
  );
}

/**
 * The unit of who complains: as typed, else that of the one household of today in which the registry
 * has this name and phone, or this phone, or this name, else that of the repair it is about. Several
 * such households are named, none taken.
 */
export function unitOfComplainant(
  ctx: Ctx,
  { unit, who, phone }: Named,
  unitOfRepair: string | null,
): Unit | null {
  if (unit !== undefined) return requireUnit(ctx.ledger, unit);
  const units = [...new Set(staysOf(ctx, who, phone).map((stay) => stay.unit))];
  const found = units.length === 1 ? units[0] : (unitOfRepair ?? undefined);
  if (found !== undefined) return requireUnit(ctx.ledger, found);
  if (units.length > 1) {
    const codes = list(units.map(same));
    ctx.warn(
      w(
        `登记的住户不止一处（${codes.zh}），房号未填；可加 --unit。`,
        `The registry has several such households (${codes.en}); no unit was taken, say --unit.`,
      ),
    );
  }
  return null;
}

function staysOf(ctx: Ctx, who: string | undefined, phone: string | undefined): Resident[] {
  const named = who === undefined ? [] : livingToday(ctx, who);
  const reached = phone === undefined ? [] : livingToday(ctx, phone);
  const both = reached.filter(({ id }) => named.some((stay) => stay.id === id));
  return [both, reached, named].find((stays) => stays.length > 0) ?? [];
}

/** Whose name or phone is exactly this. */
function livingToday(ctx: Ctx, typed: string): Resident[] {
  const wanted = plainName(typed);
  const today = { fromOn: ctx.today, untilOn: ctx.today };
  return findResidents(ctx, wanted).filter(
    (stay) => (stay.name === wanted || stay.phone === wanted) && overlaps(stay, today),
  );
}
