import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Unit } from '../registry/model.ts';
import { debtorOf, type Owing } from './debtor-rules.ts';
import * as store from './debtor-store.ts';

/** As `debtorOf`. */
export const debtorOn = (
  ledger: Ledger,
  { id, handoverOn }: Pick<Unit, 'id' | 'handoverOn'>,
  day: Day,
): Owing | undefined => debtorOf({ handoverOn, owners: store.ownersOf(ledger, id) }, day);
