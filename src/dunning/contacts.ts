import type { WithDeadlines } from '../cases/model.ts';
import { withDeadlines } from '../cases/record.ts';
import { tooEarly } from '../cases/rules.ts';
import type { Ctx } from '../context.ts';
import { DEBTORS } from '../fees/model.ts';
import { nextNumber, resolveNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { dayOf, endOfDay, startOfDay } from '../lib/moment.ts';
import { plainName } from '../lib/name.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { CONTACTS } from './book.ts';
import {
  deliveredBefore,
  deliveredOnOf,
  effectiveOn,
  faultOf,
  stageOf,
  type TypedContact,
} from './contact-rules.ts';
import * as store from './contact-store.ts';
import { staysOn } from './debt-store.ts';
import { amountFenOf, debtsOf, keyText } from './debts.ts';
import type { Contact, Debt, PromiseState } from './model.ts';
import { endPromises, promisePayment, promiseStates } from './promises.ts';

/** A contact with what came of its promise; null where nothing was promised. */
export type ContactRecord = WithDeadlines<Contact> & { promise: PromiseState | null };

export interface NewContact extends TypedContact {
  unit: string | undefined;
  /** The number of an earlier contact: about the same debt. */
  about: string | undefined;
  /** Whose debt, where several owe: a kind of debtor, or a name. */
  debtor: string | undefined;
  reason: string | undefined;
}

/** Whom a contact is with. */
type Party = Pick<Contact, 'unitId' | 'debtor' | 'debtorId' | 'subscriptionId'> & {
  unit: string;
  debt: Debt | undefined;
  /** The letter it is about. */
  letter: Contact | undefined;
};

/**
 * Records that somebody was asked for what they owe, and what came of it (rules 133, 134). A promise
 * becomes a deadline of the desk and holds the ladder; what was promised before falls away.
 */
export function recordContact(ctx: Ctx, made: NewContact): ContactRecord {
  const fault = faultOf(made, ctx.today);
  if (fault) throw fault;
  return transact(ctx, 'fee.contact', (entry) => {
    const { ledger, today } = ctx;
    const party = made.about === undefined ? partyOf(ctx, made) : partyAbout(ctx, made.about, made);
    const no = nextNumber(ledger, CONTACTS, today);
    const row = rowOf(ctx, no, made, party);
    endPromises(ctx, [row]);
    store.insert(ledger, row);
    if (row.promiseOn !== null) promisePayment(ctx, no, row.promiseOn);
    if (party.debt === undefined) warnOfNothing(ctx, party.unit);
    entry.subject = no;
    entry.changes = changesOf(row, party.unit);
    const [record] = recordsOf(ctx, [requireContact(ctx, no)]);
    if (!record) throw new Error(`${no} was not written`);
    return record;
  });
}

function rowOf(ctx: Ctx, no: string, made: NewContact, party: Party): store.NewContact {
  const { unitId, debtor, debtorId, subscriptionId, debt } = party;
  const letter = made.way === 'letter' ? party.letter : undefined;
  const facts = {
    way: made.way,
    result: made.result,
    promiseOn: made.promiseOn ?? null,
    deliveredOn: deliveredOnOf(made, ctx.today),
    signedBy: made.signedBy ?? null,
    relation: made.relation ?? null,
  };
  return {
    ...{ no, unitId, debtor, debtorId, subscriptionId, ...facts },
    stage: stageOf(made.way),
    tracking: made.tracking ?? letter?.tracking ?? null,
    reason: made.reason ?? null,
    ...(letter ? owedBy(letter) : owedThen(debt)),
    effectiveOn: debt === undefined ? null : effectiveOn(facts, ctx.today),
    approvedById: null,
    contactedAt: ctx.now,
    contactedById: ctx.operator().id,
  };
}

/** What became of a letter is about what the letter asked for. */
const owedBy = ({ amountFen, oldestDueOn, newestDueOn }: Contact) => ({
  amountFen,
  oldestDueOn,
  newestDueOn,
});

/** What a contact keeps of the debt it was about. */
export const owedThen = (debt: Debt | undefined) => ({
  amountFen: debt === undefined ? 0 : amountFenOf(debt),
  oldestDueOn: debt?.charges[0]?.dueOn ?? null,
  newestDueOn: debt?.charges.at(-1)?.dueOn ?? null,
});

function changesOf(row: store.NewContact, unit: string): Record<string, unknown> {
  const { way, result, promiseOn, deliveredOn, effectiveOn: effective, amountFen } = row;
  return {
    ...{ unit, way, result, amountFen },
    ...(promiseOn !== null && { promiseOn }),
    ...(deliveredOn !== null && { deliveredOn }),
    ...(effective !== null && { effectiveOn: effective }),
    ...(row.signedBy !== null && { signedBy: HIDDEN }),
  };
}

const warnOfNothing = (ctx: Ctx, unit: string) =>
  ctx.warn(
    w(
      `${unit} 没有逾期的欠费；联系已记下，不影响时效。`,
      `Nothing is overdue of ${unit}; the contact is kept and starts no limitation anew.`,
    ),
  );

function partyAbout(ctx: Ctx, typed: string, made: NewContact): Party {
  const it = requireContact(ctx, typed);
  const refusal =
    tooEarly(it.no, 'fee contacts', it.contactedAt, ctx.now) ??
    deliveredBefore(dayOf(it.contactedAt, ctx.zone), made.deliveredOn);
  if (refusal) throw refusal;
  const debts = debtsOf(ctx, { asOf: ctx.today, unitId: it.unitId });
  const debt = debts.find((each) => keyText(each) === keyText(it));
  return { ...it, debt, letter: it.way === 'letter' ? it : undefined };
}

/** Whoever owes; of several whom the clerk names, else the owner of today. */
function partyOf(ctx: Ctx, { unit: typed, debtor: named }: NewContact): Party {
  const unit = requireUnit(ctx.ledger, typed ?? '');
  const debts = debtsOf(ctx, { asOf: ctx.today, unitId: unit.id });
  const debt = named === undefined ? usual(ctx, unit.id, debts) : theNamed(unit.code, debts, named);
  const nobody = { debtor: null, debtorId: null, subscriptionId: null };
  return { unitId: unit.id, unit: unit.code, debt, letter: undefined, ...nobody, ...keyOf(debt) };
}

const keyOf = (debt: Debt | undefined) =>
  debt && { debtor: debt.debtor, debtorId: debt.debtorId, subscriptionId: debt.subscriptionId };

function usual(ctx: Ctx, unitId: number, debts: readonly Debt[]): Debt | undefined {
  if (debts.length < 2) return debts[0];
  const owners = staysOn(ctx.ledger, [unitId], ctx.today).filter(({ role }) => role === 'owner');
  const present = debts.find(
    ({ debtor, debtorId }) =>
      debtor === 'owner' && owners.some(({ personId }) => personId === debtorId),
  );
  if (present) return present;
  throw severalDebtors(debts);
}

function theNamed(unit: string, debts: readonly Debt[], named: string): Debt {
  const wanted = plainName(named);
  const kind = wanted.toLowerCase();
  const found = debts.filter(
    ({ debtor, name }) =>
      name === wanted || [debtor, DEBTORS[debtor].zh, DEBTORS[debtor].en].includes(kind),
  );
  const [only, another] = found;
  if (another) throw severalDebtors(found);
  if (only) return only;
  throw refused(
    'no_such_debtor',
    w(`${unit} 没有这样的欠费人。`, `Nobody like that owes anything of ${unit}.`),
    w(`查看：wy fee statement --unit ${unit}`, `See wy fee statement --unit ${unit}`),
  );
}

const severalDebtors = (debts: readonly Debt[]) =>
  refused(
    'several_debtors',
    w(
      `这套房有 ${debts.length} 个欠费人，不知道联系的是哪一个。`,
      `${debts.length} debtors owe something of this unit; it is not said which one was asked.`,
    ),
    w(
      '请加 --debtor owner（业主）、developer（开发商）、party（承租方），或写姓名。',
      'Add --debtor owner, developer or party, or a name.',
    ),
  );

/** The contact of a number or an unambiguous end of one; refuses an unknown one. */
function requireContact(ctx: Ctx, typed: string): Contact {
  const no = resolveNumber(ctx.ledger, CONTACTS, typed, ctx.today);
  const found = store.byNumber(ctx.ledger, no);
  if (!found) throw new Error(`${no} is not there`);
  return found;
}

export interface ContactQuery {
  /** Only this one, by its number or the end of it. */
  no?: string | undefined;
  unit?: string | undefined;
  since?: Day | undefined;
  until?: Day | undefined;
}

/** In the order in which they were made. */
export function listContacts(ctx: Ctx, { no, unit, since, until }: ContactQuery): ContactRecord[] {
  if (no !== undefined) return recordsOf(ctx, [requireContact(ctx, no)]);
  const contacts = store.list(ctx.ledger, {
    unitId: unit === undefined ? undefined : requireUnit(ctx.ledger, unit).id,
    from: since === undefined ? undefined : startOfDay(since, ctx.zone),
    to: until === undefined ? undefined : endOfDay(until, ctx.zone),
  });
  return recordsOf(ctx, contacts);
}

function recordsOf(ctx: Ctx, contacts: readonly Contact[]): ContactRecord[] {
  const records = withDeadlines(ctx.ledger, contacts);
  const states = promiseStates(ctx, records);
  return records.map((it) => ({ ...it, promise: states.get(it.id) ?? null }));
}
