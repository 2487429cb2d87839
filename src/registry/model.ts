import type { Birthday } from '../lib/birthday.ts';
import type { Day, Stay } from '../lib/day.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';

export const USES = {
  residential: w('住宅', 'residential'),
  shop: w('商铺', 'shop'),
  office: w('办公', 'office'),
  parking: w('车位', 'parking'),
  storage: w('储藏', 'storage'),
} as const satisfies Record<string, Words>;

export type Use = keyof typeof USES;

export const RESIDENT_ROLES = {
  owner: w('业主', 'owner'),
  tenant: w('租户', 'tenant'),
  family: w('家庭成员', 'family'),
} as const satisfies Record<string, Words>;

export type ResidentRole = keyof typeof RESIDENT_ROLES;

export interface Unit {
  id: number;
  code: string;
  building: string;
  entrance: string | null;
  room: string;
  floor: number | null;
  areaThousandths: number;
  use: Use;
  /** The day on which the developer handed it over; null where unknown or not yet. */
  handoverOn: Day | null;
}

/** What a person wishes for their birthday (rule 77). Kept only of those who agreed to be greeted. */
export interface Greeting {
  /** Agreed or declined; null where nobody has asked. */
  greet: boolean | null;
  /** As they told it; null: the date in the identity number, if there is one. */
  birthday: Birthday | null;
  /** When a card was last sent. */
  greetedOn: Day | null;
}

/** One person in one unit, in one role, for one period; open ends are null. */
export interface Resident extends Greeting {
  id: number;
  personId: number;
  unit: string;
  name: string;
  phone: string | null;
  identity: string | null;
  role: ResidentRole;
  fromOn: Day | null;
  untilOn: Day | null;
}

/** Somebody who owns or owned a unit, for a while; open ends are null. */
export interface Owner extends Stay {
  unitId: number;
  personId: number;
  name: string;
}

/** Somebody by their record, in whatever unit. */
export interface Person {
  id: number;
  name: string;
  phone: string | null;
}

export interface Staff {
  id: number;
  name: string;
  roles: readonly Role[];
  phone: string | null;
  retiredOn: Day | null;
}
