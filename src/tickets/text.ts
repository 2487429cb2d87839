import { localText } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { tellUnits } from '../lib/unit-keys.ts';
import type { Words } from '../lib/words.ts';
import { same, w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Event } from '../timeline/service.ts';
import type { Result } from './model.ts';
import { RESULTS } from './model.ts';

const KINDS: Readonly<Record<string, Words>> = {
  opened: w('报修', 'reported'),
  assigned: w('派工', 'assigned'),
  arrived: w('到场', 'arrived'),
  postponed: w('改期', 'postponed'),
  informed: w('已告知住户', 'resident told'),
  note: w('记事', 'note'),
  finished: w('完工', 'finished'),
  leakTested: w('试漏', 'water test'),
  closed: w('结单，住户满意', 'closed, resident satisfied'),
  rejected: w('住户不满意，返工', 'resident not satisfied, back to work'),
  reopened: w('返修', 'reopened'),
  cancelled: w('取消', 'cancelled'),
  calledBack: w('回访', 'called back'),
};

export const eventWords = (event: Event): Words => KINDS[event.kind] ?? same(event.kind);

/** What a step of the timeline adds to its name. */
export function detailWords(event: Event, zone: Zone): Words {
  const { detail } = event;
  const text = (key: string) => (detail[key] ? String(detail[key]) : '');
  const parts: Words[] = [];
  if (detail.to) parts.push(same(text('to')));
  if (detail.signed) parts.push(w('已签领', 'slip signed for'));
  if (detail.until) parts.push(same(localText(text('until'), zone)));
  if (detail.result) parts.push(RESULTS[detail.result as Result]);
  for (const key of ['work', 'reason', 'text', 'note', 'signedBy']) {
    if (detail[key]) parts.push(same(text(key)));
  }
  if (typeof detail.costFen === 'number') parts.push(same(`¥${yuanText(detail.costFen)}`));
  return w(parts.map((part) => part.zh).join('，'), parts.map((part) => part.en).join(', '));
}

/** The moments of a timeline that their name does not tell by its end. */
const MOMENTS: readonly string[] = ['until'];

/** The detail of a step as programs read it: moments on the site's clock, money in yuan. */
export const detailOf = ({ detail }: Event, { zone }: { zone: Zone }) =>
  tellUnits(detail, zone, MOMENTS);
