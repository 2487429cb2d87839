import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';

/**
 * The text of a file of books in which one is on or off; all else stays as it stands, comments and order
 * too. Of a text that has been found readable.
 */
export function withEnabled(text: string, key: string, isEnabled: boolean): string {
  const document = parseDocument(text, { schema: 'failsafe', stringKeys: true });
  const word = isEnabled ? 'yes' : 'no';
  const books = document.contents;
  if (books !== null && isMap(books) && books.flow) {
    document.setIn([key, 'enabled'], word);
    return document.toString({ lineWidth: 0 });
  }
  const pair = isMap(books) ? pairOf(books, key) : undefined;
  if (!pair) return withBook(text, `${key}:\n  enabled: ${word}\n`);
  return isMap(pair.value)
    ? withinBook(text, pair.value, word)
    : insertedBelow(text, endOf(pair), word);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function withinBook(text: string, book: YAMLMap, word: string): string {
  const said = pairOf(book, 'enabled');
  if (said && isScalar(said.value) && said.value.range && said.value.source !== '') {
    const [from, to] = said.value.range;
    return text.slice(0, from) + word + text.slice(to);
  }
  const [from = 0] = book.range ?? [];
  if (said) return `${text.slice(0, endOf(said))} ${word}${text.slice(endOf(said))}`;
  if (!book.flow) {
    const indent = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    return `${text.slice(0, from)}enabled: ${word}${lineEnd(text)}${indent}${text.slice(from)}`;
  }
  const rest = text.slice(from + 1);
  const comma = book.items.length > 0 ? ', ' : ' ';
  return `${text.slice(0, from + 1)} enabled: ${word}${comma}${rest.replace(/^ +/, '')}`;
}

/** Behind the colon of a key. */
function endOf(pair: Pair): number {
  const range = (pair.value as { range?: [number, number, number] } | null)?.range;
  return range?.[0] ?? 0;
}

/** `key:` with nothing behind it. */
const insertedBelow = (text: string, at: number, word: string): string =>
  `${text.slice(0, at)}${lineEnd(text)}  enabled: ${word}${text.slice(at)}`;

/** The text with another book behind all others. */
export function withBook(text: string, book: string): string {
  const end = lineEnd(text);
  const before = text.trim() === '' ? text.trim() : text.replace(/(\r?\n)*$/, '');
  const gap = before === '' ? '' : end + end;
  return before + gap + book.replaceAll('\n', end);
}

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
