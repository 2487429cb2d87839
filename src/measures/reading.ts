import { arrearsTotals } from '../accounts/arrears.ts';
import { collectedBy } from '../accounts/rate.ts';
import type { Ctx } from '../context.ts';
import type { Span } from './model.ts';

/** What is dear to read is read once for a span, whoever asks: a report is read within one command. */
function once<Found>(read: (ctx: Ctx, span: Span) => Found): (ctx: Ctx, span: Span) => Found {
  const known = new WeakMap<Span, Found>();
  return (ctx, span) => {
    const found = known.get(span) ?? read(ctx, span);
    known.set(span, found);
    return found;
  };
}

/** What the rates of collection are made of: of all, by tariff and by building. */
export const collectedIn = once((ctx, span) =>
  collectedBy(ctx, span, ['all', 'tariff', 'building']),
);

/** The last day of what is known, as `wy fee arrears --as-of` takes it. */
export const arrearsDay = ({ endOn, end }: Span) => ({ asOf: endOn, at: end });

/** What is overdue at the end: of all, by tariff and by building. */
export const arrearsIn = once((ctx, span) =>
  arrearsTotals(ctx, arrearsDay(span), ['all', 'tariff', 'building']),
);
