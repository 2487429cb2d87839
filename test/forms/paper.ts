import type { Content, Part, Printing } from '../../src/documents/model.ts';
import type { Form } from '../../src/forms/form.ts';
import type { Lang } from '../../src/lib/words.ts';
import type { TestCtx } from '../support/ledger.ts';

export interface Look {
  lang?: Lang;
  reveal?: boolean;
}

const printingOf = (ctx: TestCtx, { lang = 'zh', reveal = false }: Look): Printing => ({
  ...{ lang, reveal, zone: ctx.zone, letterhead: ctx.policy.site },
  ...{ at: ctx.now, by: '王芳', copy: 1 },
});

/** The sheets of a form for what was typed, by what each is about. */
export const sheetsOf = (
  ctx: TestCtx,
  form: Form,
  asked: Parameters<Form['sheets']>[1],
  look: Look = {},
): [string, Content][] =>
  form
    .sheets(ctx, asked)
    .map(({ subject, contentOf }) => [subject, contentOf(printingOf(ctx, look))]);

/** The only sheet. */
export function sheetOf(...args: Parameters<typeof sheetsOf>): Content {
  const [only, another] = sheetsOf(...args);
  if (!only || another) throw new Error('not one sheet');
  return only[1];
}

/** What a reader sees, a line each: `label: value`, cells between bars. */
export const readOut = ({ title, no, marks, parts, foot }: Content): string[] => [
  [title, no, ...marks].filter(Boolean).join(' '),
  ...parts.flatMap(linesOf),
  ...(foot === null ? [] : [foot]),
];

function linesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'rows':
      return part.rows.map(({ label, value }) => `${label}: ${value.trim()}`.trim());
    case 'table':
      return part.table.rows.length === 0
        ? []
        : [part.table.columns.map(({ label }) => label), ...part.table.rows, part.table.total ?? []]
            .filter((row) => row.length > 0)
            .map((row) => row.join('|'));
    case 'letter':
      return part.paragraphs;
    case 'clauses':
      return part.clauses;
    case 'signatures':
      return [part.labels.join(' / '), ...(part.seal ? [part.seal] : [])];
    case 'text':
      return [part.title, part.text];
    case 'checks':
      return part.checks.map(({ label, isDone }) => `${isDone ? '☑' : '☐'} ${label}`);
    case 'blank':
      return [part.title];
    case 'photo':
      return [part.label];
  }
}
