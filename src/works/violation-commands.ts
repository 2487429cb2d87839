import type { Command } from '../cli/command.ts';

export const violationCommands: readonly Command[] = [];
