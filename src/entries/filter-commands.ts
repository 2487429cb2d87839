import type { Book, BookField } from '../books/model.ts';
import * as field from '../cli/field.ts';
import * as range from '../cli/range-field.ts';
import { type Words, w } from '../lib/words.ts';

/** Lists are filtered by each field of their book, through an option of its own name. */
export const filtersOf = (book: Book): field.Fields =>
  Object.fromEntries(book.fields.map((each) => [each.key, filterOf(each)]));

/** Whole values as they are typed, of what can be measured also a range, of texts a part. */
function filterOf({ type, label, choices }: BookField): field.Field<unknown> {
  const whole = { label };
  switch (type) {
    case 'choice':
    case 'choices':
      // What was a choice once is asked for, too: `filters.ts` knows them all.
      return { ...field.choices(choices, whole), parse: field.codes(whole).parse };
    case 'day':
      return range.dayRange(whole);
    case 'moment':
      return range.momentRange(whole);
    case 'whole':
    case 'sheet':
      return range.wholeRange(whole);
    case 'decimal':
      return range.decimalRange(whole);
    case 'money':
      return range.moneyRange(whole);
    case 'unit':
      return field.unit(whole);
    case 'resident':
      return field.number({ ...whole, of: 'resident' });
    case 'staff':
      return field.staff(whole);
    case 'plate':
      return field.plate(whole);
    case 'yesno':
      return field.yesNo(whole);
    case 'record':
      return field.text({ ...whole, placeholder: 'NO' });
    default:
      return field.text({ label: holding(label) });
  }
}

const holding = (label: Words): Words =>
  w(`${label.zh}（含这些字）`, `${label.en} (with these words)`);
