import { type Conflict, conflict, rankOf, unknownField, when } from './conflict-model.ts';
import type { Book, BookField, When } from './model.ts';

/** What is wrong with a condition that is looked at with a verb: unknown fields and values, and such as nobody has told by then. */
export function whenConflicts(
  book: Book,
  condition: When | null,
  path: string,
  verb: string,
): Conflict[] {
  if (condition === null) return [];
  const field = book.fields.find(({ key }) => key === condition.field);
  const at = `${path}.${condition.field}`;
  if (!field) return unknownField(book, at, condition.field);
  const known = valuesOf(field);
  if (!known) {
    return [
      conflict(
        at,
        '条件只能看选项字段或是否字段。',
        'A condition looks at a choice or at a yes or no only.',
      ),
    ];
  }
  const unknown = condition.is.filter((each) => !known.includes(each));
  return [
    ...when(unknown.length > 0, () =>
      conflict(
        at,
        `字段 ${field.key} 没有 ${unknown.join('、')} 这样的值，有：${known.join('、')}。`,
        `${field.key} never holds ${unknown.join(', ')}; it may be: ${known.join(', ')}.`,
      ),
    ),
    ...when(rankOf(book, field.at) > rankOf(book, verb), () =>
      conflict(
        at,
        `字段 ${field.key} 到 ${field.at} 时才填写，这时还不知道。`,
        `${field.key} is written with ${field.at} only; nobody knows it before.`,
      ),
    ),
  ];
}

function valuesOf({ type, choices }: BookField): readonly string[] | undefined {
  if (type === 'yesno') return ['yes', 'no'];
  return type === 'choice' || type === 'choices' ? Object.keys(choices) : undefined;
}
