import { type Command, command } from '../cli/command.ts';
import { choice, type Fields, file, flag, type Input, text } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { FORMATS } from '../formats/chunks-view.ts';
import type { Report } from '../formats/model.ts';
import type { DaySpan } from '../lib/day-span.ts';
import { type Words, w } from '../lib/words.ts';
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
export const report = <F extends Fields>({
  fields,
  daysOf,
  build,
  ...declared
}: Declared<F>): Command =>
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
