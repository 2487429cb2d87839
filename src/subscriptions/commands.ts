import { command } from '../cli/command.ts';
import { day, name, number, price, reading, text, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { tariffGuide } from '../tariffs/guide.ts';
import { AGREEMENTS } from '../tariffs/model.ts';
import { listSubscriptions, showSubscription, subscribe, unsubscribe } from './subscribing.ts';
import { subscriptionCard, subscriptionTable } from './view.ts';

const no = number({
  label: w('约定编号或其末尾几位', 'number of the subscription, or its end'),
  required: true,
  positional: true,
  of: 'subscription',
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
      label: w(
        '数量，如车位数；默认 1，按面积收的默认房屋面积',
        'how many; 1 by default, or the area of the unit where the tariff goes by area',
      ),
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
    tariff: tariffGuide((it) => it.tariff.subscribed && it.tariff.basis !== 'one-off', AGREEMENTS),
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
    no,
    until: day({ label: w('到哪天止（含）', 'its last day, included'), required: true }),
  },
  examples: ['wy fee unsubscribe A261122-001 --until 2026-12-31'],
  run: (ctx, input) => unsubscribe(ctx, input.no, input.until),
  view: subscriptionCard,
});

const subscription = command({
  name: 'fee subscription',
  about: w('查看一份收费约定', 'Show a subscription'),
  fields: { no },
  run: (ctx, input) => showSubscription(ctx, input.no),
  view: subscriptionCard,
});

const subscriptions = command({
  name: 'fee subscriptions',
  about: w('收费约定列表', 'List subscriptions'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    tariff: text({ label: w('某个收费项目的', 'of this tariff'), placeholder: 'KEY' }),
    on: day({ label: w('某天有效的', 'in force on this day') }),
  },
  guides: { tariff: tariffGuide((it) => it.tariff.subscribed) },
  examples: ['wy fee subscriptions --tariff parking --on today'],
  run: (ctx, input) => listSubscriptions(ctx, input),
  view: subscriptionTable,
});

export const commands = [subscribeTo, unsubscribeFrom, subscription, subscriptions];
