import type { Book } from '../books/model.ts';
import type { Command } from '../cli/command.ts';
import { writingCommands } from './writing-commands.ts';

/** Every book is a noun: its own verbs, and what changes entries of all books. */
export const commandsOfBook = (book: Book): Command[] => [...writingCommands(book)];
