import { addDays, type Day } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting, somebody } from './setting.ts';
import { slip } from './slip.ts';

/** Keys of common parts, and who comes for them; nobody of them exists. */
const LOANS = [
  { key: '3栋屋面', to: '申立群', purpose: '检查避雷带', phone: '13900000201' },
  { key: '地下室配电间', to: '龚文斌', purpose: '抄表', phone: '13900000202' },
  { key: '生活水泵房', to: '邹建军', purpose: '二次供水清洗', phone: '13900000203' },
  { key: '7栋电梯机房', to: '侯志远', purpose: '电梯半月维保', phone: '13900000204' },
  { key: '会议室', to: '业委会 孟老师', purpose: '业委会开会', phone: '13900000205' },
  { key: '5栋弱电井', to: '程晓东', purpose: '宽带检修', phone: '13900000206' },
  { key: '消防控制室备用间', to: '段海峰', purpose: '消防设施月检', phone: '13900000207' },
] as const;

/** Every so many days somebody comes for a key; one in so many brings it back late. */
const EVERY_DAYS = 4;
const LATE_EVERY = 11;

/** Keys lent and brought back; one has been out since yesterday (rule 118). */
export function keysOf(setting: Setting): Beat[] {
  const { days, ago } = setting;
  return [
    ...days
      .slice(0, -2)
      .filter((_, index) => index % EVERY_DAYS === 1)
      .flatMap((day, index) => loan(setting, day, index)),
    ...lent(LOANS[3], ago(1, '14:20'), ago(1, '18:00')),
    ...lent(LOANS[1], ago(0, '08:12'), ago(0, '17:30'), ago(0, '17:10')),
    ...spareKeys(setting),
    ...locksOf(setting),
    ...gateOf(setting),
  ];
}

type Loan = (typeof LOANS)[number];

function loan({ on }: Setting, day: Day, index: number): Beat[] {
  const random = randomOf(`key ${day}`);
  const it = random.pick(LOANS);
  const from = clock('08:40', random.below(300));
  const until = on(day, clock(from, 180));
  const isLate = index % LATE_EVERY === LATE_EVERY - 1;
  const back = isLate
    ? on(addDays(day, 1), '09:05')
    : on(day, clock(from, random.between(40, 170)));
  return lent(it, on(day, from), until, back);
}

const lent = (
  { key, to, purpose, phone }: Loan,
  at: string,
  until: string,
  back?: string,
): Beat[] =>
  slip('key', [
    { at, verb: 'lend', fields: { key, to, purpose, phone, until } },
    ...(back === undefined
      ? []
      : [{ at: back, verb: 'return', fields: { condition: '完好，无缺' } }]),
  ]);

const HELD = [
  { key: '各栋屋面', holding: 'common', pieces: 10, place: '钥匙柜 1 层' },
  { key: '各栋地下室', holding: 'common', pieces: 10, place: '钥匙柜 1 层' },
  { key: '配电间、发电机房', holding: 'equipment', pieces: 4, place: '钥匙柜 2 层' },
  { key: '生活水泵房', holding: 'equipment', pieces: 2, place: '钥匙柜 2 层' },
  { key: '电梯机房', holding: 'equipment', pieces: 12, place: '钥匙柜 2 层' },
] as const;

/** Held since the first day, and counted every quarter; one of them was one short once. */
function spareKeys({ opensOn, days, flats, supervisor, on }: Setting): Beat[] {
  const random = randomOf(`spare keys ${opensOn}`);
  const counts = days.filter((_, index) => index > 0 && index % 91 === 0);
  const { unit, name } = somebody(random, flats);
  return [
    ...HELD.flatMap((held, index) =>
      slip('spare-key', [
        { at: on(opensOn, clock('10:00', index * 3)), verb: 'keep', fields: held },
        ...counts.map((day, turn) => ({
          at: on(day, clock('16:00', index * 4)),
          by: supervisor,
          verb: 'count',
          fields:
            turn === 0 && index === 1
              ? { counted: held.pieces - 1, finding: '2栋地下室一把断在锁里，已配' }
              : { counted: held.pieces },
        })),
      ]),
    ),
    ...slip('spare-key', [
      {
        at: on(opensOn, '10:30'),
        verb: 'keep',
        fields: {
          ...{ key: '入户门', holding: 'unit', unit, pieces: 1, depositor: name, sealed: true },
          ...{ mandate: '业主书面委托', place: '保险柜' },
        },
      },
    ]),
  ];
}

/** A tenant has locked himself out, and the owner agreed by telephone (rule 119). */
function locksOf({ flats, supervisor, ago }: Setting): Beat[] {
  const { unit, name, phone } = somebody(randomOf(`lock ${ago(0, '00:00')}`), flats);
  const fields = {
    ...{ unit, door: '入户门', kind: 'change', applicant: 'owner', name, phone, proof: 'id-card' },
    ...{ purpose: '锁芯卡死', beginsAt: ago(30, '14:00'), endsAt: ago(30, '17:00') },
  };
  const done = { locksmith: '安捷锁业', witness: '董少军', result: '换锁芯，交业主钥匙三把' };
  return slip('lock', [
    { at: ago(30, '10:20'), verb: 'request', fields },
    { at: ago(30, '11:00'), verb: 'approve', by: supervisor },
    { at: ago(30, '15:40'), verb: 'carry-out', fields: done },
  ]);
}

/** The north gate was shut for half a day while its road was mended (rule 119). */
function gateOf({ director, guard, ago }: Setting): Beat[] {
  const fields = {
    ...{ gate: '北门', purpose: '门前路面修补', applicant: '市政养护班', proof: '占道施工许可' },
    ...{ beginsAt: ago(18, '13:00'), endsAt: ago(18, '18:00'), detour: '走南门', fireLane: true },
  };
  return slip('gate-closing', [
    { at: ago(21, '09:30'), verb: 'request', fields },
    { at: ago(21, '09:50'), verb: 'approve', by: director },
    { at: ago(19, '16:00'), verb: 'tell', fields: { way: ['notice', 'message'] } },
    { at: ago(18, '13:00'), verb: 'shut', by: guard, fields: { guard: guard.name } },
    {
      at: ago(18, '17:35'),
      verb: 'reopen',
      by: guard,
      fields: { remarks: '路面已修好，恢复通行' },
    },
  ]);
}
