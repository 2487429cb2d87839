import type { Day } from '../lib/day.ts';
import { parseDay } from '../lib/day.ts';
import { parseScaled } from '../lib/decimal.ts';
import { misused } from '../lib/errors.ts';
import { parseLines } from '../lib/lines.ts';
import { type Moment, parseMoment } from '../lib/moment.ts';
import { parseYuan } from '../lib/money.ts';
import { parsePhone } from '../lib/phone.ts';
import { plainWord } from '../lib/plain-word.ts';
import { parsePlate } from '../lib/plate.ts';
import { parseScores } from '../lib/scores.ts';
import { parseUnitCode } from '../lib/unit-code.ts';
import { type Words, w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { BookField } from './model.ts';

/** What a usual value may hang on. */
export interface Circumstances {
  today: Day;
  now: Moment;
  zone: Zone;
  /** Who is on duty now, by name or id; undefined where nobody is, or nobody knows. */
  onDuty?: string | undefined;
}

/** Of a field whose usual value is whoever is on duty. */
export const ON_DUTY = 'duty';

/**
 * The usual value of a field as the command line would have read it: `today` of days, `now` of moments,
 * `duty` of staff, else what the type reads. Undefined where there is none. Refuses what the type cannot
 * read, and types that can have none (`bad_usual`).
 */
export function readUsual(field: BookField, at: Circumstances): unknown {
  return field.usual === null ? undefined : readAs(field, field.usual, at);
}

function readAs(field: BookField, typed: string, at: Circumstances): unknown {
  switch (field.type) {
    case 'day':
      return parseDay(typed, at.today);
    case 'moment':
      return parseMoment(typed, { now: at.now, zone: at.zone, bareDay: 'end' });
    case 'staff':
      if (typed === ON_DUTY) return at.onDuty;
      throw unusual(w('员工的 usual 只能写 duty（当班人）。', 'Of staff only duty can be usual.'));
    case 'choice':
      return choiceOf(field, typed);
    case 'choices':
      return [...new Set(typed.split(/[,，、;；]/).map((part) => choiceOf(field, part)))];
    case 'yesno':
      return yesNoOf(typed);
    case 'whole':
      return wholeOf(field, typed);
    case 'decimal':
      return parseScaled(typed, 3);
    case 'money':
      return parseYuan(typed);
    case 'unit':
      return parseUnitCode(typed).code;
    case 'phone':
      return parsePhone(typed);
    case 'plate':
      return parsePlate(typed);
    case 'lines':
      return parseLines(typed);
    case 'sheet':
      return parseScores(field.items, typed);
    case 'text':
    case 'long':
      return typed;
    default:
      throw unusual(w('这种字段不能有 usual。', 'A field of this type has no usual value.'));
  }
}

const unusual = (words: Words) => misused('bad_usual', words);

function choiceOf({ choices }: BookField, typed: string): string {
  const found = Object.entries(choices).find(([key, { zh, en }]) =>
    [key, zh, en].some((name) => plainWord(name) === plainWord(typed)),
  );
  if (found) return found[0];
  const keys = Object.keys(choices).join('、');
  throw unusual(w(`usual 应是 ${keys} 之一。`, `The usual value is one of ${keys}.`));
}

const YES = ['yes', '是'];
const NO = ['no', '否'];

function yesNoOf(typed: string): boolean {
  if (YES.includes(plainWord(typed))) return true;
  if (NO.includes(plainWord(typed))) return false;
  throw unusual(w('usual 应是 yes 或 no。', 'The usual value is yes or no.'));
}

function wholeOf({ least, most }: BookField, typed: string): number {
  const number = /^\d{1,9}$/.test(plainWord(typed)) ? Number(plainWord(typed)) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw unusual(
    w(
      `usual 应是 ${least} 到 ${most} 的整数。`,
      `The usual value is a whole number from ${least} to ${most}.`,
    ),
  );
}
