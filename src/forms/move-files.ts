import type { Ctx } from '../context.ts';
import type { Printing, Row } from '../documents/model.ts';
import { refused } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import { ATTENDANCES, KINDS, STATES } from '../moves/model.ts';
import { type MoveFile, requireFile } from '../moves/record.ts';
import { half, row } from './parts.ts';
import { phoneText } from './values.ts';

/** The file of a move-in; what is printed here belongs to no other (rules 9–12). */
export function requireMoveIn(ctx: Ctx, typed: string, form: Words): MoveFile {
  const it = requireFile(ctx, typed);
  if (it.kind === 'move-in') return it;
  const kind = KINDS[it.kind];
  throw refused(
    'not_a_move_in',
    w(`${it.no} 是${kind.zh}，没有${form.zh}。`, `${it.no} is a ${kind.en}; it has no ${form.en}.`),
    w('入住的：wy resident moves --kind move-in', 'Move-ins: wy resident moves --kind move-in'),
  );
}

/** Who moves in where, and who came. */
export function moveInRows(it: MoveFile, as: Printing): Row[] {
  const attendance: Readonly<Record<string, Words>> = ATTENDANCES;
  return [
    half(row('unit', w('房号', 'unit'), it.unit, as)),
    half(row('who', w('业主', 'owner'), it.who, as)),
    half(row('phone', w('联系电话', 'telephone'), phoneText(it.phone, as), as)),
    half(row('effectiveOn', w('入住日期', 'from'), it.effectiveOn, as)),
    half(row('case', w('办理情形', 'attendance'), attendance[it.case]?.[as.lang] ?? it.case, as)),
    ...(it.attendee === null
      ? []
      : [half(row('attendee', w('来办人', 'attended by'), it.attendee, as))]),
  ];
}

export const moveMarks = ({ state }: Pick<MoveFile, 'state'>, { lang }: Printing): string[] =>
  state === 'cancelled' ? [STATES.cancelled[lang]] : [];
