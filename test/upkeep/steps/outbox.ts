import type { Ctx } from '../../../src/context.ts';
import { drop, listOutbox, retry } from '../../../src/outbox/handling.ts';
import { queue } from '../../../src/outbox/queueing.ts';
import type { Steps } from './step.ts';

const newest = (ctx: Ctx): number => listOutbox(ctx, { limit: 1 })[0]?.id ?? 0;

export const steps = {
  queue: (ctx) =>
    queue(ctx, { message: `daily:${ctx.today}`, title: '客服日报', text: '维修：新报修 0' }),
  retry: (ctx) => void retry(ctx, newest(ctx), { isAgreed: true }),
  drop: (ctx) => void drop(ctx, newest(ctx)),
} satisfies Steps;
