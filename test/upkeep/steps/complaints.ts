import * as ending from '../../../src/complaints/ending.ts';
import { escalate } from '../../../src/complaints/escalation.ts';
import { regrade } from '../../../src/complaints/regrading.ts';
import * as work from '../../../src/complaints/work.ts';
import { addDays } from '../../../src/lib/day.ts';
import { addMinutes } from '../../../src/lib/moment.ts';
import { log } from '../../complaints/desk.ts';
import { closed } from '../../visits/desk.ts';
import type { Steps } from './step.ts';

export const steps = {
  log: (ctx, pick) => log(ctx, { unit: pick('units'), category: 'parking' }),
  logMajor: (ctx) =>
    log(ctx, { grade: 'major', harmOngoing: true, who: '孙丽', againstPerson: '周强' }),
  logInvalid: (ctx) => log(ctx, { nature: 'invalid', against: 'neighbour' }),
  logAbout: (ctx, pick) =>
    log(ctx, { about: pick('tickets'), askedUntilAt: addMinutes(ctx.now, 600) }),
  settled: (ctx, pick) => closed(ctx, { unit: pick('units') }),
  escalate: (ctx, pick) => escalate(ctx, pick('complaints'), '陈主任', undefined),
  escalated: (ctx, pick) =>
    escalate(ctx, pick('complaints'), 'engineering', addMinutes(ctx.now, -20)),
  stop: (ctx, pick) => work.stopHarm(ctx, pick('complaints'), undefined),
  investigate: (ctx, pick) => work.investigate(ctx, pick('complaints'), '属实'),
  assign: (ctx, pick) => work.assignComplaint(ctx, pick('complaints'), '李强'),
  plan: (ctx, pick) => work.planRemedy(ctx, pick('complaints'), { text: '赔偿', costFen: 100 }),
  measure: (ctx, pick) =>
    work.addMeasure(ctx, pick('complaints'), {
      kind: 'preventive',
      text: '巡查',
      owner: '李强',
      untilOn: addDays(ctx.today, 1),
    }),
  done: (ctx, pick) => work.carryOut(ctx, pick('complaints'), 1),
  reply: (ctx, pick) => work.replyTo(ctx, pick('complaints'), '三天'),
  promise: (ctx, pick) =>
    work.promiseReply(ctx, pick('complaints'), addMinutes(ctx.now, 90), undefined),
  note: (ctx, pick) => work.noteOn(ctx, pick('complaints'), '已联系'),
  analyse: (ctx, pick) => work.analyse(ctx, pick('complaints'), '车位不足'),
  regrade: (ctx, pick) =>
    regrade(ctx, pick('complaints'), { grade: 'major', category: 'fees', reason: '涉及多户' }),
  groundless: (ctx, pick) =>
    regrade(ctx, pick('complaints'), { nature: 'invalid', reason: '与物业无关' }),
  resolve: (ctx, pick) => ending.resolveComplaint(ctx, pick('complaints'), '已处理'),
  tell: (ctx, pick) => ending.tellResult(ctx, pick('complaints')),
  close: (ctx, pick) => ending.closeComplaint(ctx, pick('complaints')),
  reopen: (ctx, pick) => ending.reopenComplaint(ctx, pick('complaints'), '又来了'),
  callback: (ctx, pick) =>
    ending.recordCallback(ctx, pick('complaints'), { result: 'fair', note: '还行' }),
  callbackSigned: (ctx, pick) =>
    ending.recordCallback(ctx, pick('complaints'), { result: 'fair', signedBy: '陈主任' }),
  complain: (ctx, pick) =>
    ending.recordCallback(ctx, pick('complaints'), { result: 'dissatisfied' }),
  sign: (ctx, pick) => ending.signCallback(ctx, pick('complaints'), '陈主任'),
} satisfies Steps;
