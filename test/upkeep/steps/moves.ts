import { addMinutes } from '../../../src/lib/moment.ts';
import * as ending from '../../../src/moves/ending.ts';
import * as work from '../../../src/moves/work.ts';
import { closeTicket } from '../../../src/tickets/ending.ts';
import * as repairs from '../../../src/tickets/work.ts';
import { moveIn, moveOut, supply, transfer } from '../../moves/desk.ts';
import type { Steps } from './step.ts';
import { agreed, mended } from './tickets.ts';

const keys = { items: ['keys'], quantity: 2, detail: '3 号', signedBy: '张伟' };
const defect = { item: '窗框变形', place: undefined, category: 'leak' } as const;
const meters = { water: 500, electricity: 12_300, gas: 0, heat: 1 };

export const steps = {
  moveIn: (ctx) => moveIn(ctx),
  moveInByAgent: (ctx) =>
    moveIn(ctx, { name: '李静', phone: undefined, attendance: 'agent', attendee: '李妈' }),
  moveOut: (ctx) => moveOut(ctx),
  moveAway: (ctx) => moveOut(ctx, { leaving: 'occupants' }),
  transfer: (ctx) => transfer(ctx, { fromOn: ctx.today }),
  paper: (ctx, pick) => work.addPapers(ctx, pick('moves'), ['id-card']),
  handout: (ctx, pick) => work.handOut(ctx, pick('moves'), keys),
  takeBack: (ctx, pick) => work.takeBack(ctx, pick('moves'), keys),
  meter: (ctx, pick) => work.readMeters(ctx, pick('moves'), meters, '张伟'),
  settle: (ctx, pick) =>
    work.settle(ctx, pick('moves'), { items: ['arrears', 'vehicles'], detail: '无' }),
  forward: (ctx, pick) => work.forwardTo(ctx, pick('moves'), '临江市海棠路 8 号'),
  inspect: (ctx, pick) => work.inspect(ctx, pick('moves'), { inspector: '李强', signedBy: '张伟' }),
  strike: (ctx, pick) => work.strikeOut(ctx, pick('moves'), ['id-card'], '只有复印件'),
  strikeInspection: (ctx, pick) => work.strikeOut(ctx, pick('moves'), ['inspection'], '重验'),
  defect: (ctx, pick) =>
    work.addDefect(ctx, pick('moves'), { ...defect, appointmentAt: undefined }),
  mend: (ctx, pick) => repairs.finishTicket(ctx, pick('tickets'), mended),
  accept: (ctx, pick) => closeTicket(ctx, pick('tickets'), agreed),
  appoint: (ctx, pick) => repairs.appointAcceptance(ctx, pick('tickets'), addMinutes(ctx.now, 600)),
  note: (ctx, pick) => work.noteOnFile(ctx, pick('moves'), '已电话联系'),
  supply: (ctx, pick) => supply(ctx, pick('moves')),
  complete: (ctx, pick) => ending.completeFile(ctx, pick('moves')),
  supplyAndComplete: (ctx, pick) => {
    supply(ctx, pick('moves'));
    ending.completeFile(ctx, pick('moves'));
  },
  cancel: (ctx, pick) => ending.cancelFile(ctx, pick('moves'), '改期'),
  callback: (ctx, pick) =>
    ending.recordMoveCallback(ctx, pick('moves'), { result: 'fair', note: undefined }),
} satisfies Steps;
