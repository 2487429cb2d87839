import { command } from '../cli/command.ts';
import {
  choice,
  codes,
  day,
  money,
  name,
  number,
  price,
  reading,
  staff,
  text,
  unit,
} from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { type Words, w } from '../lib/words.ts';
import { chargeUnit, listCharged } from './charging.ts';
import { reverseCharges, waiveCharge } from './lessening.ts';
import { AGREEMENTS, CHARGE_STATES } from './model.ts';
import { listSubscriptions, showSubscription, subscribe, unsubscribe } from './subscribing.ts';
import { tariffCard, tariffTable } from './tariff-view.ts';
import { type Keyed, listTariffs, showTariff, tariffName, tariffsOf } from './tariffs.ts';
import { chargeCard, chargeTable, subscriptionCard, subscriptionTable } from './view.ts';

const reason = text({ label: w('原因', 'reason'), required: true });

const subscriptionNo = number({
  label: w('约定编号或其末尾几位', 'number of the subscription, or its end'),
  required: true,
  positional: true,
  of: 'subscription',
});

const tariff = text({
  label: w('收费项目的代码或名称', 'key or name of the tariff'),
  required: true,
  placeholder: 'KEY',
});

const onlyTariff = text({ label: w('某个收费项目的', 'of this tariff'), placeholder: 'KEY' });

/** On a terminal the tariffs of the policy are there to be chosen from. */
const tariffs =
  (isOffered: (it: Keyed) => boolean, more: Readonly<Record<string, Words>> = {}) =>
  (_typed: unknown, { policy }: Ctx) => {
    const offered = tariffsOf(policy).filter(isOffered);
    const named = offered.map(({ key }) => [key, tariffName(policy, key)] as const);
    return { choices: { ...Object.fromEntries(named), ...more } };
  };

const tariffList = command({
  name: 'fee tariff list',
  about: w('收费项目和现行单价', 'The tariffs and their present rates'),
  fields: {},
  run: (ctx) => listTariffs(ctx),
  view: tariffTable,
});

const tariffShow = command({
  name: 'fee tariff show',
  about: w('查看一个收费项目', 'Show a tariff'),
  fields: {
    key: text({
      label: w('代码或名称', 'its key or name'),
      required: true,
      positional: true,
      placeholder: 'KEY',
    }),
  },
  guides: { key: tariffs(() => true) },
  examples: ['wy fee tariff show energy'],
  run: (ctx, input) => showTariff(ctx, input.key),
  view: tariffCard,
});

const subscribeTo = command({
  name: 'fee subscribe',
  about: w(
    '登记收费约定：车位、租赁、托管、空置',
    'A unit subscribes to a tariff (parking, a lease), or is trust-managed or vacant',
  ),
  fields: {
    unit: unit({ label: w('房号', 'unit'), required: true }),
    tariff: text({
      label: w(
        '收费项目的代码或名称；trust 托管，vacant 空置',
        'key or name of the tariff; trust, vacant',
      ),
      required: true,
      placeholder: 'KEY',
    }),
    from: day({ label: w('从哪天起', 'from which day'), required: true }),
    until: day({ label: w('到哪天止（含）', 'until which day, included'), ask: true }),
    quantity: reading({
      label: w('数量，如车位数；默认 1', 'how many; 1 by default'),
      placeholder: 'N',
    }),
    rate: price({
      label: w(
        '约定单价（元）；默认按收费项目',
        'rate agreed, in yuan; that of the tariff by default',
      ),
    }),
    party: name({ label: w('承租方（由其付款的）', 'the lessee, who pays') }),
    note: text({
      label: w('备注，如车位号', 'a note, such as the number of the space'),
      ask: true,
    }),
  },
  guides: {
    tariff: tariffs((it) => it.tariff.subscribed && it.tariff.basis !== 'one-off', AGREEMENTS),
  },
  examples: [
    'wy fee subscribe --unit 3-2-1501 --tariff parking --from 2026-12-01 --note B1-088',
    'wy fee subscribe --unit S-12 --tariff lease --from 2026-12-01 --until 2027-11-30 --rate 800 --party 蓝天广告公司',
    'wy fee subscribe --unit 3-2-1501 --tariff trust --from 2026-12-01',
  ],
  run: (ctx, input) =>
    subscribe(ctx, {
      unit: input.unit,
      tariff: input.tariff,
      fromOn: input.from,
      untilOn: input.until,
      quantityThousandths: input.quantity,
      rateTenthousandths: input.rate,
      party: input.party,
      note: input.note,
    }),
  view: subscriptionCard,
});

const unsubscribeFrom = command({
  name: 'fee unsubscribe',
  about: w('终止收费约定，或改其止日', 'End a subscription, or prolong it'),
  fields: {
    no: subscriptionNo,
    until: day({ label: w('到哪天止（含）', 'its last day, included'), required: true }),
  },
  examples: ['wy fee unsubscribe A261122-001 --until 2026-12-31'],
  run: (ctx, input) => unsubscribe(ctx, input.no, input.until),
  view: subscriptionCard,
});

const subscription = command({
  name: 'fee subscription',
  about: w('查看一份收费约定', 'Show a subscription'),
  fields: { no: subscriptionNo },
  run: (ctx, input) => showSubscription(ctx, input.no),
  view: subscriptionCard,
});

const subscriptions = command({
  name: 'fee subscriptions',
  about: w('收费约定列表', 'List subscriptions'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    tariff: onlyTariff,
    on: day({ label: w('某天有效的', 'in force on this day') }),
  },
  examples: ['wy fee subscriptions --tariff parking --on today'],
  run: (ctx, input) => listSubscriptions(ctx, input),
  view: subscriptionTable,
});

const charge = command({
  name: 'fee charge',
  about: w('收一笔一次性费用', 'Charge a unit once'),
  fields: {
    unit: unit({ label: w('房号', 'unit'), required: true }),
    tariff,
    amount: money({ label: w('金额（元）', 'amount in yuan'), ask: true }),
    quantity: reading({
      label: w('数量，按单价计；默认 1', 'how many, at the rate; 1 by default'),
      placeholder: 'N',
    }),
    note: text({ label: w('备注', 'note'), ask: true }),
  },
  guides: { tariff: tariffs((it) => it.tariff.basis === 'one-off' && it.tariff.active) },
  examples: [
    'wy fee charge --unit 3-2-1501 --tariff service --amount 80.00 --note "家电清洗"',
    'wy fee charge --unit 3-2-1501 --tariff rubbish --quantity 1',
  ],
  run: (ctx, input) =>
    chargeUnit(ctx, {
      unit: input.unit,
      tariff: input.tariff,
      amountFen: input.amount,
      quantityThousandths: input.quantity,
      note: input.note,
    }),
  view: chargeCard,
});

const LISTED = { outstanding: w('还欠着的', 'still owed'), ...CHARGE_STATES } as const;

const charges = command({
  name: 'fee charges',
  about: w('应收列表', 'List charges'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    tariff: onlyTariff,
    state: choice(LISTED, { label: w('只看某种状态', 'only this state') }),
    since: day({ label: w('周期从某天以后开始的', 'whose cycle begins on this day or later') }),
    until: day({ label: w('周期从某天以前开始的', 'whose cycle begins on this day or earlier') }),
  },
  examples: ['wy fee charges --unit 3-2-1501 --state outstanding'],
  run: (ctx, input) => listCharged(ctx, input),
  view: chargeTable,
});

const waive = command({
  name: 'fee waive',
  about: w('减免一笔应收（主管或主任批）', 'Waive a charge, with approval'),
  fields: {
    charge: text({
      label: w('应收编号', 'number of the charge'),
      required: true,
      positional: true,
      placeholder: 'CHARGE',
    }),
    amount: money({ label: w('减免金额（元）', 'how much, in yuan'), required: true }),
    reason,
    approvedBy: staff({ label: w('批准人', 'who approved it'), required: true }),
  },
  examples: ['wy fee waive 128 --amount 50.00 --reason "漏水停用一周" --approved-by 王芳'],
  run: (ctx, input) =>
    waiveCharge(ctx, {
      charge: input.charge,
      amountFen: input.amount,
      reason: input.reason,
      approvedBy: input.approvedBy,
    }),
  view: chargeCard,
});

const reverseCharge = command({
  name: 'fee reverse-charge',
  about: w(
    '冲销出错的应收（可重新出账）',
    'Reverse charges made by mistake; they can be billed again',
  ),
  fields: {
    charges: codes({
      label: w('应收编号，可写几个', 'numbers of the charges'),
      required: true,
      positional: true,
      placeholder: 'CHARGE,…',
    }),
    reason,
  },
  examples: ['wy fee reverse-charge 128,129 --reason "面积登记有误"'],
  run: (ctx, input) => reverseCharges(ctx, input.charges, input.reason),
  view: chargeTable,
});

export const commands = [
  tariffList,
  tariffShow,
  subscribeTo,
  unsubscribeFrom,
  subscription,
  subscriptions,
  charge,
  charges,
  waive,
  reverseCharge,
];
