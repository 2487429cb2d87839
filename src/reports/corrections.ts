import type { Ctx } from '../context.ts';
import type {
  Block,
  PlainKind,
  Report,
  ReportFigure,
  Section,
  Told as ToldValue,
  Value,
} from '../formats/model.ts';
import type { Month } from '../lib/day.ts';
import { monthSpan } from '../lib/day-span.ts';
import { type Words, w } from '../lib/words.ts';
import { measure } from '../measures/measuring.ts';
import { spanOf } from '../measures/model.ts';
import { column, table } from './building.ts';
import { closedReport } from './closed.ts';
import * as store from './closing-store.ts';

/** A figure of a closed month that what was recorded since has changed. */
interface Correction {
  month: Month;
  name: string;
  label: Words;
  kind: PlainKind;
  was: Value;
  is: Value;
}

const CORRECTIONS = 'corrections';

/**
 * What was recorded since about months that are closed: each figure as it was last told, and as it is now
 * known of the same moment. Told once, in the report of the month in which it was recorded.
 */
export function correctionsSection(ctx: Ctx, month: Month): Section {
  const { from, to } = spanOf(monthSpan(month), ctx);
  const closed = store
    .closedBefore(ctx.ledger, month)
    .map((row) => ({ ...row, report: closedReport(row) }));
  const corrections = closed.flatMap(({ seq, month: of, report }, at): Correction[] => {
    const late = { seq, happenedBy: report.asOf, from, to };
    if (!store.hasLateRecords(ctx.ledger, late)) return [];
    const later = closed.slice(at + 1).map((each) => each.report);
    return correctionsOf(ctx, of, report, later);
  });
  return {
    key: CORRECTIONS,
    title: w('对已定稿月份的更正', 'Corrections of closed months'),
    blocks: [
      table(corrections, [
        column('month', w('月份', 'Month'), 'text', (it) => it.month),
        column('label', w('指标', 'Figure'), 'words', (it) => it.label),
        column('was', w('原报', 'Was'), 'told', (it) => ({ kind: it.kind, value: it.was })),
        column('is', w('更正为', 'Is'), 'told', (it) => ({ kind: it.kind, value: it.is })),
        column('figure', w('代码', 'Key'), 'text', (it) => it.name),
      ]),
    ],
  };
}

function correctionsOf(
  ctx: Ctx,
  month: Month,
  report: Report,
  later: readonly Report[],
): Correction[] {
  const asOf = { ...ctx, now: report.asOf };
  const { numbers, rates } = measure(asOf, spanOf(monthSpan(month), asOf));
  return figuresIn(report).flatMap(({ name, label, kind, value }) => {
    if (name === null) return [];
    const was = lastTold(later, month, name) ?? value;
    const is = rates[name] ?? numbers[name] ?? null;
    return isSame(was, is) ? [] : [{ month, name, label, kind, was, is }];
  });
}

/** Each once, though it may stand in several sections. */
function figuresIn({ sections }: Report): ReportFigure[] {
  const figures = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.is === 'figures' ? block.figures : [])),
  );
  return [...new Map(figures.map((figure) => [figure.name, figure])).values()];
}

/** By the newest report that corrected it. */
function lastTold(later: readonly Report[], month: Month, name: string): Value | undefined {
  const told = later.flatMap(({ sections }) =>
    sections
      .filter(({ key }) => key === CORRECTIONS)
      .flatMap(({ blocks }) => blocks.flatMap(rowsOf)),
  );
  const last = told.filter((row) => row.month === month && row.figure === name).at(-1);
  return (last?.is as ToldValue | undefined)?.value;
}

/** The rows of a table by the keys of its columns, whose order may change between one report and the next. */
const rowsOf = (block: Block): Record<string, Value>[] =>
  block.is === 'table'
    ? block.rows.map((row) =>
        Object.fromEntries(block.columns.map(({ key }, at) => [key, row[at] ?? null])),
      )
    : [];

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);
