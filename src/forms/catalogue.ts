import { type Words, w } from '../lib/words.ts';
import type { Form } from './form.ts';

interface Declared {
  /** Its canonical name. */
  name: Words;
  /** What stands behind it on the command line. */
  takes: Words;
  /** The noun whose records are offered there. */
  of: string;
  load(): Promise<{ form: Form }>;
}

/** Every printed form of the desk, in the order of the residents' way through it. */
export const FORMS = {
  ticket: {
    name: w('维修工作单', 'repair order'),
    takes: w('工单编号', 'number of the ticket'),
    of: 'ticket',
    load: () => import('./ticket.ts'),
  },
  complaint: {
    name: w('投诉处理单', 'complaint'),
    takes: w('投诉编号', 'number of the complaint'),
    of: 'complaint',
    load: () => import('./complaint.ts'),
  },
  visit: {
    name: w('回访单', 'visit'),
    takes: w(
      '走访编号；回访以前：工单或投诉编号、房号、抽样月份',
      'number of the visit; before it: of the ticket or complaint, a unit, the month of a sample',
    ),
    of: 'call',
    load: () => import('./visit.ts'),
  },
  bill: {
    name: w('收费通知单', 'bill'),
    takes: w('房号或楼栋', 'a unit or a building'),
    of: 'unit',
    load: () => import('./bill.ts'),
  },
  dunning: {
    name: w('催缴函', 'demand for payment'),
    takes: w(
      '房号；楼栋或 letter：按催缴程序该发函的各户',
      'a unit; a building or "letter": all whose next step is a letter',
    ),
    of: 'unit',
    load: () => import('./dunning.ts'),
  },
  receipt: {
    name: w('收据', 'receipt'),
    takes: w('收据编号', 'number of the receipt'),
    of: 'receipt',
    load: () => import('./receipt.ts'),
  },
  statement: {
    name: w('费用明细', 'statement of account'),
    takes: w('房号', 'a unit'),
    of: 'unit',
    load: () => import('./statement.ts'),
  },
  'reno-application': {
    name: w('装修申请表', 'application for a renovation'),
    takes: w('装修编号', 'number of the renovation'),
    of: 'reno',
    load: () => import('./reno-application.ts'),
  },
  'reno-commitment': {
    name: w('装修施工承诺书', 'promises for the works'),
    takes: w('装修编号', 'number of the renovation'),
    of: 'reno',
    load: () => import('./reno-commitment.ts'),
  },
  'reno-permit': {
    name: w('装修施工许可证', 'renovation permit'),
    takes: w('装修编号', 'number of the renovation'),
    of: 'reno',
    load: () => import('./reno-permit.ts'),
  },
  'worker-pass': {
    name: w('施工人员出入证', "worker's pass"),
    takes: w(
      '出入证编号；装修编号：在外的全部',
      'number of the pass; of the renovation: all that are out',
    ),
    of: 'reno',
    load: () => import('./worker-pass.ts'),
  },
  violation: {
    name: w('违章整改通知单', 'notice to put right'),
    takes: w(
      '装修编号；有几项的，后面加第几项，如 D261122-001-2',
      'number of the renovation; of several the part behind it, as in D261122-001-2',
    ),
    of: 'reno',
    load: () => import('./violation.ts'),
  },
  acceptance: {
    name: w('装修验收记录表', 'acceptance of the works'),
    takes: w('装修编号', 'number of the renovation'),
    of: 'reno',
    load: () => import('./acceptance.ts'),
  },
  household: {
    name: w('住户情况登记表', 'household register'),
    takes: w('房号', 'a unit'),
    of: 'unit',
    load: () => import('./household.ts'),
  },
  'move-in-papers': {
    name: w('入住文本签收单', 'documents and goods received'),
    takes: w('入住资料编号', 'number of the move-in'),
    of: 'move',
    load: () => import('./move-in-papers.ts'),
  },
  inspection: {
    name: w('房屋质量验收登记表', 'inspection of the house'),
    takes: w('入住资料编号', 'number of the move-in'),
    of: 'move',
    load: () => import('./inspection.ts'),
  },
  pass: {
    name: w('放行条', 'goods pass'),
    takes: w('放行条编号', 'number of the pass'),
    of: 'pass',
    load: () => import('./pass.ts'),
  },
  survey: {
    name: w('业主意见征询表', "survey of the residents' opinions"),
    takes: w(
      '征询编号：未收回的全部；房号：进行中的征询',
      'number of the survey: all not back yet; a unit: of the open survey',
    ),
    of: 'survey',
    load: () => import('./survey.ts'),
  },
  handover: {
    name: w('交接班记录表', 'handover of the shift'),
    takes: w('交接班编号', 'number of the handover'),
    of: 'handover',
    load: () => import('./handover.ts'),
  },
} as const satisfies Record<string, Declared>;

export type FormKey = keyof typeof FORMS;

export const FORM_NAMES = Object.fromEntries(
  Object.entries(FORMS).map(([key, { name }]) => [key, name]),
) as Readonly<Record<FormKey, Words>>;
