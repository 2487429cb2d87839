import { command } from '../cli/command.ts';
import { choice, day, flag, reading, unit, whole } from '../cli/field.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';
import { readMeter } from '../meters/reading.ts';
import type { Change } from '../meters/reading-rules.ts';
import { readingCard } from '../meters/view.ts';
import { flagLimits } from './limits.ts';

/** Stands here because a reading may put a trust over its limit, of which the meters know nothing. */
const read = command({
  name: 'meter read',
  about: w(
    '登记抄表读数（第一次的是底数，不计费）',
    'Record a reading; the first is the base and never billed',
  ),
  fields: {
    unit: unit({ label: w('房号', 'unit'), required: true }),
    meter: choice(METERS, { label: w('哪种表', 'which meter'), required: true }),
    reading: reading({ label: w('读数', 'reading'), required: true }),
    on: day({ label: w('抄表日期；默认今天', 'read on this day; today by default') }),
    exchanged: flag({ label: w('换了表', 'the meter was exchanged') }),
    oldFinal: reading({ label: w('旧表止度', "the old meter's last reading") }),
    newStart: reading({
      label: w('新表起度；默认 0', "the new meter's first reading; 0 by default"),
    }),
    turnedOver: flag({ label: w('表走满，从 0 重新开始', 'the meter began again at 0') }),
    digits: whole({
      min: 3,
      max: 9,
      label: w('表盘整数位数', 'digits of the meter before the point'),
    }),
  },
  examples: [
    'wy meter read --unit 3-2-1501 --meter water --reading 123.4',
    'wy meter read --unit 3-2-1501 --meter water --reading 2.5 --exchanged --old-final 130 --new-start 0',
    'wy meter read --unit 3-2-1501 --meter electricity --reading 12 --turned-over --digits 5',
  ],
  run: (ctx, input) =>
    readMeter(
      ctx,
      {
        unit: input.unit,
        meter: input.meter,
        readingThousandths: input.reading,
        readOn: input.on ?? ctx.today,
        change: changeTyped(input),
      },
      (unitIds) => flagLimits(ctx, unitIds),
    ),
  view: readingCard,
});

interface TypedChange {
  exchanged: boolean;
  oldFinal: number | undefined;
  newStart: number | undefined;
  turnedOver: boolean;
  digits: number | undefined;
}

/** What belongs to an exchange and what to a turning over must be told together. */
function changeTyped(typed: TypedChange): Change | undefined {
  const { exchanged, oldFinal, newStart, turnedOver, digits } = typed;
  const tellsExchange = oldFinal !== undefined || newStart !== undefined;
  if (exchanged !== tellsExchange || turnedOver !== (digits !== undefined)) throw halfTold();
  if (exchanged && (turnedOver || oldFinal === undefined)) throw halfTold();
  if (oldFinal !== undefined) {
    return {
      reason: 'exchanged',
      oldFinalThousandths: oldFinal,
      newStartThousandths: newStart ?? 0,
    };
  }
  return digits === undefined ? undefined : { reason: 'turned-over', digits };
}

const halfTold = () =>
  misused(
    'change_half_told',
    w('换表或翻转没有写全。', 'The exchange or the turning over is not told in full.'),
    w(
      '换表：--exchanged --old-final 旧表止度 --new-start 新表起度；翻转：--turned-over --digits 位数',
      'Exchange: --exchanged --old-final … --new-start …; turning over: --turned-over --digits …',
    ),
  );

export const commands = [read];
