import { scaledText } from './decimal.ts';
import { localIso, type Moment } from './moment.ts';
import { yuanText } from './money.ts';
import { priceText } from './price.ts';
import type { Zone } from './zone.ts';

export interface Telling {
  momentText(moment: Moment): string;
}

/**
 * A stored value told by what the end of its name says: `costFen` 3500 is `cost` 35.00,
 * `areaThousandths` 89530 is `area` 89.53, `openedAt` a moment; all else stays as it is.
 */
export function tellUnit(key: string, value: unknown, telling: Telling): [string, unknown] {
  const isNumber = typeof value === 'number';
  if (key.endsWith('Fen')) {
    return [key.slice(0, -'Fen'.length), isNumber ? yuanText(value) : value];
  }
  if (key.endsWith('Thousandths')) {
    const text = isNumber ? scaledText(value, 3, { trim: true }) : value;
    return [key.slice(0, -'Thousandths'.length), text];
  }
  if (key.endsWith('Tenthousandths')) {
    return [key.slice(0, -'Tenthousandths'.length), isNumber ? priceText(value) : value];
  }
  const isMoment = key.endsWith('At') && typeof value === 'string';
  return [key, isMoment ? telling.momentText(value) : value];
}

/** Stored values as programs read them: money and areas as decimals, moments on the site's clock. */
export function tellUnits(
  stored: Readonly<Record<string, unknown>>,
  zone: Zone,
): Record<string, unknown> {
  const telling: Telling = { momentText: (moment) => localIso(moment, zone) };
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => tellUnit(key, inside(value, zone), telling)),
  );
}

function inside(value: unknown, zone: Zone): unknown {
  if (Array.isArray(value)) return value.map((each) => inside(each, zone));
  if (typeof value !== 'object' || value === null) return value;
  return tellUnits(value as Readonly<Record<string, unknown>>, zone);
}
