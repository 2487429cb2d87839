import type { Ctx } from '../context.ts';
import { same } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';
import * as store from './facts-store.ts';
import type { Family } from './family.ts';
import type { FigureRecord, Span } from './model.ts';

/** A family whose figures are conditions on the facts of its records. */
export function familyOf(facts: Facts): Family {
  const own = Object.entries(facts.figures);
  return {
    key: facts.key,
    name: facts.name,
    figures: Object.fromEntries(
      own.map(([key, { label, definition, sum }]) => [
        key,
        { label, definition, unit: sum?.unit ?? 'count' },
      ]),
    ),
    groupings: Object.fromEntries(
      Object.entries(facts.groupings).map(([key, { label }]) => [key, label]),
    ),
    measure: ({ ledger }, span) => store.measure(ledger, facts, span),
    measureBy: ({ ledger }, span, grouping) => store.measureBy(ledger, facts, span, grouping),
    records: (ctx, span, figure) => recordsOf(ctx, facts, span, figure),
  };
}

function recordsOf(ctx: Ctx, facts: Facts, span: Span, figure: string): FigureRecord[] {
  return store.records(ctx.ledger, facts, span, figure).map(({ what, ...row }) => ({
    ...row,
    what: facts.whatOf?.(ctx, what ?? '') ?? same(what ?? ''),
  }));
}
