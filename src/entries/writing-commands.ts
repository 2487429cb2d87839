import type { Book, Verb } from '../books/model.ts';
import { openingOf } from '../books/model.ts';
import { type Command, command } from '../cli/command.ts';
import { number } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { openEntry } from './opening.ts';
import { optionsOf } from './option-commands.ts';
import { stepEntry } from './stepping.ts';
import { entryCard } from './view.ts';

/** A book's own verbs, and what changes entries of every book. */
export function writingCommands(book: Book): Command[] {
  const steps = book.verbs.filter(({ does }) => does !== 'open');
  return [open(book), ...steps.map((verb) => step(book, verb))];
}

const no = number({ label: w('编号', 'number'), required: true, positional: true });

function open(book: Book): Command {
  const verb = openingOf(book);
  return command({
    name: `${book.key} ${verb.key}`,
    about: verb.about,
    fields: optionsOf(book, verb.key),
    run: (ctx, input) => openEntry(ctx, book, input),
    view: entryCard(book),
  });
}

function step(book: Book, verb: Verb): Command {
  return command({
    name: `${book.key} ${verb.key}`,
    about: verb.about,
    fields: { no, ...optionsOf(book, verb.key) },
    run: (ctx, { no: typed, ...input }) => stepEntry(ctx, book, verb, typed, input),
    view: entryCard(book),
  });
}
