import { stringify } from 'yaml';
import {
  type Approval,
  type Book,
  type BookField,
  isBounded,
  type Limit,
  type Verb,
  type When,
} from '../books/model.ts';
import type { Words } from '../lib/words.ts';

/** The lines that declare a book as it is; read again they make the same one, enabled. */
export const declaredLines = (book: Book): string =>
  stringify({ [book.key]: declared(book) }, { lineWidth: 0 });

const declared = (book: Book) =>
  without({
    prefix: book.prefix,
    name: said(book.name),
    about: said(book.about),
    rules: book.rules || null,
    verbs: byKey(book.verbs, verbOf),
    fields: byKey(book.fields, fieldOf),
    title: book.title,
    deadlines: byKey(book.limits, limitOf),
    cadence: book.cadence && {
      every: book.cadence.text,
      role: book.cadence.role,
      words: said(book.cadence.words),
      ...(book.cadence.lead && { lead: book.cadence.lead.text }),
    },
    approvals: byKey(book.approvals, approvalOf),
    charge: book.charge && without({ ...book.charge }),
    sequel: book.sequel && without({ ...book.sequel, when: whenOf(book.sequel.when) }),
    rates: byKey(book.rates, ({ words, numerator, denominator }) => ({
      ...{ words: said(words), numerator, denominator },
    })),
    arrears: yes(book.showsArrears),
    unique: book.unique,
    handover: yes(book.isHandedOver),
    retention: book.retention?.text,
    signatures: book.signatures.map(said),
    foot: book.foot && said(book.foot),
  });

const verbOf = ({ does, about, when }: Verb) =>
  without({ does, about: said(about), when: whenOf(when) });

const fieldOf = (field: BookField) =>
  without({
    type: field.type,
    label: said(field.label),
    help: field.help && said(field.help),
    at: field.again.length > 0 ? [field.at, ...field.again] : field.at,
    required: yes(field.required),
    requiredWhen: whenOf(field.requiredWhen),
    personal: field.personal ? 'yes' : 'no',
    list: field.inList ? 'yes' : 'no',
    positional: yes(field.positional),
    usual: field.usual,
    choices: mapped(field.choices, said),
    items: mapped(field.items, ({ label, most }) => ({ label: said(label), most })),
    ...(isBounded(field) && { least: field.least, most: field.most }),
  });

const limitOf = (limit: Limit) =>
  without({
    ...{ words: said(limit.words), role: limit.role, met: limit.met, from: limit.from },
    ...{ at: limit.at, within: limit.within?.text, lead: limit.lead?.text },
    ...{ every: limit.every?.text, when: whenOf(limit.when) },
  });

const approvalOf = ({ words, role, within, before, daily }: Approval) =>
  without({ words: said(words), role, within: within.text, before, daily: yes(daily) });

/** Once where both languages say the same. */
const said = ({ zh, en }: Words) => (zh === en ? zh : { zh, en });

const yes = (is: boolean) => (is ? 'yes' : null);

const whenOf = (when: When | null) => when && { [when.field]: when.is };

function byKey<T extends { key: string }>(all: readonly T[], of: (each: T) => unknown) {
  return Object.fromEntries(all.map((each) => [each.key, of(each)]));
}

const mapped = <T>(all: Readonly<Record<string, T>>, of: (each: T) => unknown) =>
  Object.fromEntries(Object.entries(all).map(([key, each]) => [key, of(each)]));

/** What says nothing is left out. */
const without = (all: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => !isNothing(value)));

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && Object.keys(value).length === 0);
