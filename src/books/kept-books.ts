import { readFileSync } from 'node:fs';
import { type Origin, writeAside } from '../policy/kept.ts';
import type { Book, Books } from './model.ts';

/** What only whoever works with a book asks for; most of it by far. */
const OF_WORK = ['fields', 'title', 'rates', 'charge', 'sequel', 'signatures', 'foot'] as const;

type OfWork = Pick<Book, (typeof OF_WORK)[number]>;

/** The first line of the file: of each book what everyone asks for, and how many bytes the rest has. */
interface Head extends Origin {
  books: { kept: Omit<Book, keyof OfWork>; bytes: number }[];
}

const LINE_END = 0x0a;

/**
 * The books compiled from a file's text, kept as in policy/kept.ts. Of each book most is read when it is
 * asked for: all of forty books would cost every start more than opening the ledger does.
 */
export function keptBooks(cacheFile: string, { build, source }: Origin): Books | undefined {
  try {
    const bytes = readFileSync(cacheFile);
    const from = bytes.indexOf(LINE_END);
    const head = JSON.parse(bytes.toString('utf8', 0, from)) as Head;
    if (head.build !== build || head.source !== source) return undefined;
    let at = from + 1;
    const books = head.books.map((each) => {
      at += each.bytes;
      return wholeOf(each.kept, bytes.subarray(at - each.bytes, at));
    });
    return at === bytes.length ? books : undefined;
  } catch {
    return undefined;
  }
}

/** A book whose heavy parts are read once one of them is asked for. */
function wholeOf(kept: Omit<Book, keyof OfWork>, rest: Buffer): Book {
  let read: OfWork | undefined;
  const ofWork = (): OfWork => {
    read ??= JSON.parse(rest.toString('utf8')) as OfWork;
    return read;
  };
  return {
    ...kept,
    get fields() {
      return ofWork().fields;
    },
    get title() {
      return ofWork().title;
    },
    get rates() {
      return ofWork().rates;
    },
    get charge() {
      return ofWork().charge;
    },
    get sequel() {
      return ofWork().sequel;
    },
    get signatures() {
      return ofWork().signatures;
    },
    get foot() {
      return ofWork().foot;
    },
  };
}

export function keepBooks(cacheFile: string, origin: Origin, books: Books): void {
  const parts = books.map((book) => {
    const work = Object.fromEntries(OF_WORK.map((part) => [part, book[part]]));
    const kept = Object.fromEntries(Object.entries(book).filter(([key]) => !(key in work)));
    return { kept, rest: Buffer.from(JSON.stringify(work)) };
  });
  const head = {
    ...origin,
    books: parts.map(({ kept, rest }) => ({ kept, bytes: rest.length })),
  };
  writeAside(
    cacheFile,
    Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts.map(({ rest }) => rest)]),
  );
}
