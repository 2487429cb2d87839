import type { Book } from '../ledger/numbers.ts';
import { w } from '../lib/words.ts';

export const CONTACTS: Book = {
  table: 'contacts',
  prefix: 'N',
  name: w('催缴记录', 'contact'),
  list: 'fee contacts',
};
