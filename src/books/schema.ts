import * as z from 'zod/mini';
import { misused } from '../lib/errors.ts';
import { same, type Words, w } from '../lib/words.ts';
import { ROLES } from '../policy/roles.ts';
import {
  choice,
  duration,
  durationOf,
  issue,
  leaf,
  notAllowed,
  someText,
  whole,
} from '../policy/values.ts';
import { FIELD_TYPES, type FieldType } from './model.ts';
import { parseRhythm } from './rhythm.ts';

const TYPES = Object.keys(FIELD_TYPES) as FieldType[];

const yesNo = () => leaf((value) => parseYesNo(value));

function parseYesNo(value: string): boolean {
  const found = { yes: true, no: false, 是: true, 否: false }[value];
  if (found !== undefined) return found;
  throw notAllowed(w('应是 yes 或 no。', 'This is yes or no.'));
}

/** `收件人`, the same in both languages, or `{zh: 收件人, en: recipient}`. */
const words = () =>
  z.pipe(
    z.unknown(),
    z.transform((input: unknown, context): Words => {
      if (typeof input === 'string' && input.trim() !== '') return same(input.trim());
      const both = input as Partial<Words> | null;
      if (typeof both === 'object' && both !== null && Object.keys(both).length === 2) {
        const { zh, en } = both;
        if (typeof zh === 'string' && typeof en === 'string' && zh !== '' && en !== '') {
          return w(zh, en);
        }
      }
      context.issues.push(
        issue(
          input,
          [],
          w(
            '应是一段文字，或 {zh: 中文, en: English}。',
            'This is a text, or {zh: 中文, en: English}.',
          ),
        ),
      );
      return z.NEVER;
    }),
  );

/** `collectedBy`: what becomes an option and a key of JSON. */
const FIELD_KEY = /^[a-z][a-zA-Z0-9]{0,29}$/;
/** `spot-check`: what becomes a word of the command line. */
const WORD = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const keyOf = (shape: RegExp, example: string) =>
  leaf((value): string => {
    if (shape.test(value) && value.length <= 30) return value;
    throw notAllowed(
      w(
        `名称应由小写字母、数字组成，如 ${example}；中文写在 name 或 label 里。`,
        `A key is made of small letters and digits, such as ${example}; other names stand in name or label.`,
      ),
    );
  });

const fieldKey = () => keyOf(FIELD_KEY, 'collectedBy');
const wordKey = () => keyOf(WORD, 'spot-check');

const verb = z.union([
  choice(['open', 'step', 'close'] as const),
  z.strictObject({
    does: choice(['open', 'step', 'close'] as const),
    about: z.optional(words()),
  }),
]);

const item = z.union([z.strictObject({ label: words(), most: whole(1, 1000) }), words()]);

const field = z.strictObject({
  type: choice(TYPES),
  label: words(),
  help: z.optional(words()),
  at: z.optional(someText()),
  required: z.optional(yesNo()),
  requiredWhen: z.optional(z.record(fieldKey(), z.array(someText()))),
  personal: z.optional(yesNo()),
  list: z.optional(yesNo()),
  positional: z.optional(yesNo()),
  usual: z.optional(someText()),
  choices: z.optional(z.record(wordKey(), words())),
  items: z.optional(z.record(wordKey(), item)),
  least: z.optional(whole(0, 999_999_999)),
  most: z.optional(whole(0, 999_999_999)),
});

const limit = z.strictObject({
  words: words(),
  role: z.optional(choice(ROLES)),
  met: z.optional(someText()),
  from: z.optional(someText()),
  at: z.optional(someText()),
  within: z.optional(duration()),
  lead: z.optional(durationOf(['d', 'wd', 'mo'])),
  every: z.optional(durationOf(['d', 'mo'])),
});

const rhythm = () =>
  leaf((value) => {
    const read = parseRhythm(value);
    if (read) return { rhythm: read, text: value };
    throw notAllowed(
      w(
        '应是 day、week、month、month-end、last-workday、quarter、year、14d 或 4 per year 的样子。',
        'This is day, week, month, month-end, last-workday, quarter, year, 14d or 4 per year.',
      ),
    );
  });

const cadence = z.strictObject({
  every: rhythm(),
  words: z.optional(words()),
  role: z.optional(choice(ROLES)),
  lead: z.optional(durationOf(['d', 'wd', 'mo'])),
});

const approval = z.strictObject({
  words: z.optional(words()),
  role: choice(ROLES),
  within: z.optional(duration()),
  before: z.optional(someText()),
  daily: z.optional(yesNo()),
});

const PREFIX = /^[A-Z]{1,3}$/;

const prefix = leaf((value): string => {
  if (PREFIX.test(value)) return value;
  throw notAllowed(w('应是一到三个大写字母。', 'This is one to three capital letters.'));
});

/** What the YAML of one book may say. */
export const bookSchema = z.strictObject({
  prefix,
  name: words(),
  about: z.optional(words()),
  rules: z.optional(someText()),
  enabled: z.optional(yesNo()),
  verbs: z.record(wordKey(), verb),
  fields: z.record(fieldKey(), field),
  title: z.optional(z.array(someText())),
  deadlines: z.optional(z.record(wordKey(), limit)),
  cadence: z.optional(z.union([cadence, rhythm()])),
  approvals: z.optional(z.record(wordKey(), approval)),
  charge: z.optional(
    z.strictObject({
      tariff: someText(),
      at: z.optional(someText()),
      amount: z.optional(someText()),
      quantity: z.optional(someText()),
    }),
  ),
  sequel: z.optional(
    z.strictObject({
      does: choice(['ticket', 'rain'] as const),
      at: z.optional(someText()),
      from: z.record(fieldKey(), someText()),
    }),
  ),
  rates: z.optional(
    z.record(
      wordKey(),
      z.strictObject({ words: words(), numerator: someText(), denominator: someText() }),
    ),
  ),
  arrears: z.optional(yesNo()),
  retention: z.optional(durationOf(['d', 'mo'])),
  signatures: z.optional(z.array(words())),
  foot: z.optional(words()),
});

export type Declared = z.output<typeof bookSchema>;

/** The key of a book: refuses what is no word of the command line. */
export function readBookKey(typed: string): string {
  if (WORD.test(typed) && typed.length <= 30) return typed;
  throw misused(
    'bad_book_key',
    w(`“${typed}”不能作登记簿的名称。`, `"${typed}" cannot be the key of a book.`),
    w('用小写字母、数字和连字符，如 umbrella。', 'Use small letters, digits, hyphens: umbrella.'),
  );
}
