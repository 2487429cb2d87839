import { asDetails, asMoment, asText, asWhole, type Shape } from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { localText, msOf } from '../lib/moment.ts';
import { tellUnits } from '../lib/unit-keys.ts';
import { type Words, w } from '../lib/words.ts';
import { CHAIN, STEPS } from '../renovations/chain-rules.ts';
import { changesText } from './changes-view.ts';
import { bookAction, bookActionWords } from './entry-changes-view.ts';
import type { History, HistoryLine } from './history.ts';

/** With the words of those actions that are commands. */
export interface HistoryPage extends History {
  actions: ReadonlyMap<string, Words>;
}

/** Actions that are no command, or have words of their own. */
const OWN: Readonly<Record<string, Words>> = {
  'ledger.create': w('建立台账', 'Ledger made'),
  'ledger.upgrade': w('升级台账结构', 'Ledger upgraded'),
  'ledger.restore': w('从备份恢复', 'Backup brought back'),
  reveal: w('显示完整个人信息', 'Personal data shown in full'),
  'import.units': w('导入房屋', 'Import units'),
  'import.residents': w('导入住户', 'Import residents'),
  'import.tickets': w('导入工单', 'Import tickets'),
  'import.complaints': w('导入投诉', 'Import complaints'),
  'import.charges': w('导入应收', 'Import charges'),
  'import.receipts': w('导入缴费记录', 'Import payments'),
  'import.survey': w('导入问卷', 'Import survey forms'),
  'import.readings': w('导入抄表数据', 'Import meter readings'),
  'trust.flag': w('托管用量超限', 'Trust over its limit'),
  'trust.rain-off': w('大雨没有下', 'A heavy rain never came'),
  'plan.keep': w('按计划走访', 'Visited as planned'),
  'unit.handover': w('交房', 'Unit handed over'),
  'resident.callback': w('入住回访', 'New household called on'),
  'resident.greet': w('送出生日祝贺', 'Birthday card sent'),
  'visit.sample': w('抽取回访样本', 'Sample drawn'),
  'fee.bill': w('出账', 'Billed'),
  'fee.share': w('分摊', 'Total spread'),
  'fee.penalty': w('违约金入账', 'Penalties booked'),
  'fee.dun': w('催缴', 'Asked for arrears'),
  'fee.contact': w('催缴联系', 'Contact about arrears'),
  'roster.plan': w('排班', 'Roster planned'),
  'handover.sign': w('交接班签字', 'Shift handed over'),
  'handover.await': w('接班人未到', 'Successor awaited'),
  'handover.note': w('给下一班留言', 'Note for the next shift'),
  'book.enable': w('启用登记簿', 'Book enabled'),
  'book.disable': w('停用登记簿', 'Book disabled'),
  'book.new': w('新建登记簿', 'Book made'),
  'book.check': w('登记簿改版', 'Declarations noted'),
  'attendance.absent': w('登记未到', 'Absence recorded'),
  print: w('打印单据', 'Form printed'),
  'report.close': w('月报定稿', 'Monthly report closed'),
  'outbox.queue': w('放入发件箱', 'Queued to be sent'),
  'outbox.try': w('发送', 'Sending'),
  'outbox.note': w('发送结果', 'What came of it'),
  'outbox.retry': w('重新待发', 'To be sent again'),
  'outbox.drop': w('不再发送', 'Not to be sent'),
  'survey.send': w('发放问卷', 'Forms sent'),
  'survey.correct': w('更正问卷', 'Correct a form'),
};

/** Steps of renovations, some of which share a command: `reno inspect` asks for, passes or fails. */
const STEP_WORDS: Readonly<Record<string, Words>> = Object.fromEntries(
  STEPS.map((step) => [`reno.${step}`, begun(CHAIN[step].words)]),
);

/** As the others, beginning with a capital. */
function begun({ zh, en }: Words): Words {
  return w(zh, `${en.charAt(0).toUpperCase()}${en.slice(1)}`);
}

const seq = asWhole<HistoryLine>('seq', w('行', 'Line'), (it) => it.seq);
const at = asMoment<HistoryLine>('at', w('时间', 'When'), (it) => it.happenedAt);
const by = asText<HistoryLine>('by', w('操作人', 'By'), (it) => it.by ?? 'wy');
const subject = asText<HistoryLine>('subject', w('对象', 'Subject'), (it) => it.subject);
const ACTION = w('操作', 'Action');
const CHANGES = w('内容', 'Changes');
const RECORDED = w('记录于', 'Recorded');
const options = { none: w('没有记录。', 'No lines.') };

/** As programs read it: the same in every language. */
const jsonTable = table<HistoryLine>(
  [
    seq,
    at,
    asMoment('recordedAt', RECORDED, (it) => it.recordedAt),
    by,
    asText('action', ACTION, (it) => it.action),
    subject,
    asDetails('changes', CHANGES, (it, as) => tellUnits(it.changes, as.zone)),
    asText('hash', w('校验', 'Hash'), (it) => it.hash),
  ],
  options,
);

/** As people read it; when it was recorded stands there where that was later. */
function shapeFor({ lines, actions, ...known }: HistoryPage): Shape<HistoryLine> {
  const recorded = asText<HistoryLine>('recordedAt', RECORDED, (it, as) =>
    isLate(it) ? localText(it.recordedAt, as.zone) : null,
  );
  const wordsOf = (action: string) => {
    const ofBook = bookAction(known.books, action);
    if (ofBook) return bookActionWords(ofBook);
    return OWN[action] ?? STEP_WORDS[action] ?? actions.get(action);
  };
  return [
    seq,
    at,
    ...(lines.some(isLate) ? [recorded] : []),
    by,
    asText('action', ACTION, (it, as) => wordsOf(it.action)?.[as.lang] ?? it.action),
    subject,
    asText('changes', CHANGES, (it, as) => changesText(it, known, as)),
  ];
}

const LATE_MS = 60_000;

const isLate = ({ happenedAt, recordedAt }: HistoryLine): boolean =>
  msOf(recordedAt) - msOf(happenedAt) > LATE_MS;

/** How many times as many lines are offered next. */
const MORE = 10;

/** Oldest first; where older ones were left out, it says how to see them. */
export const historyView: View<HistoryPage> = {
  json: ({ lines }, as) => jsonTable.json(lines, as),
  text: (page, pen) => {
    const { lines, isCut } = page;
    const shown = table(shapeFor(page), options).text(lines, pen);
    if (!isCut) return shown;
    const count = lines.length;
    const more = w(
      `只显示最近 ${count} 条。看更多请加 --limit ${count * MORE}`,
      `Only the newest ${count}. For more, add --limit ${count * MORE}`,
    );
    return `${shown}\n\n${pen.dim(more)}`;
  },
};
