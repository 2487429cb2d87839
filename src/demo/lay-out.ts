import path from 'node:path';
import { type Agenda, agenda } from '../agenda/service.ts';
import type { Ctx } from '../context.ts';
import { Desk } from '../desk.ts';
import { importFile } from '../exchange/import.ts';
import { residentImport } from '../exchange/residents.ts';
import { unitImport } from '../exchange/units.ts';
import { addDays, type Day } from '../lib/day.ts';
import { atLocal, dayOf, type Moment, msOf } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import type { Policy } from '../policy/policy.ts';
import { listResidents } from '../registry/residents.ts';
import { listStaff } from '../registry/staff.ts';
import { listUnits } from '../registry/units.ts';
import { listTickets } from '../tickets/record.ts';
import { makeHome } from '../upkeep/init.ts';
import { type Estate, estateOf } from './estate.ts';
import { newFolder } from './folder.ts';
import { type Beat, contextAt, live } from './life.ts';
import { estateFolder } from './program.ts';
import { addEverybody } from './staff.ts';
import { openEndsOf, ticketsOf } from './stories/tickets.ts';

const SITE = '蓝天新苑';
const SUPERVISOR = '王芳';

/** The sample estate lies in China, whatever the clock of this computer shows. */
const SITE_ZONE: Zone = { name: 'Asia/Shanghai', shifts: [[0, 480]] };

/** How long the office has kept its ledger. */
const DAYS_LIVED = 42;

export interface SampleEstate {
  home: string;
  units: number;
  residents: number;
  staff: number;
  tickets: number;
  agenda: Agenda;
  policy: Policy;
}

/** Lays out the home of the sample estate and lives through its last weeks, up to this moment. */
export async function layOutEstate(desk: Desk, wanted: string | undefined): Promise<SampleEstate> {
  const now = desk.happenedAt(SITE_ZONE);
  const folder = wanted === undefined ? undefined : path.resolve(wanted);
  const { dir, made } = await newFolder(folder, (part) => furnish(desk, part, now));
  return { home: dir, ...made };
}

async function furnish(desk: Desk, dir: string, now: Moment): Promise<Omit<SampleEstate, 'home'>> {
  const firstDay = addDays(dayOf(now, SITE_ZONE), -DAYS_LIVED);
  const opening = atLocal(firstDay, '08:30', SITE_ZONE);
  const then = await deskAt(desk, dir, opening);
  await makeHome(then, { name: SITE, staff: SUPERVISOR, roles: ['supervisor'] });
  try {
    const ctx = { ...(await then.context()), now, today: dayOf(now, SITE_ZONE) };
    ctx.ledger.begin();
    await takeOver(contextAt(ctx, opening));
    const estate = estateOf(ctx);
    live(ctx, recentLife(estate, now, firstDay), estate.deskAt);
    ctx.ledger.commit();
    return countUp(ctx);
  } finally {
    then.closeLedger();
  }
}

/** A desk at the new home on its first day, which knows nothing of the user's own. */
async function deskAt(desk: Desk, dir: string, opening: Moment): Promise<Desk> {
  const host = { ...desk.host, clock: () => new Date(msOf(opening)), env: {} };
  return new Desk(host, desk.version, { home: dir, lang: await desk.lang() });
}

/** What the office had before: lists of units and residents, and its people. */
async function takeOver(ctx: Ctx): Promise<void> {
  const folder = estateFolder();
  const whole = { dryRun: false, rejects: undefined };
  await importFile(ctx, path.join(folder, 'units.csv'), unitImport(ctx), whole);
  const residents = await residentImport(ctx);
  await importFile(ctx, path.join(folder, 'residents.xlsx'), residents, whole);
  addEverybody(ctx, path.join(folder, 'staff.txt'));
}

function recentLife(estate: Estate, now: Moment, firstDay: Day): Beat[] {
  const days = Array.from({ length: DAYS_LIVED }, (_, index) => addDays(firstDay, index + 1));
  return [...days.flatMap((day) => ticketsOf(estate, day)), ...openEndsOf(estate, now)];
}

function countUp(ctx: Ctx): Omit<SampleEstate, 'home'> {
  return {
    units: listUnits(ctx.ledger).length,
    residents: listResidents(ctx.ledger).length,
    staff: listStaff(ctx.ledger).length,
    tickets: listTickets(ctx, {}).length,
    agenda: agenda(ctx, {}),
    policy: ctx.policy,
  };
}
