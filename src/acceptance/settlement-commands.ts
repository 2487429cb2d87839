import type { Command } from '../cli/command.ts';

export const settlementCommands: readonly Command[] = [];
