import type { Day, Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** How money comes in and goes out. */
export const METHODS = {
  cash: w('现金', 'cash'),
  wechat: w('微信', 'WeChat'),
  alipay: w('支付宝', 'Alipay'),
  bank: w('转账', 'bank transfer'),
  pos: w('POS 机', 'POS'),
} as const satisfies Record<string, Words>;

export type Method = keyof typeof METHODS;

/** What moved the money. */
export const SOURCES = {
  receipt: w('收款', 'receipt'),
  refund: w('退款', 'refund'),
  deposit: w('押金', 'deposit'),
  'hand-in': w('交财务', 'handed in'),
  difference: w('盘点差额', 'counted difference'),
} as const satisfies Record<string, Words>;

export type Source = keyof typeof SOURCES;

/** Money that came in (more than 0) or went out, as a line of the journal. */
export interface Flow {
  /** Its day of the journal: that on which it happened, or the first of the month still open. */
  bookedOn: Day;
  at: Moment;
  source: Source;
  /** The receipt, the deposit, the month of a closing; null: a hand-in. */
  no: string | null;
  unit: string | null;
  method: string;
  amountFen: number;
  operator: string;
}

/** Cash handed to finance (rule 129). */
export interface HandIn {
  id: number;
  amountFen: number;
  /** What the journal said was there. */
  expectedFen: number;
  explanation: string | null;
  handedAt: Moment;
  handedBy: string;
  takenBy: string | null;
  bookedOn: Day;
}

/** A month whose cash was counted and whose journal takes no more entries (rule 129, 日清月结). */
export interface Closing {
  month: Month;
  /** The balance of the journal at the month's end, before the difference. */
  bookedFen: number;
  countedFen: number;
  explanation: string | null;
  closedAt: Moment;
  closedBy: string;
  reviewedBy: string | null;
}
