import { inspectionCommands } from './inspection-commands.ts';
import { settlementCommands } from './settlement-commands.ts';

export const commands = [...inspectionCommands, ...settlementCommands];
