import { type Book, isWrittenAt, type Verb } from '../books/model.ts';
import { noteBooks } from '../books/versions.ts';
import { tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import type { EntryRecord } from '../entries/model.ts';
import { entryRecord, requireEntry } from '../entries/record.ts';
import { updateEntry } from '../entries/rows.ts';
import { type Typed, valuesOf } from '../entries/values.ts';
import { transact } from '../ledger/transact.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { roleTitle } from '../policy/roles.ts';
import { lastStepAt, note } from '../timeline/service.ts';
import { approveLine } from './approving.ts';
import { chargeFor } from './charging.ts';
import { settle } from './promises.ts';
import { setGoing } from './sequels.ts';
import { changesOf, detailOf, doneWith, filed, notOpen, versionOf } from './writing.ts';

/**
 * Does a verb with an entry that is open: a step between, as often as it is said, or its closing. The
 * values of a step that is done once more take the place of its earlier ones, which stay in the timeline.
 */
export function stepEntry(
  ctx: Ctx,
  book: Book,
  verb: Verb,
  typedNo: string,
  typed: Typed,
): EntryRecord {
  return transact(ctx, `books.${book.key}.${verb.key}`, (entry) => {
    const it = requireEntry(ctx, book, typedNo);
    const refusal = refusalOf(ctx, book, verb, it);
    if (refusal) throw refusal;
    noteBooks(ctx);
    const { no } = it;
    const values = valuesOf(ctx, book, verb.key, typed, it.values);
    const isOpen = verb.does !== 'close';
    updateEntry(ctx.ledger, it, {
      ...{ values, ...filed(ctx, book, values), version: versionOf(ctx, book, it, values) },
      ...(!isOpen && { state: 'closed', closedAt: ctx.now }),
    });
    const fields = book.fields.filter((field) => isWrittenAt(field, verb.key));
    note(ctx, no, verb.key, detailOf(ctx, fields, values));
    const after = { no, values, isOpen, done: doneWith(ctx, book, no) };
    settle(ctx, book, after, { verb: verb.key, before: it.values });
    const written = Object.entries(values).filter(([key]) =>
      fields.some((each) => each.key === key),
    );
    entry.subject = no;
    entry.changes = {
      ...changesOf(book, Object.fromEntries(written)),
      ...chargeFor(ctx, book, after, verb.key),
      ...setGoing(ctx, book, after, verb.key),
    };
    return entryRecord(ctx, book, no);
  });
}

/** What can be written down later for a time before it, as nothing followed from it. */
const REMARKS = ['edited', 'approved'];

/** Why a verb cannot be done with an entry now, if it cannot. */
function refusalOf(ctx: Ctx, book: Book, verb: Verb, it: EntryRecord): WyError | undefined {
  if (it.state !== 'open') return notOpen(book, it);
  const needed = book.approvals.filter(({ before }) => before === verb.key);
  const given = it.approved.filter(({ approval }) => needed.some(({ key }) => key === approval));
  const missing = needed.filter(({ key }) => !given.some(({ approval }) => approval === key));
  if (missing.length > 0) {
    const roles = new Set(missing.map(({ role }) => role));
    const titles = list([...roles].map((role) => roleTitle(ctx.policy, role)));
    const lines = list(missing.map((approval) => same(approveLine(ctx, book, it.no, approval))));
    return refused(
      'not_approved',
      w(
        `${it.no} 还没有批准：要${titles.zh}批。`,
        `${it.no} is not approved yet by: ${titles.en}.`,
      ),
      w(`批准：${lines.zh}`, `Approve it: ${lines.en}`),
    );
  }
  const steps = [lastStepAt(ctx.ledger, it.no, REMARKS) ?? it.at, ...given.map(({ at }) => at)];
  return tooEarly(it.no, `${book.key} show`, steps.sort().at(-1) ?? it.at, ctx.now);
}
