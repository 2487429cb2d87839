import * as work from '../../../src/enquiries/work.ts';
import { addMinutes } from '../../../src/lib/moment.ts';
import type { Steps } from './step.ts';

const enquiry = {
  channel: 'phone',
  kind: undefined,
  who: '张伟',
  phone: '13800000002',
  unit: undefined,
  text: '停车位怎么租',
  answer: undefined,
  promisedAt: undefined,
  passTo: undefined,
} as const;

export const steps = {
  log: (ctx, pick) => work.logEnquiry(ctx, { ...enquiry, unit: pick('units') }),
  logAnswered: (ctx) => work.logEnquiry(ctx, { ...enquiry, answer: '带证件来办' }),
  logPromised: (ctx) => work.logEnquiry(ctx, { ...enquiry, promisedAt: addMinutes(ctx.now, 90) }),
  logMessage: (ctx) => work.logEnquiry(ctx, { ...enquiry, channel: 'message', passTo: '李强' }),
  logOfficial: (ctx) => work.logEnquiry(ctx, { ...enquiry, kind: 'official' }),
  answer: (ctx, pick) => work.answerEnquiry(ctx, pick('enquiries'), '可以'),
  promise: (ctx, pick) => work.promiseAnswer(ctx, pick('enquiries'), addMinutes(ctx.now, 600)),
  passToStaff: (ctx, pick) => work.passEnquiry(ctx, pick('enquiries'), '李强'),
  passToRole: (ctx, pick) => work.passEnquiry(ctx, pick('enquiries'), 'director'),
  passToStranger: (ctx, pick) => work.passEnquiry(ctx, pick('enquiries'), '城管老王'),
  close: (ctx, pick) => work.closeEnquiry(ctx, pick('enquiries'), '不用了'),
  note: (ctx, pick) => work.noteOnEnquiry(ctx, pick('enquiries'), '又来电'),
} satisfies Steps;
