import type { Day } from '../lib/day.ts';
import { yuanText } from '../lib/money.ts';
import { longSpan } from '../lib/span.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** What a proposal of a text is made of. */
export interface Demand {
  unit: string;
  amountFen: number;
  periods: readonly { name: Words; from: Day; until: Day; amountFen: number }[];
  dueBy: Day;
}

/** What the policy says of the site. */
export interface Site {
  name: string;
  company: string;
  phone: string;
  address: string;
}

const WAYS_TO_PAY = w(
  '可到前台缴纳，也可转账或用微信、支付宝支付',
  'at the front desk, by bank transfer, WeChat or Alipay',
);

/** 物业费 2026年7月至9月, of whole months; 水费 2026-07-03 至 2026-09-30; of one day that day. */
export const periodText = ({ name, from, until }: Demand['periods'][number]): Words => {
  const span = longSpan(from, until);
  return w(`${name.zh} ${span.zh}`, `${name.en} ${span.en}`);
};

const periodsText = ({ periods }: Demand): Words =>
  w(
    periods.map((each) => periodText(each).zh).join('、'),
    periods.map((each) => periodText(each).en).join(', '),
  );

const itemsText = ({ periods }: Demand): Words =>
  w(
    periods.map((it) => `${periodText(it).zh} ${yuanText(it.amountFen)} 元`).join('；'),
    periods.map((it) => `${periodText(it).en} ${yuanText(it.amountFen)} yuan`).join('; '),
  );

const contactText = ({ phone, address }: Site): Words => {
  const parts = [phone, address].filter((part) => part !== '');
  if (parts.length === 0) return w('请与前台联系', 'please ask the front desk');
  return w(
    `请与前台联系（${parts.join('，')}）`,
    `please ask the front desk (${parts.join(', ')})`,
  );
};

/**
 * The message of a notice: how much, for which time, until when, how to pay, whom to ask (rules 133,
 * 134). It threatens with nothing, and nobody is named in it.
 */
export function messageText(it: Demand, site: Site): Words {
  const yuan = yuanText(it.amountFen);
  const signed = site.name ? w(`【${site.name}】`, `[${site.name}] `) : w('', '');
  const ask = contactText(site);
  return w(
    `${signed.zh}您好，${it.unit} 的费用尚有 ${yuan} 元未缴（${periodsText(it).zh}），请在 ${it.dueBy} 以前（含当日）缴纳，${WAYS_TO_PAY.zh}。如已缴纳请忽略；如有疑问，${ask.zh}。谢谢！`,
    `${signed.en}Good day. ${yuan} yuan are still to be paid for ${it.unit} (${periodsText(it).en}). Please pay by ${it.dueBy}: ${WAYS_TO_PAY.en}. If you have paid, please disregard this; with any question, ${ask.en}. Thank you.`,
  );
}

/**
 * The text of a formal letter (催缴函): each item with its time and amount, the ground, until when, how
 * to pay, whom to ask. Its consequence is a court's or an arbitrator's judgement, and nothing else
 * (Civil Code art. 944).
 */
export function letterText(it: Demand, site: Site): Words {
  const yuan = yuanText(it.amountFen);
  const from = site.company || site.name;
  const ask = contactText(site);
  return w(
    `催缴函：${it.unit} 截至今日尚欠：${itemsText(it).zh}；合计 ${yuan} 元。依照物业服务合同和《民法典》第九百四十四条，请在 ${it.dueBy} 以前（含当日）缴清，${WAYS_TO_PAY.zh}。如已缴纳或对金额有异议，${ask.zh}，我们会及时核对。逾期仍未缴纳的，我们可能依法提起诉讼或申请仲裁。${from}`,
    `Demand for payment: of ${it.unit} there is owed to date: ${itemsText(it).en}; ${yuan} yuan in all. Under the service contract and article 944 of the Civil Code, please pay by ${it.dueBy}: ${WAYS_TO_PAY.en}. If you have paid or dispute the amount, ${ask.en}; we shall check it at once. What is not paid by then may be brought before a court or an arbitrator. ${from}`,
  );
}

/** What stands beside a charge whose limitation is over. */
export const OVER_NOTE = w(
  '对方可以时效抗辩；仍可自愿缴纳，缴了不退（民法典第一百九十二条）',
  'the debtor may refuse; it can still be paid, and is not given back (Civil Code art. 192)',
);
