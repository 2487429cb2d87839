import { type Json, KINDS, type Rendering } from '../cli/shape.ts';
import type { Named, Told, Value, ValueKind } from './model.ts';

const PERCENT = (value: string) => `${value} %`;

/** What people read of a value; '' of none. */
export function valueText(kind: ValueKind, value: Value, as: Rendering): string {
  if (value === null) return '';
  if (kind === 'told')
    return toldOf(value, (inner) => orDash(valueText(inner.kind, inner.value, as)));
  if (kind === 'percent') return PERCENT(value as string);
  if (kind === 'points') return tenthsText(value as number);
  if (kind === 'named') return (value as Named)[as.lang];
  return (KINDS[kind].text as (value: unknown, as: Rendering, of: object) => string)(value, as, {});
}

export function valueJson(kind: ValueKind, value: Value, as: Rendering): Json {
  if (value === null) return null;
  if (kind === 'told') return toldOf(value, (inner) => valueJson(inner.kind, inner.value, as));
  if (kind === 'percent') return value as string;
  if (kind === 'points') return tenthsText(value as number);
  if (kind === 'named') return (value as Named).key;
  return (KINDS[kind].json as (value: unknown, as: Rendering) => Json)(value, as);
}

/** Whether there is no value, told with its kind or without. */
export const isNothing = (kind: ValueKind, value: Value): boolean =>
  value === null || (kind === 'told' && (value as Told).value === null);

const toldOf = <T>(value: Value, read: (told: Told) => T): T => read(value as Told);

const tenthsText = (tenths: number): string => (tenths / 10).toFixed(1);

const RIGHT: readonly ValueKind[] = ['percent', 'points', 'told'];

export const isNumber = (kind: ValueKind): boolean =>
  RIGHT.includes(kind) || (kind in KINDS && KINDS[kind as keyof typeof KINDS].alignRight === true);

/** For a place that holds no dash of its own. */
export const orDash = (text: string): string => (text === '' ? '—' : text);
