import { deadlines } from '../cases/view.ts';
import type { Shape } from '../cli/shape.ts';
import { asDay, asMoment, asPrice, asReading, asText } from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import { tariffColumn } from '../tariffs/view.ts';
import type { SubscriptionRecord } from './subscribing.ts';

const cardOnly = { cardOnly: true } as const;
const spare = { spare: true } as const;

const subscriptionShape: Shape<SubscriptionRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  tariffColumn,
  asDay('from', w('起', 'From'), (it) => it.fromOn),
  asDay('until', w('止', 'Until'), (it) => it.untilOn),
  asReading('quantity', w('数量', 'Quantity'), (it) => it.quantityThousandths, spare),
  asPrice('rate', w('约定单价', 'Rate agreed'), (it) => it.rateTenthousandths, spare),
  asPrice('tariffRate', w('标准单价', 'Usual rate'), (it) => it.tariffRate, cardOnly),
  asText('party', w('承租方', 'Lessee'), (it) => it.party),
  asText('note', w('备注', 'Note'), (it) => it.note),
  asDay('fullFeeFrom', w('恢复全额起', 'Full fee from'), (it) => it.fullFeeFromOn, cardOnly),
  asMoment('agreedAt', w('登记时间', 'Recorded'), (it) => it.agreedAt, cardOnly),
  asText('agreedBy', w('登记人', 'Recorded by'), (it) => it.agreedBy, cardOnly),
  deadlines,
];

export const subscriptionCard = card(subscriptionShape);

export const subscriptionTable = table(subscriptionShape, {
  none: w('没有收费约定。', 'No subscriptions.'),
});
