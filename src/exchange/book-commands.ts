import type { Book } from '../books/model.ts';
import type { Command } from '../cli/command.ts';

export const importCommands = (_book: Book): readonly Command[] => [];

export const exportCommands = (_book: Book): readonly Command[] => [];
