import type { Ctx } from '../context.ts';
import { readDay, tidy } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';
import { findActing } from '../registry/staff.ts';
import { shiftName } from './rules.ts';
import * as store from './store.ts';

type Choices = Readonly<Record<string, Words>>;

/** The shifts that are planned here, and a day off. */
export const shiftChoices = ({ policy }: Ctx): Choices => ({
  ...Object.fromEntries(
    Object.entries(policy.roster.shifts)
      .filter(([, { isActive }]) => isActive)
      .map(([key, { name }]) => [key, name]),
  ),
  off: w('休息', 'off'),
});

/** The shifts of a person on the day typed, where there are several to choose from. */
export function turnShifts(
  { staff = '', on = '' }: { staff?: string; on?: string },
  { ledger, policy, today }: Ctx,
): { needed?: boolean; choices?: Choices } {
  const staffId = findActing(ledger, staff)?.id;
  const day = readDay(tidy(on), today);
  if (staffId === undefined || day === undefined) return {};
  const turns = store.list(ledger, { fromOn: day, untilOn: day, staffId });
  if (turns.length < 2) return {};
  const choices = turns.map(({ shift }) => [shift, shiftName(policy.roster.shifts, shift)]);
  return { needed: true, choices: Object.fromEntries(choices) };
}
