import type { Desk } from '../desk.ts';
import { WyError } from '../lib/errors.ts';
import { localIso, type Moment } from '../lib/moment.ts';
import { UTC, type Zone } from '../lib/zone.ts';
import { compilePolicy } from '../policy/compile.ts';
import { DEFAULT_TEXT } from '../policy/default.ts';
import type { Policy } from '../policy/policy.ts';

/** What the care of the house takes from the policy. */
export type Site = Pick<Policy, 'zone' | 'backup' | 'operators'>;

/** A policy that is missing or broken stops no backup and no restore: the shipped one serves, in UTC. */
export async function siteOf(desk: Desk): Promise<Site> {
  try {
    return await desk.policy();
  } catch (error) {
    if (!(error instanceof WyError)) throw error;
    const shipped = await compilePolicy(DEFAULT_TEXT);
    if ('mistakes' in shipped) throw error;
    return { zone: UTC, backup: shipped.policy.backup, operators: {} };
  }
}

/** For names of files, on the site's clock: '20261122-093000'. */
export function stampOf(moment: Moment, zone: Zone): string {
  return localIso(moment, zone).slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}
