import type { Section } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { figures, type Told } from './building.ts';

/** Cash by its journal: taken, handed in, left; deposits are somebody else's money (rules 129, 130). */
export const cashSection = (told: Told): Section => ({
  key: 'cash',
  title: w('现金与押金', 'Cash and deposits'),
  blocks: [
    figures(told, [
      ...['cash.opening', 'cash.taken', 'cash.refunded', 'cash.depositsTaken'],
      ...['cash.depositsReturned', 'cash.handedIn', 'cash.difference', 'cash.till'],
    ]),
    figures(
      told,
      [
        ...['deposits.carried', 'deposits.taken', 'deposits.deducted', 'deposits.refunded'],
        ...['deposits.held', 'deposits.count'],
      ],
      { key: 'deposits', title: w('押金（不是收入）', 'Deposits (no income)') },
    ),
  ],
});
