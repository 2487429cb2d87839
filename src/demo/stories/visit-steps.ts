import type { Result } from '../../cases/model.ts';
import type { Ctx } from '../../context.ts';
import { logVisit, type NewVisit } from '../../visits/logging.ts';
import type { Visit } from '../../visits/model.ts';
import type { Random } from '../random.ts';
import { HANDLED, NEEDS, OPINIONS } from '../words.ts';

const NOTHING_SAID: Omit<NewVisit, 'way' | 'result'> = {
  no: undefined,
  unit: undefined,
  opinion: undefined,
  needs: undefined,
  handling: undefined,
  quality: undefined,
  attitude: undefined,
  signedBy: undefined,
  ticket: undefined,
  complaint: undefined,
  against: undefined,
};

/** A visit or a call, of which only what was said needs naming. */
export const visit = (
  ctx: Ctx,
  made: Pick<NewVisit, 'way' | 'result'> & Partial<NewVisit>,
): Visit => logVisit(ctx, { ...NOTHING_SAID, ...made });

/** The telephone rings, and nobody takes it. */
export const ringInVain = (ctx: Ctx, no: string): Visit =>
  visit(ctx, { no, way: 'phone', result: 'no-answer' });

const ANSWERS: readonly { result: Result; weight: number }[] = [
  { result: 'satisfied', weight: 76 },
  { result: 'fair', weight: 19 },
  { result: 'dissatisfied', weight: 5 },
];

/** What a household says of the service as a whole. */
export function answerOf(random: Random) {
  const { result } = random.weighted(ANSWERS);
  const speaks = result !== 'satisfied' || random.chance(45);
  const isWanting = random.chance(30);
  return {
    result,
    opinion: speaks ? random.pick(OPINIONS[result]) : undefined,
    needs: isWanting ? random.pick(NEEDS) : undefined,
    handling: isWanting || result === 'dissatisfied' ? random.pick(HANDLED) : undefined,
  };
}
