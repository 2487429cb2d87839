import type { Ctx } from '../../context.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { archivesOf } from './archives.ts';
import { contractorsOf } from './contractors.ts';
import { eventsOf } from './events.ts';
import { groundsOf } from './grounds.ts';
import { handoversOf } from './handovers.ts';
import { householdsOf } from './households.ts';
import { keysOf } from './keys.ts';
import { newsOf } from './news.ts';
import { officeOf } from './office.ts';
import { parcelsOf } from './parcels.ts';
import { passesOf } from './passes.ts';
import { qualityOf } from './quality.ts';
import { rosterOf } from './roster.ts';
import { servicesOf } from './services.ts';
import { settingOf } from './setting.ts';

/** What the desk has written into its books since the first day of wy, and who was on duty. */
export function booksLife(ctx: Ctx, estate: Estate): Beat[] {
  const setting = settingOf(ctx, estate);
  return [
    ...rosterOf(setting),
    ...parcelsOf(setting),
    ...keysOf(setting),
    ...passesOf(setting),
    ...householdsOf(ctx, setting),
    ...servicesOf(setting),
    ...groundsOf(setting),
    ...contractorsOf(setting),
    ...eventsOf(setting),
    ...officeOf(setting),
    ...newsOf(setting),
    ...qualityOf(setting),
    ...archivesOf(setting),
    ...handoversOf(setting),
  ];
}
