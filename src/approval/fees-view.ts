import {
  asChoice,
  asMoney,
  asRecords,
  asText,
  asTold,
  type Rendering,
  type Shape,
} from '../cli/shape.ts';
import { card } from '../cli/view.ts';
import { PARTIES } from '../deposits/model.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import type { Due } from '../renovations/due-rules.ts';
import { dueShape } from '../renovations/money-view.ts';
import type { Booking, FeesPage } from './fees.ts';

const BOOKINGS = {
  deposit: w('押金', 'deposit'),
  receipt: w('收据', 'receipt'),
} as const satisfies Record<Booking['kind'], Words>;

const bookingShape: Shape<Booking> = [
  asChoice('party', w('交款方', 'Party'), (it) => it.party, PARTIES),
  asChoice('kind', w('种类', 'Kind'), (it) => it.kind, BOOKINGS),
  asText('no', w('编号', 'No'), (it) => it.no),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];

const bookingLine = (it: Booking, { lang }: Rendering): string =>
  [it.no, PARTIES[it.party][lang], BOOKINGS[it.kind][lang], yuanText(it.amountFen)].join('  ');

/** `住户  装修保证金  2000.00  未收`; of several each, and how many. */
function dueLine(it: Due, { lang }: Rendering): string {
  const one = it.amountFen === null ? '—' : yuanText(it.amountFen);
  const amount = it.occasion === 'permit' ? one : `${one} × ${it.count}`;
  return [PARTIES[it.party][lang], it.words[lang], amount, standsWords(it)[lang]].join('  ');
}

function standsWords({ amountFen, takenFen, owedFen, unpaid }: Due): Words {
  if (amountFen === null && unpaid > 0) return w('制度未定金额', 'no amount set');
  const [taken, owed] = [yuanText(takenFen), yuanText(owedFen)];
  if (owedFen === 0) return w(`已收 ${taken}`, `${taken} taken`);
  if (takenFen === 0) return w(`未收 ${owed}`, `${owed} owed`);
  return w(`已收 ${taken}，未收 ${owed}`, `${taken} taken, ${owed} owed`);
}

const feesShape: Shape<FeesPage> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asRecords('dues', w('应收', 'To be paid'), (it) => it.dues, dueShape, dueLine),
  asMoney('owed', w('现欠合计', 'Owed in all'), (it) =>
    it.dues.reduce((sum, { owedFen }) => sum + owedFen, 0),
  ),
  asTold('unset', w('制度未定金额', 'No amount set'), (it) => ({
    json: () => [...it.unset],
    line: () => it.unset.join('\n'),
  })),
  asRecords('booked', w('本次收取', 'Booked now'), (it) => it.booked, bookingShape, bookingLine),
];

/** What is to be paid for a renovation, and what of it was booked just now. */
export const feesCard = card(feesShape);
