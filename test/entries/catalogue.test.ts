import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Book, closingOf, openingOf } from '../../src/books/model.ts';
import { optionName } from '../../src/lib/option-name.ts';
import { ROLES } from '../../src/policy/roles.ts';
import { shippedBooks } from '../support/ledger.ts';
import { type FrontDesk, frontDesk, type Said } from '../support/session.ts';
import {
  fieldToFilterBy,
  lineOf,
  PERSONAL_WORDS,
  type Surroundings,
  textToFind,
  wordsFor,
} from '../support/typed-entries.ts';

const books = shippedBooks();

/** Long after everything that an entry of today promises was due, unless it ends years from now. */
const MUCH_LATER = '2028-06-01T01:30:00Z';

/** All that was said with two entries of a book: one full and in Chinese, one bare and in English. */
interface Life {
  full: Said;
  least: Said;
  found: Said;
  filtered: Said;
  today: Said;
  steps: Said[];
  shown: Said;
  table: { zh: Said; en: Said };
  card: { zh: Said; en: Said };
  printed: { zh: Said; en: Said };
  help: { zh: Said[]; en: Said[] };
  exported: Said;
  imported: Said;
  /** As the other desk lists what it imported. */
  there: Said;
  /** As this desk lists it at last. */
  here: Said;
}

async function newDesk(): Promise<{ desk: FrontDesk; around: Surroundings }> {
  const desk = await frontDesk();
  writeFileSync(
    path.join(desk.home, 'books.yaml'),
    books
      .filter(({ isEnabled }) => !isEnabled)
      .map(({ key }) => `${key}: {enabled: yes}\n`)
      .join(''),
  );
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('resident add --unit 3-2-1501 --name 紫藤萝 --role owner');
  await desk.run(['staff', 'add', '李主任', '--role', ROLES.join(',')]);
  const { no } = (await desk.say('ticket open --unit 3-2-1501 --item 厨房漏水 --json')).json;
  const around: Surroundings = {
    unit: '3-2-1501',
    staff: '李主任',
    resident: '1',
    record: no,
    file: desk.file('紫藤.txt', '紫藤'),
  };
  return { desk, around };
}

/** Opens both entries, looks for them, does all that can be done with them, takes them elsewhere. */
async function live(
  desk: FrontDesk,
  other: FrontDesk,
  book: Book,
  around: Surroundings,
): Promise<Life> {
  const opening = openingOf(book);
  const words = wordsFor(book, opening, around, 'full');
  const full = await desk.run([...lineOf(book, opening, words), '--json']);
  const few = wordsFor(book, opening, around, 'least');
  const another = book.unique === null ? {} : { [book.unique]: `${few[book.unique]}二` };
  const bare = lineOf(book, opening, { ...few, ...another });
  const least = await desk.run([...bare, '--json', '--lang', 'en']);
  if (full.code + least.code > 0) throw new Error(`${book.key}: ${full.err}${least.err}`);
  const { no } = full.json;

  const list = (...more: string[]) => desk.run([book.key, 'list', ...more, '--json']);
  const sought = textToFind(book, words);
  const filter = fieldToFilterBy(book, words);
  const found = await list('--find', sought.text);
  const filtered = await list(`--${optionName(filter.key)}`, words[filter.key] ?? '');
  const today = await todayAt(desk, MUCH_LATER);

  const steps: Said[] = [];
  const done = [
    [book.key, 'edit', no, `--${optionName(sought.field)}`, `${sought.text}改`],
    ...book.approvals.map(({ key }) => [
      ...[book.key, 'approve', no, '--as', key, '--by', '李主任'],
    ]),
    ...book.verbs
      .filter(({ does }) => does !== 'open' && full.json.state === 'open')
      .map((verb) => lineOf(book, verb, wordsFor(book, verb, around, 'full'), no)),
    [book.key, 'cancel', least.json.no, '--reason', '紫藤重复登记'],
  ];
  for (const line of done) steps.push(await desk.run([...line, '--json']));

  const inBoth = async (...line: string[]) => ({
    zh: await desk.run(line),
    en: await desk.run([...line, '--lang', 'en']),
  });
  const helpIn = (lang: string) =>
    Promise.all(book.verbs.map(({ key }) => desk.run([book.key, key, '--help', '--lang', lang])));
  const file = path.join(path.dirname(desk.home), `${book.key}.csv`);
  return {
    ...{ full, least, found, filtered, today, steps },
    shown: await desk.run([book.key, 'show', no, '--json']),
    table: await inBoth(book.key, 'list'),
    card: await inBoth(book.key, 'show', no),
    printed: await inBoth(book.key, 'print', no),
    help: { zh: await helpIn('zh'), en: await helpIn('en') },
    exported: await desk.run([book.key, 'export', '--out', file, '--reveal']),
    imported: await other.run([book.key, 'import', file, '--yes']),
    there: await other.run([book.key, 'list', '--json']),
    here: await list(),
  };
}

async function todayAt(desk: FrontDesk, now: string): Promise<Said> {
  const before = desk.now;
  desk.now = now;
  const said = await desk.say('today --json');
  desk.now = before;
  return said;
}

let desk: FrontDesk;
let other: FrontDesk;
const lives = new Map<string, Life>();

beforeAll(async () => {
  const made = await newDesk();
  desk = made.desk;
  other = (await newDesk()).desk;
  for (const book of books) lives.set(book.key, await live(desk, other, book, made.around));
});

// biome-ignore lint/suspicious/noExplicitAny: what stands on stdout has any shape.
const numbersIn = (said: Said): string[] => said.json.map((it: any) => it.no);

/** Of an entry, what a table carries: all but the files that lie beside the ledger. */
// biome-ignore lint/suspicious/noExplicitAny: entries of any book.
function portable({ no, book, state, fields }: any) {
  const files = shippedBooks()
    .find(({ key }) => key === book)
    ?.fields.filter(({ type }) => type === 'file');
  const carried = { ...fields };
  for (const { key } of files ?? []) delete carried[key];
  return { no, state, fields: carried };
}

const byNumber = (one: { no: string }, other: { no: string }) => (one.no < other.no ? -1 : 1);

describe.each(books.map((book): [string, Book] => [book.key, book]))('%s', (key, book) => {
  const of = () => lives.get(key) as Life;
  const no = () => of().full.json.no;

  it('takes an entry with every field, and one with those alone that must be', () => {
    expect(of().full.err).toBe('');
    expect([of().least.code, of().least.err]).toEqual([0, '']);
    expect(no()).toMatch(new RegExp(`^${book.prefix}261122-\\d{3}$`));
    const opened = book.fields.filter(({ at }) => at === openingOf(book).key);
    for (const field of opened) expect(of().full.json.fields[field.key], field.key).not.toBeNull();
  });

  it('gives what the contract names', () => {
    const keys = ['no', 'book', 'state', 'fields', 'at', 'closedAt', 'by', 'deadlines'];
    expect(Object.keys(of().full.json)).toEqual(expect.arrayContaining(keys));
    expect(of().full.json).toMatchObject({ book: key, by: '王芳' });
    expect(Object.keys(of().full.json.fields)).toEqual(book.fields.map((field) => field.key));
  });

  it('lists both, finds the full one by its words and by a field', () => {
    expect(numbersIn(of().here)).toHaveLength(2);
    expect(numbersIn(of().found)).toContain(no());
    expect(numbersIn(of().filtered)).toContain(no());
  });

  it('has on the agenda what it owes', () => {
    // biome-ignore lint/suspicious/noExplicitAny: the agenda has any shape.
    const owed = of().full.json.deadlines.filter(({ state }: any) => state === 'open');
    const isListed = of().today.out.includes(`"${no()}"`);
    expect(isListed).toBe(owed.length > 0);
    if (book.limits.length + book.approvals.length > 0) expect(owed).not.toEqual([]);
  });

  it('is approved, goes through its verbs to its end; the other is cancelled', () => {
    const refusals = of().steps.filter(({ code }) => code !== 0);
    expect(refusals.map(({ err }) => err)).toEqual([]);
    expect(of().shown.json.state).toBe('closed');
    const written = of().shown.json.fields;
    for (const field of book.fields) expect(written[field.key], field.key).not.toBeNull();
    if (closingOf(book)) expect(of().full.json.state).toBe('open');
    const states = of().here.json.map(({ state }: { state: string }) => state);
    expect(states.sort()).toEqual(['cancelled', 'closed']);
  });

  it('owes nothing any more', () => {
    // biome-ignore lint/suspicious/noExplicitAny: of any shape.
    const states = of().shown.json.deadlines.map(({ state }: any) => state);
    expect(states.filter((state: string) => state === 'open' || state === 'overdue')).toEqual([]);
  });

  it('can be taken out and brought into another ledger', () => {
    const { exported, imported, there, here } = of();
    expect([exported.code, exported.err]).toEqual([0, '']);
    expect([imported.code, imported.err]).toEqual([0, '']);
    expect(there.json.map(portable).sort(byNumber)).toEqual(here.json.map(portable).sort(byNumber));
  });

  it.each(['zh', 'en'] as const)('is read in its own words: %s', (lang) => {
    const { table, card, printed, help } = of();
    for (const said of [table[lang], card[lang], printed[lang], ...help[lang]]) {
      expect([said.code, said.err]).toEqual([0, '']);
    }
    expect(table[lang].out).toContain(no());
    const told = book.fields.filter(({ required }) => required);
    const plain = card[lang].out.toLowerCase();
    for (const { label } of told) expect(plain).toContain(label[lang].toLowerCase());
    for (const [at, verb] of book.verbs.entries()) {
      expect(help[lang][at]?.out.toLowerCase()).toContain(verb.about[lang].toLowerCase());
    }
  });
});

const TEXTS: readonly string[] = ['text', 'long', 'lines'];
/** What may be told of anybody, whatever the book is about. */
const FREE: readonly string[] = ['remark'];

describe('the desk of all books', () => {
  it('counts the entries of each', async () => {
    const listed = (await desk.say('book list --json')).json;
    // biome-ignore lint/suspicious/noExplicitAny: of any shape.
    const counts = listed.map(({ key, entries }: any) => [key, entries]);
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries(books.map(({ key }) => [key, 2])),
    );
  });

  it('is whole and untouched', async () => {
    const { code, out, err } = await desk.say('doctor');
    expect([code, err], out).toEqual([0, '']);
  });

  it('keeps what is told freely about the estate to itself, as repairs and rains do', () => {
    const told = books.flatMap(({ key, fields, sequel }) =>
      fields
        .filter((it) => FREE.includes(it.key) || Object.values(sequel?.from ?? {}).includes(it.key))
        .filter(
          ({ type, personal, key: of }) => TEXTS.includes(type) && of !== 'place' && !personal,
        )
        .map((it) => `${key}.${it.key}`),
    );
    expect(told).toEqual([]);
  });

  it('has told nothing personal to its journal', () => {
    const db = new Database(path.join(desk.home, 'ledger.db'), { readonly: true });
    const lines = db.prepare('SELECT action, changes FROM journal').all() as { changes: string }[];
    db.close();
    expect(lines.length).toBeGreaterThan(books.length * 2);
    const told = lines.filter(({ changes }) =>
      PERSONAL_WORDS.some((word) => changes.includes(word)),
    );
    expect(told).toEqual([]);
  });
});
