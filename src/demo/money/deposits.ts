import { deductDeposit, refundDeposit, takeDeposit } from '../../deposits/moving.ts';
import { addDays } from '../../lib/day.ts';
import { atLocal } from '../../lib/moment.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import type { MoneyTimes } from './calendar.ts';

/** A renovation: when its deposits were taken, and what became of them, in days before today. */
interface Renovation {
  from: number;
  team: string;
  workers: number;
  harmed?: number;
  ended?: number;
}

const RENOVATIONS: readonly Renovation[] = [
  { from: 152, team: '匠心装饰', workers: 3, ended: 38 },
  { from: 118, team: '安居装修队', workers: 4, harmed: 52, ended: 47 },
  { from: 74, team: '匠心装饰', workers: 2 },
  { from: 41, team: '吉屋装饰', workers: 3 },
  { from: 19, team: '安居装修队', workers: 2 },
  { from: 6, team: '小满设计', workers: 3 },
];

const PASS_FEN = 1_000;
const HARM_FEN = 36_000;
const HARM = '运料碰坏电梯厅墙砖三块，按材料和人工赔偿';
const ACCEPTED = '竣工验收合格，垃圾已清';

/** Deposits of households and teams; one lost part of it, two came back, the others are held (rules 94, 110). */
export function depositsOf(
  { zone, dwellings, headOf, engineerFor }: Estate,
  { today }: MoneyTimes,
): Beat[] {
  const homes = dwellings.filter(({ entrance }) => entrance !== null);
  const flats = randomOf(`renovations ${today}`).some(homes, RENOVATIONS.length);
  return RENOVATIONS.flatMap(({ from, team, workers, harmed, ended }, index) => {
    const flat = flats[index];
    if (!flat) return [];
    const unit = flat.code;
    const ago = (days: number, time: string) => atLocal(addDays(today, -days), time, zone);
    const nos = { household: '', team: '', passes: '' };
    const plain = { unit, amountFen: undefined, subject: undefined, note: undefined } as const;
    const take: Beat = {
      at: ago(from, '10:40'),
      act: (ctx) => {
        const holder = flat.people[0]?.name;
        const made = { ...plain, kind: 'renovation', method: 'wechat', holder } as const;
        nos.household = takeDeposit(ctx, made).no;
        const theirs = { ...plain, holder: team } as const;
        nos.team = takeDeposit(ctx, { ...theirs, kind: 'team', method: 'bank' }).no;
        const passes = { kind: 'permit', method: 'cash', amountFen: workers * PASS_FEN } as const;
        nos.passes = takeDeposit(ctx, { ...theirs, ...passes, note: `${workers} 张` }).no;
      },
    };
    const deduct = (days: number): Beat => ({
      at: ago(days, '16:10'),
      act: (ctx) => {
        const made = { no: nos.team, amountFen: HARM_FEN, ground: 'compensation' } as const;
        const assessedBy = engineerFor('building').name;
        const approvedBy = headOf('director').name;
        deductDeposit(ctx, { ...made, reason: HARM, approvedBy, assessedBy });
      },
    });
    const giveBack = (days: number): Beat => ({
      at: ago(days, '11:20'),
      act: (ctx) => {
        for (const no of [nos.household, nos.team]) {
          refundDeposit(ctx, { no, amountFen: undefined, method: 'bank', reason: ACCEPTED });
        }
        refundDeposit(ctx, {
          no: nos.passes,
          amountFen: undefined,
          method: 'wechat',
          reason: '出入证已交回',
        });
      },
    });
    return [
      take,
      ...(harmed === undefined ? [] : [deduct(harmed)]),
      ...(ended === undefined ? [] : [giveBack(ended)]),
    ];
  });
}
