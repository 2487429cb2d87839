import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Unit } from '../registry/model.ts';
import { ownersOf } from '../registry/owners.ts';
import { debtorOf, type Owing } from './debtor-rules.ts';

/** As `debtorOf`. */
export const debtorOn = (
  ledger: Ledger,
  { id, handoverOn }: Pick<Unit, 'id' | 'handoverOn'>,
  day: Day,
): Owing | undefined => debtorOf({ handoverOn, owners: ownersOf(ledger, [id])(id) }, day);
