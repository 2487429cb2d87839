import type { Day } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { maskIdentity, maskPhone } from '../lib/mask.ts';
import { localIso, localText, type Moment } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import type { Lang, Words } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** How values become text or JSON: in which language and zone, and whether personal data show. */
export interface Rendering {
  lang: Lang;
  zone: Zone;
  reveal: boolean;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * One column of a result. It says what its value is (money, a moment, a phone), so that table, card,
 * JSON and CSV are all made from one list.
 */
export interface Column<Row> {
  readonly key: string;
  readonly label: Words;
  /** Also stands in tables; every column stands in cards and JSON. */
  readonly inTable: boolean;
  readonly alignRight: boolean;
  text(row: Row, as: Rendering): string;
  json(row: Row, as: Rendering): Json;
}

export type Shape<Row> = readonly Column<Row>[];

interface Look {
  /** Leave out of tables. */
  cardOnly?: boolean;
  /** Leave out of JSON's reader and people's tables alike; for text only made for people use `text`. */
  alignRight?: boolean;
}

type Get<Row, V> = (row: Row) => V | null | undefined;

function column<Row, V>(
  key: string,
  label: Words,
  get: Get<Row, V>,
  look: Look,
  text: (value: V, as: Rendering) => string,
  json: (value: V, as: Rendering) => Json,
): Column<Row> {
  return {
    key,
    label,
    inTable: !look.cardOnly,
    alignRight: look.alignRight ?? false,
    text: (row, as) => {
      const value = get(row);
      return value === null || value === undefined ? '' : text(value, as);
    },
    json: (row, as) => {
      const value = get(row);
      return value === null || value === undefined ? null : json(value, as);
    },
  };
}

export const asText = <Row>(key: string, label: Words, get: Get<Row, string>, look: Look = {}) =>
  column(
    key,
    label,
    get,
    look,
    (value) => value,
    (value) => value,
  );

export const asWhole = <Row>(key: string, label: Words, get: Get<Row, number>, look: Look = {}) =>
  column(key, label, get, { alignRight: true, ...look }, String, (value) => value);

export const asFlag = <Row>(key: string, label: Words, get: Get<Row, boolean>, look: Look = {}) =>
  column(
    key,
    label,
    get,
    look,
    (value, as) => (as.lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'),
    (value) => value,
  );

/** A key of a choice: people read its word, programs its key. */
export const asChoice = <Row, K extends string>(
  key: string,
  label: Words,
  get: Get<Row, K>,
  of: Readonly<Record<K, Words>>,
  look: Look = {},
) =>
  column(
    key,
    label,
    get,
    look,
    (value, as) => of[value][as.lang],
    (value) => value,
  );

export const asDay = <Row>(key: string, label: Words, get: Get<Row, Day>, look: Look = {}) =>
  column(
    key,
    label,
    get,
    look,
    (value) => value,
    (value) => value,
  );

export const asMoment = <Row>(key: string, label: Words, get: Get<Row, Moment>, look: Look = {}) =>
  column(
    key,
    label,
    get,
    look,
    (value, as) => localText(value, as.zone),
    (value, as) => localIso(value, as.zone),
  );

/** Fen in, yuan out. */
export const asMoney = <Row>(key: string, label: Words, get: Get<Row, number>, look: Look = {}) =>
  column(key, label, get, { alignRight: true, ...look }, yuanText, yuanText);

/** Thousandths in; `89.53` out. */
export const asThousandths = <Row>(
  key: string,
  label: Words,
  get: Get<Row, number>,
  look: Look = {},
) => {
  const text = (value: number) => scaledText(value, 3, { trim: true });
  return column(key, label, get, { alignRight: true, ...look }, text, text);
};

/** Masked unless revealed (decision 26). */
export const asPhone = <Row>(key: string, label: Words, get: Get<Row, string>, look: Look = {}) => {
  const text = (value: string, as: Rendering) => (as.reveal ? value : maskPhone(value));
  return column(key, label, get, look, text, text);
};

/** Masked unless revealed (decision 26). */
export const asIdentity = <Row>(
  key: string,
  label: Words,
  get: Get<Row, string>,
  look: Look = {},
) => {
  const text = (value: string, as: Rendering) => (as.reveal ? value : maskIdentity(value));
  return column(key, label, get, look, text, text);
};

/** A text for each language; programs get the one of the language in force. */
export const asWords = <Row>(key: string, label: Words, get: Get<Row, Words>, look: Look = {}) =>
  column(
    key,
    label,
    get,
    look,
    (value, as) => value[as.lang],
    (value, as) => value[as.lang],
  );

/** Keys of a choice. */
export const asChoices = <Row, K extends string>(
  key: string,
  label: Words,
  get: Get<Row, readonly K[]>,
  of: Readonly<Record<K, Words>>,
  look: Look = {},
) =>
  column(
    key,
    label,
    get,
    look,
    (value, as) => value.map((each) => of[each][as.lang]).join(as.lang === 'zh' ? '、' : ', '),
    (value) => [...value],
  );

/** Records inside a record: a list in JSON; in a card their lines, by `line`. */
export const asRecords = <Row, Inner>(
  key: string,
  label: Words,
  get: Get<Row, readonly Inner[]>,
  shape: Shape<Inner>,
  line: (inner: Inner, as: Rendering) => string,
) =>
  column<Row, readonly Inner[]>(
    key,
    label,
    get,
    { cardOnly: true },
    (value, as) => value.map((inner) => line(inner, as)).join('\n'),
    (value, as) => value.map((inner) => toJson(shape, inner, as)),
  );

export function toJson<Row>(shape: Shape<Row>, row: Row, as: Rendering): Json {
  return Object.fromEntries(shape.map((each) => [each.key, each.json(row, as)]));
}
