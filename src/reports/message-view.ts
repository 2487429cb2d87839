import type { Rendering } from '../cli/shape.ts';
import type { Block, Report, Section } from '../formats/model.ts';
import { valueText } from '../formats/values-view.ts';
import { isRecordNumber } from '../lib/record-number.ts';
import { w } from '../lib/words.ts';

/** Numbers of records in one line. */
const MOST_NUMBERS = 12;

/**
 * A report as it leaves the house: its figures, how many rows its tables have and the numbers of their
 * records. Of a table nothing else goes out: its cells may hold what somebody typed.
 */
export function reportMessage(report: Report, as: Rendering) {
  const lines = report.sections.flatMap((section) => lineOf(section, as));
  const title = `${report.site.name} ${report.title[as.lang]}`.trim();
  return { title, text: lines.join('\n') };
}

function lineOf({ title, blocks }: Section, as: Rendering): string[] {
  const told = blocks.flatMap((block) => partsOf(block, as));
  if (told.length === 0) return [];
  const colon = w('：', ': ')[as.lang];
  return [`${title[as.lang]}${colon}${told.join(w('；', '; ')[as.lang])}`];
}

function partsOf(block: Block, as: Rendering): string[] {
  if (block.is === 'figures') {
    return block.figures.map(({ label, kind, value }) =>
      value === null ? `${label[as.lang]} —` : `${label[as.lang]} ${valueText(kind, value, as)}`,
    );
  }
  return block.is === 'table' ? tableParts(block, as) : [];
}

type Table = Extract<Block, { is: 'table' }>;

/** Tables of records are counted and their records named; of others the columns that count are summed. */
function tableParts({ title, columns, rows }: Table, as: Rendering): string[] {
  const at = columns.findIndex(({ key }) => key === 'no' || key === 'subject');
  if (at < 0) {
    return columns.flatMap(({ label, kind }, index) =>
      kind === 'whole' ? [`${label[as.lang]} ${sum(rows.map((row) => row[index]))}`] : [],
    );
  }
  const numbers = rows.map((row) => String(row[at] ?? '')).filter(isRecordNumber);
  const head = title ? `${title[as.lang]} ${rows.length}` : String(rows.length);
  if (numbers.length === 0) return [head];
  const shown = [...new Set(numbers)].slice(0, MOST_NUMBERS);
  const rest = rows.length > shown.length ? w(' 等', ' …')[as.lang] : '';
  return [`${head} ${shown.join(w('、', ', ')[as.lang])}${rest}`];
}

const sum = (values: readonly unknown[]): number =>
  values.reduce<number>((total, each) => total + (typeof each === 'number' ? each : 0), 0);
