import { awaitSuccessor, leaveNote, signHandover } from '../../../src/handover/signing.ts';
import type { Steps } from './step.ts';

const signed = { from: undefined, onPostAt: undefined };

export const steps = {
  note: (ctx) => leaveNote(ctx, '水泵今晚检修，22 点恢复'),
  await: (ctx) => awaitSuccessor(ctx, {}),
  sign: (ctx) => signHandover(ctx, { ...signed, to: '赵敏' }),
} satisfies Steps;
