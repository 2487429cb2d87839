import type { Book, BookField, Values } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { requireEntry } from '../entries/record.ts';
import { usualOf } from '../entries/values.ts';
import { WyError } from '../lib/errors.ts';
import { localText } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import { findActing } from '../registry/staff.ts';
import { choiceIn } from './asking-rules.ts';

/** What is proposed for a field, as it would be typed, and why. */
export interface Proposal {
  value: string;
  because: Words;
}

/** The usual value of a field, if there is one now. */
export function proposalFor(ctx: Ctx, field: BookField): Proposal | undefined {
  const value = usualText(ctx, field);
  return value === undefined ? undefined : { value, because: w('通常如此', 'as usual') };
}

function usualText(ctx: Ctx, field: BookField): string | undefined {
  const { usual, type } = field;
  if (usual === null) return undefined;
  switch (type) {
    case 'choice':
      return String(choiceIn(field, usual));
    case 'yesno':
      return choiceIn(field, usual) === true ? 'yes' : 'no';
    case 'day':
      return String(usualOf(ctx, field));
    case 'moment':
      return localText(String(usualOf(ctx, field)), ctx.zone);
    case 'staff':
      return findActing(ctx.ledger, String(usualOf(ctx, field) ?? ''))?.name;
    default:
      return usual;
  }
}

/** The values of the entry that was named, if there is one; what is wrong with it is said elsewhere. */
export function valuesNow(ctx: Ctx, book: Book, typedNo: string | undefined): Values {
  if (typedNo === undefined) return {};
  try {
    return requireEntry(ctx, book, typedNo).values;
  } catch (error) {
    if (error instanceof WyError) return {};
    throw error;
  }
}
