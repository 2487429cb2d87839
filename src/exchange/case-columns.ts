import type { Result } from '../cases/model.ts';
import type { When } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { misused, WyError } from '../lib/errors.ts';
import { tidyName } from '../lib/name.ts';
import { parsePhone } from '../lib/phone.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { type Words, w } from '../lib/words.ts';
import { listUnits } from '../registry/units.ts';
import type { Column, RowContext } from './columns.ts';
import { parseImportMoment } from './import-moment.ts';
import { unitColumns, unknownChoice } from './unit-column.ts';

const TEXT_LIMIT = 2_000;

/** Words of a ledger, on one line; refuses more than a case can hold (`long_text`). */
export function parseImportText(text: string): string {
  const tidied = text.replace(/\s+/g, ' ').trim();
  if (tidied.length <= TEXT_LIMIT) return tidied;
  throw misused(
    'long_text',
    w(`太长（最多 ${TEXT_LIMIT} 字）`, `too long (${TEXT_LIMIT} characters at most)`),
  );
}

export const textColumn = (label: Words, names: readonly string[]) =>
  ({ label, names, verbatim: true, parse: parseImportText }) satisfies Column<string>;

export const nameColumn = (label: Words, names: readonly string[]) =>
  ({ label, names, personal: true, verbatim: true, parse: tidyName }) satisfies Column<string>;

export const phoneColumn = (names: readonly string[]) =>
  ({
    label: w('联系电话', 'Phone'),
    names,
    personal: true,
    parse: parsePhone,
  }) satisfies Column<string>;

/** As it stands in the file: which form it has is read later, together with the day of its case. */
export const numberColumn = (names: readonly string[]) =>
  ({
    label: w('编号', 'No'),
    names,
    parse: (text: string) => parseImportText(text.normalize('NFKC')),
  }) satisfies Column<string>;

/** Where something is: in a unit, or at a place; a text that names a unit keeps its wording. */
export interface Where {
  unit: string | undefined;
  place: string | undefined;
}

/** What belongs to everybody, which some offices write into the column of the units. */
const PUBLIC_PLACE =
  /公共|公区|小区|全区|园区|大堂|大厅|门厅|走廊|走道|过道|楼道|楼梯|电梯|天台|屋面|楼顶|外墙|车库|停车场|花园|绿化|大门|门岗|岗亭|广场|道路|泳池|会所|架空层|设备房|配电|水泵房|监控室|垃圾房/;

/**
 * A unit of the registry counts as one in either column; of other texts those that name a public place
 * are places, and in the column of the units the rest are units, be they known or not.
 */
export function whereColumns(ctx: Pick<Ctx, 'ledger'>, placeNames: readonly string[]) {
  const known = new Set(listUnits(ctx.ledger).map(({ code }) => code));
  const registered = (code: string | undefined) =>
    code !== undefined && known.has(code) ? code : undefined;
  return {
    ...unitColumns,
    unit: {
      ...unitColumns.unit,
      names: [
        ...unitColumns.unit.names,
        '房号/位置',
        '房号/地点',
        '报修房号',
        '投诉房号',
        '住户房号',
      ],
      required: false,
      parse: (text: string, row: RowContext): Where => {
        const isPlace = PUBLIC_PLACE.test(text) && !registered(tryUnitCode(text)?.code);
        return isPlace
          ? { unit: undefined, place: parseImportText(text) }
          : { unit: unitColumns.unit.parse(text, row), place: undefined };
      },
    },
    place: {
      label: w('地点', 'Place'),
      names: placeNames,
      verbatim: true,
      parse: (text: string): Where => {
        const code = tryUnitCode(text)?.code;
        const unit = PUBLIC_PLACE.test(text) ? registered(code) : code;
        return { unit, place: parseImportText(text) };
      },
    },
  };
}

/** The unit of the one column or the other; a place beside it says where in it. */
export function whereOf(unitCell: Where | undefined, placeCell: Where | undefined): Where {
  if (unitCell?.unit === undefined && placeCell?.unit !== undefined) {
    return { unit: placeCell.unit, place: unitCell?.place };
  }
  const isSame = placeCell?.unit !== undefined && placeCell.unit === unitCell?.unit;
  const places = [unitCell?.place, isSame ? undefined : placeCell?.place];
  const place = places.filter((each) => each !== undefined).join(' ');
  return { unit: unitCell?.unit, place: place === '' ? undefined : place };
}

type Clock = Pick<Ctx, 'now' | 'today' | 'zone'>;

/** A moment that has been; a time alone is of the day in the column `of`. */
export const pastColumn = (ctx: Clock, label: Words, names: readonly string[], of = '') =>
  ({
    label,
    names,
    parse: (text: string, row: RowContext): When => {
      const when = parseImportMoment(text, ctx, () => dayIn(ctx, of === '' ? '' : row.text(of)));
      const isToCome = when.at === undefined ? when.day > ctx.today : when.at > ctx.now;
      if (isToCome) throw misused('in_future', w('还没有到这个时间', 'is still to come'));
      return when;
    },
  }) satisfies Column<When>;

/** A moment that was agreed upon; it may be still to come. */
export const agreedColumn = (ctx: Clock, label: Words, names: readonly string[], of: string) =>
  ({
    label,
    names,
    parse: (text: string, row: RowContext): When =>
      parseImportMoment(text, ctx, () => dayIn(ctx, row.text(of))),
  }) satisfies Column<When>;

function dayIn(ctx: Clock, text: string): Day | undefined {
  try {
    return text === '' ? undefined : parseImportMoment(text, ctx).day;
  } catch (error) {
    if (error instanceof WyError) return undefined;
    throw error;
  }
}

/** Words between a denial and what it denies: 不是很满意, 不怎么满意, 谈不上满意. */
const DEGREE = '(?:是|算|上|能|够|很|太|大|怎么|怎样|那么|甚|尽|十分|非常|特别|完全|比较){0,3}';
/** A denial denied: 没有不满意, 没什么不好. */
const NOT_DISPLEASED = new RegExp(`(?:没有?|无)(?:什么|啥|任何)?不${DEGREE}(?:满意?|好)`, 'g');
const NOT_PLEASED = new RegExp(
  `不${DEGREE}(?:满意?|[良很]?好(?!意思|说))|(?:没有?|未能?|难以)${DEGREE}满意`,
);

/** In the order in which they are looked for: 不满意 and 基本满意 hold 满意. */
const ANSWERS: readonly (readonly [RegExp, Result | 'none'])[] = [
  [/未回访|未接|无人接|没人接|未评价|no answer/i, 'none'],
  [NOT_PLEASED, 'dissatisfied'],
  [/很差|^差$|不合格|dissatisfied|unsatisfied/i, 'dissatisfied'],
  [/基本满意|较满意|一般|尚可|^中$|^fair$|^ok$/i, 'fair'],
  [/满意|很好|良好|^[好优良]$|优秀|好评|表扬|^satisfied$|^good$/i, 'satisfied'],
];

/** What a resident said, in the words of ledgers; null where nobody answered. */
export function parseAnswer(text: string): Result | null {
  const said = text.replace(NOT_DISPLEASED, '满意');
  const found = ANSWERS.find(([words]) => words.test(said))?.[1];
  if (found) return found === 'none' ? null : found;
  return unknownChoice('满意、基本满意、不满意 / satisfied, fair, dissatisfied')();
}
