import type { Telling } from '../cases/text.ts';
import { w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';

/** How the steps of an enquiry are told. */
export const TELLING: Telling = {
  kinds: {
    received: w('登记', 'received'),
    passed: w('转给', 'passed on to'),
    promised: w('约定答复时间', 'answer promised until'),
    answered: w('答复', 'answered'),
    note: w('记事', 'note'),
    closed: w('了结', 'closed'),
  },
  values: { to: ROLE_TITLES },
};
