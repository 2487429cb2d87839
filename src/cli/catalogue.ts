import { type Words, w } from '../lib/words.ts';
import type { Command } from './command.ts';

interface Noun {
  about: Words;
  load(): Promise<{ commands: readonly Command[] }>;
}

/** Every first word of the command line, in the order of the help; each slice loads when asked for. */
export const catalogue: Readonly<Record<string, Noun>> = {
  today: {
    about: w('今天要办的事：超期、今天到期、即将到期', 'What is due: overdue, today, soon'),
    load: () => import('../agenda/commands.ts'),
  },
  ticket: {
    about: w('维修工单：报修、派工、完工、回访', 'Repair tickets, from the call to the callback'),
    load: () => import('../tickets/commands.ts'),
  },
  resident: {
    about: w('住户：登记、查找、修改', 'Residents: add, find, edit'),
    load: () => import('../registry/resident-commands.ts'),
  },
  unit: {
    about: w('房屋：登记、列表、查看', 'Units: add, list, show'),
    load: () => import('../registry/unit-commands.ts'),
  },
  staff: {
    about: w('员工：登记、列表、离职', 'Staff: add, list, retire'),
    load: () => import('../registry/staff-commands.ts'),
  },
  import: {
    about: w('从表格导入房屋、住户', 'Import units and residents from spreadsheets'),
    load: () => import('../exchange/commands.ts'),
  },
  batch: {
    about: w('一次执行一个文件里的多条命令', 'Carry out a file of commands in one run'),
    load: () => import('./batch.ts'),
  },
  history: {
    about: w('变更日志：谁在何时做了什么', 'The journal: who did what, and when'),
    load: () => import('../upkeep/commands.ts'),
  },
  policy: {
    about: w('制度参数：检查、查看', 'The policy: check, show'),
    load: () => import('../policy/commands.ts'),
  },
  doctor: {
    about: w('体检：台账是否完整、未被改动', 'Check that the ledger is whole and untouched'),
    load: () => import('../upkeep/commands.ts'),
  },
  backup: {
    about: w('备份台账', 'Back the ledger up'),
    load: () => import('../upkeep/commands.ts'),
  },
  restore: {
    about: w('从备份恢复台账', 'Bring a backup back'),
    load: () => import('../upkeep/commands.ts'),
  },
  init: {
    about: w('建立新的台账', 'Make a new home'),
    load: () => import('../upkeep/commands.ts'),
  },
  demo: {
    about: w('示范小区：马上看到它怎么用', 'A sample estate to try things on'),
    load: () => import('../demo/commands.ts'),
  },
};

/** The commands of a first word; undefined for one that is none. */
export async function commandsOf(noun: string): Promise<readonly Command[] | undefined> {
  const entry = Object.hasOwn(catalogue, noun) ? catalogue[noun] : undefined;
  return (await entry?.load())?.commands.filter((each) => each.noun === noun);
}
