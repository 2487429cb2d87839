import type { Duration } from '../lib/duration.ts';
import type { Line } from '../lib/lines.ts';
import type { ScoredItem, Scores } from '../lib/scores.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';

/** What a field of a book can hold; how it is kept stands beside it. */
export const FIELD_TYPES = {
  text: w('文字', 'text'),
  long: w('长文字', 'a long text'),
  /** A key of its choices. */
  choice: w('选项', 'one of some choices'),
  /** Keys of its choices. */
  choices: w('多项选择', 'some of some choices'),
  day: w('日期', 'a day'),
  /** UTC. */
  moment: w('时间', 'a moment'),
  whole: w('整数', 'a whole number'),
  /** In thousandths. */
  decimal: w('小数', 'a decimal number'),
  /** In fen. */
  money: w('金额', 'an amount'),
  /** Its code. */
  unit: w('房号', 'a unit'),
  /** The id of a stay. */
  resident: w('住户', 'a resident'),
  /** The id. */
  staff: w('员工', 'a member of staff'),
  phone: w('电话', 'a phone'),
  identity: w('证件号', 'an identity number'),
  plate: w('车牌号', 'a number plate'),
  yesno: w('是否', 'yes or no'),
  /** The number of any other document. */
  record: w('关联单号', 'the number of another record'),
  /** `Line[]` */
  lines: w('清单', 'things and how many'),
  /** `Scores` */
  sheet: w('评分表', 'a sheet of scores'),
  /** `Attachment` */
  file: w('附件', 'a file'),
} as const satisfies Record<string, Words>;

export type FieldType = keyof typeof FIELD_TYPES;

/** A file that was laid beside the ledger, under its hash. */
export interface Attachment {
  name: string;
  bytes: number;
  sha256: string;
}

/** As a field's value stands in an entry. */
export type Value =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Line[]
  | Scores
  | Attachment;

/** The values of an entry by the keys of its fields; what is empty is left out. */
export type Values = Readonly<Record<string, Value>>;

/** Where a field holds one of these: `{ field: 'result', is: ['unfit'] }`. */
export interface When {
  field: string;
  is: readonly string[];
}

/** One column of a book. */
export interface BookField {
  /** As options and JSON name it: `collectedBy`, typed `--collected-by`. */
  key: string;
  label: Words;
  type: FieldType;
  help: Words | null;
  /** The verb with which it is written. */
  at: string;
  /** Later verbs that write it anew: a permit's last day, when it is renewed. */
  again: readonly string[];
  required: boolean;
  /** Required where this other field holds one of these. */
  requiredWhen: When | null;
  /** Never named by value in journal or errors; phones and identity numbers are masked, too. */
  personal: boolean;
  /** Stands in tables. */
  inList: boolean;
  /** Typed without the name of its option, behind a number where there is one. */
  positional: boolean;
  /** As it would be typed; proposed to whoever is asked, taken where nothing is said. */
  usual: string | null;
  choices: Readonly<Record<string, Words>>;
  items: Readonly<Record<string, ScoredItem>>;
  /** Of whole numbers. */
  least: number;
  most: number;
}

/** The largest whole number that a field may hold. */
export const LARGEST_WHOLE = 999_999_999;

/** Whether a field of whole numbers takes fewer than all there are. */
export const isBounded = ({ least, most }: Pick<BookField, 'least' | 'most'>): boolean =>
  least !== 0 || most !== LARGEST_WHOLE;

/** `open` begins an entry, `close` ends it, a `step` happens between, as often as it is said. */
type Does = 'open' | 'step' | 'close';

/** What can be done with an entry, beside what every book can. */
export interface Verb {
  key: string;
  does: Does;
  about: Words;
  /** Of the closing one: other entries are closed at once, as there is nothing to follow. */
  when: When | null;
}

/** A promise that entries of a book make; its kind is `books.<book>.<key>`. */
export interface Limit {
  key: string;
  words: Words;
  role: Role;
  /** The verb that keeps it. */
  met: string;
  /** The verb after which it is owed. */
  from: string;
  /** The day or moment at which it is due, where it is not counted from its verb. */
  at: string | null;
  /** Counted from the verb, or from the field; none: at the field's own time. */
  within: Duration | null;
  /** On the agenda from this long before it is due; from the verb on without. */
  lead: Duration | null;
  /** Owed again, so long after it was due, once it is met, while the entry is open. */
  every: Duration | null;
  /** Owed by these entries only. */
  when: When | null;
}

/** Who has to say yes to an entry, or to sign it after the deed. */
export interface Approval {
  key: string;
  role: Role;
  words: Words;
  within: Duration;
  /** The verb that waits for it; null: a countersignature, nothing waits. */
  before: string | null;
  /** One signature for all entries of a day. */
  daily: boolean;
}

/** How often the next entry is due. */
export type Rhythm =
  | { every: 'days'; days: number }
  | { every: 'day' | 'week' | 'month' | 'month-end' | 'last-workday' | 'quarter' | 'year' }
  | { every: 'times'; times: number; per: 'month' | 'quarter' | 'year' };

export interface Cadence {
  rhythm: Rhythm;
  /** As the file writes it: `14d`, `4 per year`. */
  text: string;
  role: Role;
  words: Words;
  /** On the agenda from this long before the turn ends; as everything else that is due without. */
  lead: Duration | null;
}

/** The charge an entry makes in the account of its unit. */
export interface ChargeRule {
  /** A tariff of the policy, charged once. */
  tariff: string;
  /** The verb that makes it. */
  at: string;
  /** The field that says how much, in fen; or how many of the tariff's own rate. */
  amount: string | null;
  quantity: string | null;
}

/** What else an entry sets going: a ticket for the defects it names, the patrols of a heavy rain. */
export interface Sequel {
  does: 'ticket' | 'rain';
  /** The verb that sets it going. */
  at: string;
  /** By what the sequel calls them: the fields it takes its values from. */
  from: Readonly<Record<string, string>>;
  /** Of these entries only. */
  when: When | null;
}

/** A share that the book's report prints: the sum of one field over that of another (rule 121). */
export interface BookRate {
  key: string;
  words: Words;
  numerator: string;
  denominator: string;
}

/** A register of the desk as it is declared in YAML; plain data throughout. */
export interface Book {
  /** The noun of the command line: `key`, `spot-check`. */
  key: string;
  /** Of its numbers: one to three capital letters. */
  prefix: string;
  name: Words;
  about: Words;
  /** The numbers of the rules it comes from; '' for a site's own. */
  rules: string;
  isEnabled: boolean;
  isBuiltIn: boolean;
  /** The first opens. */
  verbs: readonly Verb[];
  fields: readonly BookField[];
  /** The fields that say in a line what an entry is about. */
  title: readonly string[];
  limits: readonly Limit[];
  cadence: Cadence | null;
  approvals: readonly Approval[];
  charge: ChargeRule | null;
  sequel: Sequel | null;
  rates: readonly BookRate[];
  /** What the unit owes is shown when an entry is made; never a condition (rule 115). */
  showsArrears: boolean;
  /** The field of which no two open entries hold the same: a key cannot be out twice. */
  unique: string | null;
  /** Its open entries are told to the next shift (rule 151). */
  isHandedOver: boolean;
  retention: Duration | null;
  /** Who signs the printed slip, and what stands at its foot. */
  signatures: readonly Words[];
  foot: Words | null;
  /** Of all the rest: changes with every change of the declaration. */
  hash: string;
}

/** Built-in and own ones, the enabled and the others, in the order of the files. */
export type Books = readonly Book[];

export const openingOf = ({ verbs }: Pick<Book, 'verbs'>): Verb => verbs[0] as Verb;

export const closingOf = ({ verbs }: Pick<Book, 'verbs'>): Verb | undefined =>
  verbs.find(({ does }) => does === 'close');

/** Whether a verb writes the field, at first or anew. */
export const isWrittenAt = (
  { at, again }: Pick<BookField, 'at' | 'again'>,
  verb: string,
): boolean => at === verb || again.includes(verb);

export const enabledOf = (books: Books): Books => books.filter(({ isEnabled }) => isEnabled);
