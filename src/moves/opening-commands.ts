import { command } from '../cli/command.ts';
import { choice, day, flag, identity, name, phone, text, unit, whole } from '../cli/field.ts';
import { loadPinyin } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import { openTransfer } from './handing-over.ts';
import { ATTENDANCES } from './model.ts';
import { openMoveIn } from './moving-in.ts';
import { openMoveOut } from './moving-out.ts';
import type { MoveFile } from './record.ts';
import { fileCard } from './view.ts';

const inUnit = unit({ label: w('房号', 'unit'), required: true });
const attendee = name({
  label: w('来办人；本人来办的不填', 'who came instead; empty if they came themselves'),
  ask: true,
});

const reveals = (file: MoveFile) => [file.no];

const moveIn = command({
  name: 'resident move-in',
  about: w('办理入住（立档）', 'Open the file of a move-in'),
  fields: {
    unit: inUnit,
    as: choice(ATTENDANCES, {
      label: w('谁来办理', 'who comes'),
      help: w('租户用 wy resident add', 'a tenant: wy resident add'),
      required: true,
    }),
    name: name({
      label: w('业主；默认已登记的那一位', 'the owner; by default the one registered'),
      ask: true,
    }),
    phone: phone({ label: w('业主电话', "the owner's phone"), ask: true }),
    idNo: identity({ label: w('业主证件号（可不填）', "the owner's identity number (optional)") }),
    attendee,
    from: day({ label: w('自哪天起，默认今天', 'from which day; today by default') }),
  },
  reveals,
  examples: [
    'wy resident move-in --unit 3-2-1501 --as owner',
    'wy resident move-in --unit 3-2-1502 --as agent --name 张伟 --phone 13800000002 --attendee 刘洋',
  ],
  run: async (ctx, input) =>
    openMoveIn(
      ctx,
      {
        unit: input.unit,
        attendance: input.as,
        name: input.name,
        phone: input.phone,
        identity: input.idNo,
        attendee: input.attendee,
        fromOn: input.from,
      },
      await loadPinyin(),
    ),
  view: fileCard,
});

const moveOut = command({
  name: 'resident move-out',
  about: w('办理迁离（立档）', 'Open the file of a move-out'),
  fields: {
    unit: inUnit,
    who: text({
      label: w('迁离的住户（编号或姓名）', 'who leaves, by id or name'),
      help: w('默认唯一的租户或业主', 'the only tenant or owner by default'),
      placeholder: 'ID|NAME',
      of: 'resident',
    }),
    all: flag({
      label: w('同一身份的人和家人一起迁离', 'all of the same role leave, and the family'),
      help: w('否则家人随最后一人迁离', 'otherwise the family leaves with the last of them'),
    }),
    remainsOwner: flag({
      label: w('只是搬走，仍是业主', 'moves away but remains the owner'),
      help: w('只结束家人的居住', 'only the stays of the family end'),
    }),
    attendee,
    until: day({
      label: w('住到哪天，默认办结那天', 'the last day; by default that of the completion'),
    }),
  },
  reveals,
  examples: [
    'wy resident move-out --unit 3-2-1501',
    'wy resident move-out --unit 3-2-1501 --who 12 --until 2026-11-30',
  ],
  run: (ctx, input) =>
    openMoveOut(ctx, {
      unit: input.unit,
      who: input.who,
      leaving: input.remainsOwner ? 'occupants' : input.all ? 'household' : 'person',
      attendee: input.attendee,
      lastOn: input.until,
    }),
  view: fileCard,
});

const MOST_RESIDENTS = 999_999_999;

const transfer = command({
  name: 'resident transfer',
  about: w('办理过户（立档）', 'Open the file of a change of owner'),
  fields: {
    unit: inUnit,
    to: name({ label: w('新业主', 'the new owner'), required: true }),
    from: day({ label: w('自哪天起是业主', 'owner from which day on'), required: true }),
    phone: phone({ label: w('新业主电话', "the new owner's phone"), ask: true }),
    idNo: identity({
      label: w('新业主证件号（可不填）', "the new owner's identity number (optional)"),
    }),
    owner: whole({
      label: w('只有这一位业主转让：住户编号', 'only this owner gives up their share: resident id'),
      help: w('默认全部业主', 'all of them by default'),
      placeholder: 'ID',
      of: 'resident',
      min: 1,
      max: MOST_RESIDENTS,
    }),
    attendee,
  },
  reveals,
  examples: [
    'wy resident transfer --unit 3-2-1501 --to 周敏 --phone 13800000006 --from 2026-12-01',
  ],
  run: async (ctx, input) =>
    openTransfer(
      ctx,
      {
        unit: input.unit,
        name: input.to,
        phone: input.phone,
        identity: input.idNo,
        fromOn: input.from,
        ownerId: input.owner,
        attendee: input.attendee,
      },
      await loadPinyin(),
    ),
  view: fileCard,
});

export const openingCommands = [moveIn, moveOut, transfer];
