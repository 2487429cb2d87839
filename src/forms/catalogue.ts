import { type Words, w } from '../lib/words.ts';
import type { Form } from './form.ts';

interface Declared {
  /** Its canonical name. */
  name: Words;
  /** What stands behind it on the command line. */
  takes: Words;
  load(): Promise<{ form: Form }>;
}

/** Every printed form of the desk, in the order of the residents' way through it. */
export const FORMS = {
  ticket: {
    name: w('维修工作单', 'repair order'),
    takes: w('工单编号', 'number of the ticket'),
    load: () => import('./ticket.ts'),
  },
  complaint: {
    name: w('投诉处理单', 'complaint'),
    takes: w('投诉编号', 'number of the complaint'),
    load: () => import('./complaint.ts'),
  },
  visit: {
    name: w('回访单', 'visit'),
    takes: w(
      '走访编号；回访以前：工单或投诉编号、房号、抽样月份',
      'number of the visit; before it: of the ticket or complaint, a unit, the month of a sample',
    ),
    load: () => import('./visit.ts'),
  },
  bill: {
    name: w('收费通知单', 'bill'),
    takes: w('房号或楼栋', 'a unit or a building'),
    load: () => import('./bill.ts'),
  },
  dunning: {
    name: w('催缴函', 'demand for payment'),
    takes: w(
      '房号；楼栋或 letter：按催缴程序该发函的各户',
      'a unit; a building or "letter": all whose next step is a letter',
    ),
    load: () => import('./dunning.ts'),
  },
  receipt: {
    name: w('收据', 'receipt'),
    takes: w('收据编号', 'number of the receipt'),
    load: () => import('./receipt.ts'),
  },
  statement: {
    name: w('费用明细', 'statement of account'),
    takes: w('房号', 'a unit'),
    load: () => import('./statement.ts'),
  },
} as const satisfies Record<string, Declared>;

export type FormKey = keyof typeof FORMS;

export const FORM_NAMES = Object.fromEntries(
  Object.entries(FORMS).map(([key, { name }]) => [key, name]),
) as Readonly<Record<FormKey, Words>>;
