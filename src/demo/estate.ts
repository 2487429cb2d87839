import type { Ctx } from '../context.ts';
import { daysBetween } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { dayOf, timeOf } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import type { Role } from '../policy/roles.ts';
import type { Resident, Staff } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { listStaff } from '../registry/staff.ts';
import { listUnits } from '../registry/units.ts';

/** What an engineer has learnt; each trade is one engineer's, in the order of the roster. */
const TRADES = ['water', 'power', 'doors', 'signals', 'building'] as const;

export type Trade = (typeof TRADES)[number];

/** A flat or shop in which somebody lives or works who may call the desk. */
interface Dwelling {
  code: string;
  building: string;
  entrance: string | null;
  people: readonly Pick<Resident, 'name' | 'phone'>[];
}

/** Who may appear in a story. */
export interface Estate {
  zone: Zone;
  dwellings: readonly Dwelling[];
  /** Those who walk the grounds and report what is broken. */
  rounds: readonly Staff[];
  engineerFor(trade: Trade): Staff;
  /** Who answers the telephone: clerks in two shifts, the guards at night (rule 47). */
  deskAt(moment: Moment): Staff;
}

const SHIFTS = { early: '07:00', late: '14:30', night: '22:00' } as const;

/** The estate as the ledger knows it today. */
export function estateOf(ctx: Ctx): Estate {
  const { ledger, zone } = ctx;
  const staff = listStaff(ledger);
  const holding = (...roles: Role[]) =>
    staff.filter((each) => each.roles.some((role) => roles.includes(role)));
  const engineers = holding('engineering');
  const clerks = holding('clerk');
  const guards = holding('security');

  return {
    zone,
    dwellings: dwellingsOf(ctx),
    rounds: holding('security', 'cleaning', 'greening'),
    engineerFor: (trade) => inTurn(engineers, TRADES.indexOf(trade)),
    deskAt: (moment) => {
      const time = timeOf(moment, zone);
      const day = daysBetween('2000-01-01', dayOf(moment, zone));
      const isNight = time < SHIFTS.early || time >= SHIFTS.night;
      return isNight ? inTurn(guards, day) : inTurn(clerks, day + (time < SHIFTS.late ? 0 : 1));
    },
  };
}

function inTurn(staff: readonly Staff[], turn: number): Staff {
  const found = staff[turn % staff.length];
  if (!found) throw new RangeError('nobody holds this role');
  return found;
}

/** A tenant calls the desk, not the owner who lives elsewhere. */
function dwellingsOf({ ledger, today }: Ctx): Dwelling[] {
  const byUnit = new Map<string, Resident[]>();
  for (const resident of listResidents(ledger, { on: today })) {
    const here = byUnit.get(resident.unit);
    if (here) here.push(resident);
    else byUnit.set(resident.unit, [resident]);
  }
  return listUnits(ledger).flatMap(({ code, building, entrance, use }) => {
    const residents = byUnit.get(code) ?? [];
    const tenants = residents.filter(({ role }) => role === 'tenant');
    const people = (tenants.length > 0 ? tenants : residents).filter(({ phone }) => phone !== null);
    return use === 'parking' || people.length === 0 ? [] : [{ code, building, entrance, people }];
  });
}
