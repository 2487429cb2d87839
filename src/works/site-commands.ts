import type { Command } from '../cli/command.ts';

export const siteCommands: readonly Command[] = [];
