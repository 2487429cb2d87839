import { existsSync } from 'node:fs';
import type { Desk } from '../desk.ts';
import { EXIT } from '../lib/exit.ts';
import { sentence, type Words, w } from '../lib/words.ts';
import { failureOf, failureText, isCtrlC, isEsc, langOf, printWarnings } from './failure.ts';
import { Prompter } from './prompt.ts';
import { execute } from './run.ts';

/** The daily work, in the order of a case. */
const WORK: readonly (readonly [line: string, words: Words])[] = [
  ['ticket open', w('登记报修', 'Record a repair')],
  ['ticket assign', w('派工', 'Name the worker')],
  ['ticket arrive', w('登记到场', 'The worker is on site')],
  ['ticket note', w('记录进度', 'Write the progress down')],
  ['ticket postpone', w('改期', 'Agree on another time')],
  ['ticket inform', w('已告知住户新时间', 'The resident was told the new time')],
  ['ticket finish', w('登记完工', 'Finish a repair')],
  ['ticket close', w('收回工单', 'Take the signed slip back')],
  ['ticket callback', w('回访', 'Call a resident back')],
  ['ticket reopen', w('返修', 'Reopen a repair')],
  ['ticket cancel', w('取消工单', 'Cancel a ticket')],
  ['ticket show', w('查看工单', 'Look at a ticket')],
  ['ticket list --open', w('未结工单', 'Tickets still open')],
  ['complaint log', w('登记投诉', 'Record a complaint')],
  ['complaint escalate', w('上报投诉', 'Tell whoever must be told of a complaint')],
  ['complaint investigate', w('核实投诉', 'Verify the facts of a complaint')],
  ['complaint reply', w('答复投诉人', 'Answer a complaint')],
  ['complaint resolve', w('投诉处理完毕', 'Resolve a complaint')],
  ['complaint tell', w('告知处理结果', 'Tell the result of a complaint')],
  ['complaint close', w('投诉结案', 'Close a complaint')],
  ['complaint callback', w('投诉回访', 'Call back about a complaint')],
  ['complaint show', w('查看投诉', 'Look at a complaint')],
  ['complaint list --open', w('未结投诉', 'Complaints still open')],
  ['fee pay', w('收费', 'Take a payment')],
  ['fee statement', w('账户明细', 'The account of a unit')],
  ['fee receipt', w('查看收据', 'Look at a receipt')],
  ['fee contact', w('登记催缴', 'Record a contact about arrears')],
  ['fee dun', w('该催缴的', 'Who is to be asked for arrears')],
  ['fee arrears', w('欠费', 'Arrears')],
  ['meter read', w('抄表', 'Read a meter')],
  ['deposit take', w('收押金', 'Take a deposit')],
  ['cash journal', w('现金日记账', 'The cash journal')],
  ['cash hand-in', w('现金交财务', 'Hand the cash to finance')],
  ['reno apply', w('登记装修申请', 'Record the application for a renovation')],
  ['reno show', w('查看装修', 'Look at a renovation')],
  ['reno patrol', w('登记装修巡查', 'Record a patrol of the works')],
  ['reno violation', w('登记装修违规', 'Record a violation')],
  ['reno list', w('装修列表', 'Renovations')],
  ['reno workers', w('今天在场的施工人员', 'Who works in the house today')],
  ['visit due', w('回访单', 'The call list')],
  ['visit log', w('登记回访、走访', 'Record a visit or a call')],
  ['visit enquiry log', w('登记来电来访', 'Record a call or a visitor')],
  ['resident move-in', w('办理入住', 'Open a move-in')],
  ['resident file', w('查看入住、迁离资料', 'Look at the file of a move')],
  ['resident find', w('查找住户', 'Find a resident')],
  ['resident add', w('登记住户', 'Add a resident')],
  ['today', w('今天要办的事', "Today's agenda")],
];

const QUESTION = w('要办什么？（可输入几个字查找）', 'What is to be done? (Type to find it)');

const LEAVE = 'leave';

/** Today's agenda, then one piece of work after the other, until the clerk leaves. */
export async function menu(desk: Desk): Promise<number> {
  const { host } = desk;
  const lang = await langOf(desk);
  if (!existsSync(desk.home.ledgerFile)) {
    host.out(`${NO_LEDGER[lang]}\n`);
    return EXIT.done;
  }
  const prompter = new Prompter(host, lang);
  const options = [
    ...[...WORK, ...(await bookWork(desk))].map(([value, words]) => ({
      value,
      name: sentence(words[lang]),
    })),
    { value: LEAVE, name: w('退出', 'Leave')[lang] },
  ];
  try {
    for (let line = 'today'; line !== LEAVE; ) {
      await carryOutLine(line, desk);
      host.out('\n');
      line = await prompter.find(QUESTION[lang], '', (typed) =>
        options.filter(({ value, name }) =>
          `${value} ${name}`.toLowerCase().includes(typed.toLowerCase()),
        ),
      );
    }
    return EXIT.done;
  } catch (error) {
    if (isCtrlC(error)) return EXIT.interrupted;
    if (isEsc(error)) return EXIT.done;
    throw error;
  }
}

type Work = (typeof WORK)[number];

/** What begins and what ends an entry of each book that is kept here, and the open ones. */
async function bookWork(desk: Desk): Promise<Work[]> {
  const books = await desk.books().catch(() => []);
  return books
    .filter(({ isEnabled }) => isEnabled)
    .flatMap(({ key, name, verbs }): Work[] => [
      ...verbs
        .filter(({ does }) => does !== 'step')
        .map((verb): Work => [`${key} ${verb.key}`, verb.about]),
      [`${key} list`, w(`查看${name.zh}`, `Look at ${name.en}`)],
    ]);
}

const NO_LEDGER = w(
  '这里还没有台账。\n  wy init   新建台账\n  wy demo   先用示范小区试试\n  wy --help 全部命令',
  'There is no ledger here yet.\n  wy init   make one\n  wy demo   try a sample estate first\n  wy --help all commands',
);

/** What fails is told, and the menu goes on; so it does when the clerk thinks better of it (Esc). */
async function carryOutLine(line: string, desk: Desk): Promise<void> {
  const { host } = desk;
  try {
    const outcome = await execute(line.split(' '), desk);
    if (outcome.kind !== 'done') return;
    host.out(`${await outcome.text()}\n`);
    await printWarnings(outcome.desk);
  } catch (error) {
    host.err(failureText(await failureOf(error), await langOf(desk)));
    if (isCtrlC(error)) throw error;
  }
}
