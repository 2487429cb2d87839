import { applicationCommands } from './application-commands.ts';
import { permitCommands } from './permit-commands.ts';

export const commands = [...applicationCommands, ...permitCommands];
