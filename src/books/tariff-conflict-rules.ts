import { type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { type Conflict, conflict } from './conflict-model.ts';
import type { Book, Books } from './model.ts';
import { enabledOf } from './model.ts';

const charged = (books: Books) =>
  enabledOf(books).flatMap((book) => (book.charge ? [{ book, tariff: book.charge.tariff }] : []));

const tariffOf = ({ fees }: Pick<Policy, 'fees'>, key: string) =>
  Object.hasOwn(fees.tariffs, key) ? fees.tariffs[key] : undefined;

/** Charges by a tariff that the policy does not have, or that is not charged once. */
export const tariffConflicts = (books: Books, policy: Pick<Policy, 'fees'>): Conflict[] =>
  charged(books).flatMap(({ book, tariff }) => {
    const found = tariffOf(policy, tariff);
    if (found?.basis === 'one-off') return [];
    return [found ? notOnce(book, tariff) : unknown(book, tariff)];
  });

const pathOf = ({ key }: Book) => `${key}.charge.tariff`;

const unknown = (book: Book, tariff: string) =>
  conflict(
    pathOf(book),
    `制度参数里没有收费项目 ${tariff}；有哪些见 wy fee tariff list。`,
    `The policy has no tariff ${tariff}; see wy fee tariff list.`,
  );

const notOnce = (book: Book, tariff: string) =>
  conflict(
    pathOf(book),
    `收费项目 ${tariff} 是定期收的；这里要一次性的（basis: one-off）。`,
    `${tariff} is billed again and again; this wants a tariff that is charged once (basis: one-off).`,
  );

/** Charges by a tariff that the policy has switched off. */
export const tariffWarnings = (books: Books, policy: Pick<Policy, 'fees'>): Words[] =>
  charged(books)
    .filter(({ tariff }) => tariffOf(policy, tariff)?.active === false)
    .map(({ book, tariff }) =>
      w(
        `登记簿 ${book.key} 按 ${tariff} 收费，但这个收费项目没有启用。`,
        `The book ${book.key} charges by ${tariff}, which is not active.`,
      ),
    );
