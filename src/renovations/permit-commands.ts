import type { Command } from '../cli/command.ts';

export const permitCommands: readonly Command[] = [];
