import type { Book, BookField, Books, Value } from '../books/model.ts';
import { KINDS, type Rendering } from '../cli/shape.ts';
import { valueText } from '../entries/field-view.ts';
import { CHARGED, RAINED, STATES, TICKETED, WAS } from '../entries/model.ts';
import { type Words, w } from '../lib/words.ts';

/** Actions on entries are called `books.<book>.<verb>`. */
const ACTION = /^books\.([a-z0-9-]+)\.([a-z0-9-]+)$/;

/** What can be done to the entries of every book. */
const EVERY: Readonly<Record<string, Words>> = {
  edit: w('更改', 'changed'),
  cancel: w('作废', 'cancelled'),
  approve: w('批准', 'approved'),
  print: w('打印', 'printed'),
  import: w('导入', 'imported'),
  export: w('导出', 'exported'),
};

export interface BookAction {
  book: Book;
  verb: string;
}

/** The book and the verb of an action, where it is one on entries. */
export function bookAction(books: Books, action: string): BookAction | undefined {
  const [, key, verb] = ACTION.exec(action) ?? [];
  const book = books.find((each) => each.key === key);
  return book && verb !== undefined ? { book, verb } : undefined;
}

/** What was done, as the journal's readers are told: of the book's own verbs their words. */
export function bookActionWords({ book, verb }: BookAction): Words {
  const own = book.verbs.find(({ key }) => key === verb)?.about;
  const every = EVERY[verb] ?? w(verb, verb);
  return own ?? w(`${every.zh}：${book.name.zh}`, `${book.name.en}: ${every.en}`);
}

const OTHERS: Readonly<Record<string, Words>> = {
  reason: w('原因', 'reason'),
  copy: w('第几份', 'copy'),
  approval: w('事项', 'approval'),
  approvals: w('事项', 'approvals'),
  entries: w('登记', 'entries'),
  note: w('说明', 'note'),
  state: w('状态', 'state'),
  count: w('条数', 'entries'),
  added: w('新增', 'added'),
  charges: w('应收编号', 'charges'),
  [CHARGED]: w('应收编号', 'charge'),
  [TICKETED]: w('工单', 'tickets'),
  [RAINED]: w('第几场大雨', 'heavy rain'),
  from: w('起', 'from'),
  no: w('编号', 'number'),
};

/** What was written in fields of a book: their labels, and values as its lists show them. */
export function entryChangesText(
  { book, verb }: BookAction,
  changes: Readonly<Record<string, unknown>>,
  staff: ReadonlyMap<number, string>,
  as: Rendering,
): string {
  const colon = as.lang === 'zh' ? '：' : ': ';
  const writes = verb === 'edit' || book.verbs.some(({ key }) => key === verb);
  const fields = writes ? book.fields : [];
  const order = fields.map(({ key }) => key);
  const place = ([key]: [string, unknown]) => order.indexOf(withoutWas(key));
  return Object.entries(changes)
    .filter(([, value]) => value !== null)
    .sort((a, b) => place(a) - place(b))
    .map(([key, value]) => {
      const field = fields.find((each) => each.key === withoutWas(key));
      const label = (field?.label ?? OTHERS[key])?.[as.lang] ?? key;
      const before = key.endsWith(WAS) ? BEFORE[as.lang] : '';
      const said = isApproval(key) && !field ? approvalText(book, value, as) : undefined;
      return `${label}${before}${colon}${said ?? told(field, value, staff, as)}`;
    })
    .join(as.lang === 'zh' ? '，' : ', ');
}

const isApproval = (key: string): boolean => key === 'approval' || key === 'approvals';

function approvalText({ approvals }: Book, value: unknown, { lang }: Rendering): string {
  const words = [value].flat().map((key) => {
    const found = approvals.find((each) => each.key === key);
    return found?.words[lang] ?? String(key);
  });
  return words.join(lang === 'zh' ? '、' : ', ');
}

const BEFORE = w('（原）', ' (before)');

const withoutWas = (key: string) => (key.endsWith(WAS) ? key.slice(0, -WAS.length) : key);

/** What is personal is hidden already: of any type, it is told by its field alone. */
function told(
  field: BookField | undefined,
  value: unknown,
  staff: ReadonlyMap<number, string>,
  as: Rendering,
): string {
  if (field && !isHidden(value) && !isFlat(field, value)) {
    const name = field.type === 'staff' ? staff.get(Number(value)) : String(value);
    return valueText(field, { value: value as Value, name }, as);
  }
  if (typeof value === 'boolean') return KINDS.flag.text(value, as, {});
  if (Array.isArray(value)) return value.map(String).join(as.lang === 'zh' ? '、' : ', ');
  return STATES[value as keyof typeof STATES]?.[as.lang] ?? String(value);
}

const isHidden = (value: unknown): boolean => typeof value === 'string' && /^\*+$/.test(value);

/** Lists and scores that were made a text already. */
const isFlat = ({ type }: BookField, value: unknown): boolean =>
  ['lines', 'sheet', 'file', 'choices'].includes(type) && typeof value === 'string';
