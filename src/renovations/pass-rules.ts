import type { Day } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';
import { FATES, type Permit } from './model.ts';

/** How a permit or a pass stands on a day. */
export const PASS_STATES = {
  valid: w('有效', 'valid'),
  expired: w('已过期', 'expired'),
  ...FATES,
} as const satisfies Record<string, Words>;

export type PassState = keyof typeof PASS_STATES;

/** Its last day counts. */
export const passState = (
  { fate, untilOn }: Pick<Permit, 'fate' | 'untilOn'>,
  today: Day,
): PassState => fate ?? (untilOn < today ? 'expired' : 'valid');

/** The number of the household's permit is that of the renovation; passes have their own behind it. */
export const permitNo = (no: string, part: number): string =>
  part === 0 ? no : `${no}-${String(part).padStart(2, '0')}`;

/** The part that the number of a pass names, or the end of it: `D261122-001-02`, `001-02`, `02`, `2`. */
export function partOfPass(no: string, typed: string): number | undefined {
  const [, of, digits = ''] = /^(?:(.+)-)?(\d+)$/.exec(typed.normalize('NFKC').trim()) ?? [];
  const part = Number(digits);
  const isHere = of === undefined || no.endsWith(of.toUpperCase());
  // 001 is the end of the household's permit, and no pass.
  const isPass = part > 0 && [String(part), String(part).padStart(2, '0')].includes(digits);
  return isHere && isPass ? part : undefined;
}
