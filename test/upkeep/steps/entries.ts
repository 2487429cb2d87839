import type { Book, Verb } from '../../../src/books/model.ts';
import type { Typed } from '../../../src/entries/values.ts';
import { approveAll, approveEntry } from '../../../src/keeping/approving.ts';
import { cancelEntry } from '../../../src/keeping/cancelling.ts';
import { editEntry } from '../../../src/keeping/editing.ts';
import { openEntry } from '../../../src/keeping/opening.ts';
import { stepEntry } from '../../../src/keeping/stepping.ts';
import { addDays } from '../../../src/lib/day.ts';
import { addMinutes } from '../../../src/lib/moment.ts';
import type { TestCtx } from '../../support/ledger.ts';
import type { Pick, Step, Steps } from './step.ts';

function bookOf({ books }: TestCtx, key: string): Book {
  const found = books.find((each) => each.key === key);
  if (!found) throw new Error(`no book ${key}`);
  return found;
}

/** The book of a number, by its letters. */
function bookOfNo(ctx: TestCtx, no: string): Book {
  const prefix = no.replace(/\d.*$/, '');
  return ctx.books.find((each) => each.prefix === prefix) ?? bookOf(ctx, 'key');
}

type Told = (ctx: TestCtx, pick: Pick) => Typed;

const open =
  (book: string, told: Told): Step =>
  (ctx, pick) =>
    openEntry(ctx, bookOf(ctx, book), told(ctx, pick));

const step =
  (key: string, verb: string, told: Told = () => ({})): Step =>
  (ctx, pick) => {
    const book = bookOf(ctx, key);
    const found = book.verbs.find((each) => each.key === verb) as Verb;
    return stepEntry(ctx, book, found, pick('entries'), told(ctx, pick));
  };

const edit =
  (told: Told, cleared: readonly string[] = []): Step =>
  (ctx, pick) => {
    const no = pick('entries');
    return editEntry(ctx, bookOfNo(ctx, no), no, { typed: told(ctx, pick), cleared });
  };

const asDirector = (ctx: TestCtx): TestCtx => ({
  ...ctx,
  operator: () => ({ id: 2, name: '陈主任' }),
});
const unsaid = { as: undefined, note: undefined };
const later = (ctx: TestCtx, minutes: number) => addMinutes(ctx.now, minutes);
const points = { hygiene: 1, facilities: 0, board: 1, 'patrol-sheet': 1, notebook: null };

export const steps = {
  lend: open('key', (ctx) => ({ key: '3栋屋面', to: '张伟', until: later(ctx, 300) })),
  extend: step('key', 'extend', (ctx) => ({ until: later(ctx, 600) })),
  correct: edit((ctx) => ({ to: '李四', until: later(ctx, 900) })),
  forget: edit(() => ({}), ['until']),
  takeBack: step('key', 'return', () => ({ condition: '完好' })),
  permit: open('vehicle', (ctx, pick) => ({
    ...{ unit: pick('units'), kind: 'car', plate: '粤B12345', holder: '张伟' },
    validUntil: addDays(ctx.today, 20),
  })),
  renew: step('vehicle', 'renew', (ctx) => ({ validUntil: addDays(ctx.today, 400) })),
  patrol: open('patrol', () => ({ place: '3栋', points, result: 'fit' })),
  patrolUnfit: open('patrol', () => ({
    ...{ place: '3栋', points, result: 'unfit', told: ['cleaning'] },
    defects: [{ what: '灯泡', count: 2 }],
  })),
  foundFit: edit(() => ({ result: 'fit' })),
  foundUnfit: edit(() => ({ result: 'unfit', told: ['cleaning'] })),
  recheck: step('patrol', 'recheck', () => ({ found: '已清理' })),
  read: (ctx) => approveAll(ctx, bookOf(ctx, 'patrol'), unsaid),
  warn: open('weather', (ctx) => ({
    kind: 'rain',
    starts: later(ctx, 600),
    ends: later(ctx, 900),
    told: ['security', 'residents'],
  })),
  order: open('service', (ctx) => ({
    ...{
      unit: '3-2-1502',
      name: '张伟',
      item: '保洁',
      agreedOn: addDays(ctx.today, 3),
      fee: 8_050,
    },
  })),
  assign: step('service', 'assign', () => ({ worker: '王芳' })),
  accept: step('service', 'accept', () => ({ signer: '张伟' })),
  ask: open('certificate', () => ({ kind: 'residence', holder: '张伟', purpose: '办证' })),
  approve: (ctx, pick) => {
    const no = pick('entries');
    return approveEntry(ctx, bookOfNo(ctx, no), no, { ...unsaid, note: '同意' });
  },
  approveAsDirector: (ctx, pick) => {
    const no = pick('entries');
    return approveEntry(asDirector(ctx), bookOfNo(ctx, no), no, unsaid);
  },
  issue: step('certificate', 'issue', () => ({ collectedBy: '张伟' })),
  alarm: open('emergency', () => ({ kind: 'fire', place: '3栋', what: '电井冒烟', told: '王芳' })),
  cancel: (ctx, pick) => {
    const no = pick('entries');
    return cancelEntry(ctx, bookOfNo(ctx, no), no, '登记错了');
  },
} satisfies Steps;
