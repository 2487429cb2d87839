import * as z from 'zod/mini';
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
import { FIELD_TYPES, type FieldType, LARGEST_WHOLE } from './model.ts';
import { parseRhythm } from './rhythm.ts';

const TYPES = Object.keys(FIELD_TYPES) as FieldType[];

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'true', '是'].map((word) => [word, true] as const),
  ...['no', 'false', '否'].map((word) => [word, false] as const),
]);

const yesNo = () => leaf((value) => parseYesNo(value));

function parseYesNo(value: string): boolean {
  const found = YES_NO.get(value.toLowerCase());
  if (found !== undefined) return found;
  throw notAllowed(w('应是 yes 或 no。', 'This is yes or no.'));
}

/** The longest names of things, and the longest sentences about them. */
const MOST_OF_NAME = 100;
const MOST_OF_SENTENCE = 300;

const CONTROL = /\p{Cc}/u;

const isLine = (text: unknown, most: number): text is string =>
  typeof text === 'string' &&
  text.trim() !== '' &&
  text.length <= most &&
  !CONTROL.test(text.trim());

/** `收件人`, the same in both languages, or `{zh: 收件人, en: recipient}`. */
const words = (most = MOST_OF_NAME) =>
  z.pipe(
    z.unknown(),
    z.transform((input: unknown, context): Words => {
      const read = readWords(input, most);
      if (read) return read;
      context.issues.push(
        issue(
          input,
          [],
          w(
            `应是一行文字，或 {zh: 中文, en: English}，最多 ${most} 个字。`,
            `This is one line of text, or {zh: 中文, en: English}, of ${most} characters at most.`,
          ),
        ),
      );
      return z.NEVER;
    }),
  );

function readWords(input: unknown, most: number): Words | undefined {
  if (isLine(input, most)) return same(input.trim());
  if (!isGroup(input) || Object.keys(input).length !== 2) return undefined;
  const { zh, en } = input;
  return isLine(zh, most) && isLine(en, most) ? w(zh.trim(), en.trim()) : undefined;
}

const isGroup = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const sentence = () => words(MOST_OF_SENTENCE);

/** What may be written in short or as a group of lines: its mistakes are those of the form that was meant. */
const either = <S extends z.ZodMiniType, L extends z.ZodMiniType>(
  short: S,
  long: L,
  isLong: (input: unknown) => boolean = isGroup,
) =>
  z.pipe(
    z.unknown(),
    z.transform((input: unknown, context): z.output<S> | z.output<L> => {
      const read = (isLong(input) ? long : short).safeParse(input);
      if (read.success) return read.data as z.output<S> | z.output<L>;
      context.issues.push(...(read.error.issues as never[]));
      return z.NEVER;
    }),
  );

/** `{ result: [unfit] }`: where the field holds one of these. */
const when = () =>
  z.record(z.string(), z.array(someText())).check(({ value, issues }) => {
    const [is] = Object.values(value);
    if (Object.keys(value).length === 1 && is && is.length > 0) return;
    issues.push(
      issue(
        value,
        [],
        w(
          '这里写一个字段和它的值，如 {result: [unfit]}。',
          'This names one field and some of its values: {result: [unfit]}.',
        ),
      ),
    );
  });

const does = () => choice(['open', 'step', 'close'] as const);

const spoken = z.strictObject({
  does: does(),
  about: z.optional(sentence()),
  when: z.optional(when()),
});

const verb = either(does(), spoken);

const item = either(
  words(),
  z.strictObject({ label: words(), most: whole(1, 1000) }),
  (input) => isGroup(input) && ('label' in input || 'most' in input),
);

const field = z.strictObject({
  type: choice(TYPES),
  label: words(),
  help: z.optional(sentence()),
  at: z.optional(either(someText(), z.array(someText()), Array.isArray)),
  required: z.optional(yesNo()),
  requiredWhen: z.optional(when()),
  personal: z.optional(yesNo()),
  list: z.optional(yesNo()),
  positional: z.optional(yesNo()),
  usual: z.optional(someText()),
  choices: z.optional(z.record(z.string(), words())),
  items: z.optional(z.record(z.string(), item)),
  least: z.optional(whole(0, LARGEST_WHOLE)),
  most: z.optional(whole(0, LARGEST_WHOLE)),
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
  when: z.optional(when()),
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

const charge = z.strictObject({
  tariff: someText(),
  at: z.optional(someText()),
  amount: z.optional(someText()),
  quantity: z.optional(someText()),
});

const sequel = z.strictObject({
  does: choice(['ticket', 'rain'] as const),
  at: z.optional(someText()),
  from: z.record(z.string(), someText()),
  when: z.optional(when()),
});

const rate = z.strictObject({ words: words(), numerator: someText(), denominator: someText() });

/** What the YAML of one book may say. */
export const bookSchema = z.strictObject({
  prefix,
  name: words(),
  about: z.optional(sentence()),
  rules: z.optional(someText()),
  enabled: z.optional(yesNo()),
  verbs: z.record(z.string(), verb),
  fields: z.record(z.string(), field),
  title: z.optional(z.array(someText())),
  deadlines: z.optional(z.record(z.string(), limit)),
  cadence: z.optional(either(rhythm(), cadence)),
  approvals: z.optional(z.record(z.string(), approval)),
  charge: z.optional(charge),
  sequel: z.optional(sequel),
  rates: z.optional(z.record(z.string(), rate)),
  arrears: z.optional(yesNo()),
  unique: z.optional(someText()),
  handover: z.optional(yesNo()),
  retention: z.optional(durationOf(['d', 'mo'])),
  signatures: z.optional(z.array(words())),
  foot: z.optional(sentence()),
});

export type Declared = z.output<typeof bookSchema>;

/** What a group of lines may say, by the names of the keys around it: `['fields', 'to']`. */
export function keysIn(around: readonly string[]): readonly string[] {
  const [part = '', name, inner, within] = around;
  if (part === '') return Object.keys(bookSchema.shape);
  if (part === 'fields' && inner === 'items') return within ? ['label', 'most'] : [];
  const groups: Readonly<Record<string, z.ZodMiniObject>> = {
    ...(name !== undefined && {
      verbs: spoken,
      fields: field,
      deadlines: limit,
      approvals: approval,
      rates: rate,
    }),
    ...{ cadence, charge, sequel },
  };
  return Object.hasOwn(groups, part) ? Object.keys(groups[part]?.shape ?? {}) : [];
}
