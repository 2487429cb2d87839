import { parseArea } from '../lib/area.ts';
import { parseBirthday } from '../lib/birthday.ts';
import { parseChoice } from '../lib/choice.ts';
import type { Day, Month } from '../lib/day.ts';
import { parseDay } from '../lib/day.ts';
import { type DaySpan, parseDays, parseWeek } from '../lib/day-span.ts';
import { parseScaled } from '../lib/decimal.ts';
import type { Duration } from '../lib/duration.ts';
import { parseDuration } from '../lib/duration.ts';
import { misused } from '../lib/errors.ts';
import { parseIdentity } from '../lib/identity.ts';
import { type Line, parseLines } from '../lib/lines.ts';
import type { Moment } from '../lib/moment.ts';
import { parseMoment } from '../lib/moment.ts';
import { parseYuan } from '../lib/money.ts';
import { parseMonth } from '../lib/month.ts';
import { tidyName } from '../lib/name.ts';
import { type Period, parsePeriod } from '../lib/period.ts';
import { parsePhone } from '../lib/phone.ts';
import { parsePlate } from '../lib/plate.ts';
import { parsePrice } from '../lib/price.ts';
import { parseScores, type ScoredItem, type Scores } from '../lib/scores.ts';
import { parseBuilding, parseUnitCode } from '../lib/unit-code.ts';
import type { Lang, Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** What a parser may know besides the text. */
export interface FieldEnv {
  now: Moment;
  today: Day;
  zone: Zone;
  lang: Lang;
}

/** One piece of what a command is told: its option, prompt, parser and label in one place. */
export interface Field<T> {
  readonly label: Words;
  readonly help: Words | undefined;
  /** What stands for the value in the help: `NO`, `DAY`. Undefined for a flag. */
  readonly placeholder: string | undefined;
  readonly required: boolean;
  /** Written without an option's name, in the order of the declaration. */
  readonly positional: boolean;
  /** Takes several values: joined by commas, or given more than once. */
  readonly many: boolean;
  /** Asked for on a terminal although it may be left empty. */
  readonly ask: boolean;
  readonly choices: Readonly<Record<string, Words>> | undefined;
  /**
   * What it names, for suggestions (suggest.ts): a noun, `document` for one of the command's own, or
   * `EARLIER` and the key of a book's field: what was written there before.
   */
  readonly of: string | undefined;
  /** Refuses what it cannot read by `misused`. */
  parse(text: string, env: FieldEnv): unknown;
  /** Never set: carries the type of the parsed value. */
  readonly value?: T;
}

export const EARLIER = 'earlier:';

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a command's `run` gets: one value for each field, undefined for an empty optional one. */
export type Input<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

export interface Options {
  label: Words;
  help?: Words;
  required?: boolean;
  positional?: boolean;
  ask?: boolean;
  placeholder?: string;
  /** The noun whose records it names. */
  of?: string;
}

type Result<T, O extends Options> = Field<O extends { required: true } ? T : T | undefined>;

interface Kind<T> {
  placeholder: string;
  parse: (text: string, env: FieldEnv) => T;
  choices?: Readonly<Record<string, Words>>;
  many?: boolean;
  of?: string;
}

/** A field of a kind; the ranges of lists (range-field.ts) are made of it, too. */
export function field<T, O extends Options>(options: O, kind: Kind<T>): Result<T, O> {
  return {
    label: options.label,
    help: options.help,
    placeholder: options.placeholder ?? kind.placeholder,
    required: options.required ?? false,
    positional: options.positional ?? false,
    many: kind.many ?? false,
    ask: options.ask ?? false,
    choices: kind.choices,
    of: options.of ?? kind.of,
    parse: kind.parse,
  };
}

const emptyText = () => misused('empty_text', w('内容不能为空。', 'The text is empty.'));

/** The longest text a field takes: a page, not a book. */
const TEXT_LIMIT = 2_000;

function parseText(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  if (trimmed === '') throw emptyText();
  if (/\p{Cc}/u.test(trimmed)) {
    throw misused(
      'control_characters',
      w('内容里有看不见的控制字符。', 'The text holds control characters.'),
      w('请重新输入这段文字。', 'Type the text anew.'),
    );
  }
  if (trimmed.length > TEXT_LIMIT) {
    throw misused(
      'long_text',
      w(
        `内容太长（最多 ${TEXT_LIMIT} 字）。`,
        `The text is too long (${TEXT_LIMIT} characters at most).`,
      ),
    );
  }
  return trimmed;
}

/** What stands between commas of any kind; refuses nothing but commas. */
function partsOf(typed: string): string[] {
  const parts = typed.split(/[,，、;；]/).filter((part) => part.trim() !== '');
  if (parts.length === 0) throw emptyText();
  return parts;
}

export const text = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'TEXT', parse: parseText });

/** Several codes or names of the policy at once; the use case knows them. */
export const codes = <O extends Options>(options: O) =>
  field<string[], O>(options, {
    placeholder: 'CODE,…',
    many: true,
    parse: (typed) => partsOf(typed).map(parseText),
  });

/** A person or company, as names are stored. */
export const name = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'NAME', parse: tidyName });

/** A document number or an unambiguous end of one; the service resolves it. */
export const number = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'NO', parse: parseText, of: 'document' });

/** A member of staff by name or id; the service resolves it. */
export const staff = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'STAFF', parse: parseText, of: 'staff' });

/** Several of them; the service resolves each. */
export const staffList = <O extends Options>(options: O) =>
  field<string[], O>(options, {
    placeholder: 'STAFF,…',
    many: true,
    parse: (typed) => partsOf(typed).map(parseText),
    of: 'staff',
  });

/** As it was typed: a name may begin or end with a blank. */
function parsePath(typed: string): string {
  if (typed === '') throw emptyText();
  return typed;
}

export const file = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'FILE', parse: parsePath });

export const folder = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'DIR', parse: parsePath });

/** The canonical code; refuses what is no unit code. */
export const unit = <O extends Options>(options: O) =>
  field<string, O>(options, {
    placeholder: 'CODE',
    parse: (typed) => parseUnitCode(typed).code,
    of: 'unit',
  });

/** As unit codes name it; refuses what is no building. */
export const building = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'BUILDING', parse: parseBuilding });

export const day = <O extends Options>(options: O) =>
  field<Day, O>(options, { placeholder: 'DAY', parse: (typed, env) => parseDay(typed, env.today) });

export const month = <O extends Options>(options: O) =>
  field<Month, O>(options, {
    placeholder: 'MONTH',
    parse: (typed, env) => parseMonth(typed, env.today),
  });

/** Some days: one, a range, or a stretch of the calendar by its name. */
export const days = <O extends Options>(options: O) =>
  field<DaySpan, O>(options, {
    placeholder: 'DAY|DAY..DAY',
    parse: (typed, env) => parseDays(typed, env.today),
  });

/** Monday to Sunday, by its number or a day in it. */
export const week = <O extends Options>(options: O) =>
  field<DaySpan, O>(options, {
    placeholder: 'WEEK',
    parse: (typed, env) => parseWeek(typed, env.today),
  });

/** A month, a quarter or a year. */
export const period = <O extends Options>(options: O) =>
  field<Period, O>(options, {
    placeholder: 'PERIOD',
    parse: (typed, env) => parsePeriod(typed, env.today),
  });

/** Month and day; of a whole date the year is dropped. */
export const birthday = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'MM-DD', parse: parseBirthday });

export const moment = <O extends Options & { bareDay?: 'start' | 'end' }>(options: O) =>
  field<Moment, O>(options, {
    placeholder: 'MOMENT',
    parse: (typed, env) =>
      parseMoment(typed, { now: env.now, zone: env.zone, bareDay: options.bareDay ?? 'start' }),
  });

export const duration = <O extends Options>(options: O) =>
  field<Duration, O>(options, { placeholder: 'LIMIT', parse: parseDuration });

/** Fen. */
export const money = <O extends Options>(options: O) =>
  field<number, O>(options, { placeholder: 'YUAN', parse: parseYuan });

/** Of one, in ten-thousandths of a yuan, more than none. */
export const price = <O extends Options>(options: O) =>
  field<number, O>(options, { placeholder: 'YUAN', parse: parsePrice });

/** Thousandths of a square metre, more than none. */
export const area = <O extends Options>(options: O) =>
  field<number, O>(options, { placeholder: 'M2', parse: parseArea });

/** Of a meter, in thousandths of what it counts. */
export const reading = <O extends Options>(options: O) =>
  field<number, O>(options, { placeholder: 'READING', parse: (typed) => parseScaled(typed, 3) });

export const whole = <O extends Options & { min: number; max: number }>(options: O) =>
  field<number, O>(options, {
    placeholder: `${options.min}-${options.max}`,
    parse: (typed) => {
      const value = Number(typed.normalize('NFKC').trim());
      if (!Number.isInteger(value) || value < options.min || value > options.max) {
        throw misused(
          'bad_number',
          w(`“${typed}”不是可用的整数。`, `"${typed}" is not a whole number in range.`),
          w(`${options.min} 到 ${options.max}`, `${options.min} to ${options.max}`),
        );
      }
      return value;
    },
  });

/** Thousandths. */
export const decimal = <O extends Options>(options: O) =>
  field<number, O>(options, { placeholder: 'NUMBER', parse: (typed) => parseScaled(typed, 3) });

/** Things and how many of each: `沙发×2，冰箱`. */
export const lines = <O extends Options>(options: O) =>
  field<Line[], O>(options, { placeholder: 'THING×N,…', parse: parseLines, many: true });

/** Points for the items of a sheet; those not named get full marks. */
export const scores = <O extends Options>(
  items: Readonly<Record<string, ScoredItem>>,
  options: O,
) =>
  field<Scores, O>(options, {
    placeholder: 'ITEM=POINTS,…',
    parse: (typed) => parseScores(items, typed),
    many: true,
  });

export const plate = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'PLATE', parse: parsePlate });

export const phone = <O extends Options>(options: O) =>
  field<string, O>(options, { placeholder: 'PHONE', parse: parsePhone });

export const identity = <O extends Options>(options: O) =>
  field<string, O>(options, {
    placeholder: 'ID-NO',
    parse: (typed, env) => parseIdentity(typed, env.today),
  });

export const choice = <K extends string, O extends Options>(
  of: Readonly<Record<K, Words>>,
  options: O,
) =>
  field<K, O>(options, {
    placeholder: Object.keys(of).join('|'),
    parse: (typed) => parseChoice(of, typed),
    choices: of,
  });

/** Several choices at once, `clerk,supervisor`; each once. */
export const choices = <K extends string, O extends Options>(
  of: Readonly<Record<K, Words>>,
  options: O,
) =>
  field<K[], O>(options, {
    placeholder: `${Object.keys(of).join('|')}[,…]`,
    choices: of,
    many: true,
    parse: (typed) => {
      return [...new Set(partsOf(typed).map((part) => parseChoice(of, part)))];
    },
  });

const YES_NO = { yes: w('是', 'yes'), no: w('否', 'no') } as const;

export const yesNo = <O extends Options>(options: O) =>
  field<boolean, O>(options, {
    placeholder: 'yes|no',
    parse: (typed) => parseChoice(YES_NO, typed) === 'yes',
    choices: YES_NO,
  });

/** Given or not; false when not given. */
export const flag = (options: Pick<Options, 'label' | 'help' | 'ask'>): Field<boolean> => ({
  label: options.label,
  help: options.help,
  placeholder: undefined,
  required: false,
  positional: false,
  many: false,
  ask: options.ask ?? false,
  choices: undefined,
  of: undefined,
  parse: () => true,
});
