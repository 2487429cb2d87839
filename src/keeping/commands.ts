import { type Book, isWrittenAt, openingOf, type Verb } from '../books/model.ts';
import { type Command, command, type Guide, type Typed } from '../cli/command.ts';
import { choice, codes, flag, number, text } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import type { EntryRecord } from '../entries/model.ts';
import { correctionsOf, optionsOf } from '../entries/option-commands.ts';
import { showEntry } from '../entries/page.ts';
import { approvedView, entryCard, entryPage } from '../entries/view.ts';
import { w } from '../lib/words.ts';
import { approveAll, approveEntry } from './approving.ts';
import { proposalFor, valuesNow } from './asking.ts';
import { sheetTurns, wantedBy } from './asking-rules.ts';
import { cancelEntry } from './cancelling.ts';
import { editEntry } from './editing.ts';
import { openEntry } from './opening.ts';
import { stepEntry } from './stepping.ts';

/** A book's own verbs, and what changes entries of every book. */
export function writingCommands(book: Book): Command[] {
  const steps = book.verbs.filter(({ does }) => does !== 'open');
  return [
    open(book),
    ...steps.map((verb) => step(book, verb)),
    edit(book),
    cancel(book),
    ...(book.approvals.length > 0 ? [approve(book)] : []),
  ];
}

const no = number({ label: w('编号', 'number'), required: true, positional: true });

const reveals = (it: EntryRecord) => [it.no];

/** Where a verb charges or sets something going, its answer shows what came of it. */
function answerOf(book: Book, verb: string) {
  const shows = book.charge?.at === verb || book.sequel?.at === verb;
  return {
    answer: (ctx: Ctx, it: EntryRecord) => (shows ? showEntry(ctx, book, it.no) : it),
    view: (shows ? entryPage(book) : entryCard(book)) as ReturnType<typeof entryCard>,
  };
}

function open(book: Book): Command {
  const verb = openingOf(book);
  const { answer, view } = answerOf(book, verb.key);
  return command({
    name: `${book.key} ${verb.key}`,
    about: verb.about,
    fields: optionsOf(book, verb.key),
    needs: (typed) => wantedBy(book, verb.key, typed),
    guides: guidesOf(book, verb.key),
    reveals,
    run: (ctx, input) => answer(ctx, openEntry(ctx, book, input)),
    view,
  });
}

function step(book: Book, verb: Verb): Command {
  const { answer, view } = answerOf(book, verb.key);
  return command({
    name: `${book.key} ${verb.key}`,
    about: verb.about,
    fields: { no, ...optionsOf(book, verb.key) },
    needs: (typed) => wantedBy(book, verb.key, typed),
    guides: guidesOf(book, verb.key),
    reveals,
    run: (ctx, { no: typed, ...input }) => answer(ctx, stepEntry(ctx, book, verb, typed, input)),
    view,
  });
}

/** Helps a person with each field of a verb: what is usual, what other answers want, item by item. */
function guidesOf(book: Book, verb: string): Record<string, (typed: Typed, ctx: Ctx) => Guide> {
  const fields = book.fields.filter((each) => isWrittenAt(each, verb));
  return Object.fromEntries(
    fields.map((field) => [
      field.key,
      (typed: Typed, ctx: Ctx): Guide => {
        const before = field.requiredWhen === null ? {} : valuesNow(ctx, book, typed.no);
        const proposal = proposalFor(ctx, field);
        return {
          needed: wantedBy(book, verb, typed, before).includes(field.key),
          ...(proposal && { proposal }),
          ...(field.type === 'sheet' && { turns: sheetTurns(field.items) }),
        };
      },
    ]),
  );
}

function edit(book: Book): Command {
  return command({
    name: `${book.key} edit`,
    about: w('更正一条：旧值留在经过里', 'Correct an entry; the old values stay in its timeline'),
    fields: {
      no,
      ...correctionsOf(book),
      clear: codes({
        label: w('清空哪些栏', 'fields to be emptied'),
        help: w('选项名或栏名', 'by their options or labels'),
        placeholder: 'FIELD,…',
      }),
    },
    reveals,
    run: (ctx, input) => {
      const { no: typedNo, clear, ...typed } = input as { no: string; clear?: string[] };
      return editEntry(ctx, book, typedNo, { typed, cleared: clear ?? [] });
    },
    view: entryCard(book),
  });
}

function cancel(book: Book): Command {
  return command({
    name: `${book.key} cancel`,
    about: w('作废一条', 'Cancel an entry'),
    fields: { no, reason: text({ label: w('原因', 'reason'), required: true }) },
    reveals,
    run: (ctx, input) => cancelEntry(ctx, book, input.no, input.reason),
    view: entryCard(book),
  });
}

function approve(book: Book): Command {
  const words = Object.fromEntries(book.approvals.map(({ key, words: said }) => [key, said]));
  const daily = book.approvals.some((each) => each.daily);
  return command({
    name: `${book.key} approve`,
    about: daily
      ? w(
          '签批；按天签的，一次签当天到此为止的全部',
          'Approve; what is signed daily, all of the day',
        )
      : w('签批一条', 'Approve or countersign an entry'),
    fields: {
      no: number({ label: w('编号', 'number'), positional: true }),
      note: text({ label: w('意见', 'remark'), positional: true }),
      all: flag({ label: w('等本人签批的全部', 'all that waits for you') }),
      as: choice(words, { label: w('批哪一项', 'which approval') }),
    },
    oneOf: [['no', 'all']],
    reveals: (entries) => entries.map((each) => each.no),
    run: (ctx, { no: typedNo, note, as }) =>
      typedNo === undefined
        ? approveAll(ctx, book, { as, note })
        : approveEntry(ctx, book, typedNo, { as, note }),
    view: approvedView(book),
  });
}
