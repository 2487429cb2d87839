import { siteCommands } from './site-commands.ts';
import { violationCommands } from './violation-commands.ts';

export const commands = [...siteCommands, ...violationCommands];
