import { type Book, type BookField, isWrittenAt } from '../books/model.ts';
import * as field from '../cli/field.ts';
import { helpOfField } from './help-rules.ts';

/** How a field is asked for with a verb: what is usual is proposed. */
function asked(book: Book, it: BookField) {
  const help = helpOfField(book, it);
  return {
    ...{ label: it.label, positional: it.positional, ...(help && { help }) },
    ...{ required: it.required && it.usual === null, ask: it.usual !== null },
  };
}

/** How a field stands in `edit`: said by its name where it is to be another. */
const corrected = ({ label }: BookField) => ({ label, required: false });

/** The option of a field, as it is typed and read. */
function optionOf(it: BookField, options: ReturnType<typeof asked> | ReturnType<typeof corrected>) {
  switch (it.type) {
    case 'choice':
      return field.choice(it.choices, options);
    case 'choices':
      return field.choices(it.choices, options);
    case 'day':
      return field.day(options);
    case 'moment':
      return field.moment({ ...options, bareDay: 'end' });
    case 'whole':
      return field.whole({ ...options, min: it.least, max: it.most });
    case 'decimal':
      return field.decimal(options);
    case 'money':
      return field.money(options);
    case 'unit':
      return field.unit(options);
    case 'resident':
      return field.number({ ...options, of: 'resident' });
    case 'staff':
      return field.staff(options);
    case 'phone':
      return field.phone(options);
    case 'identity':
      return field.identity(options);
    case 'plate':
      return field.plate(options);
    case 'yesno':
      return field.yesNo(options);
    case 'record':
      return field.text({ ...options, placeholder: 'NO' });
    case 'lines':
      return field.lines(options);
    case 'sheet':
      return field.scores(it.items, options);
    case 'file':
      return field.file(options);
    case 'text':
      // What was lent or where it lies is often the same; whose name it was is nobody's business.
      return field.text(it.personal ? options : { ...options, of: `${field.EARLIER}${it.key}` });
    default:
      return field.text(options);
  }
}

/** The options of a verb, in the order of the book. */
export const optionsOf = (book: Book, verb: string): field.Fields =>
  Object.fromEntries(
    book.fields
      .filter((each) => isWrittenAt(each, verb))
      .map((each) => [each.key, optionOf(each, asked(book, each))]),
  );

/** The options by which fields of an entry are corrected: all of them. */
export const correctionsOf = (book: Book): field.Fields =>
  Object.fromEntries(book.fields.map((each) => [each.key, optionOf(each, corrected(each))]));
