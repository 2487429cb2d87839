import type { ContactFacts } from './model.ts';

/** Whether it tells that a message came back: a letter nobody took, too. */
const cameBack = ({ way, result }: Message): boolean =>
  result === 'returned' || (way === 'letter' && result === 'no-answer');

type Message = Pick<ContactFacts, 'way' | 'result' | 'tracking'>;

/**
 * The contacts with one debtor in their order, without messages that came back: they asked nobody, and
 * prove nothing.
 */
export function standing<C extends Message>(contacts: readonly C[]): C[] {
  let left: C[] = [];
  for (const it of contacts) {
    if (cameBack(it)) left = without(left, it);
    else left.push(it);
  }
  return left;
}

/** Of an SMS the last one sent; whoever answered had it. */
function without<C extends Message>(contacts: C[], back: C): C[] {
  if (back.way === 'letter') return withoutLetter(contacts, back);
  const at = contacts.findLastIndex(({ way, result }) => way === back.way && result === 'sent');
  return contacts.filter((_, index) => index !== at);
}

/**
 * The letter of that tracking number, else the last one. With it goes what was booked before its number
 * was known: better a letter too many than one that nobody had.
 */
function withoutLetter<C extends Message>(contacts: C[], back: C): C[] {
  const letter = contacts.findLast(
    ({ way, tracking }) =>
      way === 'letter' &&
      (back.tracking === null || tracking === null || tracking === back.tracking),
  );
  if (!letter) return contacts;
  return contacts.filter(({ way, tracking, result }) => {
    if (way !== 'letter') return true;
    return tracking === null ? result !== 'sent' : tracking !== letter.tracking;
  });
}
