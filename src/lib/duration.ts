import { misused } from './errors.ts';
import type { Words } from './words.ts';
import { plural, w } from './words.ts';

/** Minutes, hours, calendar days, working days, calendar months. */
export type DurationUnit = 'm' | 'h' | 'd' | 'wd' | 'mo';

/** A limit as the policy writes it. `text` is its canonical form: '2d', '0.5wd'. */
export interface Duration {
  amount: number;
  unit: DurationUnit;
  text: string;
}

// A zero is a day's end only where whole days are counted; upper bounds catch slipped digits.
const BOUNDS: Record<DurationUnit, readonly [least: number, most: number]> = {
  m: [1, 44_640],
  h: [1, 8_784],
  d: [0, 3_660],
  wd: [0, 260],
  mo: [1, 120],
};

const SHAPE = /^(?<amount>0|[1-9]\d{0,5})(?<half>\.5)?(?<unit>m|h|d|wd|mo)$/;

/** Reads '30m', '1h', '0d', '2wd', '0.5wd', '3mo'; refuses others as `bad_duration`. */
export function parseDuration(text: string): Duration {
  const duration = readDuration(text.normalize('NFKC').trim());
  if (duration !== undefined) return duration;
  throw misused(
    'bad_duration',
    w('时限看不懂，或者超出范围。', 'This is not readable as a time limit, or out of range.'),
    w(
      '请写成 30m（分钟）、1h（小时）、2d（天）、0.5wd（工作日）或 3mo（月）。',
      'Write 30m (minutes), 1h (hours), 2d (days), 0.5wd (working days) or 3mo (months).',
    ),
  );
}

/**
 * How long is left, or over, floored and coarse: 「3 小时 20 分」, from three days on whole days.
 * The sign is dropped: the sentence around it says which of the two it is. `brief`: one unit only.
 */
export function spanText(seconds: number, { brief = false } = {}): Words {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (minutes < 1) return w('不到 1 分钟', 'less than a minute');
  if (hours < 1) return w(`${minutes} 分钟`, `${minutes} min`);
  const rest = (amount: number) => (brief ? 0 : amount);
  if (days < 1) return pair(w(`${hours} 小时`, `${hours} h`), rest(minutes % 60), w('分', 'min'));
  const whole = w(`${days} 天`, plural(days, 'day'));
  return days < 3 ? pair(whole, rest(hours % 24), w('小时', 'h')) : whole;
}

const UNIT_WORDS: Readonly<Record<DurationUnit, (amount: number) => Words>> = {
  m: (amount) => w(`${amount} 分钟`, `${amount} min`),
  h: (amount) => w(`${amount} 小时`, `${amount} h`),
  d: (amount) => w(`${amount} 天`, plural(amount, 'day')),
  wd: (amount) => w(`${amount} 个工作日`, plural(amount, 'working day')),
  mo: (amount) => w(`${amount} 个月`, plural(amount, 'month')),
};

/** A limit as people say it: 11 小时, 24 个月. */
export const durationWords = ({ amount, unit }: Duration): Words => UNIT_WORDS[unit](amount);

function readDuration(text: string): Duration | undefined {
  const found = SHAPE.exec(text)?.groups;
  if (!found) return undefined;
  const unit = found.unit as DurationUnit;
  if (found.half && unit !== 'wd') return undefined;
  const amount = Number(found.amount) + (found.half ? 0.5 : 0);
  const [least, most] = BOUNDS[unit];
  return amount >= least && amount <= most ? { amount, unit, text: `${amount}${unit}` } : undefined;
}

function pair(whole: Words, rest: number, unit: Words): Words {
  if (rest === 0) return whole;
  return w(`${whole.zh} ${rest} ${unit.zh}`, `${whole.en} ${rest} ${unit.en}`);
}
