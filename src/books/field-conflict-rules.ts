import { WyError } from '../lib/errors.ts';
import { optionName } from '../lib/option-name.ts';
import { list, type Words, w } from '../lib/words.ts';
import { UTC } from '../lib/zone.ts';
import { choiceConflicts, itemConflicts, WITH_CHOICES } from './choice-conflict-rules.ts';
import {
  type Conflict,
  conflict,
  rankOf,
  unknownField,
  unknownVerb,
  when,
} from './conflict-model.ts';
import { type Book, type BookField, type FieldType, isBounded, isWrittenAt } from './model.ts';
import { readUsual } from './usual-rules.ts';
import { whenConflicts } from './when-conflict-rules.ts';

/** Written by one word or sentence, which may stand without its option's name. */
const POSITIONAL: readonly FieldType[] = ['text', 'long', 'choice', 'unit', 'plate', 'record'];
/** What no line about an entry can be made of. */
const UNTITLED: readonly FieldType[] = ['long', 'lines', 'sheet', 'file', 'identity', 'phone'];

/** What is wrong in the fields of a book, and in its title, which is made of them. */
export const fieldConflicts = (book: Book): Conflict[] => [
  ...book.fields.flatMap((field) => inField(book, field)),
  ...sameOptions(book),
  ...twoPositional(book),
  ...circles(book),
  ...book.title.flatMap((key, index) => inTitle(book, key, `${book.key}.title.${index}`)),
];

function inField(book: Book, field: BookField): Conflict[] {
  const at = `${book.key}.fields.${field.key}`;
  return [
    ...verbConflicts(book, field, `${at}.at`),
    ...choiceConflicts(field, at),
    ...itemConflicts(field, at),
    ...rangeConflicts(field, at),
    ...when(field.positional && !POSITIONAL.includes(field.type), () =>
      conflict(
        `${at}.positional`,
        '只有文字、选项、房号、车牌、单号可以不写选项名。',
        'Only a text, a choice, a unit, a plate or a number can stand without the name of its option.',
      ),
    ),
    ...when(field.type === 'identity' && !field.personal, () =>
      conflict(
        `${at}.personal`,
        '证件号总是个人信息，请删去这一行。',
        'An identity number is always personal; remove this line.',
      ),
    ),
    ...usualConflicts(field, `${at}.usual`),
    ...(field.requiredWhen ? wantedConflicts(book, field, `${at}.requiredWhen`) : []),
  ];
}

/** The verbs that write it: at first, and anew. */
function verbConflicts(book: Book, field: BookField, path: string): Conflict[] {
  const early = field.again.find((verb) => {
    const rank = rankOf(book, verb);
    return verb === field.at || (rank >= 0 && rank < rankOf(book, field.at));
  });
  return [
    ...[field.at, ...field.again].flatMap((verb) => unknownVerb(book, path, verb || null)),
    ...when(early !== undefined, () =>
      conflict(
        path,
        `先写最早填写它的动作；${early} 不能在 ${field.at} 之后。`,
        `Name the verb that writes it first at the head; ${early} cannot come after ${field.at}.`,
      ),
    ),
  ];
}

function rangeConflicts(field: BookField, at: string): Conflict[] {
  const { type, least, most } = field;
  return [
    ...when(isBounded(field) && type !== 'whole', () =>
      conflict(
        `${at}.${least === 0 ? 'most' : 'least'}`,
        '只有 whole（整数）字段才写 least、most。',
        'Only a whole number has least and most.',
      ),
    ),
    ...when(least > most, () =>
      conflict(`${at}.least`, 'least 不能大于 most。', 'The least is more than the most.'),
    ),
  ];
}

/** Any moment will do: whether a text can be read does not hang on it. */
const SOME_TIME = { today: '2026-01-01', now: '2026-01-01T00:00:00Z', zone: UTC } as const;

function usualConflicts(field: BookField, path: string): Conflict[] {
  // A choice that has none is told of as such.
  if (WITH_CHOICES.includes(field.type) && Object.keys(field.choices).length === 0) return [];
  try {
    readUsual(field, SOME_TIME);
    return [];
  } catch (error) {
    if (!(error instanceof WyError)) throw error;
    return [{ path, words: sentence(error) }];
  }
}

const sentence = ({ words, hint }: WyError): Words =>
  hint ? w(words.zh + hint.zh, `${words.en} ${hint.en}`) : words;

function wantedConflicts(book: Book, field: BookField, path: string): Conflict[] {
  const { requiredWhen } = field;
  if (requiredWhen?.field === field.key) {
    return [
      conflict(
        `${path}.${field.key}`,
        '不能以自己的值为条件。',
        'A field cannot hang on its own value.',
      ),
    ];
  }
  return [
    ...whenConflicts(book, requiredWhen, path, field.at),
    ...when(field.required, () =>
      conflict(
        path,
        '已写 required，requiredWhen 多余，请删去一个。',
        'It is required anyway; keep one of required and requiredWhen.',
      ),
    ),
  ];
}

/** `toName` and `toname` are `--to-name` and `--toname`: nobody could keep them apart. */
function sameOptions(book: Book): Conflict[] {
  const seen = new Map<string, string>();
  return book.fields.flatMap(({ key }) => {
    const letters = key.toLowerCase();
    const other = seen.get(letters);
    seen.set(letters, key);
    if (other === undefined) return [];
    return [
      conflict(
        `${book.key}.fields.${key}`,
        `选项 --${optionName(key)} 与字段 ${other} 的 --${optionName(other)} 分不清。`,
        `Its option --${optionName(key)} cannot be told from --${optionName(other)} of ${other}.`,
      ),
    ];
  });
}

function twoPositional(book: Book): Conflict[] {
  return book.verbs.flatMap((verb) => {
    const [, ...more] = book.fields.filter(
      (field) => field.positional && isWrittenAt(field, verb.key),
    );
    return more.map(({ key }) =>
      conflict(
        `${book.key}.fields.${key}.positional`,
        `动作 ${verb.key} 只能有一个字段不写选项名。`,
        `Only one field of ${verb.key} can stand without the name of its option.`,
      ),
    );
  });
}

/** Fields each of which is wanted by another one's value, round and round. */
function circles(book: Book): Conflict[] {
  const next = new Map(book.fields.map(({ key, requiredWhen }) => [key, requiredWhen?.field]));
  const told = new Set<string>();
  return book.fields.flatMap(({ key }) => {
    const way = wayFrom(key, next);
    if (way.at(-1) !== key || way.length < 3 || told.has(key)) return [];
    for (const each of way) told.add(each);
    const shown = list(way.map((each) => w(each, each))).en.replaceAll(', ', ' → ');
    return [
      conflict(
        `${book.key}.fields.${key}.requiredWhen`,
        `条件绕成了圈：${shown}。`,
        `The conditions go in a circle: ${shown}.`,
      ),
    ];
  });
}

/** From a field to the one it hangs on, and so on, until one comes again. */
function wayFrom(start: string, next: ReadonlyMap<string, string | undefined>): string[] {
  const way = [start];
  for (let at = next.get(start); at !== undefined; at = next.get(at)) {
    way.push(at);
    if (way.indexOf(at) < way.length - 1) break;
  }
  return way;
}

function inTitle(book: Book, key: string, path: string): Conflict[] {
  const field = book.fields.find((each) => each.key === key);
  if (!field) return unknownField(book, path, key);
  return [
    ...when(UNTITLED.includes(field.type), () =>
      conflict(
        path,
        '标题不能用长文字、清单、评分表、附件、电话、证件号。',
        'A title is made of no long text, list, sheet, file, phone or identity number.',
      ),
    ),
    ...when(rankOf(book, field.at) > 0, () =>
      conflict(
        path,
        '标题只能用登记时就填写的字段。',
        'A title is made of fields that are written when the entry is made.',
      ),
    ),
  ];
}
