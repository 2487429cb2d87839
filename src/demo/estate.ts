import type { Ctx } from '../context.ts';
import { addDays } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import type { Moment } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import type { Role } from '../policy/roles.ts';
import type { Resident, Staff } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { listStaff } from '../registry/staff.ts';
import { listUnits } from '../registry/units.ts';
import { randomOf } from './random.ts';
import { type Crew, cameTo, inTurn, shiftAt } from './shifts.ts';

/** What an engineer has learnt; each trade is one engineer's, in the order of the roster. */
const TRADES = ['water', 'power', 'doors', 'signals', 'building'] as const;

export type Trade = (typeof TRADES)[number];

/** A flat or shop in which somebody lives or works who may call the desk. */
export interface Dwelling {
  code: string;
  building: string;
  entrance: string | null;
  /** Who may call: the tenants where there are any, else everybody; only with a phone. */
  people: readonly Pick<Resident, 'id' | 'name' | 'phone' | 'role' | 'fromOn'>[];
  /** How many are registered, an owner who lets it included. */
  registered: number;
}

/** Flats that change hands while the stories are told; nobody of them appears in another one. */
interface Moving {
  /** Never sold until now, in buildings that are lived in. */
  unsold: readonly string[];
  /** Let to one tenant. */
  let: readonly Dwelling[];
  /** Owned by one who lives elsewhere. */
  empty: readonly Dwelling[];
}

/** Who may appear in a story. */
export interface Estate extends Crew {
  zone: Zone;
  dwellings: readonly Dwelling[];
  moving: Moving;
  /** Those who walk the grounds and report what is broken. */
  rounds: readonly Staff[];
  engineerFor(trade: Trade): Staff;
  /** Who answers for a department: the first of it on the roster. */
  headOf(role: Role): Staff;
  /** Who answers the telephone: whoever has the shift (rule 47). */
  deskAt(moment: Moment): Staff;
}

/** The estate as the ledger knows it today. */
export function estateOf(ctx: Ctx): Estate {
  const { ledger, zone, today } = ctx;
  const staff = listStaff(ledger);
  const holding = (...roles: Role[]) =>
    staff.filter((each) => each.roles.some((role) => roles.includes(role)));
  const engineers = holding('engineering');
  const clerks = holding('clerk');
  const guards = holding('security');
  const dwellings = dwellingsOf(ctx);
  const moving = movingOf(ctx, dwellings);
  const gone = [...moving.let, ...moving.empty];

  return {
    ...{ zone, clerks, guards },
    dwellings: dwellings.filter((dwelling) => !gone.includes(dwelling)),
    moving,
    rounds: holding('security', 'cleaning', 'greening'),
    engineerFor: (trade) => inTurn(engineers, TRADES.indexOf(trade)),
    headOf: (role) => inTurn(holding(role), 0),
    deskAt: (moment) => {
      const { day, shift } = shiftAt(moment, zone);
      return cameTo({ clerks, guards }, day, shift, today);
    },
  };
}

function dwellingsOf({ ledger, today }: Ctx): Dwelling[] {
  const byUnit = groupBy(listResidents(ledger, { on: today }), ({ unit }) => unit);
  return listUnits(ledger).flatMap(({ code, building, entrance, use }) => {
    const residents = byUnit.get(code) ?? [];
    const tenants = residents.filter(({ role }) => role === 'tenant');
    const people = (tenants.length > 0 ? tenants : residents).filter(({ phone }) => phone !== null);
    const registered = residents.length;
    const isNobody = use === 'parking' || people.length === 0;
    return isNobody ? [] : [{ code, building, entrance, people, registered }];
  });
}

/** As many as the stories have room for. */
const MOST = { unsold: 4, let: 1, empty: 2 };
/** Long enough before the stories begin. */
const DAYS_SETTLED = 60;

function movingOf({ ledger, today }: Ctx, dwellings: readonly Dwelling[]): Moving {
  const random = randomOf(`moving ${today}`);
  const flats = dwellings.filter(({ entrance }) => entrance !== null);
  const inhabited = new Set(flats.map(({ building }) => building));
  const unsold = listUnits(ledger)
    .filter(({ use, handoverOn }) => use === 'residential' && handoverOn === null)
    .filter(({ building }) => inhabited.has(building))
    .map(({ code }) => code);
  const settled = addDays(today, -DAYS_SETTLED);
  const held = (by: Resident['role'], registered: number) =>
    flats.filter(({ people: [first], ...flat }) => {
      if (flat.registered !== registered || first?.role !== by) return false;
      return first.fromOn === null || first.fromOn < settled;
    });
  return {
    unsold: random.some(unsold, MOST.unsold),
    let: random.some(held('tenant', 2), MOST.let),
    empty: random.some(held('owner', 1), MOST.empty),
  };
}
