import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Usage } from '../meters/model.ts';
import type { Policy } from '../policy/policy.ts';
import type { Rain, RainState, Use } from './model.ts';

/** Usage beside its limit in whole units; at the limit it is still kept (rule 125). */
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

type Span = Pick<Rain, 'startsAt' | 'endsAt'>;

/** A rain that was forecast and never came is kept as one that ended when it was to start. */
export const isCalledOff = ({ startsAt, endsAt }: Span): boolean => endsAt === startsAt;

/** How a rain stands: one whose end is not known goes on. */
export function rainStateOf(rain: Span, now: Moment): RainState {
  if (isCalledOff(rain)) return 'called-off';
  if (now < rain.startsAt) return 'expected';
  return rain.endsAt !== null && rain.endsAt <= now ? 'over' : 'going-on';
}

/** Why a rain cannot have ended then. */
export function refusalOfEnd({ startsAt, endsAt }: Span, at: Moment): WyError | undefined {
  if (endsAt !== null) {
    return refused(
      'rain_over',
      w('这场雨的结束时间已经登记。', 'The end of this rain is recorded already.'),
      w('查看：wy trust rain list', 'See wy trust rain list'),
    );
  }
  return at <= startsAt ? endsBeforeStart() : undefined;
}

export const endsBeforeStart = () =>
  refused(
    'rain_ends_first',
    w('雨的结束时间不晚于开始时间。', 'The rain would not end after it starts.'),
    w(
      '请核对 --starts 和 --ends；没有下的：wy trust rain-over --none',
      'Check --starts and --ends; of one that never came: wy trust rain-over --none',
    ),
  );

/** Why a rain cannot be said never to have come. */
export function refusalOfCallingOff(rain: Rain, isSeenAfter: boolean): WyError | undefined {
  if (isCalledOff(rain)) {
    return refused(
      'rain_called_off',
      w(`第 ${rain.id} 场雨已经登记为没有下。`, `Rain ${rain.id} is known not to have come.`),
      w('查看：wy trust rain list', 'See wy trust rain list'),
    );
  }
  if (!isSeenAfter) return undefined;
  return refused(
    'rain_came',
    w(
      `第 ${rain.id} 场雨已经登记过雨后巡查。`,
      `Units were looked after when rain ${rain.id} was over.`,
    ),
    w(
      `雨停了的：wy trust rain-over ${rain.id} --ends …`,
      `To say when it ended: wy trust rain-over ${rain.id} --ends …`,
    ),
  );
}
