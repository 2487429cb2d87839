import { categoriesInUse } from '../complaints/categories.ts';
import { AGAINST, type Against, GRADES, NATURES } from '../complaints/model.ts';
import { logComplaint } from '../complaints/opening.ts';
import {
  departmentFor,
  proposeCategory,
  proposeGrade,
  proposeNature,
} from '../complaints/proposal-rules.ts';
import type { Ctx } from '../context.ts';
import { refused } from '../lib/errors.ts';
import { same, w } from '../lib/words.ts';
import { openTicket } from '../tickets/opening.ts';
import type { Way } from './model.ts';

/** What a visit found beyond what it was about: at most one of ticket and complaint. */
export interface Found {
  way: Way;
  /** What is broken. */
  ticket: string | undefined;
  /** What is complained of, and whose work it is about; by its category where undefined. */
  complaint: string | undefined;
  against: Against | undefined;
}

interface Where {
  unit: string | null;
  place: string | null;
}

/** Opens the ticket or the complaint there, and gives its number; null where nothing was found. */
export function openNext(ctx: Ctx, found: Found, where: Where): string | null {
  const { ticket, complaint } = found;
  if (ticket === undefined && complaint === undefined) return null;
  if (where.unit === null && where.place === null) throw nowhere(ticket !== undefined);
  const unit = where.unit ?? undefined;
  const place = where.unit === null ? (where.place ?? undefined) : undefined;
  if (ticket !== undefined) return repair(ctx, { unit, place, item: ticket });
  return complaint === undefined ? null : complain(ctx, { ...found, unit, place, text: complaint });
}

const repair = (
  ctx: Ctx,
  made: { unit: string | undefined; place: string | undefined; item: string },
): string =>
  openTicket(ctx, {
    ...made,
    system: undefined,
    part: undefined,
    damage: undefined,
    caller: undefined,
    phone: undefined,
    category: 'general',
    urgent: false,
    appointmentAt: undefined,
    charge: undefined,
  }).no;

/** Grade, nature and category as the words propose them; the clerk is told, and may regrade it. */
function complain(
  ctx: Ctx,
  made: Found & { unit: string | undefined; place: string | undefined; text: string },
): string {
  const { text, way, unit, place } = made;
  const lists = ctx.policy.complaints;
  const grade = proposeGrade(text, lists.grades).value;
  const nature = proposeNature(text, lists.natures).value;
  const category = proposeCategory(text, lists.categories).value;
  const against = made.against ?? departmentFor(category);
  const channel = way === 'phone' ? 'phone' : 'visit';
  const { no } = logComplaint(ctx, {
    text,
    unit,
    place,
    channel,
    grade,
    nature,
    category,
    against,
  });
  const name = categoriesInUse(ctx.policy)[category] ?? same(category);
  ctx.warn(
    w(
      `${no} 按用词登记为：${GRADES[grade].zh}、${NATURES[nature].zh}、${name.zh}、${AGAINST[against].zh}；不对请改：wy complaint regrade ${no}`,
      `${no} was taken by its words as ${GRADES[grade].en}, ${NATURES[nature].en}, ${name.en}, ${AGAINST[against].en}; if it is not: wy complaint regrade ${no}`,
    ),
  );
  return no;
}

const nowhere = (isTicket: boolean) =>
  refused(
    'nowhere_to_open',
    w('这条记录没有房号也没有地点。', 'This record has neither a unit nor a place.'),
    isTicket
      ? w('另开工单：wy ticket open --place …', 'Open it by itself: wy ticket open --place …')
      : w('另登投诉：wy complaint log --who …', 'Record it by itself: wy complaint log --who …'),
  );
