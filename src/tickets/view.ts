import type { Rendering, Shape } from '../cli/shape.ts';
import {
  asChoice,
  asDetails,
  asFlag,
  asMoment,
  asMoney,
  asPhone,
  asRecords,
  asText,
  asWhole,
} from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { localText } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Event } from '../timeline/service.ts';
import { CATEGORIES, CHARGES, RESULTS, STATES } from './model.ts';
import type { TicketPage, TicketRecord } from './record.ts';
import { detailOf, detailWords, eventWords } from './text.ts';

const cardOnly = { cardOnly: true } as const;

const ticketShape: Shape<TicketRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('place', w('地点', 'Place'), (it) => it.place),
  asText('item', w('报修内容', 'Item'), (it) => it.item),
  asText('system', w('系统', 'System'), (it) => it.system, cardOnly),
  asText('part', w('部件', 'Part'), (it) => it.part, cardOnly),
  asText('damage', w('损坏程度', 'Damage'), (it) => it.damage, cardOnly),
  asText('caller', w('报修人', 'Caller'), (it) => it.caller, cardOnly),
  asPhone('phone', w('联系电话', 'Phone'), (it) => it.phone, cardOnly),
  asChoice('category', w('类别', 'Category'), (it) => it.category, CATEGORIES, cardOnly),
  asFlag('urgent', w('急修', 'Urgent'), (it) => it.urgent),
  asChoice('charge', w('收费', 'Charge'), (it) => it.charge, CHARGES, cardOnly),
  asMoment('appointment', w('约定时间', 'Appointment'), (it) => it.appointmentAt, cardOnly),
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  asText('assignedTo', w('维修人', 'Assigned to'), (it) => it.assignedTo),
  asFlag('slipTaken', w('已签领', 'Slip taken'), (it) => it.slipTaken, cardOnly),
  asMoment('openedAt', w('报修时间', 'Opened'), (it) => it.openedAt),
  asMoment('arrivedAt', w('到场时间', 'Arrived'), (it) => it.arrivedAt, cardOnly),
  asMoment('finishedAt', w('完工时间', 'Finished'), (it) => it.finishedAt, cardOnly),
  asText('work', w('维修情况', 'Work'), (it) => it.work, cardOnly),
  asMoney('cost', w('费用（元）', 'Cost'), (it) => it.costFen, cardOnly),
  asMoment('leakTestedAt', w('试漏时间', 'Water test'), (it) => it.leakTestedAt, cardOnly),
  asMoment('closedAt', w('结单时间', 'Closed'), (it) => it.closedAt, cardOnly),
  asText('signedBy', w('签字', 'Signed by'), (it) => it.signedBy, cardOnly),
  asFlag('satisfied', w('满意', 'Satisfied'), (it) => it.satisfied, cardOnly),
  asMoment('cancelledAt', w('取消时间', 'Cancelled'), (it) => it.cancelledAt, cardOnly),
  asMoment('callbackAt', w('回访时间', 'Called back'), (it) => it.callbackAt, cardOnly),
  asChoice('callback', w('回访结果', 'Callback'), (it) => it.callbackResult, RESULTS, cardOnly),
  asWhole('quality', w('质量评分', 'Quality'), (it) => it.callbackQuality, cardOnly),
  asWhole('attitude', w('态度评分', 'Attitude'), (it) => it.callbackAttitude, cardOnly),
  asWhole('repeats', w('返修次数', 'Repeats'), (it) => it.repeats, cardOnly),
  asRecords('deadlines', w('时限', 'Deadlines'), (it) => it.deadlines, deadlineShape, deadlineLine),
];

/** People read the sentence of `eventLine`; programs the detail. */
const eventShape: Shape<Event> = [
  asMoment('at', w('时间', 'At'), (it) => it.at),
  asText('by', w('经办', 'By'), (it) => it.by),
  asText('kind', w('事项', 'Kind'), (it) => it.kind),
  asDetails('detail', w('说明', 'Detail'), detailOf),
];

function eventLine(event: Event, { lang, zone }: Rendering): string {
  const by = lang === 'zh' ? `（${event.by}）` : `(${event.by})`;
  const detail = detailWords(event, zone)[lang];
  const parts = [localText(event.at, zone), eventWords(event)[lang], detail, by];
  return parts.filter((part) => part !== '').join('  ');
}

export const ticketCard = card(ticketShape);

export const ticketPage = card<TicketPage>([
  ...ticketShape,
  asRecords('timeline', w('经过', 'Timeline'), (it) => it.timeline, eventShape, eventLine),
]);

export const ticketTable = table(ticketShape, { none: w('没有工单。', 'No tickets.') });
