import { type Words, w } from '../lib/words.ts';
import type { Command } from './command.ts';

type Load = () => Promise<{ commands: readonly Command[] }>;

interface Noun {
  about: Words;
  /** All of its commands, or as many as hold the verb. */
  load(verb?: string): ReturnType<Load>;
}

/**
 * A noun of several slices, each with the first words of its verbs: a command waits for its own slice
 * only. All of them where no verb, or one that none has, was typed.
 */
const among =
  (...slices: readonly (readonly [verbs: string, load: Load])[]) =>
  async (verb?: string) => {
    const own = slices.filter(([verbs]) => verbs.split(/\s+/).includes(verb ?? ''));
    const loaded = (own.length > 0 ? own : slices).map(([, load]) => load());
    return { commands: (await Promise.all(loaded)).flatMap(({ commands }) => commands) };
  };

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
  complaint: {
    about: w('投诉：登记、上报、处理、回访', 'Complaints, from the reception to the callback'),
    load: () => import('../complaints/commands.ts'),
  },
  visit: {
    about: w(
      '走访与回访：回访单、抽样、汇总',
      'Visits and callbacks: the call list, the sample, the report',
    ),
    load: among(
      ['due log list show sample report conclude committee', () => import('../visits/commands.ts')],
      ['enquiry', () => import('../enquiries/commands.ts')],
      ['plan', () => import('../plans/commands.ts')],
      ['birthdays greet', () => import('../registry/birthday-commands.ts')],
    ),
  },
  survey: {
    about: w('业主意见征询：发放、收回、满意率', 'The yearly survey: sent, returned, satisfaction'),
    load: () => import('../surveys/commands.ts'),
  },
  fee: {
    about: w(
      '收费：出账、收款、欠费、催缴、收缴率',
      'Fees: billing, receipts, arrears, dunning, collection rates',
    ),
    load: among(
      [
        'pay collect void refund reverse transfer receipt receipts',
        () => import('../receipts/commands.ts'),
      ],
      ['statement arrears rate', () => import('../accounts/commands.ts')],
      ['charge charges show waive reverse-charge', () => import('../fees/commands.ts')],
      [
        'subscribe unsubscribe subscription subscriptions',
        () => import('../subscriptions/commands.ts'),
      ],
      ['tariff', () => import('../tariffs/commands.ts')],
      ['bill share penalty', () => import('../billing/commands.ts')],
      ['dun contact contacts limitation', () => import('../dunning/commands.ts')],
      ['export', () => import('../export/commands.ts')],
    ),
  },
  meter: {
    about: w('抄表：登记读数、列表', 'Meters: readings'),
    load: among(
      ['read', () => import('../trusts/reading-commands.ts')],
      ['list', () => import('../meters/commands.ts')],
    ),
  },
  cash: {
    about: w('现金：日记账、交款、保险柜、月结', 'Cash: journal, hand-in, the safe, closing'),
    load: () => import('../cash/commands.ts'),
  },
  deposit: {
    about: w('押金、保证金：收取、扣除、退还', 'Deposits: take, deduct, refund'),
    load: () => import('../deposits/commands.ts'),
  },
  trust: {
    about: w('托管的空置房：巡查、用量、收费', 'Trust-managed units: patrols, usage, the fee'),
    load: () => import('../trusts/commands.ts'),
  },
  reno: {
    about: w(
      '装修：申请、审批、许可、巡查、验收、退款',
      'Renovations, from the application to the refund',
    ),
    load: among(
      [
        'apply paper commit review resubmit approve refuse cancel note fees permit tell utilities',
        () => import('../approval/commands.ts'),
      ],
      ['show list due', () => import('../renovations/commands.ts')],
      [
        'worker workers patrol overtime extend violation violations report rectify',
        () => import('../works/commands.ts'),
      ],
      ['inspect permits reinspect deduct refund close', () => import('../acceptance/commands.ts')],
    ),
  },
  resident: {
    about: w('住户：登记、查找、入住、迁离、过户', 'Residents: add, find, move in and out'),
    load: among(
      ['add show list edit find', () => import('../registry/resident-commands.ts')],
      [
        `move-in move-out transfer paper handout return meter inspect settle forward strike defect complete
        cancel note file moves check`,
        () => import('../moves/commands.ts'),
      ],
    ),
  },
  report: {
    about: w('报表：月报、日报、季报、年报', 'Reports: monthly, daily, quarterly, annual'),
    load: () => import('../reports/commands.ts'),
  },
  print: {
    about: w(
      '打印单据：工单、通知单、收据、许可证等',
      'Print forms: slips, bills, receipts, permits',
    ),
    load: () => import('../forms/commands.ts'),
  },
  outbox: {
    about: w('发件箱：往群和邮箱发的消息', 'The outbox: what goes to groups and mailboxes'),
    load: () => import('../outbox/commands.ts'),
  },
  'run-day': {
    about: w(
      '每天自动办一遍：到期的、备份、日报、发送',
      'The day by itself: what is due, backup, daily report, sending',
    ),
    load: () => import('../nightly/commands.ts'),
  },
  handover: {
    about: w(
      '交接班：交接内容、签字、留言',
      'Handover of shifts: what the next must know, signed by both',
    ),
    load: () => import('../handover/commands.ts'),
  },
  roster: {
    about: w('排班：值班表、换班、检查', 'The duty roster: plan, swap, check'),
    load: () => import('../roster/commands.ts'),
  },
  attendance: {
    about: w('考勤：到岗、迟到、缺勤', 'Attendance: who came, late or not'),
    load: () => import('../roster/attendance-commands.ts'),
  },
  book: {
    about: w(
      '登记簿：有哪些、怎样登记、启用停用',
      'The books of the desk: which there are, on and off',
    ),
    load: among(
      ['list fields check enable disable new', () => import('../shelf/commands.ts')],
      ['report', () => import('../figures/commands.ts')],
    ),
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
    about: w(
      '从表格导入房屋、住户、工单、投诉、问卷、读数、应收、收据',
      'Import units, residents, tickets, complaints, survey forms, readings, charges, receipts',
    ),
    load: () => import('../exchange/commands.ts'),
  },
  batch: {
    about: w('一次执行一个文件里的多条命令', 'Carry out a file of commands in one run'),
    load: () => import('./batch.ts'),
  },
  completion: {
    about: w('让 shell 用 Tab 补全命令、房号和编号', 'Let a shell complete words by Tab'),
    load: () => import('./completion-commands.ts'),
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

/** Those of the program alone. */
export async function commandsOf(
  noun: string,
  verb?: string,
): Promise<readonly Command[] | undefined> {
  const entry = Object.hasOwn(catalogue, noun) ? catalogue[noun] : undefined;
  return (await entry?.load(verb))?.commands.filter((each) => each.noun === noun);
}
