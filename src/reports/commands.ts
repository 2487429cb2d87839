import { type Command, command } from '../cli/command.ts';
import { choice, type Fields, file, flag, type Input, month, text } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { FORMATS } from '../formats/chunks-view.ts';
import type { Report } from '../formats/model.ts';
import { monthOf } from '../lib/day.ts';
import type { DaySpan } from '../lib/day-span.ts';
import { monthSpan } from '../lib/day-span.ts';
import { type Words, w } from '../lib/words.ts';
import { closeReport, monthlyReport } from './closing.ts';
import { toldOf } from './telling-commands.ts';
import { toldView } from './view.ts';

interface Declared<F extends Fields> {
  name: string;
  about: Words;
  fields: F;
  examples: readonly string[];
  /** The days that it is about. */
  daysOf(ctx: Ctx, input: Input<F>): DaySpan;
  build(ctx: Ctx, input: Input<F>): Report;
}

const COMMON = {
  format: choice(FORMATS, { label: w('格式', 'format') }),
  out: file({ label: w('写到这个新文件', 'to this new file') }),
  open: flag({ label: w('在浏览器里打开（仅限终端）', 'open it in the browser, on a terminal') }),
  explain: text({
    label: w(
      '列出这个指标背后的记录，如 tickets.onTime',
      'the records behind a figure, such as tickets.onTime',
    ),
    placeholder: 'FIGURE',
  }),
};

/** A report: in any format, to a file or the terminal; or the records behind one of its figures. */
const report = <F extends Fields>({ fields, daysOf, build, ...declared }: Declared<F>): Command =>
  command({
    ...declared,
    fields: { ...fields, ...COMMON },
    run: (ctx, typed) => {
      const input = typed as unknown as Input<F> & Input<typeof COMMON>;
      return toldOf(ctx, input, {
        days: () => daysOf(ctx, input),
        report: () => build(ctx, input),
      });
    },
    opens: (told, input) =>
      (input as unknown as Input<typeof COMMON>).open && told.is === 'report'
        ? (told.file ?? undefined)
        : undefined,
    inBatch: ({ out }) => (out === undefined ? undefined : 'notAtomic'),
    view: toldView,
  });

const monthly = report({
  name: 'report monthly',
  about: w('客服月报', 'The monthly report'),
  fields: { month: month({ label: w('哪个月；默认本月', 'which month; this one by default') }) },
  examples: [
    'wy report monthly --month 上月',
    'wy report monthly --month 2026-10 --format html --out 月报.html',
    'wy report monthly --explain tickets.onTime',
  ],
  daysOf: (ctx, input) => monthSpan(input.month ?? monthOf(ctx.today)),
  build: (ctx, input) => monthlyReport(ctx, input.month ?? monthOf(ctx.today)),
});

const close = command({
  name: 'report close',
  about: w('月报定稿，以后打印不变', 'Close a month: its report prints the same ever after'),
  fields: { month: month({ label: w('哪个月', 'which month'), required: true }) },
  examples: ['wy report close --month 上月'],
  run: (ctx, { month: of }) => {
    const report = closeReport(ctx, of);
    return { is: 'report' as const, report, file: null, text: null };
  },
  view: toldView,
});

export const commands = [monthly, close];
