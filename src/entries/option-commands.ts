import type { Book, BookField } from '../books/model.ts';
import * as field from '../cli/field.ts';

/** The option of a field: as it is typed, read and asked for. */
export function optionOf(it: BookField, required = it.required && it.usual === null) {
  const { label, positional } = it;
  const about = { label, positional, ...(it.help && { help: it.help }), required };
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
    default:
      return field.text(options);
  }
}

/** The options of a verb, in the order of the book. */
export const optionsOf = (book: Book, verb: string): field.Fields =>
  Object.fromEntries(
    book.fields.filter(({ at }) => at === verb).map((each) => [each.key, optionOf(each)]),
  );
