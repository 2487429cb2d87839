import type { Desk } from '../desk.ts';
import { WyError } from '../lib/errors.ts';
import { localIso, type Moment } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import { compilePolicy } from '../policy/compile.ts';
import { DEFAULT_TEXT } from '../policy/default.ts';
import type { Policy } from '../policy/policy.ts';

/** What the care of the house takes from the policy. */
export interface Site extends Pick<Policy, 'zone' | 'backup' | 'operators'> {
  /** Whether it is the site's own policy, and not the shipped one in its place. */
  isOwn: boolean;
}

/** A policy that is missing or broken stops no backup and no restore: the shipped one serves. */
export async function siteOf(desk: Desk): Promise<Site> {
  try {
    return { ...(await desk.policy()), isOwn: true };
  } catch (error) {
    if (!(error instanceof WyError)) throw error;
    const shipped = await compilePolicy(DEFAULT_TEXT);
    if ('mistakes' in shipped) throw error;
    return { ...shipped.policy, operators: {}, isOwn: false };
  }
}

/** For names of files, on the site's clock: '20261122-093000'. */
export function stampOf(moment: Moment, zone: Zone): string {
  return localIso(moment, zone).slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}
