import { type Command, command } from '../cli/command.ts';
import { choice, type Fields, file, flag, type Input, text } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { FORMATS } from '../formats/chunks-view.ts';
import type { Report } from '../formats/model.ts';
import type { Day } from '../lib/day.ts';
import type { DaySpan } from '../lib/day-span.ts';
import { misused, refused } from '../lib/errors.ts';
import { EXIT } from '../lib/exit.ts';
import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import { exitOfSent } from '../outbox/rules.ts';
import { sentOf, toldOf } from './telling-commands.ts';
import { toldView } from './view.ts';

interface Declared<F extends Fields> {
  name: string;
  about: Words;
  fields: F;
  examples: readonly string[];
  /** The days that it is about. */
  daysOf(ctx: Ctx, input: Input<F>): DaySpan;
  build(ctx: Ctx, input: Input<F>): Report;
  /** As of when its figures stand; now unless said. */
  knownAt?(ctx: Ctx, input: Input<F>): Moment;
  /** By which it is known when it is sent; without it there is no `--send`. */
  messageOf?(ctx: Ctx, input: Input<F>): string;
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

const SEND = {
  send: flag({
    label: w(
      '发到政策里写明的群和邮箱，每天一次；没发成时退出码为 1',
      'send it where the policy says, once a day; exit code 1 where it did not go',
    ),
  }),
};

/** A report: in any format, to a file or the terminal; or the records behind one of its figures. */
export const report = <F extends Fields>({
  fields,
  daysOf,
  build,
  knownAt = ({ now }) => now,
  messageOf,
  ...declared
}: Declared<F>): Command =>
  command({
    ...declared,
    fields: { ...fields, ...COMMON, ...(messageOf && SEND) },
    run: (ctx, typed) => {
      const input = typed as unknown as Input<F> & Input<typeof COMMON & typeof SEND>;
      const { fromOn } = daysOf(ctx, input);
      if (fromOn > ctx.today) throw notBegun(fromOn);
      if (messageOf && input.send) {
        if (input.out ?? input.format ?? input.explain) throw sentOnly();
        return sentOf(ctx, build(ctx, input), messageOf(ctx, input));
      }
      return toldOf(ctx, input, {
        days: () => daysOf(ctx, input),
        knownAt: () => knownAt(ctx, input),
        report: () => build(ctx, input),
      });
    },
    opens: (told, input) =>
      (input as unknown as Input<typeof COMMON>).open && told.is === 'report'
        ? (told.file ?? undefined)
        : undefined,
    inBatch: ({ out, send }) => (out === undefined && send === undefined ? undefined : 'notAtomic'),
    view: toldView,
    exit: (told) => (told.is === 'sent' ? exitOfSent(told.sent) : EXIT.done),
  });

const notBegun = (fromOn: Day) =>
  refused(
    'period_not_begun',
    w(
      `${fromOn} 还没有到，没有可报的。`,
      `${fromOn} is still to come: there is nothing to report.`,
    ),
    w(
      '下期要办的，列在本月的月报里：wy report monthly',
      'What falls due next stands in this month’s report: wy report monthly',
    ),
  );

const sentOnly = () =>
  misused(
    'send_alone',
    w('--send 只发消息，不写文件。', '--send sends a message and writes no file.'),
    w(
      '请把 --format、--out、--explain 留给另一条命令。',
      'Leave --format, --out and --explain to another command.',
    ),
  );
