import type { Ctx } from '../../context.ts';
import { awaitSuccessor, leaveNote, signHandover } from '../../handover/signing.ts';
import { addDays, type Day } from '../../lib/day.ts';
import { addMinutes, type Moment } from '../../lib/moment.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { cameTo, SHIFT_BEGINS, SHIFT_KEYS, type ShiftKey, shiftAt } from '../shifts.ts';
import type { Setting } from './setting.ts';

/** They are signed since then, so many days before today. */
export const DAYS_HANDED_OVER = 7;

/** The late shift whose clerk came after it had begun. */
const LATE_DAYS_AGO = 6;

/** Every change of shifts of the last week, and a note that waits for the next one (rule 151). */
export function handoversOf(setting: Setting): Beat[] {
  const { days, today } = setting;
  const recent = days.filter((day) => day >= addDays(today, -DAYS_HANDED_OVER));
  return [
    ...recent.flatMap((day) => SHIFT_KEYS.flatMap((shift) => changeTo(setting, day, shift))),
    noteOf(setting),
  ];
}

/** Both sign as the shift begins; the successor has been there for a while. */
function changeTo({ estate, today, on }: Setting, day: Day, shift: ShiftKey): Beat[] {
  const beginsAt = on(day, SHIFT_BEGINS[shift]);
  const before = shiftAt(addMinutes(beginsAt, -1), estate.zone);
  const from = cameTo(estate, before.day, before.shift, today);
  const to = cameTo(estate, day, shift, today);
  const isLate = shift === 'late' && day === addDays(today, -LATE_DAYS_AGO);
  if (isLate) {
    return [
      { at: addMinutes(beginsAt, 1), by: from, act: (ctx) => void awaitSuccessor(ctx, before) },
      signed({ at: addMinutes(beginsAt, 9), onPostAt: addMinutes(beginsAt, 7), from, to }),
    ];
  }
  const early = randomOf(`handover ${day} ${shift}`).between(20, 30);
  return [
    signed({ at: addMinutes(beginsAt, -2), onPostAt: addMinutes(beginsAt, -early), from, to }),
  ];
}

interface Signing {
  at: Moment;
  onPostAt: Moment;
  from: { id: number; name: string };
  to: { id: number; name: string };
}

function signed({ at, onPostAt, from, to }: Signing): Beat {
  const act = (ctx: Ctx) => void signHandover(ctx, { from: from.name, to: to.name, onPostAt });
  return { at, act };
}

const MINUTES_AGO = 25;

/** Left after the last change, so that nobody has taken it over yet. */
function noteOf({ now }: Setting): Beat {
  const text = '9-1-601 业主明早九点来取装修图纸，放在前台左边抽屉';
  return { at: addMinutes(now, -MINUTES_AGO), act: (ctx) => void leaveNote(ctx, text) };
}
