import { everyBook } from '../books/gone.ts';
import { slipOrder, slipSheets } from '../papers/printing.ts';
import { requireBook } from '../shelf/changing.ts';
import type { Form } from './form.ts';

const KEY = 'pass';

/** 放行条: the slip of the entry, as `wy pass print` prints it (rules 114–116). */
export const form: Form = {
  prints: slipOrder(KEY),
  sheets: (ctx, { subject }) => slipSheets(ctx, requireBook(everyBook(ctx), KEY), subject),
};
