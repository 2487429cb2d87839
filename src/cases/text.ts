import { scaledText } from '../lib/decimal.ts';
import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import type { Words } from '../lib/words.ts';
import { list, same, w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Event } from '../timeline/model.ts';

/** How a slice words the steps of its timelines. */
export interface Telling {
  /** What each kind of step is called. */
  kinds: Readonly<Record<string, Words>>;
  /** Values of the detail that are keys: `result` → `satisfied` → 满意; a flag's words stand under `true`. */
  values?: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  /** Said before a value that does not speak for itself. */
  labels?: Readonly<Record<string, Words>>;
}

export const stepWords = ({ kinds }: Telling, { kind }: Event): Words => kinds[kind] ?? same(kind);

/**
 * What a step adds to its name: texts as they are, moments on the site's clock, money in yuan,
 * thousandths as decimals, keys in their words (several with commas between them), counts behind
 * their label. Other numbers and flags are for programs.
 */
export function detailWords(telling: Telling, { detail }: Event, zone: Zone): Words {
  const parts = Object.entries(detail).flatMap(([key, value]) => {
    const words = valueWords(telling, key, value, zone);
    const label = telling.labels?.[key];
    if (!words) return [];
    return [label ? w(`${label.zh} ${words.zh}`, `${label.en} ${words.en}`) : words];
  });
  return w(parts.map((part) => part.zh).join('，'), parts.map((part) => part.en).join(', '));
}

function valueWords({ values, labels }: Telling, key: string, value: unknown, zone: Zone) {
  if (value === null || value === '') return undefined;
  const of = values?.[key];
  if (of?.[String(value)]) return of[String(value)];
  if (of && typeof value === 'string') {
    return list(value.split(',').map((each) => of[each] ?? same(each)));
  }
  if (typeof value === 'number') {
    if (key.endsWith('Fen')) return same(`¥${yuanText(value)}`);
    if (key.endsWith('Thousandths')) return same(scaledText(value, 3, { trim: true }));
    return labels?.[key] ? same(String(value)) : undefined;
  }
  if (typeof value !== 'string') return undefined;
  return same(key.endsWith('At') ? localText(value, zone) : value);
}
