import { addMinutes } from '../../../src/lib/moment.ts';
import * as ending from '../../../src/tickets/ending.ts';
import { openTicket } from '../../../src/tickets/opening.ts';
import * as work from '../../../src/tickets/work.ts';
import { finished } from '../../visits/desk.ts';
import type { Steps } from './step.ts';

const repair = {
  place: undefined,
  item: '厨房水管漏水',
  system: undefined,
  part: undefined,
  damage: undefined,
  caller: undefined,
  phone: undefined,
  category: 'leak',
  urgent: true,
  appointmentAt: undefined,
  charge: undefined,
} as const;
export const mended = { work: '更换角阀', leakTestedAt: undefined, costFen: undefined };
const answer = { quality: undefined, attitude: undefined, note: undefined };
export const agreed = { satisfied: true, signedBy: '张伟' };
const refused = { satisfied: false, signedBy: '张伟' };

export const steps = {
  open: (ctx, pick) => openTicket(ctx, { ...repair, unit: pick('units') }),
  openPublic: (ctx) =>
    openTicket(ctx, {
      ...repair,
      unit: undefined,
      place: '3栋大堂',
      category: 'safety',
      caller: '孙丽',
      phone: '13800000007',
      appointmentAt: addMinutes(ctx.now, 300),
    }),
  mended: (ctx, pick) => finished(ctx, { unit: pick('units') }),
  assign: (ctx, pick) => work.assignTicket(ctx, pick('tickets'), '李强', true),
  arrive: (ctx, pick) => work.arriveAt(ctx, pick('tickets')),
  postpone: (ctx, pick) =>
    work.postponeTicket(ctx, pick('tickets'), addMinutes(ctx.now, 1500), '没人在家'),
  inform: (ctx, pick) => work.informResident(ctx, pick('tickets')),
  note: (ctx, pick) => work.noteOn(ctx, pick('tickets'), '零件在路上'),
  finish: (ctx, pick) => work.finishTicket(ctx, pick('tickets'), { ...mended, costFen: 3500 }),
  finishTested: (ctx, pick) =>
    work.finishTicket(ctx, pick('tickets'), {
      ...mended,
      leakTestedAt: addMinutes(ctx.now, -30),
    }),
  leakTest: (ctx, pick) => work.recordLeakTest(ctx, pick('tickets')),
  close: (ctx, pick) => ending.closeTicket(ctx, pick('tickets'), agreed),
  reject: (ctx, pick) => ending.closeTicket(ctx, pick('tickets'), refused),
  reopen: (ctx, pick) => ending.reopenTicket(ctx, pick('tickets'), '又漏了'),
  cancel: (ctx, pick) => ending.cancelTicket(ctx, pick('tickets'), '重复报修'),
  callback: (ctx, pick) =>
    ending.recordCallback(ctx, pick('tickets'), {
      ...answer,
      result: 'satisfied',
      quality: 5,
      attitude: 4,
    }),
  complain: (ctx, pick) =>
    ending.recordCallback(ctx, pick('tickets'), { ...answer, result: 'dissatisfied' }),
} satisfies Steps;
