import { command } from '../cli/command.ts';
import { choice, day, file } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { exportMoney } from './exporting.ts';
import { EXPORT_FORMATS } from './model.ts';
import { exportView } from './view.ts';

const exporting = command({
  name: 'fee export',
  about: w(
    '导出复式账，供 hledger、ledger 或表格核对',
    'Export all money in double entry, for hledger, ledger or a spreadsheet',
  ),
  fields: {
    format: choice(EXPORT_FORMATS, { label: w('格式', 'format'), required: true }),
    since: day({ label: w('从哪天起（之前的结转为期初）', 'from this day (before it: balances)') }),
    until: day({ label: w('到哪天为止，默认今天', 'up to this day, today unless said') }),
    out: file({ label: w('写到这个新文件，默认显示', 'to this new file; else it is printed') }),
  },
  examples: [
    'wy fee export --format hledger --out 账目.journal',
    'wy fee export --format xlsx --since 2026-01-01 --until 2026-06-30 --out 账目.xlsx',
  ],
  run: (ctx, { until, ...input }) => exportMoney(ctx, { ...input, until: until ?? ctx.today }),
  inBatch: ({ out }) => (out === undefined ? undefined : 'notAtomic'),
  view: exportView,
});

export const commands = [exporting];
