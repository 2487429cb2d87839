import { type Book, type BookField, isWrittenAt } from '../books/model.ts';
import * as field from '../cli/field.ts';
import { helpOfField } from './help-rules.ts';

/** The option of a field: as it is typed, read and asked for. */
function optionOf(book: Book, it: BookField) {
  const { label, positional } = it;
  const help = helpOfField(book, it);
  const required = it.required && it.usual === null;
  const about = { label, positional, ...(help && { help }), required };
  const options = { ...about, ask: it.requiredWhen !== null || it.usual !== null };
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
      .map((each) => [each.key, optionOf(book, each)]),
  );
