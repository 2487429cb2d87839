import { compileBooks } from '../../src/books/compile.ts';
import type { Books } from '../../src/books/model.ts';
import type { Ctx } from '../../src/context.ts';
import { layOut } from '../../src/ledger/create.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { dayOf, type Moment } from '../../src/lib/moment.ts';
import type { Lang, Words } from '../../src/lib/words.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Role } from '../../src/policy/roles.ts';
import { policyText } from '../../src/policy/template.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { atFileEnd } from './file-end.ts';

/** A Sunday morning, 09:30 on the site's clock. */
export const NOW: Moment = '2026-11-22T01:30:00Z';

export interface TestCtx extends Ctx {
  /** What the clerk was warned of, on all contexts of this ledger. */
  readonly warnings: Words[];
}

export interface CtxOptions {
  now?: Moment;
  lang?: Lang;
  /** The acting member of staff, the only one; supervisor 王芳 unless said. */
  staff?: { name: string; roles: readonly Role[] };
  /** Where the ledger lies; in memory unless said. */
  file?: string;
  /** The shipped policy unless said. */
  policy?: Policy;
  /** The catalogue as shipped unless said. */
  books?: Books;
  /** Where files of entries are laid. */
  attachmentsDir?: string;
  /** Where pages for the printer are written. */
  printedDir?: string;
  templatesDir?: string;
}

let shipped: Promise<Policy> | undefined;

/** The policy as shipped, compiled once. */
export function defaultPolicy(): Promise<Policy> {
  shipped ??= policyOf(policyText('zh', { siteName: '蓝天新苑', operators: { desk: '王芳' } }));
  return shipped;
}

let catalogue: Books | undefined;

/** The books as shipped, compiled once. */
export function shippedBooks(): Books {
  catalogue ??= booksOf('');
  return catalogue;
}

/** The books of a books.yaml's text, with the built-in ones. */
export function booksOf(text: string): Books {
  const compiled = compileBooks(text);
  if ('mistakes' in compiled) throw new Error(JSON.stringify(compiled.mistakes));
  return compiled.books;
}

/** The policy of a file's text; what it leaves out is as shipped. */
export async function policyOf(text: string): Promise<Policy> {
  const compiled = await compilePolicy(text);
  if ('mistakes' in compiled) throw new Error(JSON.stringify(compiled.mistakes));
  return compiled.policy;
}

/** A new ledger in a file, or in memory. */
function laidOutIn(file: string, now: Moment): Ledger {
  const ledger = new Ledger(file, { create: true });
  layOut(ledger, { recordedAt: now });
  return ledger;
}

/** A ledger in memory that begins with what another one held. */
class Copy extends Ledger {
  override readonly file = ':memory:';

  constructor(content: Buffer) {
    // SQLite opens the content of a file as it opens a file.
    super(content as unknown as string);
  }
}

const laidOut = new Map<Moment, Buffer>();

/** A new ledger in memory: laid out once in a test file for each moment, then copied, which is fast. */
function laidOutAt(now: Moment): Ledger {
  return new Copy(laidOut.get(now) ?? contentAt(now));
}

function contentAt(now: Moment): Buffer {
  const ledger = laidOutIn(':memory:', now);
  const content = ledger.db.serialize();
  ledger.close();
  laidOut.set(now, content);
  atFileEnd(() => laidOut.delete(now));
  return content;
}

/** A new ledger with one member of staff, who acts, at a fixed time. */
export async function makeCtx(options: CtxOptions = {}): Promise<TestCtx> {
  const now = options.now ?? NOW;
  const policy = options.policy ?? (await defaultPolicy());
  const staff = options.staff ?? { name: '王芳', roles: ['supervisor'] };
  const books = options.books ?? shippedBooks();
  const ledger = options.file === undefined ? laidOutAt(now) : laidOutIn(options.file, now);
  atFileEnd(() => ledger.close());
  const warnings: Words[] = [];
  const ctx: TestCtx = {
    ledger,
    policy,
    books,
    attachmentsDir: options.attachmentsDir ?? 'attachments',
    printedDir: options.printedDir ?? 'printed',
    templatesDir: options.templatesDir ?? 'templates',
    zone: policy.zone,
    now,
    today: dayOf(now, policy.zone),
    recordedAt: now,
    lang: options.lang ?? 'zh',
    outside: { env: () => undefined, clock: () => now },
    operator: () => ({ id: 1, name: staff.name }),
    warnings,
    warn: (words) => void warnings.push(words),
    progress: () => {},
  };
  addStaff(ctx, { ...staff, phone: null });
  return ctx;
}

/** What writes in a ledger of any origin: its first member of staff at a moment. */
export const scribeOf = (ledger: Ledger, now: Moment) => ({
  ...{ ledger, now, recordedAt: now },
  operator: () => ({ id: 1 }),
});

/** The same ledger at another time. */
export function at<C extends Ctx>(ctx: C, moment: Moment): C {
  const outside = { ...ctx.outside, clock: () => moment };
  return { ...ctx, now: moment, recordedAt: moment, today: dayOf(moment, ctx.zone), outside };
}
