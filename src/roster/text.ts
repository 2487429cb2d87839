import type { Words } from '../lib/words.ts';
import { plural, w } from '../lib/words.ts';
import type { Planned } from './model.ts';

/** How an absent person is marked behind the name in the grid. */
export const ABSENT_MARK: Readonly<Record<string, Words>> = {
  leave: w('（假）', ' (leave)'),
  sick: w('（病）', ' (sick)'),
  absent: w('（缺）', ' (absent)'),
};

export const NOBODY = w('—', '—');

export const OFF = w('休', 'off');

/** What became of a plan, in a line. */
export const planSaid = ({ added, dropped, turns }: Planned) => {
  const stood = turns.length - added;
  return w(
    [
      `新排 ${added} 个班`,
      ...(stood > 0 ? [`原来已排 ${stood} 个`] : []),
      ...(dropped > 0 ? [`撤下 ${dropped} 个`] : []),
    ].join('，'),
    [
      `${plural(added, 'turn')} planned`,
      ...(stood > 0 ? [`${stood} stood already`] : []),
      ...(dropped > 0 ? [`${dropped} dropped`] : []),
    ].join(', '),
  );
};
