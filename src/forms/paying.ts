import type { Printing, Row } from '../documents/model.ts';
import { w } from '../lib/words.ts';
import { row } from './parts.ts';

/** What the policy says of the site that papers about money need. */
export interface Payee {
  company: string;
  name: string;
  phone: string;
  address: string;
  account: string;
}

const WAYS_TO_PAY = w(
  '前台现金、刷卡；银行转账；微信；支付宝',
  'cash or card at the front desk, bank transfer, WeChat, Alipay',
);

/** How to pay, into which account, and whom to ask; what the policy leaves blank is written by hand. */
export const payingRows = (payee: Payee, as: Pick<Printing, 'lang'>): Row[] => [
  row('ways', w('缴费方式', 'ways to pay'), WAYS_TO_PAY[as.lang], as),
  row('account', w('收款账户', 'account'), payee.account, as),
  row(
    'contact',
    w('咨询、核对', 'questions'),
    [payee.phone, payee.address].filter(Boolean).join('　'),
    as,
  ),
];
