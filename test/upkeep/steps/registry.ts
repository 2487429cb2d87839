import { addDays } from '../../../src/lib/day.ts';
import { recordGreeting } from '../../../src/registry/greetings.ts';
import { addResident, editResident } from '../../../src/registry/residents.ts';
import { addStaff, retireStaff } from '../../../src/registry/staff.ts';
import { addUnit } from '../../../src/registry/units.ts';
import { live } from '../../moves/desk.ts';
import type { Steps } from './step.ts';

export const readName = () => ({ pinyin: '', initials: '' });

export const NEIGHBOUR = {
  name: '孙丽',
  phone: '13800000007',
  identity: null,
  role: 'owner',
} as const;
export const HOME = {
  areaThousandths: 89_530,
  use: 'residential',
  handoverOn: '2020-06-30',
} as const;

export const steps = {
  live: (ctx) => live(ctx, '周小明', 'family', { fromOn: ctx.today }),
  rent: (ctx) => live(ctx, '周敏', 'tenant', { phone: '13800000006', fromOn: ctx.today }),
  own: (ctx, pick) =>
    addResident(
      ctx,
      { ...NEIGHBOUR, unit: pick('units'), fromOn: ctx.today, untilOn: addDays(ctx.today, 2) },
      readName,
    ),
  call: (ctx) =>
    editResident(ctx, 1, { phone: ctx.now.slice(8, 10), identity: 'E12345678' }, readName),
  leave: (ctx) => editResident(ctx, 1, { untilOn: ctx.today }, readName),
  stay: (ctx) => editResident(ctx, 1, { untilOn: null }, readName),
  agree: (ctx) => editResident(ctx, 1, { greet: true, birthday: '05-03' }, readName),
  decline: (ctx) => editResident(ctx, 1, { greet: false }, readName),
  greet: (ctx) => recordGreeting(ctx, 1),
  build: (ctx) => addUnit(ctx, { ...HOME, code: `5-1-${ctx.now.slice(14, 16)}01` }),
  retire: (ctx) => retireStaff(ctx, '李强'),
  hire: (ctx) => addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null }),
} satisfies Steps;
