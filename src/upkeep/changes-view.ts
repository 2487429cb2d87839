import type { Books } from '../books/model.ts';
import { KINDS, type Rendering } from '../cli/shape.ts';
import { localText } from '../lib/moment.ts';
import { tellUnit } from '../lib/unit-keys.ts';
import { list, same, type Words } from '../lib/words.ts';
import type { Names } from '../renovations/model.ts';
import { type Choices, choicesOf, nameOf } from './changes-text.ts';
import { bookAction, entryChangesText } from './entry-changes-view.ts';
import type { HistoryLine } from './history.ts';

const MOST_NAMES = 5;
/** Members of staff, by their id. */
const STAFF_IDS =
  /^(assignee|owner|inspector|visitor|passedTo|escalatedTo|callbackSigner|takenBy|reviewedBy|assessedBy|approvedBy|opinionBy|openedBy|acceptedBy|reinspectedBy|staff|with)Id$/;
const HASH = /^[0-9a-f]{64}$/;

/** Of what only the ledger and the policy know: staff by their id, tariffs and shifts by their key, codes. */
export interface Known {
  staff: ReadonlyMap<number, string>;
  tariffs: Readonly<Record<string, Words>>;
  shifts: Readonly<Record<string, Words>>;
  forms: Readonly<Record<string, Words>>;
  /** Of renovations. */
  codes: Names;
  books: Books;
}

/**
 * What was changed as people read it. Of a new record nothing is said of what was left unset; of an
 * edit, that it was made empty.
 */
export function changesText(
  { action, changes }: Pick<HistoryLine, 'action' | 'changes'>,
  { staff, tariffs, shifts, forms, codes, books }: Known,
  as: Rendering,
): string {
  const ofBook = bookAction(books, action);
  if (ofBook) return entryChangesText(ofBook, changes, staff, as);
  const isEdit = action.endsWith('.edit');
  const choices = {
    ...choicesOf(action, codes),
    ...{ tariff: tariffs, shift: shifts, shifts, backShift: shifts, form: forms },
  };
  const parts = Object.entries(changes)
    .filter(([, value]) => value !== null || isEdit)
    .map(([stored, value]) => partText(stored, value, { action, staff, choices, as }))
    .filter((part) => part !== undefined);
  return parts.join(as.lang === 'zh' ? '，' : ', ');
}

interface Reading {
  action: string;
  staff: Known['staff'];
  choices: Choices;
  as: Rendering;
}

function partText(stored: string, value: unknown, reading: Reading): string | undefined {
  const { action, staff, as } = reading;
  const momentText = (moment: string) => localText(moment, as.zone);
  const [key, told] = tellUnit(stored, value, { momentText });
  const text = STAFF_IDS.test(stored) ? staff.get(Number(told)) : valueText(key, told, reading);
  if (text === '') return undefined;
  const name = nameOf(action, key)?.[as.lang] ?? key;
  return as.lang === 'zh' ? `${name}：${text ?? told}` : `${name}: ${text ?? told}`;
}

function valueText(key: string, value: unknown, reading: Reading): string {
  const { choices, as } = reading;
  if (value === null) return '—';
  if (typeof value === 'boolean') return KINDS.flag.text(value, as, {});
  if (key === 'staffIds' && Array.isArray(value)) {
    const names = value.map((id) => reading.staff.get(Number(id)) ?? String(id));
    return namesText(key, names, reading);
  }
  if (Array.isArray(value)) return namesText(key, value, reading);
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (HASH.test(text)) return text.slice(0, 12);
  const of = choices[key];
  return of ? list(text.split(',').map((each) => of[each] ?? same(each)))[as.lang] : text;
}

/** The first few, and how many there are. */
function namesText(key: string, values: readonly unknown[], { choices, as }: Reading): string {
  if (values.some((each) => typeof each === 'object')) return String(values.length);
  const shown = values.slice(0, MOST_NAMES).map(String);
  const text = KINDS.choices.text(shown, as, choices[key] ?? {});
  return values.length > MOST_NAMES ? `${text} … (${values.length})` : text;
}
