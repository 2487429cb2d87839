import type { Json, Shape } from '../cli/shape.ts';
import { asText, asWhole, asWords, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { table } from '../cli/view.ts';
import { yuanText } from '../lib/money.ts';
import { list, type Words, w } from '../lib/words.ts';
import type { Fault } from './columns.ts';
import type { ImportResult, Sums } from './import.ts';

const faultShape: Shape<Fault> = [
  asWhole('line', w('行', 'Line'), (it) => it.line),
  asText('column', w('列', 'Column'), (it) => it.column),
  asText('value', w('内容', 'Value'), (it) => it.value),
  asWords('reason', w('原因', 'Reason'), (it) => it.reason),
];

const faultTable = table(faultShape, { none: w('没有错误。', 'No faults.') });

export const importView: View<ImportResult> = {
  json: (result, as): Json => ({
    rows: result.rows,
    added: result.added,
    changed: result.changed,
    unchanged: result.unchanged,
    rejected: result.rejected,
    faults: result.faults.map((fault) => toJson(faultShape, fault, as)),
    dryRun: result.dryRun,
    stored: result.stored,
    rejects: result.rejects,
    ignoredColumns: [...result.ignoredColumns],
    ...(result.sums && { sums: sumsJson(result.sums) }),
  }),
  text: (result, pen) => {
    const { rows, added, changed, unchanged, rejected } = result;
    const counts = w(
      `共 ${rows} 行：新增 ${added}，更新 ${changed}，未变 ${unchanged}，退回 ${rejected}。`,
      `${rows} rows: ${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected.`,
    );
    const ignored = result.ignoredColumns.join('、');
    return [
      ...(result.faults.length > 0 ? [faultTable.text(result.faults, pen), ''] : []),
      ...(ignored
        ? [
            pen.dim(
              w(`未用到的列：${ignored}`, `Columns not used: ${result.ignoredColumns.join(', ')}`),
            ),
          ]
        : []),
      pen.say(counts),
      ...(result.sums ? [pen.say(sumsWords(result.sums))] : []),
      pen.say(outcome(result)),
    ].join('\n');
  },
};

function outcome(result: ImportResult) {
  if (result.dryRun) return w('这是试运行，没有存入。', 'A dry run: nothing was stored.');
  if (!result.stored) {
    return w(
      '有错误，没有存入任何一行。改正后再导入，或加 --rejects 文件 先存好的行。',
      'Nothing was stored. Mend the faults and import again, or keep the good rows with --rejects FILE.',
    );
  }
  if (result.rejects) {
    return w(`退回的行在 ${result.rejects}。`, `The rejected rows are in ${result.rejects}.`);
  }
  return w('已存入。', 'Stored.');
}

/** What the sums of a list of money are called; their keys end in Fen. */
const SUM_NAMES: Readonly<Record<string, Words>> = {
  dueFen: w('应缴合计', 'due'),
  paidFen: w('实缴合计', 'paid'),
  chargedFen: w('新增应收', 'charged'),
  receivedFen: w('新增收款', 'received'),
  settledFen: w('其中缴清应收', 'of it settled'),
  prepaidFen: w('转预存', 'prepaid'),
};

const sumsJson = (sums: Sums): Json =>
  Object.fromEntries(
    Object.entries(sums).map(([key, fen]) => [key.replace(/Fen$/, ''), yuanText(fen)]),
  );

const sumsWords = (sums: Sums): Words => {
  const parts = Object.entries(sums).map(([key, fen]) => {
    const { zh, en } = SUM_NAMES[key] ?? w(key, key);
    return w(`${zh} ${yuanText(fen)} 元`, `${en} ${yuanText(fen)}`);
  });
  const { zh, en } = list(parts);
  return w(`${zh}。`, `${en}.`);
};
