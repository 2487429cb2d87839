import { type Words, w } from '../lib/words.ts';
import type { Form } from './form.ts';

interface Declared {
  /** Its canonical name. */
  name: Words;
  /** What stands behind it on the command line. */
  takes: Words;
  load(): Promise<{ form: Form }>;
}

/** Every printed form of the desk, in the order of the residents' way through it. */
export const FORMS = {
  receipt: {
    name: w('收据', 'receipt'),
    takes: w('收据编号', 'number of the receipt'),
    load: () => import('./receipt.ts'),
  },
} as const satisfies Record<string, Declared>;

export type FormKey = keyof typeof FORMS;
