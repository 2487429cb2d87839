import { approvalKind } from '../books/kinds.ts';
import type { Approval, Book } from '../books/model.ts';
import { tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import { meetEarly } from '../deadlines/service.ts';
import type { EntryRecord } from '../entries/model.ts';
import { entryRecord, requireEntry } from '../entries/record.ts';
import { transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { roleTitle } from '../policy/roles.ts';
import { actsAs } from '../registry/approvers.ts';
import { listStaff } from '../registry/staff.ts';
import { note } from '../timeline/service.ts';
import * as store from './approval-store.ts';
import { dayAround } from './promises.ts';
import { notOpen } from './writing.ts';

export interface Approving {
  /** Which approval, where the book has several. */
  as: string | undefined;
  note: string | undefined;
}

/**
 * Says yes to an entry, or signs it after the deed, by whoever acts and has the role; one that is given
 * daily signs all entries of that day so far. Gives the entries that were signed. Refuses what was given
 * already, what is none of this member of staff's (`missing_role`), and an entry that is cancelled.
 */
export function approveEntry(
  ctx: Ctx,
  book: Book,
  typedNo: string,
  { as, note: said }: Approving,
): EntryRecord[] {
  return transact(ctx, `books.${book.key}.approve`, (entry) => {
    const it = requireEntry(ctx, book, typedNo);
    if (it.state === 'cancelled') throw notOpen(book, it);
    const early = tooEarly(it.no, `${book.key} show`, it.at, ctx.now);
    if (early) throw early;
    const waiting = waitingFor(book, it);
    if (waiting.length === 0) throw nothingToApprove(book, it);
    const approval = chosen(ctx, book, it, waiting, as);
    if (!actsAs(ctx, approval.role)) throw missingRole(ctx, book, it.no, approval);
    const signed = sign(ctx, book, approval, it, said);
    entry.subject = it.no;
    entry.changes = { approval: approval.key, entries: signed };
    return signed.map((no) => entryRecord(ctx, book, no));
  });
}

/** Everything of this book that waits for whoever acts; refuses where nothing does. */
export function approveAll(ctx: Ctx, book: Book, { as, note: said }: Approving): EntryRecord[] {
  return transact(ctx, `books.${book.key}.approve`, (entry) => {
    const asked = book.approvals.filter(({ key }) => as === undefined || key === as);
    const mine = asked.filter(({ role }) => actsAs(ctx, role));
    const [first] = asked;
    if (first && mine.length === 0) throw missingRole(ctx, book, '--all', first);
    const signed = mine.flatMap((approval) =>
      store
        .owing(ctx.ledger, approvalKind(book, approval))
        .filter(({ at }) => at <= ctx.now)
        .map(({ no }) => entryRecord(ctx, book, no))
        .filter((it) => waitingFor(book, it).some(({ key }) => key === approval.key))
        .flatMap((it) =>
          isGiven(ctx, book, approval, it) ? [] : sign(ctx, book, approval, it, said),
        ),
    );
    if (signed.length === 0) throw nothingWaits(book);
    entry.changes = { approvals: mine.map(({ key }) => key), entries: signed };
    return [...new Set(signed)].map((no) => entryRecord(ctx, book, no));
  });
}

/** Another entry of its day was signed just now, and this one with it. */
const isGiven = (ctx: Ctx, book: Book, { key }: Approval, { no }: EntryRecord): boolean =>
  entryRecord(ctx, book, no).approved.some(({ approval }) => approval === key);

/** What nobody has given yet; what was to come before a verb is of no use once the entry is closed. */
const waitingFor = (book: Book, { approved, state }: EntryRecord): Approval[] =>
  book.approvals.filter(
    ({ key, before }) =>
      !approved.some(({ approval }) => approval === key) && (before === null || state === 'open'),
  );

/** The one that was named, else the only one, or the only one of whoever acts. */
function chosen(
  ctx: Ctx,
  book: Book,
  it: EntryRecord,
  waiting: readonly Approval[],
  as: string | undefined,
): Approval {
  if (as !== undefined) {
    const named = waiting.find(({ key }) => key === as);
    if (named) return named;
    throw nothingToApprove(book, it);
  }
  const mine = waiting.filter(({ role }) => actsAs(ctx, role));
  const [only, other] = mine.length > 0 ? mine : waiting;
  if (only && (!other || mine.length === 0)) return only;
  const lines = list(mine.map(({ key }) => same(`wy ${book.key} approve ${it.no} --as ${key}`)));
  throw refused(
    'several_approvals',
    w(`${it.no} 有几项要您批。`, `${it.no} waits for you more than once.`),
    w(`写明批哪一项：${lines.zh}`, `Say which: ${lines.en}`),
  );
}

function sign(
  ctx: Ctx,
  book: Book,
  approval: Approval,
  it: EntryRecord,
  said: string | undefined,
): string[] {
  const { ledger, now } = ctx;
  const kind = approvalKind(book, approval);
  const { name, id: byId } = ctx.operator();
  const day = dayAround(ctx, it.at);
  const together = approval.daily
    ? store
        .unsigned(ledger, { book: book.key, approval: approval.key, ...day })
        .filter(({ at }) => at <= now)
    : [it];
  for (const { id, no } of together) {
    store.insert(ledger, {
      ...{ entryId: id, approval: approval.key, at: now, byId, note: said ?? null },
    });
    note(ctx, no, 'approved', { approval: approval.key, ...(said && { note: said }) });
    meetEarly(ctx, no, kind);
  }
  if (it.by === name) {
    ctx.warn(
      w(
        '经办人和批准人是同一人，已一并记录。',
        'Whoever recorded this also approves it; both are on record.',
      ),
    );
  }
  return together.map(({ no }) => no);
}

/** The line by which somebody who may gives an approval. */
export function approveLine(ctx: Ctx, book: Book, no: string, approval: Approval): string {
  const as = book.approvals.length > 1 ? ` --as ${approval.key}` : '';
  const by = actsAs(ctx, approval.role) ? '' : ` --by ${thoseWho(ctx, approval)[0] ?? '…'}`;
  return `wy ${book.key} approve ${no}${as}${by}`;
}

const thoseWho = ({ ledger }: Ctx, { role }: Approval): string[] =>
  listStaff(ledger)
    .filter(({ roles }) => roles.includes(role))
    .map(({ name }) => name);

function missingRole(ctx: Ctx, book: Book, no: string, approval: Approval) {
  const title = roleTitle(ctx.policy, approval.role);
  const names = list(thoseWho(ctx, approval).map(same));
  const line = approveLine(ctx, book, no, approval);
  return refused(
    'missing_role',
    w(
      `${ctx.operator().name} 无权批准：应由${title.zh}批。`,
      `${ctx.operator().name} may not approve this: the ${title.en} may.`,
    ),
    names.zh === ''
      ? w(
          `还没有这样的员工。登记：wy staff add 姓名 --role ${approval.role}`,
          `Nobody on the staff is one yet. Add them: wy staff add NAME --role ${approval.role}`,
        )
      : w(`可以批的有：${names.zh}。${line}`, `Those who may: ${names.en}. ${line}`),
  );
}

function nothingToApprove(book: Book, { no, approved }: EntryRecord) {
  const by = list([...new Set(approved.map((each) => each.by))].map(same));
  const show = w(`查看：wy ${book.key} show ${no}`, `See wy ${book.key} show ${no}`);
  return approved.length > 0
    ? refused(
        'approved_already',
        w(`${no} 已由 ${by.zh} 批过。`, `${no} was approved by ${by.en} already.`),
        show,
      )
    : refused(
        'nothing_to_approve',
        w(`${no} 没有要批的。`, `Nothing of ${no} waits for an approval.`),
        show,
      );
}

const nothingWaits = (book: Book) =>
  refused(
    'nothing_to_approve',
    w(`${book.name.zh}里没有等您批的。`, `Nothing of ${book.name.en} waits for your approval.`),
    w(`查看：wy ${book.key} list --open`, `See wy ${book.key} list --open`),
  );
