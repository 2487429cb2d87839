import type { Ctx } from '../context.ts';
import type { Report } from '../formats/model.ts';
import { head } from '../ledger/journal.ts';
import type { Span } from '../measures/model.ts';

/** A report with its head: whose it is, which days, as of when, and where the journal stood. */
export function reportOf(
  ctx: Ctx,
  { span, ...parts }: Pick<Report, 'kind' | 'title' | 'period' | 'sections'> & { span: Span },
): Report {
  const { name, company } = ctx.policy.site;
  return {
    ...parts,
    fromOn: span.fromOn,
    untilOn: span.untilOn,
    site: { name, company },
    asOf: ctx.now,
    journalHead: head(ctx.ledger).hash,
  };
}
