import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { arrearsOf } from '../accounts/arrears.ts';
import { type Agenda, agenda } from '../agenda/service.ts';
import { listComplaints } from '../complaints/record.ts';
import type { Ctx } from '../context.ts';
import { Desk } from '../desk.ts';
import { listEnquiries } from '../enquiries/record.ts';
import { importFile } from '../exchange/import.ts';
import { residentImport } from '../exchange/residents.ts';
import { unitImport } from '../exchange/units.ts';
import { refused } from '../lib/errors.ts';
import { atLocal, dayOf, type Moment, msOf } from '../lib/moment.ts';
import { loadPinyin } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import { listFiles } from '../moves/record.ts';
import type { Policy } from '../policy/policy.ts';
import { listReceipts } from '../receipts/receipts.ts';
import { listResidents } from '../registry/residents.ts';
import { listStaff } from '../registry/staff.ts';
import { listUnits } from '../registry/units.ts';
import { listRenovations } from '../renovations/record.ts';
import { listBooks } from '../shelf/listing.ts';
import { listSurveys } from '../surveys/record.ts';
import { listTickets } from '../tickets/record.ts';
import { makeHome } from '../upkeep/init.ts';
import { listVisits } from '../visits/visits.ts';
import { booksLife } from './books/life.ts';
import { estateOf } from './estate.ts';
import { newFolder } from './folder.ts';
import { contextAt, live } from './life.ts';
import { moneyTimes } from './money/calendar.ts';
import { moneyLife } from './money/life.ts';
import { withDifferences } from './policy.ts';
import { estateFolder } from './program.ts';
import { recentLife } from './recent-life.ts';
import { addEverybody } from './staff.ts';

const SITE = '蓝天新苑';
const SUPERVISOR = '王芳';

/** The sample estate lies in China, whatever the clock of this computer shows. */
const SITE_ZONE: Zone = { name: 'Asia/Shanghai', shifts: [[0, 480]] };

/** From then on enough of the first buildings is lived in. */
const EARLIEST = '2020-03-01';

export interface SampleEstate {
  home: string;
  units: number;
  residents: number;
  staff: number;
  tickets: number;
  complaints: number;
  /** Files of move-ins, move-outs and changes of owner. */
  moves: number;
  renovations: number;
  visits: number;
  enquiries: number;
  /** Forms of the survey that are back. */
  returnedForms: number;
  receipts: number;
  /** Lines in the books, and in how many books. */
  entries: number;
  books: number;
  /** Units of which something is overdue. */
  inArrears: number;
  agenda: Agenda;
  policy: Policy;
}

/**
 * Lays out the home of the sample estate and lives through its last weeks, of its fees through half a
 * year, up to this moment. Refuses one at which nobody lived there yet.
 */
export async function layOutEstate(desk: Desk, wanted: string | undefined): Promise<SampleEstate> {
  const now = desk.happenedAt(SITE_ZONE);
  if (dayOf(now, SITE_ZONE) < EARLIEST) throw tooEarly();
  const folder = wanted === undefined ? undefined : path.resolve(wanted);
  const { dir, made } = await newFolder(folder, (part) => furnish(desk, part, now));
  return { home: dir, ...made };
}

const tooEarly = () =>
  refused(
    'demo_too_early',
    w('那时示范小区还没有人住。', 'Nobody lived in the sample estate then.'),
    w(`请写 ${EARLIEST} 或以后的时间：--at`, `Say a time on or after ${EARLIEST}: --at`),
  );

async function furnish(desk: Desk, dir: string, now: Moment): Promise<Omit<SampleEstate, 'home'>> {
  const { opensOn } = moneyTimes(dayOf(now, SITE_ZONE));
  const opening = atLocal(opensOn, '08:30', SITE_ZONE);
  const then = await deskAt(desk, dir, opening);
  await makeHome(then, { name: SITE, staff: SUPERVISOR, roles: ['supervisor'] });
  agreeOnFees(then.home.policyFile);
  try {
    const ctx = { ...(await then.context()), now, today: dayOf(now, SITE_ZONE) };
    ctx.ledger.begin();
    await takeOver(contextAt(ctx, opening));
    const estate = estateOf(ctx);
    const beats = [
      ...recentLife(estate, now, await loadPinyin()),
      ...moneyLife(ctx, estate),
      ...booksLife(ctx, estate),
    ];
    live(ctx, beats, estate.deskAt);
    ctx.ledger.commit();
    return countUp(ctx);
  } finally {
    then.closeLedger();
  }
}

/** The tariffs of the estate, in the place of those that the policy ships. */
function agreeOnFees(policyFile: string): void {
  const differences = readFileSync(path.join(estateFolder(), 'policy.yaml'), 'utf8');
  writeFileSync(policyFile, withDifferences(readFileSync(policyFile, 'utf8'), differences));
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

function countUp(ctx: Ctx): Omit<SampleEstate, 'home'> {
  const kept = listBooks(ctx).filter(({ entries }) => entries > 0);
  return {
    units: listUnits(ctx.ledger).length,
    residents: listResidents(ctx.ledger).length,
    staff: listStaff(ctx.ledger).length,
    tickets: listTickets(ctx, {}).length,
    complaints: listComplaints(ctx, {}).length,
    moves: listFiles(ctx, {}).length,
    renovations: listRenovations(ctx, {}).length,
    visits: listVisits(ctx, { unit: undefined, month: undefined, result: undefined }).length,
    enquiries: listEnquiries(ctx, {}).length,
    returnedForms: listSurveys(ctx).reduce((sum, { returned }) => sum + returned, 0),
    receipts: listReceipts(ctx, {}).length,
    entries: kept.reduce((sum, { entries }) => sum + entries, 0),
    books: kept.length,
    inArrears: arrearsOf(ctx, { asOf: ctx.today }).length,
    agenda: agenda(ctx, {}),
    policy: ctx.policy,
  };
}
