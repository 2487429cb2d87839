import { asChoice, asDay, asReading, asText, type Shape } from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import { METERS, REASONS, type ReadingStep } from './model.ts';

const readingShape: Shape<ReadingStep> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asChoice('meter', w('表', 'Meter'), (it) => it.meter, METERS),
  asDay('readOn', w('抄表日期', 'Read on'), (it) => it.readOn),
  asReading('reading', w('读数', 'Reading'), (it) => it.readingThousandths),
  asDay('since', w('上次抄表', 'Since'), (it) => it.previousOn),
  asReading('usage', w('用量', 'Usage'), (it) => it.usageThousandths),
  asChoice('reason', w('原因', 'Reason'), (it) => it.reason, REASONS),
  asText('subject', w('入住资料', 'File'), (it) => it.subject),
];

export const readingCard = card(readingShape);

export const readingTable = table(readingShape, { none: w('没有读数。', 'No readings.') });
