import type { Day } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import { type Count, METERS, type Meter, type Reading, type Reason } from './model.ts';
import { usedSince } from './usage-rules.ts';

/** What happened to the meter before this reading, where it explains a lower one. */
export type Change =
  | { reason: 'exchanged'; oldFinalThousandths: number; newStartThousandths: number }
  | { reason: 'turned-over'; digits: number };

/** After so many digits before the point the meter begins again. */
const rangeThousandths = (digits: number): number => Number(`1${'0'.repeat(digits)}000`);

/** Of an exchanged meter the old one's end less the new one's start, of one turned over its range. */
export const carryOf = (change: Change): number =>
  change.reason === 'exchanged'
    ? change.oldFinalThousandths - change.newStartThousandths
    : rangeThousandths(change.digits);

/** A reading that is to stand between these two. */
export interface Placed {
  unit: string;
  meter: Meter;
  readOn: Day;
  readingThousandths: number;
  /** Undefined: as it is, with the carry it has. */
  change: Change | undefined;
  carryThousandths: number;
  before: Reading | undefined;
  after: Reading | undefined;
}

/** Why a reading cannot stand where it is to stand, the first of its faults. */
export function refusalOf(it: Placed, today: Day): WyError | undefined {
  if (it.readOn > today) return inFuture(it.readOn);
  if (it.change) {
    const wrong = refusalOfChange(it, it.change);
    if (wrong) return wrong;
  }
  if (it.before && usedSince(it.before, it) < 0) return fell(it, it.before);
  if (it.after && usedSince(it, it.after) < 0) return aboveNext(it, it.after);
  return undefined;
}

function refusalOfChange(it: Placed, change: Change): WyError | undefined {
  const { before, after, readingThousandths } = it;
  if (!before) return noneBefore(it);
  if (after?.reason) return changedLater(it, after.reason);
  const last = before.readingThousandths;
  if (change.reason === 'exchanged') {
    if (change.oldFinalThousandths < last) return oldFinalBelow(it, before);
    if (readingThousandths < change.newStartThousandths) return belowNewStart(change);
    return undefined;
  }
  const range = rangeThousandths(change.digits);
  if (last >= range || readingThousandths >= range) return tooFewDigits(change.digits);
  if (readingThousandths >= last) return notTurned(before);
  return undefined;
}

const text = (it: Pick<Count, 'readingThousandths'>) =>
  scaledText(it.readingThousandths, 3, { trim: true });

const nameOf = ({ unit, meter }: Pick<Placed, 'unit' | 'meter'>): Words =>
  w(`${unit} ${METERS[meter].zh}`, `${unit} (${METERS[meter].en})`);

const listLine = ({ unit, meter }: Placed) => `wy meter list --unit ${unit} --meter ${meter}`;

const inFuture = (day: Day) =>
  refused(
    'future_reading',
    w(`${day} 还没有到。`, `${day} has not come yet.`),
    w('请写实际抄表的日期。', 'Give the day on which it was read.'),
  );

const fell = (it: Placed, before: Reading) =>
  refused(
    'reading_fell',
    w(
      `${nameOf(it).zh}读数 ${text(it)} 小于 ${before.readOn} 的 ${text(before)}。`,
      `${nameOf(it).en}: ${text(it)} is less than ${text(before)} of ${before.readOn}.`,
    ),
    w(
      '换了表请加 --exchanged --old-final 旧表止度 --new-start 新表起度；表走满翻转请加 --turned-over --digits 位数。',
      'Add --exchanged --old-final … --new-start … for a new meter, --turned-over --digits … for one that began again at 0.',
    ),
  );

const aboveNext = (it: Placed, after: Reading) =>
  refused(
    'reading_above_next',
    w(
      `${nameOf(it).zh}读数 ${text(it)} 大于其后 ${after.readOn} 的 ${text(after)}。`,
      `${nameOf(it).en}: ${text(it)} is more than ${text(after)} of ${after.readOn}, which follows.`,
    ),
    w(`查看：${listLine(it)}`, `See ${listLine(it)}`),
  );

const noneBefore = (it: Placed) =>
  refused(
    'no_reading_before',
    w(
      `${nameOf(it).zh}在此之前没有读数，谈不上换表或翻转。`,
      `${nameOf(it).en} has no reading before: nothing was exchanged or turned over.`,
    ),
    w('第一次的读数就是底数，直接登记。', 'The first reading is the base: record it as it is.'),
  );

const changedLater = (it: Placed, reason: Reason) =>
  refused(
    'change_recorded',
    reason === 'exchanged'
      ? w('其后的读数已经登记了换表。', 'The next reading says already that it was exchanged.')
      : w('其后的读数已经登记了翻转。', 'The next reading says already that it turned over.'),
    w(`查看：${listLine(it)}`, `See ${listLine(it)}`),
  );

const oldFinalBelow = (it: Placed, before: Reading) =>
  refused(
    'old_final_below',
    w(
      `旧表止度小于 ${before.readOn} 的读数 ${text(before)}。`,
      `The old meter's end is less than ${text(before)} of ${before.readOn}.`,
    ),
    w(`请核对；查看：${listLine(it)}`, `Check it; see ${listLine(it)}`),
  );

const belowNewStart = ({ newStartThousandths }: Extract<Change, { reason: 'exchanged' }>) => {
  const start = scaledText(newStartThousandths, 3, { trim: true });
  return refused(
    'below_new_start',
    w(`读数小于新表起度 ${start}。`, `The reading is less than ${start}, the new meter's start.`),
    w('--reading 写新表现在的读数。', 'Give with --reading what the new meter shows now.'),
  );
};

const tooFewDigits = (digits: number) =>
  refused(
    'digits_too_few',
    w(`读数超过了 ${digits} 位。`, `The reading has more than ${digits} digits.`),
    w('--digits 写表盘整数的位数。', 'Give with --digits the digits before the point.'),
  );

const notTurned = (before: Reading) =>
  refused(
    'not_turned_over',
    w(
      `读数不小于 ${before.readOn} 的 ${text(before)}，表没有翻转。`,
      `The reading is not less than ${text(before)} of ${before.readOn}: nothing turned over.`,
    ),
    w('去掉 --turned-over 再登记。', 'Leave --turned-over out.'),
  );
