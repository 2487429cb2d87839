import * as z from 'zod/mini';
import { duration, grace, someText } from '../values.ts';

const codes = () => z.array(someText());

/** What a move-in, a move-out and a change of owner need (rules 1–24). */
export const moves = z.strictObject({
  papers: z.strictObject({
    owner: codes(),
    agent: codes(),
    company: codes(),
    transfer: codes(),
    leaving: codes(),
  }),
  forms: codes(),
  forTransfer: codes(),
  handouts: codes(),
  returns: codes(),
  settlements: codes(),
  meters: codes(),
  names: z.record(z.string(), someText()),
  appoint: duration(),
  accept: grace(),
  callback: duration(),
});
