import { type Words, w } from '../lib/words.ts';
import { refusedField, refusedName, refusedNoun, refusedVerb } from './reserved-rules.ts';

/** A key of the file that cannot be one. */
export interface BadKey {
  path: string;
  words: Words;
  /** What was typed, where it is Chinese: in Latin letters it would do. */
  chinese?: string;
}

/** As `policy/tree.ts` reads the file; spelled out, as rules know no other's trees. */
type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

/** What a kind of key must look like, and why it may be refused nevertheless. */
interface Kind {
  shape: RegExp;
  example: string;
  refused(key: string): Words | undefined;
}

/** `spot-check`: what becomes a word of the command line. */
const WORD = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** `collectedBy`: what becomes an option and a key of JSON. */
const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const LONGEST = 30;

const NOUN: Kind = { shape: WORD, example: 'spot-check', refused: refusedNoun };
const VERB: Kind = { shape: WORD, example: 'check-out', refused: refusedVerb };
const FIELD: Kind = { shape: CAMEL, example: 'collectedBy', refused: refusedField };
const NAME: Kind = { shape: WORD, example: 'spot-check', refused: refusedName };

const PARTS: Readonly<Record<string, Kind>> = {
  verbs: VERB,
  fields: FIELD,
  deadlines: NAME,
  approvals: NAME,
  rates: NAME,
};

/** All keys of a file of books that cannot be what they are meant for. */
export const badKeysIn = (books: Tree): BadKey[] =>
  membersOf(books).flatMap(([key, book]) => [...judged('', key, NOUN), ...inBook(key, book)]);

const inBook = (book: string, tree: Tree): BadKey[] =>
  membersOf(tree).flatMap(([part, members]) => {
    const kind = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
    if (!kind) return [];
    const at = `${book}.${part}`;
    return membersOf(members).flatMap(([key, member]) => [
      ...judged(at, key, kind),
      ...(part === 'fields' ? inField(`${at}.${key}`, member) : []),
    ]);
  });

const inField = (at: string, tree: Tree): BadKey[] =>
  membersOf(tree)
    .filter(([part]) => part === 'choices' || part === 'items')
    .flatMap(([part, members]) =>
      membersOf(members).flatMap(([key]) => judged(`${at}.${part}`, key, NAME)),
    );

const membersOf = (tree: Tree): [string, Tree][] =>
  typeof tree === 'object' && !Array.isArray(tree) ? Object.entries(tree) : [];

function judged(around: string, key: string, kind: Kind): BadKey[] {
  const path = around === '' ? key : `${around}.${key}`;
  const refused = kind.refused(key);
  if (refused) return [{ path, words: refused }];
  if (kind.shape.test(key) && key.length <= LONGEST) return [];
  const words = w(
    `名称要用小写字母开头，只用字母、数字${kind === FIELD ? '' : '和连字符'}，最多 ${LONGEST} 个，如 ${kind.example}；中文写在 name 或 label 里。`,
    `A key begins with a small letter and is made of letters${kind === FIELD ? ' and' : ','} digits${kind === FIELD ? '' : ' and hyphens'}, ${LONGEST} at most, such as ${kind.example}; other names stand in name or label.`,
  );
  return [{ path, words, ...(/\p{Script=Han}/u.test(key) && { chinese: key }) }];
}

/** The key in Latin letters is proposed behind what is wrong with the Chinese one. */
export const proposing = (words: Words, key: string): Words =>
  w(`${words.zh}可以写 ${key}。`, `${words.en} You could write ${key}.`);

/** Whether this can be the key of a book of one's own. */
export const badNoun = (key: string): BadKey | undefined => judged('', key, NOUN)[0];
