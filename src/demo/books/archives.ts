import { addDays } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import { clock, type Setting } from './setting.ts';
import { type Slip, slip } from './slip.ts';

const FILES = [
  { kind: 'drawing', subject: '竣工图：给排水', pages: 86, place: '资料柜 1 层 1 盒' },
  { kind: 'drawing', subject: '竣工图：强弱电', pages: 112, place: '资料柜 1 层 2 盒' },
  { kind: 'contract', subject: '前期物业服务合同', pages: 42, place: '保险柜', secret: true },
  { kind: 'contract', subject: '电梯维保合同', pages: 18, place: '资料柜 2 层 1 盒' },
  {
    kind: 'household',
    subject: '1 至 3 栋业主档案',
    pages: 960,
    place: '资料柜 3 层',
    secret: true,
  },
  {
    kind: 'household',
    subject: '4 至 6 栋业主档案',
    pages: 905,
    place: '资料柜 4 层',
    secret: true,
  },
  { kind: 'records', subject: '配电运行记录 上半年', pages: 182, place: '资料柜 2 层 3 盒' },
] as const;

/** What of the offices' months is filed as it comes. */
const MONTHLY = [
  { kind: 'repair', subject: '维修工单', place: '档案柜 1 层' },
  { kind: 'complaint', subject: '投诉处理单', place: '档案柜 1 层' },
] as const;

/** Filed by day and serial; one has a sheet missing for a time, one is lent (rules 157, 158). */
export function archivesOf(setting: Setting): Beat[] {
  const { opensOn, months, supervisor, on, ago } = setting;
  const slips: Slip[] = FILES.map(() => ({ no: '' }));
  return [
    ...FILES.flatMap((file, index) => {
      const isMissing = index === 3;
      const fields = {
        ...file,
        ...(isMissing && { complete: 'no', missing: '附件二 配件价目表' }),
      };
      return slip(
        'archive',
        [
          { at: on(addDays(opensOn, 9), clock('14:00', index * 5)), verb: 'file', fields },
          ...(isMissing
            ? [
                {
                  at: on(addDays(opensOn, 14), '10:30'),
                  verb: 'supply',
                  fields: { supplied: '维保单位补盖章价目表' },
                },
              ]
            : []),
        ],
        slips[index],
      );
    }),
    ...months.slice(1).flatMap((month) =>
      MONTHLY.flatMap(({ subject, ...it }, index) => {
        const fields = { ...it, subject: `${addDays(month, -1).slice(0, 7)} ${subject}` };
        const at = on(addDays(month, 6), clock('16:00', index * 6));
        const handed = { at: on(addDays(month, 8), '10:00'), verb: 'hand-over' };
        return slip('archive', [
          { at, verb: 'file', fields },
          { ...handed, fields: { room: '公司资料室' } },
        ]);
      }),
    ),
    ...loan(slips[0], {
      to: '郑海涛',
      purpose: '查 3 栋立管走向',
      at: ago(44, '09:20'),
      back: ago(44, '16:40'),
    }),
    ...loan(slips[3], {
      to: '周建平',
      purpose: '续签谈判',
      at: ago(20, '14:00'),
      back: ago(19, '11:10'),
    }),
    ...loan(slips[1], { to: '吴国斌', purpose: '弱电井改造核对', at: ago(2, '15:00') }),
  ];

  function loan(
    file: Slip | undefined,
    { to, purpose, at, back }: { to: string; purpose: string; at: string; back?: string },
  ): Beat[] {
    const until = back ?? ago(-3, '17:00');
    return slip('archive-loan', [
      {
        at,
        verb: 'lend',
        fields: () => ({
          ...{ file: file?.no, to, purpose, way: 'out', until, agreedBy: supervisor.name },
        }),
      },
      ...(back === undefined
        ? []
        : [{ at: back, verb: 'return', fields: { condition: '完整，无涂改' } }]),
    ]);
  }
}
