import type { WyError } from '../lib/errors.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { addMinutes, msOf } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';

/** When the successor was on post, beside when the shift begins (rule 151: `early` minutes before). */
interface Arrival {
  onPostAt: Moment | null;
  beginsAt: Moment;
}

export function onPostWords({ onPostAt, beginsAt }: Arrival): Words | null {
  if (onPostAt === null) return null;
  const minutes = Math.round((msOf(beginsAt) - msOf(onPostAt)) / 60_000);
  if (minutes >= 0) return w(`提前 ${minutes} 分钟`, `${minutes} minutes early`);
  return w(`迟到 ${-minutes} 分钟`, `${-minutes} minutes late`);
}

/** Whether the successor came less than that long before the shift. */
export const isTooLate = ({ onPostAt, beginsAt }: Arrival, earlyMinutes: number): boolean =>
  onPostAt !== null && onPostAt > addMinutes(beginsAt, -earlyMinutes);

interface Signing {
  fromId: number;
  toId: number;
  onPostAt: Moment;
  now: Moment;
}

/** Why two people cannot sign. */
export function signingRefusal({ fromId, toId, onPostAt, now }: Signing): WyError | undefined {
  if (fromId === toId) {
    return refused(
      'same_person',
      w('交班人和接班人不能是同一个人。', 'One person cannot hand over to themselves.'),
      w(
        '接班人没有来：wy handover await；连班的，请另一人见证签字。',
        'If the successor has not come: wy handover await.',
      ),
    );
  }
  if (onPostAt <= now) return undefined;
  return refused(
    'on_post_later',
    w('到岗时间晚于签字时间。', 'The successor was on post after signing.'),
    w('写实际到岗的时间，如 --on-post 07:40', 'Say when they came: --on-post 07:40'),
  );
}
