import { asFlag, asMoment, asMoney, asText, asWords, type Shape, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { reportJson } from '../formats/json-view.ts';
import { reportText } from '../formats/text-view.ts';
import { valueJson, valueText } from '../formats/values-view.ts';
import { w } from '../lib/words.ts';
import type { Explained, ExplainedRecord } from '../measures/measuring.ts';
import { sentView } from '../outbox/view.ts';
import type { Told } from './told.ts';

const record: Shape<ExplainedRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asMoment('at', w('时间', 'When'), (it) => it.at),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asWords('what', w('事项', 'What'), (it) => it.what),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];
const ofRate: Shape<ExplainedRecord> = [
  ...record,
  asFlag('counts', w('计入分子', 'In the numerator'), (it) => it.counts),
];
const ofMoneyRate: Shape<ExplainedRecord> = [
  ...ofRate,
  asMoney('counted', w('计入金额', 'Of which'), (it) => it.countedFen),
];

const shapeOf = ({ kind }: Explained): Shape<ExplainedRecord> =>
  ({ rate: ofRate, moneyRate: ofMoneyRate })[kind as string] ?? record;

/** A report as it is told, or what stands behind one of its figures. */
export const toldView: View<Told> = {
  json: (told, as) => {
    if (told.is === 'sent') return sentView.json(told.sent, as);
    if (told.is === 'report') {
      return told.file === null ? reportJson(told.report, as) : { file: told.file };
    }
    const { name, label, definition, kind, rate, records } = told.explained;
    return {
      figure: name,
      label: label[as.lang],
      definition: definition[as.lang],
      ...(rate && { rate: valueJson(kind, rate, as) }),
      records: records.map((each) => toJson(shapeOf(told.explained), each, as)),
    };
  },
  text: (told, pen) => {
    if (told.is === 'sent') return sentView.text(told.sent, pen);
    if (told.is === 'explained') {
      const { label, definition, kind, rate, records } = told.explained;
      const head = [pen.heading(label), pen.dim(definition)];
      const value = rate ? [valueText(kind, rate, pen.as)] : [];
      return [...head, ...value, pen.table(shapeOf(told.explained), records)].join('\n');
    }
    if (told.file !== null) return told.file;
    return told.text ?? reportText(told.report, pen);
  },
};
