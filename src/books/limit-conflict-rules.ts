import {
  type Conflict,
  conflict,
  rankOf,
  unknownField,
  unknownVerb,
  when,
} from './conflict-model.ts';
import type { Approval, Book, Limit } from './model.ts';
import { closingOf, isWrittenAt, openingOf } from './model.ts';
import { whenConflicts } from './when-conflict-rules.ts';

/** What is wrong in the promises that entries of a book make, and in who has to approve them. */
export const limitConflicts = (book: Book): Conflict[] => [
  ...book.limits.flatMap((limit) => inLimit(book, limit)),
  ...book.approvals.flatMap((approval) => inApproval(book, approval)),
];

function inLimit(book: Book, limit: Limit): Conflict[] {
  const at = `${book.key}.deadlines.${limit.key}`;
  return [
    ...nameConflicts(limit, at),
    ...unknownVerb(book, `${at}.from`, limit.from),
    ...unknownVerb(book, `${at}.met`, limit.met),
    ...timeConflicts(book, limit, at),
    ...courseConflicts(book, limit, at),
    ...whenConflicts(book, limit.when, `${at}.when`, limit.from),
  ];
}

/** Kinds of promises that a book has besides are called so (kinds.ts). */
const nameConflicts = ({ key }: Limit, at: string): Conflict[] =>
  when(key === 'next' || key.startsWith('approve-'), () =>
    conflict(
      at,
      '期限不能叫 next，也不能以 approve- 开头。',
      'A deadline is not called next, nor does its name begin with approve-.',
    ),
  );

/** By when it is due. */
function timeConflicts(book: Book, limit: Limit, at: string): Conflict[] {
  const field = book.fields.find(({ key }) => key === limit.at);
  return [
    ...unknownField(book, `${at}.at`, limit.at),
    ...when(field !== undefined && field.type !== 'day' && field.type !== 'moment', () =>
      conflict(
        `${at}.at`,
        `字段 ${limit.at} 不是日期或时间。`,
        `${limit.at} is neither a day nor a moment.`,
      ),
    ),
    ...when(
      field !== undefined &&
        !isWrittenAt(field, limit.from) &&
        rankOf(book, field.at) >= rankOf(book, limit.from),
      () =>
        conflict(
          `${at}.at`,
          `字段 ${limit.at} 到 ${field?.at} 时才填写，期限从 ${limit.from} 起就要知道。`,
          `${limit.at} is written with ${field?.at}, but the deadline begins with ${limit.from}.`,
        ),
    ),
    ...when(limit.at === null && limit.within === null, () =>
      conflict(
        limit.every === null ? at : `${at}.every`,
        '要写 within（多久之内）或 at（哪个日期字段）。',
        'Say within which time (within), or at the day of which field (at).',
      ),
    ),
  ];
}

/** Whether it can ever be kept. */
function courseConflicts(book: Book, limit: Limit, at: string): Conflict[] {
  const opening = openingOf(book)?.key;
  const closing = closingOf(book)?.key;
  const isOver = limit.from === closing || (closing === undefined && limit.from === opening);
  if (isOver) {
    return [
      conflict(
        closing === undefined ? at : `${at}.from`,
        '登记已了结，之后没有动作能履行这个期限；请加一个 close 动作。',
        'The entry is closed by then and nothing can keep this; a verb that closes has to come after it.',
      ),
    ];
  }
  return [
    ...when(limit.met === opening, () =>
      conflict(
        `${at}.met`,
        `${limit.met} 是登记本身，不能用来履行期限。`,
        `${limit.met} makes the entry; it cannot keep a promise of it.`,
      ),
    ),
    ...when(limit.met === limit.from && limit.met !== opening && limit.every === null, () =>
      conflict(
        `${at}.met`,
        'from 和 met 是同一个动作，要写 every（每隔多久）。',
        'The same verb begins and keeps it; that wants every.',
      ),
    ),
    ...when(limit.every !== null && limit.met === closing, () =>
      conflict(
        `${at}.every`,
        `${limit.met} 了结登记，之后不会再到期；every 要和一个 step 动作一起用。`,
        `${limit.met} closes the entry, so nothing is owed again; every goes with a step.`,
      ),
    ),
  ];
}

function inApproval(book: Book, { key, before }: Approval): Conflict[] {
  const at = `${book.key}.approvals.${key}.before`;
  return [
    ...unknownVerb(book, at, before),
    ...when(before !== null && before === openingOf(book)?.key, () =>
      conflict(
        at,
        '登记之前还没有可审批的内容，请写后面的动作，或删去 before。',
        'Nothing can be approved before the entry is made; name a later verb, or leave before out.',
      ),
    ),
  ];
}
