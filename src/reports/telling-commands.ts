import type { Ctx } from '../context.ts';
import { chunksOf, type Format } from '../formats/chunks-view.ts';
import { writeOut } from '../formats/files.ts';
import type { Report } from '../formats/model.ts';
import type { DaySpan } from '../lib/day-span.ts';
import type { Moment } from '../lib/moment.ts';
import { explain } from '../measures/measuring.ts';
import { spanOf } from '../measures/model.ts';
import { sendMessage } from '../outbox/sending.ts';
import { reportMessage } from './message-view.ts';
import type { Told } from './told.ts';

interface Asked {
  format?: Format | undefined;
  out?: string | undefined;
  explain?: string | undefined;
}

/** Builds what was asked for; a file without a format is what its name says, else a page. */
export async function toldOf(
  ctx: Ctx,
  { format, out, explain: figure }: Asked,
  of: { days(): DaySpan; knownAt(): Moment; report(): Report },
): Promise<Told> {
  if (figure !== undefined) {
    const then = { ...ctx, now: of.knownAt() };
    return { is: 'explained', explained: explain(then, spanOf(of.days(), then), figure) };
  }
  const report = of.report();
  const chosen = format ?? formatOf(out);
  if (chosen === 'table') return { is: 'report', report, file: null, text: null };
  const chunks = await chunksOf(report, chosen, renderingOf(ctx));
  return { is: 'report', report, ...(await writeOut(chunks, { out, isText: chosen !== 'xlsx' })) };
}

/** For paper and for those outside: personal data never in full. */
export const renderingOf = ({ lang, zone, now }: Ctx) => ({ lang, zone, now, reveal: false });

/** A report sent by its figures and the numbers of its records, once to each place. */
export async function sentOf(ctx: Ctx, report: Report, message: string): Promise<Told> {
  const told = reportMessage(report, renderingOf(ctx));
  return { is: 'sent', sent: await sendMessage(ctx, { message, ...told }) };
}

function formatOf(out: string | undefined): Format {
  const ending = /\.(json|csv|md|xlsx|html)$/i.exec(out ?? '')?.[1]?.toLowerCase();
  if (ending !== undefined) return ending as Format;
  return out === undefined ? 'table' : 'html';
}
