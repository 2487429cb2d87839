import type { Ctx } from '../context.ts';
import type { Section } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { explain } from '../measures/measuring.ts';
import type { FigureRecord, Span } from '../measures/model.ts';
import { column, table } from './building.ts';

const MOST = 100;

/** What was kept too late or is still owed, record by record. */
export function shortfallSection(ctx: Ctx, span: Span): Section {
  const [overdue, late] = ['deadlines.overdue', 'deadlines.late'].map(
    (name) => explain(ctx, span, name).records,
  );
  return {
    key: 'shortfalls',
    title: w('没有按时办到的', 'What fell short'),
    blocks: [
      records(overdue ?? [], 'overdue', w('仍超期', 'Still overdue')),
      records(late ?? [], 'late', w('超期完成', 'Done too late')),
    ],
  };
}

const records = (all: readonly FigureRecord[], key: string, title: { zh: string; en: string }) =>
  table(
    all.slice(0, MOST),
    [
      column('no', w('编号', 'No'), 'text', (it: FigureRecord) => it.no),
      column('what', w('事项', 'What'), 'words', (it) => it.what),
      column('unit', w('房号', 'Unit'), 'text', (it) => it.unit),
      column('dueAt', w('期限', 'Due'), 'moment', (it) => it.at),
    ],
    {
      key,
      title:
        all.length > MOST
          ? w(
              `${title.zh}（前 ${MOST} 件，共 ${all.length} 件）`,
              `${title.en} (${MOST} of ${all.length})`,
            )
          : title,
    },
  );
