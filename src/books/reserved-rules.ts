import { same, type Words, w } from '../lib/words.ts';

/** First words of the command line, which no book can be called by. */
export const RESERVED_NOUNS: readonly string[] = [
  ...[
    'today',
    'ticket',
    'complaint',
    'visit',
    'survey',
    'fee',
    'meter',
    'cash',
    'deposit',
    'trust',
  ],
  ...['reno', 'resident', 'handover', 'roster', 'attendance', 'book', 'unit', 'staff', 'import'],
  ...['report', 'print', 'completion', 'outbox', 'run-day'],
  ...['batch', 'history', 'policy', 'doctor', 'backup', 'restore', 'init', 'demo', 'help'],
];

/** What can be done with the entries of every book. */
export const RESERVED_VERBS: readonly string[] = [
  ...['show', 'list', 'edit', 'cancel', 'approve', 'print', 'import', 'export', 'report', 'help'],
];

/** Options of all commands, and of those of every book beside its own fields. */
export const RESERVED_FIELDS: readonly string[] = [
  ...['home', 'by', 'at', 'json', 'lang', 'input', 'color', 'yes', 'help'],
  ...['version', 'reveal'],
  ...['no', 'open', 'overdue', 'state', 'find', 'since', 'through', 'most', 'clear', 'reason'],
  ...['format', 'out'],
];

/** Letters of the numbers of the program's own documents. */
export const RESERVED_PREFIXES: Readonly<Record<string, Words>> = {
  T: w('工单', 'tickets'),
  C: w('投诉', 'complaints'),
  M: w('入住、迁离资料', 'files of moves'),
  V: w('走访回访', 'visits'),
  E: w('来电来访', 'enquiries'),
  P: w('走访计划', 'plans'),
  S: w('征询', 'surveys'),
  A: w('收费约定', 'subscriptions'),
  N: w('催缴记录', 'contacts'),
  Y: w('押金', 'deposits'),
  R: w('收据', 'receipts'),
  D: w('装修', 'renovations'),
  J: w('交接班', 'handovers'),
};

/** `constructor`, `toString`: what every object of JavaScript answers to. */
const OF_OBJECTS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const taken = (name: string): Words =>
  w(`“${name}”是 wy 自己用的，请换一个。`, `"${name}" is taken by wy itself; choose another.`);

/** Why a book cannot be called so; undefined where it can. */
export const refusedNoun = (key: string): Words | undefined =>
  RESERVED_NOUNS.includes(key) || OF_OBJECTS.has(key) ? taken(key) : undefined;

export const refusedVerb = (key: string): Words | undefined =>
  RESERVED_VERBS.includes(key) || OF_OBJECTS.has(key) ? taken(key) : undefined;

/** `--no-…` means the contrary of another option. */
export const refusedField = (key: string): Words | undefined =>
  RESERVED_FIELDS.includes(key) || /^no[A-Z]/.test(key) || OF_OBJECTS.has(key)
    ? taken(key)
    : undefined;

/** Of choices, items, deadlines, approvals and rates. */
export const refusedName = (key: string): Words | undefined =>
  OF_OBJECTS.has(key) ? taken(key) : undefined;

/** What else has numbers with these letters, of the program's own documents. */
export const documentsOf = (prefix: string): Words | undefined =>
  Object.hasOwn(RESERVED_PREFIXES, prefix)
    ? (RESERVED_PREFIXES[prefix] ?? same(prefix))
    : undefined;
