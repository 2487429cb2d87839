import { cancelSurvey, closeSurvey } from '../../../src/surveys/ending.ts';
import { openSurvey } from '../../../src/surveys/opening.ts';
import { recordForm } from '../../../src/surveys/returns.ts';
import { sendForms } from '../../../src/surveys/sending.ts';
import type { Steps } from './step.ts';

const form = { opinion: undefined, reason: undefined, unsent: false, again: false };

export const steps = {
  open: (ctx) => openSurvey(ctx, { year: undefined, title: undefined, questions: undefined }),
  openShort: (ctx) => openSurvey(ctx, { year: '2025', title: '补征', questions: ['保洁', '绿化'] }),
  send: (ctx, pick) => sendForms(ctx, pick('surveys'), {}),
  sendBuilding: (ctx, pick) => sendForms(ctx, pick('surveys'), { building: '3' }),
  sendUnit: (ctx, pick) => sendForms(ctx, pick('surveys'), { unit: pick('units') }),
  record: (ctx, pick) =>
    recordForm(ctx, pick('surveys'), {
      ...form,
      unit: pick('units'),
      answers: '11112113',
      opinion: '好',
    }),
  recordEmpty: (ctx, pick) =>
    recordForm(ctx, pick('surveys'), { ...form, unit: pick('units'), answers: '--------' }),
  recordUnsent: (ctx, pick) =>
    recordForm(ctx, pick('surveys'), {
      ...form,
      unit: pick('units'),
      answers: '12',
      unsent: true,
    }),
  correct: (ctx, pick) =>
    recordForm(ctx, pick('surveys'), {
      ...form,
      unit: pick('units'),
      answers: '33332222',
      again: true,
      reason: '抄错',
    }),
  close: (ctx, pick) => closeSurvey(ctx, pick('surveys'), '总体满意'),
  cancel: (ctx, pick) => cancelSurvey(ctx, pick('surveys'), '重开'),
} satisfies Steps;
