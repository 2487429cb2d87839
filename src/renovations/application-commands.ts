import type { Command } from '../cli/command.ts';

export const applicationCommands: readonly Command[] = [];
