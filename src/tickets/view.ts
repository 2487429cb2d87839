import { type Page, RESULTS } from '../cases/model.ts';
import { deadlines, timeline } from '../cases/view.ts';
import type { Shape } from '../cli/shape.ts';
import {
  asChoice,
  asFlag,
  asMoment,
  asMoney,
  asPhone,
  asRecords,
  asText,
  asWhole,
} from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import type { Charge } from '../fees/model.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import { CATEGORIES, CHARGES, STATES, type Ticket } from './model.ts';
import type { Charged, TicketRecord } from './record.ts';
import { TELLING } from './text.ts';

const cardOnly = { cardOnly: true } as const;

const ticketShape: Shape<TicketRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('formerNo', w('原编号', 'Former no'), (it) => it.formerNo, cardOnly),
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
  asText('defectOf', w('交房缺陷', 'Defect of'), (it) => it.defectOf, cardOnly),
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  asText('assignedTo', w('维修人', 'Assigned to'), (it) => it.assignedTo),
  asFlag('slipTaken', w('已签领', 'Slip taken'), (it) => it.slipTaken, cardOnly),
  asMoment('openedAt', w('报修时间', 'Opened'), (it) => it.openedAt),
  asMoment('arrivedAt', w('到场时间', 'Arrived'), (it) => it.arrivedAt, cardOnly),
  asMoment('finishedAt', w('完工时间', 'Finished'), (it) => it.finishedAt, cardOnly),
  asText('work', w('维修情况', 'Work'), (it) => it.work, cardOnly),
  asMoney('cost', w('费用（元）', 'Cost'), (it) => it.costFen, cardOnly),
  asMoment('leakTestedAt', w('试漏时间', 'Water test'), (it) => it.leakTestedAt, cardOnly),
  asMoment('acceptAt', w('约定复验', 'To accept it'), (it) => it.acceptAt, cardOnly),
  asMoment('closedAt', w('结单时间', 'Closed'), (it) => it.closedAt, cardOnly),
  asText('signedBy', w('签字', 'Signed by'), (it) => it.signedBy, cardOnly),
  asFlag('satisfied', w('满意', 'Satisfied'), (it) => it.satisfied, cardOnly),
  asMoment('cancelledAt', w('取消时间', 'Cancelled'), (it) => it.cancelledAt, cardOnly),
  asMoment('callbackAt', w('回访时间', 'Called back'), (it) => it.callbackAt, cardOnly),
  asChoice('callback', w('回访结果', 'Callback'), (it) => it.callbackResult, RESULTS, cardOnly),
  asWhole('quality', w('质量评分', 'Quality'), (it) => it.callbackQuality, cardOnly),
  asWhole('attitude', w('态度评分', 'Attitude'), (it) => it.callbackAttitude, cardOnly),
  asWhole('repeats', w('返修次数', 'Repeats'), (it) => it.repeats, cardOnly),
  deadlines,
];

export const ticketCard = card(ticketShape);

const chargeShape: Shape<Charge> = [
  asWhole('id', w('编号', 'Id'), (it) => it.id),
  asMoney('amount', w('应收', 'Amount'), (it) => it.amountFen),
  asMoney('outstanding', w('未缴', 'Owed'), (it) => it.outstandingFen),
];

const charges = asRecords<Charged<unknown>, Charge>(
  'charges',
  w('应收', 'Charged'),
  (it) => it.charges,
  chargeShape,
  ({ id, amountFen, outstandingFen }, { lang }) =>
    lang === 'zh'
      ? `${id} 号应收  ${yuanText(amountFen)}（未缴 ${yuanText(outstandingFen)}）`
      : `charge ${id}  ${yuanText(amountFen)} (owed ${yuanText(outstandingFen)})`,
);

export const chargedTicketCard = card<Charged<TicketRecord>>([...ticketShape, charges]);

export const ticketPage = card<Charged<Page<Ticket>>>([...ticketShape, charges, timeline(TELLING)]);

export const ticketTable = table(ticketShape, { none: w('没有工单。', 'No tickets.') });
