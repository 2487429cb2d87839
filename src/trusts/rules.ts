import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Usage } from '../meters/model.ts';
import type { Policy } from '../policy/policy.ts';
import type { Rain, Use } from './model.ts';

/** Usage beside its limit in whole units; at the limit it is still kept (decision 18: cumulative). */
export function useOf(usage: Usage, limit: number): Use {
  const limitThousandths = limit * 1000;
  return { ...usage, limitThousandths, isOver: usage.usageThousandths > limitThousandths };
}

/** What is owed of the full fee under a trust on a day: one percentage, or those of the tariffs. */
export function percentsOn(
  { tariffs }: Policy['fees'],
  { fullFeeFromOn }: { fullFeeFromOn: Day | null },
  day: Day,
): number[] {
  if (fullFeeFromOn !== null && fullFeeFromOn <= day) return [100];
  const lowered = Object.values(tariffs)
    .filter(({ active, concessions }) => active && concessions.trust < 100)
    .map(({ concessions }) => concessions.trust);
  const percents = [...new Set(lowered)].sort((a, b) => a - b);
  return percents.length > 0 ? percents : [100];
}

export const isOn = (it: { fromOn: Day; untilOn: Day | null }, day: Day): boolean =>
  it.fromOn <= day && (it.untilOn === null || day <= it.untilOn);

/** Why a rain cannot have ended then. */
export function refusalOfEnd(
  { startsAt, endsAt }: Pick<Rain, 'startsAt' | 'endsAt'>,
  at: Moment,
): WyError | undefined {
  if (endsAt !== null) {
    return refused(
      'rain_over',
      w('这场雨的结束时间已经登记。', 'The end of this rain is recorded already.'),
      w('查看：wy trust rain list', 'See wy trust rain list'),
    );
  }
  return at < startsAt ? endsBeforeStart() : undefined;
}

export const endsBeforeStart = () =>
  refused(
    'rain_ends_first',
    w('雨的结束时间早于开始时间。', 'The rain would end before it starts.'),
    w('请核对 --starts 和 --ends。', 'Check --starts and --ends.'),
  );
