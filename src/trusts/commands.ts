import { command } from '../cli/command.ts';
import { choice, day, flag, moment, number, text, unit, whole, yesNo } from '../cli/field.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { decideFullFee } from './deciding.ts';
import { TURNS } from './model.ts';
import { patrolAll, patrolTrust, tellOwner } from './patrolling.ts';
import { callOff, endRain, listRains, registerRain } from './raining.ts';
import { listTrusts, showTrust } from './trusts.ts';
import { patrolled, rainCard, rainTable, trustCard, trustPage, trustTable } from './view.ts';

const label = w('托管编号或其末尾几位', 'number of the trust, or its end');

const no = number({ label, required: true, positional: true });

const list = command({
  name: 'trust list',
  about: w(
    '托管的空置房：用量、上次巡查、待办',
    'Trust-managed units: usage, the last patrol, what is due',
  ),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    ended: flag({ label: w('已结束的也列出', 'those that have ended, too') }),
  },
  examples: ['wy trust list'],
  run: (ctx, input) => listTrusts(ctx, input),
  view: trustTable,
});

const show = command({
  name: 'trust show',
  about: w('查看一户托管和历次巡查', 'Show a trust and its patrols'),
  fields: { no },
  run: (ctx, input) => showTrust(ctx, input.no),
  view: trustPage,
});

const RAIN = { min: 1, max: 999_999_999 };

const patrol = command({
  name: 'trust patrol',
  about: w(
    '登记托管房巡查（每周一次，大雨前后各一次）',
    'A trust-managed unit was looked after: weekly, and around each heavy rain',
  ),
  fields: {
    no: number({ label, positional: true }),
    rain: whole({
      ...RAIN,
      label: w('哪一场大雨；默认待办的都算', 'for which rain; all that wait by default'),
      positional: true,
      placeholder: 'RAIN',
    }),
    all: flag({ label: w('所有托管的房屋', 'all units that are trust-managed') }),
    ok: flag({ label: w('无异常', 'all was well') }),
    finding: text({ label: w('发现的情况', 'what was found') }),
    turn: choice(TURNS, { label: w('哪一次；默认每周', 'which turn; weekly by default') }),
    ownerTold: flag({ label: w('已告知业主', 'the owner has been told') }),
  },
  oneOf: [
    ['no', 'all'],
    ['ok', 'finding'],
  ],
  examples: [
    'wy trust patrol 001 --ok',
    'wy trust patrol 001 --finding "阳台窗未关，进水" --owner-told',
    'wy trust patrol --all --ok --turn after-rain',
  ],
  run: (ctx, input) => {
    const seen = {
      turn: input.turn ?? 'weekly',
      rain: input.rain,
      finding: input.finding,
      ownerTold: input.ownerTold,
    };
    return input.no === undefined ? patrolAll(ctx, seen) : patrolTrust(ctx, input.no, seen);
  },
  view: patrolled,
});

const tell = command({
  name: 'trust tell',
  about: w('已把发现的情况告知业主', 'The owner was told what was found'),
  fields: { no },
  run: (ctx, input) => tellOwner(ctx, input.no),
  view: trustCard,
});

const rain = command({
  name: 'trust rain',
  about: w(
    '登记一场大雨：托管的房屋雨前、雨后各巡查一次；之后才托管的，再登记一次同一场雨即补上',
    'Register a heavy rain: each trust-managed unit is seen before and after it; once more, for those entrusted since',
  ),
  fields: {
    starts: moment({ label: w('何时开始', 'when it starts'), required: true }),
    ends: moment({ label: w('何时结束', 'when it ends'), bareDay: 'end' }),
    note: text({ label: w('备注，如预警信号', 'note, such as the warning') }),
  },
  examples: [
    'wy trust rain --starts "明天 14:00" --ends "明天 20:00" --note "暴雨橙色预警"',
    'wy trust rain --starts "明天 14:00"',
  ],
  run: (ctx, input) =>
    registerRain(ctx, { startsAt: input.starts, endsAt: input.ends, note: input.note }),
  view: rainCard,
});

const rainOver = command({
  name: 'trust rain-over',
  about: w(
    '大雨停了（登记时不知道何时结束的），或没有下',
    'A rain whose end was not known is over, or one that was forecast never came',
  ),
  fields: {
    rain: whole({
      ...RAIN,
      label: w('哪一场；默认还没结束的那场', 'which one; by default the one going on'),
      positional: true,
      placeholder: 'RAIN',
    }),
    ends: moment({ label: w('何时结束；默认现在', 'when it ended; now by default') }),
    none: flag({
      label: w('没有下：不用再巡查', 'it never came: nobody need look after the units'),
    }),
  },
  examples: ['wy trust rain-over', 'wy trust rain-over --none'],
  run: (ctx, { rain, ends, none }) => {
    if (none && ends !== undefined) throw endedAndNone();
    return none ? callOff(ctx, rain) : endRain(ctx, rain, ends);
  },
  view: rainCard,
});

const endedAndNone = () =>
  misused(
    'ended_and_none',
    w('没有下的雨没有结束时间。', 'A rain that never came has no end.'),
    w('--none 和 --ends 只写一个。', 'Give either --none or --ends.'),
  );

const rains = command({
  name: 'trust rain list',
  about: w('登记过的大雨', 'The heavy rains there were'),
  fields: {},
  run: (ctx) => listRains(ctx),
  view: rainTable,
});

const decide = command({
  name: 'trust decide',
  about: w(
    '用量超限的托管房，客服主管决定是否恢复全额收费',
    'Over its limits: the supervisor decides whether the full fee is owed again',
  ),
  fields: {
    no,
    full: yesNo({ label: w('恢复全额收费', 'the full fee again'), required: true }),
    from: day({ label: w('自哪天起；默认今天', 'from which day; today by default') }),
  },
  examples: ['wy trust decide 001 --full yes --from 2026-12-01', 'wy trust decide 001 --full no'],
  run: (ctx, input) => decideFullFee(ctx, input.no, { full: input.full, fromOn: input.from }),
  view: trustCard,
});

export const commands = [list, show, patrol, tell, rain, rainOver, rains, decide];
