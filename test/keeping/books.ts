import type { Book, Verb } from '../../src/books/model.ts';
import type { Ctx } from '../../src/context.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { deadlinesOf } from '../../src/deadlines/service.ts';
import type { EntryRecord } from '../../src/entries/model.ts';
import { openEntry } from '../../src/keeping/opening.ts';
import { stepEntry } from '../../src/keeping/stepping.ts';
import { WyError } from '../../src/lib/errors.ts';
import { localText } from '../../src/lib/moment.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { booksOf, type CtxOptions, makeCtx, type TestCtx } from '../support/ledger.ts';
import { HOME, NEIGHBOUR, readName } from '../upkeep/steps/registry.ts';

/** Lent umbrellas: a step that agrees on a later time, a closing, a promise at a field. */
export const UMBRELLA = `
umbrella:
  prefix: U
  name: { zh: 雨伞借用, en: umbrellas }
  verbs: { lend: open, extend: step, return: close }
  fields:
    item: { type: text, label: { zh: 雨伞, en: umbrella }, required: yes, personal: no, positional: yes }
    to: { type: text, label: { zh: 借用人, en: borrower }, required: yes }
    unit: { type: unit, label: { zh: 房号, en: unit } }
    pieces: { type: whole, label: { zh: 把数, en: pieces }, usual: '1', least: 1, most: 9, personal: no }
    paid: { type: yesno, label: { zh: 押金, en: deposit }, usual: 'no' }
    receipt: { type: text, label: { zh: 收据, en: receipt }, requiredWhen: { paid: [yes] } }
    until: { type: moment, at: [lend, extend], label: { zh: 约定归还, en: until } }
    photo: { type: file, label: { zh: 照片, en: photo } }
    outcome:
      type: choice
      at: return
      label: { zh: 归还情况, en: how it came back }
      required: yes
      choices: { whole: { zh: 完好, en: whole }, broken: { zh: 损坏, en: broken } }
    harm: { type: text, at: return, label: { zh: 损坏, en: harm }, requiredWhen: { outcome: [broken] } }
  title: [item, to]
  deadlines:
    return: { words: { zh: 收回雨伞, en: get it back }, at: until, within: 1d }
`;

/** Storage let: rent month after month, a lease that is renewed. */
const STORAGE = `
storage:
  prefix: ST
  name: { zh: 仓库出租, en: storage }
  verbs: { let: open, rent: step, renew: step, end: close }
  fields:
    room: { type: text, label: { zh: 仓库, en: room }, required: yes, personal: no }
    rentOn: { type: day, label: { zh: 首次收租, en: first rent on }, required: yes }
    until: { type: day, at: [let, renew], label: { zh: 租到, en: until }, required: yes }
    note: { type: text, at: rent, label: { zh: 说明, en: note }, personal: no }
  title: [room, until]
  deadlines:
    rent: { words: { zh: 收租, en: collect the rent }, at: rentOn, every: 1mo, lead: 7d, met: rent }
    expiry: { words: { zh: 续租, en: renew it }, at: until, lead: 1mo, met: renew }
`;

/** Services at a price: reviewed before, checked by a sheet, charged when it is settled, signed after. */
export const ERRAND = `
errand:
  prefix: ER
  name: { zh: 跑腿服务, en: errands }
  verbs: { order: open, check: step, settle: close }
  fields:
    what: { type: text, label: { zh: 事项, en: what }, required: yes, personal: no }
    unit: { type: unit, label: { zh: 房号, en: unit } }
    marks:
      type: sheet
      at: check
      label: { zh: 检查, en: check }
      required: yes
      items:
        speed: { zh: 及时, en: in time }
        care: { label: { zh: 细致, en: care }, most: 3 }
    fixBy: { type: day, at: check, label: { zh: 整改期限, en: fix by } }
    fee: { type: money, at: settle, label: { zh: 费用, en: fee } }
  deadlines:
    fix: { words: { zh: 整改, en: put it right }, from: check, at: fixBy, within: 2d, met: settle }
  approvals:
    review: { role: supervisor, words: { zh: 审核, en: review }, within: 1d, before: settle }
    sign: { role: director, words: { zh: 签阅, en: sign }, within: 3d }
  charge: { tariff: service, at: settle, amount: fee }
  arrears: yes
`;

/** Rounds: closed at once unless something was found; defects become tickets; signed once a day. */
export const ROUND = `
round:
  prefix: RO
  name: { zh: 巡视记录, en: rounds }
  verbs:
    log: open
    recheck: { does: close, when: { result: [unfit] } }
  fields:
    place: { type: text, label: { zh: 地点, en: place }, personal: no }
    unit: { type: unit, label: { zh: 房号, en: unit } }
    result:
      type: choice
      label: { zh: 结果, en: result }
      usual: fit
      choices: { fit: { zh: 合格, en: fit }, unfit: { zh: 不合格, en: unfit } }
    defects: { type: lines, label: { zh: 损坏, en: defects }, personal: no }
    urgent: { type: yesno, label: { zh: 急, en: urgent } }
  title: [place, result]
  deadlines:
    recheck: { words: { zh: 复查, en: look again }, within: 1d }
  approvals:
    read: { role: director, words: { zh: 阅, en: read }, within: 1d, daily: yes }
  sequel: { does: ticket, from: { items: defects, place: place, unit: unit, urgent: urgent } }
`;

export const ALL_BOOKS = [UMBRELLA, STORAGE, ERRAND, ROUND].join('');

/** A desk that keeps the books of a YAML text: supervisor 王芳 acts, 陈主任 directs, 3-2-1502 has an owner. */
export async function deskWith(yaml: string, options: CtxOptions = {}): Promise<TestCtx> {
  const ctx = await makeCtx({ ...options, books: booksOf(yaml) });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  addStaff(ctx, { name: '赵敏', roles: ['clerk'], phone: null });
  addUnit(ctx, { ...HOME, code: '3-2-1502' });
  const owner = { ...NEIGHBOUR, name: '住户甲', unit: '3-2-1502', role: 'owner' } as const;
  addResident(ctx, { ...owner, fromOn: null, untilOn: null }, readName);
  return ctx;
}

/** The same desk with another member of staff at it. */
export function by<C extends Ctx>(ctx: C, name: string): C {
  const row = ctx.ledger
    .prepare<[string], { id: number }>('SELECT id FROM staff WHERE name = ?')
    .get(name);
  return { ...ctx, operator: () => ({ id: row?.id ?? 0, name }) };
}

export function bookOf({ books }: Pick<Ctx, 'books'>, key: string): Book {
  const found = books.find((each) => each.key === key);
  if (!found) throw new Error(`no book ${key}`);
  return found;
}

const verbOf = (book: Book, key: string): Verb =>
  book.verbs.find((each) => each.key === key) ?? {
    key,
    does: 'step',
    about: book.name,
    when: null,
  };

/** Opens an entry of the book of this key, as the command line has read it. */
export const open = (ctx: Ctx, book: string, typed: Record<string, unknown>): EntryRecord =>
  openEntry(ctx, bookOf(ctx, book), typed);

export const step = (
  ctx: Ctx,
  book: string,
  verb: string,
  no: string,
  typed: Record<string, unknown> = {},
): EntryRecord => stepEntry(ctx, bookOf(ctx, book), verbOf(bookOf(ctx, book), verb), no, typed);

/** Why something is refused; undefined where it is done. */
export function refusal(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof WyError) return error.code;
    throw error;
  }
}

/** What an entry owes and owed, as `return 2026-11-22 23:59 open`, in the order in which it was promised. */
export const owed = (ctx: Ctx, no: string): string[] =>
  (deadlinesOf(ctx.ledger, [no]).get(no) ?? []).map((each) => {
    const state =
      each.ending === null ? 'open' : each.ending === 'met' ? stateOf(each, ctx.now) : each.ending;
    return `${each.kind.split('.').at(-1)} ${localText(each.dueAt, ctx.zone)} ${state}`;
  });
