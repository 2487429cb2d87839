import type { Day } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { maskIdentity, maskPhone } from '../lib/mask.ts';
import { localIso, localText, type Moment } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { priceText } from '../lib/price.ts';
import type { Rate } from '../lib/rate.ts';
import type { Lang, Words } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** How values become text or JSON: the language, the site's clock, and whether personal data show. */
export interface Rendering {
  lang: Lang;
  zone: Zone;
  /** As of when promises are judged. */
  now: Moment;
  reveal: boolean;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

type Choices = Readonly<Record<string, Words>>;

/** Something inside a record: an object or a list in JSON, a line or some in a card. */
interface Inside {
  json(): Json;
  line(): string;
}

/** What the columns of each kind hold; the kinds are named as those of fields (field.ts). */
interface Values {
  text: string;
  whole: number;
  flag: boolean;
  day: Day;
  moment: Moment;
  /** Fen. */
  money: number;
  /** Of one, in ten-thousandths of a yuan. */
  price: number;
  /** Thousandths of a square metre. */
  area: number;
  /** Thousandths of what a meter counts. */
  reading: number;
  /** Read with its two numbers beside it. */
  rate: Rate;
  /** As a rate, of amounts in fen. */
  moneyRate: Rate;
  phone: string;
  identity: string;
  /** A key of a choice: people read its word, programs its key. */
  choice: string;
  choices: readonly string[];
  /** A text for each language; programs get the one of the language in force. */
  words: Words;
  /** Named values, whatever they are; a null is one that is not told. */
  details: Readonly<Record<string, unknown>>;
  records: readonly Inside[];
  /** Made up by its own column: what programs read, and what people read. */
  told: Inside;
}

type KindName = keyof Values;

interface Kind<V> {
  text(value: V, as: Rendering, of: Choices): string;
  json(value: V, as: Rendering): Json;
  alignRight?: boolean;
}

const asItIs = <V>(value: V): V => value;
const thousandthsText = (thousandths: number) => scaledText(thousandths, 3, { trim: true });
const rateText = (rate: Rate, as: Rendering) => partsText(rate, as, String);
const partsText = (
  { numerator, denominator, percent }: Rate,
  { lang }: Rendering,
  partText: (part: number) => string,
) => {
  const parts = `${partText(numerator)}/${partText(denominator)}`;
  return `${percent === null ? '—' : `${percent} %`}${lang === 'zh' ? `（${parts}）` : ` (${parts})`}`;
};
const phoneText = (value: string, as: Rendering) => (as.reveal ? value : maskPhone(value));
const identityText = (value: string, as: Rendering) => (as.reveal ? value : maskIdentity(value));
const yesOrNo = (value: boolean, { lang }: Rendering) =>
  lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
const wordOf = (key: string, { lang }: Rendering, of: Choices) => of[key]?.[lang] ?? key;
const pairText = ([key, value]: [string, unknown]) =>
  value === null ? key : `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`;

/** How each kind is read by people and by programs. */
export const KINDS: Readonly<{ [K in KindName]: Kind<Values[K]> }> = {
  text: { text: asItIs, json: asItIs },
  whole: { text: String, json: asItIs, alignRight: true },
  flag: { text: yesOrNo, json: asItIs },
  day: { text: asItIs, json: asItIs },
  moment: {
    text: (value, as) => localText(value, as.zone),
    json: (value, as) => localIso(value, as.zone),
  },
  money: { text: yuanText, json: yuanText, alignRight: true },
  price: { text: priceText, json: priceText, alignRight: true },
  area: { text: thousandthsText, json: thousandthsText, alignRight: true },
  reading: { text: thousandthsText, json: thousandthsText, alignRight: true },
  rate: { text: rateText, json: (value) => ({ ...value }), alignRight: true },
  moneyRate: {
    text: (value, as) => partsText(value, as, yuanText),
    json: ({ numerator, denominator, percent }) => ({
      numerator: yuanText(numerator),
      denominator: yuanText(denominator),
      percent,
    }),
    alignRight: true,
  },
  phone: { text: phoneText, json: phoneText },
  identity: { text: identityText, json: identityText },
  choice: { text: wordOf, json: asItIs },
  choices: {
    text: (keys, as, of) =>
      keys.map((key) => wordOf(key, as, of)).join(as.lang === 'zh' ? '、' : ', '),
    json: (keys) => [...keys],
  },
  words: { text: (value, as) => value[as.lang], json: (value, as) => value[as.lang] },
  details: {
    text: (value) => Object.entries(value).map(pairText).join(' '),
    json: (value) => value as { [key: string]: Json },
  },
  records: {
    text: (inside) => inside.map((each) => each.line()).join('\n'),
    json: (inside) => inside.map((each) => each.json()),
  },
  told: { text: (inside) => inside.line(), json: (inside) => inside.json() },
};

interface ColumnOf<Row, K extends KindName> {
  readonly key: string;
  readonly label: Words;
  readonly kind: K;
  /** Also stands in tables; every column stands in cards and JSON. */
  readonly inTable: boolean;
  /** Left out of a table for which the terminal is too narrow. */
  readonly isSpare: boolean;
  /** The words of a choice. */
  readonly of?: Choices;
  /** Nothing where the row has no value. */
  get(row: Row, as: Rendering): Values[K] | null | undefined;
}

/**
 * One column of a result. It says what its value is (money, a moment, a phone), so that table, card,
 * JSON and CSV are all made from one list.
 */
export type Column<Row> = { [K in KindName]: ColumnOf<Row, K> }[KindName];

export type Shape<Row> = readonly Column<Row>[];

interface Look {
  /** Leave out of tables. */
  cardOnly?: boolean;
  /** Leave out of tables that are too wide with it. */
  spare?: boolean;
}

type Get<Row, V> = (row: Row, as: Rendering) => V | null | undefined;

const columnOf =
  <K extends KindName>(kind: K) =>
  <Row>(
    key: string,
    label: Words,
    get: Get<Row, Values[K]>,
    look: Look = {},
  ): ColumnOf<Row, K> => ({
    ...{ key, label, kind, get },
    inTable: !look.cardOnly,
    isSpare: look.spare ?? false,
  });

export const asText = columnOf('text');
export const asWhole = columnOf('whole');
export const asFlag = columnOf('flag');
export const asDay = columnOf('day');
export const asMoment = columnOf('moment');
export const asMoney = columnOf('money');
export const asPrice = columnOf('price');
export const asArea = columnOf('area');
export const asReading = columnOf('reading');
export const asRate = columnOf('rate');
export const asMoneyRate = columnOf('moneyRate');
export const asPhone = columnOf('phone');
export const asIdentity = columnOf('identity');
export const asWords = columnOf('words');
export const asDetails = columnOf('details');
export const asTold = columnOf('told');

export const asChoice = <Row, K extends string>(
  key: string,
  label: Words,
  get: Get<Row, K>,
  of: Readonly<Record<K, Words>>,
  look?: Look,
) => ({ ...columnOf('choice')<Row>(key, label, get, look), of });

export const asChoices = <Row, K extends string>(
  key: string,
  label: Words,
  get: Get<Row, readonly K[]>,
  of: Readonly<Record<K, Words>>,
  look?: Look,
) => ({ ...columnOf('choices')<Row>(key, label, get, look), of });

/** Records inside a record: a list in JSON; in a card their lines, by `line`. */
export const asRecords = <Row, Inner>(
  key: string,
  label: Words,
  get: Get<Row, readonly Inner[]>,
  shape: Shape<Inner>,
  line: (inner: Inner, as: Rendering) => string,
) =>
  columnOf('records')<Row>(
    key,
    label,
    (row, as) =>
      get(row, as)?.map((inner) => ({
        json: () => toJson(shape, inner, as),
        line: () => line(inner, as),
      })),
    { cardOnly: true },
  );

/** What people read; empty where there is no value. */
export function textOf<Row>(column: Column<Row>, row: Row, as: Rendering): string {
  const value: unknown = column.get(row, as);
  const kind: Kind<unknown> = KINDS[column.kind];
  return value === null || value === undefined ? '' : kind.text(value, as, column.of ?? {});
}

export function jsonOf<Row>(column: Column<Row>, row: Row, as: Rendering): Json {
  const value: unknown = column.get(row, as);
  const kind: Kind<unknown> = KINDS[column.kind];
  return value === null || value === undefined ? null : kind.json(value, as);
}

export function toJson<Row>(shape: Shape<Row>, row: Row, as: Rendering): Json {
  return Object.fromEntries(shape.map((each) => [each.key, jsonOf(each, row, as)]));
}
