import type { ScoredItem } from '../lib/scores.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import {
  type Approval,
  type Book,
  type BookField,
  type Cadence,
  type FieldType,
  LARGEST_WHOLE,
  type Limit,
  type Verb,
  type When,
} from './model.ts';
import type { Declared } from './schema.ts';

/** Types whose values tell who somebody is; free text may, too, unless the book says otherwise. */
const PERSONAL: readonly FieldType[] = [
  ...(['text', 'long', 'resident', 'phone', 'identity', 'plate', 'lines', 'file'] as const),
];

/** Types that are too long for a column of a table. */
const UNLISTED: readonly FieldType[] = ['long', 'lines', 'sheet', 'file', 'identity', 'phone'];

const NOBODY_SAID = { amount: 1, unit: 'd', text: '1d' } as const;

/** The book of a declaration that has been judged, what it leaves out filled in. */
export function shapeBook(key: string, declared: Declared, isBuiltIn: boolean): Omit<Book, 'hash'> {
  const name = declared.name;
  const verbs = verbsOf(declared, name);
  const opening = verbs[0]?.key ?? '';
  const closing = verbs.find(({ does }) => does === 'close')?.key;
  const fields = Object.entries(declared.fields).map(([each, field]) =>
    shapeField(each, field, opening),
  );
  return {
    key,
    prefix: declared.prefix,
    name,
    about: declared.about ?? name,
    rules: declared.rules ?? '',
    isEnabled: declared.enabled ?? true,
    isBuiltIn,
    verbs,
    fields,
    title: declared.title ?? usualTitle(fields),
    limits: limitsOf(declared, opening, closing),
    cadence: cadenceOf(declared.cadence, name),
    approvals: approvalsOf(declared, name),
    charge: declared.charge
      ? {
          tariff: declared.charge.tariff,
          at: declared.charge.at ?? closing ?? opening,
          amount: declared.charge.amount ?? null,
          quantity: declared.charge.quantity ?? null,
        }
      : null,
    sequel: declared.sequel
      ? {
          does: declared.sequel.does,
          at: declared.sequel.at ?? opening,
          from: declared.sequel.from,
          when: whenOf(declared.sequel.when),
        }
      : null,
    rates: Object.entries(declared.rates ?? {}).map(([each, rate]) => ({ key: each, ...rate })),
    showsArrears: declared.arrears ?? false,
    unique: declared.unique ?? null,
    isHandedOver: declared.handover ?? false,
    retention: declared.retention ?? null,
    signatures: declared.signatures ?? [],
    foot: declared.foot ?? null,
  };
}

const ABOUT: Readonly<Record<Verb['does'], Words>> = {
  open: w('登记', 'enter'),
  step: w('办理', 'record'),
  close: w('了结', 'close'),
};

function verbsOf(declared: Declared, name: Words): Verb[] {
  const verbs = Object.entries(declared.verbs).map(([key, verb]): Verb => {
    const { does, about, when }: Spoken = typeof verb === 'string' ? { does: verb } : verb;
    const usual = w(`${ABOUT[does].zh}：${name.zh}`, `${name.en}: ${ABOUT[does].en}`);
    return { key, does, about: about ?? usual, when: whenOf(when) };
  });
  const order = ['open', 'step', 'close'];
  return verbs.sort((a, b) => order.indexOf(a.does) - order.indexOf(b.does));
}

type Spoken = Exclude<Declared['verbs'][string], string>;

function whenOf(declared: Readonly<Record<string, readonly string[]>> | undefined): When | null {
  const [when] = Object.entries(declared ?? {});
  return when ? { field: when[0], is: when[1] } : null;
}

type DeclaredField = Declared['fields'][string];

function shapeField(key: string, field: DeclaredField, opening: string): BookField {
  const { type } = field;
  const [at, ...again] = [field.at ?? opening].flat();
  return {
    key,
    label: field.label,
    type,
    help: field.help ?? null,
    at: at || opening,
    again,
    required: field.required ?? false,
    requiredWhen: whenOf(field.requiredWhen),
    personal: field.personal ?? PERSONAL.includes(type),
    inList: field.list ?? !UNLISTED.includes(type),
    positional: field.positional ?? false,
    usual: field.usual ?? null,
    choices: field.choices ?? {},
    items: Object.fromEntries(
      Object.entries(field.items ?? {}).map(([item, it]): [string, ScoredItem] => [
        item,
        'label' in it ? it : { label: it, most: 1 },
      ]),
    ),
    least: field.least ?? 0,
    most: field.most ?? LARGEST_WHOLE,
  };
}

/** The first that must be written down. */
const usualTitle = (fields: readonly BookField[]): string[] =>
  fields
    .filter(({ type, required }) => required && (type === 'text' || type === 'choice'))
    .slice(0, 2)
    .map(({ key }) => key);

const limitsOf = (declared: Declared, opening: string, closing = opening): Limit[] =>
  Object.entries(declared.deadlines ?? {}).map(([key, limit]) => ({
    key,
    words: limit.words,
    role: limit.role ?? 'clerk',
    met: limit.met ?? closing,
    from: limit.from ?? opening,
    at: limit.at ?? null,
    within: limit.within ?? null,
    lead: limit.lead ?? null,
    every: limit.every ?? null,
    when: whenOf(limit.when),
  }));

function cadenceOf(declared: Declared['cadence'], name: Words): Cadence | null {
  if (!declared) return null;
  const { every, ...rest } = 'every' in declared ? declared : { every: declared };
  return {
    ...every,
    role: rest.role ?? 'clerk',
    words: rest.words ?? w(`登记${name.zh}`, `make the next entry: ${name.en}`),
    lead: rest.lead ?? null,
  };
}

const approvalsOf = (declared: Declared, name: Words): Approval[] =>
  Object.entries(declared.approvals ?? {}).map(([key, approval]) => ({
    key,
    role: approval.role,
    words: approval.words ?? usualApproval(name, approval.before !== undefined),
    within: approval.within ?? NOBODY_SAID,
    before: approval.before ?? null,
    daily: approval.daily ?? false,
  }));

const usualApproval = (name: Words, isBefore: boolean): Words =>
  isBefore
    ? w(`审批：${name.zh}`, `approve: ${name.en}`)
    : w(`签阅：${name.zh}`, `countersign: ${name.en}`);
