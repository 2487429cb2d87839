import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Renovation } from '../renovations/model.ts';

/** Why the works cannot last until that day, if so: it is no later than now, or has passed. */
export function refusalOfExtension(
  { no, untilOn }: Pick<Renovation, 'no' | 'untilOn'>,
  until: Day,
  today: Day,
): WyError | undefined {
  if (until <= untilOn) {
    return refused(
      'not_later',
      w(
        `${no} 现在的施工期到 ${untilOn}，延期要比它晚。`,
        `The works of ${no} last until ${untilOn}; an extension ends later than that.`,
      ),
      w('请改 --until。', 'Change --until.'),
    );
  }
  if (until >= today) return undefined;
  return refused(
    'until_past',
    w(`${until} 已经过去，不能延到那天。`, `${until} has passed already.`),
    w(
      '请改 --until；补录以前的延期请加 --at。',
      'Change --until; record an extension of the past with --at.',
    ),
  );
}
