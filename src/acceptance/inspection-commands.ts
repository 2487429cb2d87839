import type { Command } from '../cli/command.ts';

export const inspectionCommands: readonly Command[] = [];
