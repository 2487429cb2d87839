import type { Book, Books } from '../books/model.ts';
import type { Desk } from '../desk.ts';
import { WyError } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { catalogue, commandsOf } from './catalogue.ts';
import type { Command } from './command.ts';

/** A first word of the command line. */
export interface NounLine {
  name: string;
  about: Words;
  /** One of the desk's books, which the command line knows by its declaration: what it is called. */
  book?: Words;
}

/** The first words a desk has: those of the program, and its books. */
export interface Nouns {
  /**
   * The commands of a first word; undefined for one that is none. With a verb, the others of another
   * slice may be left out.
   */
  commandsOf(noun: string, verb?: string): Promise<readonly Command[] | undefined>;
  /** All of them, in the order of the help. */
  lines(): Promise<readonly NounLine[]>;
  /** Books that are not kept here, but could be, or were. */
  disabled(): Promise<readonly NounLine[]>;
}

type OfBook = (book: Book) => readonly Command[];

/** What can be done with the entries of a book: each part for its verbs, the rest for all others. */
const BOOK_VERBS: Readonly<Record<string, () => Promise<OfBook>>> = {
  show: async () => (await import('../entries/showing-commands.ts')).showingCommands,
  list: async () => (await import('../entries/listing-commands.ts')).listingCommands,
  print: async () => (await import('../papers/printing-commands.ts')).printCommands,
  import: async () => (await import('../exchange/book-commands.ts')).importCommands,
  export: async () => (await import('../papers/export-commands.ts')).exportCommands,
};

const writing = async (): Promise<OfBook> =>
  (await import('../keeping/commands.ts')).writingCommands;

/** The part that a verb belongs to; all where none was typed. */
async function bookCommands(verb: string | undefined): Promise<OfBook[]> {
  if (verb !== undefined && Object.hasOwn(BOOK_VERBS, verb)) {
    const own = await BOOK_VERBS[verb]?.();
    return own ? [own] : [];
  }
  const main = await writing();
  if (verb !== undefined) return [main];
  const others = await Promise.all(Object.values(BOOK_VERBS).map((load) => load()));
  return [...new Set([main, ...others])];
}

const made = new WeakMap<Book, Map<OfBook, readonly Command[]>>();

/** A batch asks for the same ones line by line. */
function madeOnce(book: Book, of: OfBook): readonly Command[] {
  const known = made.get(book) ?? new Map<OfBook, readonly Command[]>();
  made.set(book, known);
  const commands = known.get(of) ?? of(book);
  known.set(of, commands);
  return commands;
}

/** None where their file is broken: the help shows the way out of it. */
async function booksOf(desk: Pick<Desk, 'books'>): Promise<Books> {
  try {
    return await desk.books();
  } catch (error) {
    if (error instanceof WyError) return [];
    throw error;
  }
}

type Booked = Pick<Desk, 'books'> & Partial<Pick<Desk, 'home'>>;

/** Books that are off, and those that are gone while the ledger has entries of them. */
async function offOf(desk: Booked): Promise<Books> {
  const books = await booksOf(desk);
  const { goneFrom } = await import('../books/checking.ts');
  const gone = desk.home ? goneFrom(desk.home.ledgerFile, books) : [];
  return [...books.filter(({ isEnabled }) => !isEnabled), ...gone];
}

/** Those of a desk; its books are asked for by whoever does not find a word among the others. */
export const nounsAt = (desk: Booked): Nouns => ({
  commandsOf: async (noun, verb) => {
    if (Object.hasOwn(catalogue, noun)) return commandsOf(noun, verb);
    const book = (await desk.books()).find(({ key, isEnabled }) => key === noun && isEnabled);
    if (!book) return undefined;
    const commands = (await bookCommands(verb)).flatMap((of) => madeOnce(book, of));
    if (verb === undefined || commands.some((each) => each.verb === verb)) return commands;
    return (await bookCommands(undefined)).flatMap((of) => madeOnce(book, of));
  },
  lines: async () => {
    const own = Object.entries(catalogue).map(([name, { about }]) => ({ name, about }));
    const books = (await booksOf(desk)).filter(({ isEnabled }) => isEnabled);
    return [...own, ...books.map(lineOf)];
  },
  disabled: async () => (await offOf(desk)).map(lineOf),
});

const lineOf = ({ key, about, name }: Book): NounLine => ({ name: key, about, book: name });
