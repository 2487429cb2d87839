import type { Rate } from '../lib/rate.ts';

/** A rate that fell behind: of what it was the month before, or of what the site aims at. */
export interface Problem {
  name: string;
  now: Rate;
  before: Rate | null;
  /** Tenths of a point of percent it is worse than before; null where it is not, or was not. */
  worseByTenths: number | null;
  target: string | null;
  /** Tenths of a point of percent it misses its target by. */
  missedByTenths: number | null;
}

export interface Judged {
  name: string;
  better: 'more' | 'less';
  now: Rate;
  before: Rate | null;
  target: string | null;
}

const MOST = 8;

/**
 * What worsened most and what missed its target, the worst first, by the percentages as they stand on the
 * page. A rate of nothing says nothing.
 */
export function problemsIn(rates: readonly Judged[]): Problem[] {
  return rates
    .map((each) => ({ each, worse: worseTenths(each), missed: missedTenths(each) }))
    .filter(({ worse, missed }) => worse > 0 || missed > 0)
    .sort((a, b) => Math.max(b.worse, b.missed) - Math.max(a.worse, a.missed))
    .slice(0, MOST)
    .map(({ each: { name, now, before, target }, worse, missed }) => ({
      ...{ name, now, before, target },
      worseByTenths: worse > 0 ? worse : null,
      missedByTenths: missed > 0 ? missed : null,
    }));
}

const tenthsOf = (percent: string): number => Math.round(Number(percent) * 10);

function worseTenths({ better, now, before }: Judged): number {
  if (now.percent === null || before === null || before.percent === null) return 0;
  const more = tenthsOf(now.percent) - tenthsOf(before.percent);
  return better === 'more' ? -more : more;
}

function missedTenths({ better, now, target }: Judged): number {
  if (now.percent === null || target === null) return 0;
  const more = tenthsOf(now.percent) - tenthsOf(target);
  return better === 'more' ? -more : more;
}
