import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { addMonths } from '../lib/day.ts';
import { yuanText } from '../lib/money.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { type Words, w } from '../lib/words.ts';
import type { Command } from './command.ts';
import { EARLIER, type Field } from './field.ts';
import type { Option } from './prompt.ts';

/** What a person may choose from while typing. */
interface Suggester {
  /** What can be typed. */
  hint: Words;
  find(typed: string): readonly Option[];
  /** All that begins so, for a shell, which writes what they have in common; by `find` without. */
  beginning?(begun: string): readonly Option[];
  /** Whether what is typed in full is taken where nothing is found; anything readable without. */
  accepts?(typed: string): boolean;
}

type Named = Pick<Command, 'name' | 'noun' | 'verb'>;

type Source = (ctx: Ctx, command: Named) => Promise<Suggester>;

/** As many as are ever found at once. */
export const MOST = 50;

/** Undefined where a field names nothing that could be looked up. */
export async function suggesterFor(field: Field<unknown>, command: Named, ctx: Ctx) {
  const of = field.of === 'document' ? command.noun : field.of;
  if (of === undefined) return undefined;
  const book = ctx.books.find(({ key }) => key === command.noun);
  if (book && field.of === 'document') return entries(book)(ctx, command);
  if (book && of.startsWith(EARLIER)) return earlier(ctx, book, of.slice(EARLIER.length));
  if (book && of === 'unit') return knownUnits(ctx);
  return SOURCES[of]?.(ctx, command);
}

const has = (typed: string, ...parts: (string | null)[]) =>
  parts.some((part) => plain(part ?? '').includes(plain(typed)));

/** Width and case make no difference to who looks something up. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase();

const lineOf = (...parts: (string | null)[]) => parts.filter(Boolean).join('  ');

/** Units by their code, or by the name or telephone of who lives there. */
async function units(ctx: Ctx): Promise<Suggester> {
  const [{ findResidents }, { listUnits }, { listResidents }, { unitsFrom }] = await Promise.all([
    import('../registry/find.ts'),
    import('../registry/units.ts'),
    import('../registry/residents.ts'),
    import('./completion-units.ts'),
  ]);
  const codes = listUnits(ctx.ledger).map((unit) => unit.code);
  return {
    hint: w('请输入房号、姓名、拼音或电话', 'type a unit, a name or a phone'),
    find: (typed) => {
      if (typed === '') return [];
      const names = new Map<string, string[]>();
      for (const { unit, name } of findResidents(ctx, typed, MOST)) {
        names.set(unit, [...(names.get(unit) ?? []), name]);
      }
      for (const code of codes.filter((each) => has(typed, each))) {
        if (names.size < MOST && !names.has(code)) names.set(code, []);
      }
      return [...names].map(([value, who]) => ({ value, name: lineOf(value, who.join('、')) }));
    },
    beginning: (begun) =>
      unitsFrom(codes, begun, (unit) =>
        listResidents(ctx.ledger, { unit, on: ctx.today })
          .map(({ name }) => name)
          .join('、'),
      ),
  };
}

/** A unit that is not in the registry is refused at its question, not after the last one. */
async function knownUnits(ctx: Ctx): Promise<Suggester> {
  const { listUnits } = await import('../registry/units.ts');
  const codes = new Set(listUnits(ctx.ledger).map(({ code }) => code));
  const accepts = (typed: string) => codes.has(tryUnitCode(typed)?.code ?? '');
  return { ...(await units(ctx)), accepts };
}

async function residents(ctx: Ctx): Promise<Suggester> {
  const { findResidents } = await import('../registry/find.ts');
  return {
    hint: w('请输入姓名、拼音、电话或房号', 'type a name, a phone or a unit'),
    find: (typed) =>
      findResidents(ctx, typed, MOST).map(({ id, unit, name }) => ({
        value: String(id),
        name: lineOf(String(id), unit, name),
      })),
  };
}

async function staff(ctx: Ctx): Promise<Suggester> {
  const [{ listStaff }, { roleTitle }] = await Promise.all([
    import('../registry/staff.ts'),
    import('../policy/roles.ts'),
  ]);
  const options = listStaff(ctx.ledger).map(({ name, roles }) => {
    const titles = roles.map((role) => roleTitle(ctx.policy, role)[ctx.lang]);
    return { value: name, name: lineOf(name, titles.join('、')) };
  });
  return {
    hint: w('请输入姓名', 'type a name'),
    find: (typed) => options.filter(({ name }) => has(typed, name)),
  };
}

/** A document as it is chosen from. */
interface Document {
  no: string;
  where: string | null;
  title: string;
}

/**
 * Documents of one book: those that owe this very step, soonest first; then the others that are open
 * and whose state allows it.
 */
const documents =
  (name: Words, others: (ctx: Ctx, verb: string) => Promise<readonly Document[]>): Source =>
  async (ctx, command) => {
    const [{ agenda }, { settledBy }] = await Promise.all([
      import('../agenda/service.ts'),
      import('../deadlines/kinds.ts'),
    ]);
    const { duties, declared } = agenda(ctx, { within: FAR });
    const owing = duties
      .filter((duty) => settledBy(duty.kind, declared) === command.name)
      .map((it) => ({ no: it.subject, where: it.unit ?? it.place, title: it.title }));
    const lines = new Map(
      [...owing, ...(await others(ctx, command.verb ?? ''))].map((it) => [
        it.no,
        lineOf(it.no, it.where, it.title),
      ]),
    );
    const options = [...lines].map(([value, line]) => ({ value, name: line }));
    return {
      hint: w(`没有这样的${name.zh}，也可以输入编号`, `no such ${name.en}; a number may be typed`),
      find: (typed) => options.filter((option) => has(typed, option.name)).slice(0, MOST),
    };
  };

const allows = (steps: Readonly<Record<string, readonly string[]>>, verb: string, state: string) =>
  steps[verb]?.includes(state) ?? true;

const tickets = documents(w('工单', 'tickets'), async (ctx, verb) => {
  const [{ listTickets }, { STEPS }] = await Promise.all([
    import('../tickets/record.ts'),
    import('../tickets/rules.ts'),
  ]);
  return listTickets(ctx, { open: true })
    .filter(({ state }) => allows(STEPS, verb, state))
    .map((it) => ({ no: it.no, where: it.unit ?? it.place, title: it.item }));
});

const complaints = documents(w('投诉', 'complaints'), async (ctx, verb) => {
  const [{ listComplaints }, { STEPS }] = await Promise.all([
    import('../complaints/record.ts'),
    import('../complaints/rules.ts'),
  ]);
  return listComplaints(ctx, { open: true })
    .filter(({ state }) => allows(STEPS, verb, state))
    .map((it) => ({ no: it.no, where: it.unit ?? it.place, title: it.text }));
});

const moves = documents(w('入住、迁离资料', 'files'), async (ctx) => {
  const [{ listFiles }, { KINDS }] = await Promise.all([
    import('../moves/record.ts'),
    import('../moves/model.ts'),
  ]);
  return listFiles(ctx, { open: true }).map((it) => ({
    no: it.no,
    where: it.unit,
    title: KINDS[it.kind][ctx.lang],
  }));
});

const enquiries = documents(w('来电来访记录', 'enquiries'), async (ctx) => {
  const { listEnquiries } = await import('../enquiries/record.ts');
  return listEnquiries(ctx, { open: true }).map((it) => ({
    no: it.no,
    where: it.unit,
    title: it.text,
  }));
});

const plans = documents(w('走访计划', 'planned visits'), async (ctx) => {
  const { listPlans } = await import('../plans/plans.ts');
  return listPlans(ctx, { open: true }).map((it) => ({
    no: it.no,
    where: it.unit,
    title: it.purpose ?? it.plannedOn,
  }));
});

const surveys = documents(w('意见征询', 'surveys'), async (ctx, verb) => {
  const [{ listSurveys }, { STEPS }] = await Promise.all([
    import('../surveys/record.ts'),
    import('../surveys/rules.ts'),
  ]);
  // Of the verbs only that of `import survey` is no step: it records what came back.
  const step = verb === 'survey' ? 'record' : verb;
  return listSurveys(ctx)
    .filter(({ state }) => allows(STEPS, step, state))
    .map((it) => ({ no: it.no, where: it.year, title: it.title }));
});

const deposits = documents(w('在押的押金', 'deposits held'), async (ctx, verb) => {
  const { listDeposits } = await import('../deposits/deposits.ts');
  const held = verb !== 'show';
  return listDeposits(ctx, { held }).map((it) => ({
    no: it.no,
    where: it.unit,
    title: it.kindName[ctx.lang],
  }));
});

const subscriptions = documents(w('收费约定', 'subscriptions'), async (ctx) => {
  const { listSubscriptions } = await import('../subscriptions/subscribing.ts');
  return listSubscriptions(ctx, { from: ctx.today }).map((it) => ({
    no: it.no,
    where: it.unit,
    title: it.tariffName[ctx.lang],
  }));
});

/** Receipts that a verb can be done to: those waiting for their money, or those that came in. */
const receipts = documents(w('收据', 'receipts'), async (ctx, verb) => {
  const { listReceipts } = await import('../receipts/receipts.ts');
  const isDoor = verb === 'collect' || verb === 'void';
  const state = isDoor ? 'issued' : verb === 'reverse' ? 'received' : undefined;
  return listReceipts(ctx, { state })
    .slice(-MOST)
    .reverse()
    .map((it) => ({ no: it.no, where: it.unit, title: yuanText(it.amountFen) }));
});

/** Letters under way first: their delivery is told of the letter. */
const contacts = documents(w('催缴记录', 'contacts'), async (ctx) => {
  const { listContacts } = await import('../dunning/contacts.ts');
  return listContacts(ctx, { since: addMonths(ctx.today, -6) })
    .reverse()
    .sort((a, b) => Number(isUnderWay(b)) - Number(isUnderWay(a)))
    .map((it) => ({ no: it.no, where: it.unit, title: it.tracking ?? '' }));
});

const isUnderWay = ({ way, result }: { way: string; result: string }) =>
  way === 'letter' && result === 'sent';

const trusts = documents(w('托管', 'trusts'), async (ctx) => {
  const { listTrusts } = await import('../trusts/trusts.ts');
  return listTrusts(ctx, {}).map((it) => ({ no: it.no, where: it.unit, title: it.fromOn }));
});

/** Verbs that are no step by their own name. */
const STEP_OF: Readonly<Record<string, string>> = {
  'worker add': 'worker',
  'worker renew': 'renew',
  inspect: 'request',
};

const renovations = documents(w('装修', 'renovations'), async (ctx, verb) => {
  const [{ listRenovations }, { CHAIN }] = await Promise.all([
    import('../renovations/record.ts'),
    import('../renovations/chain-rules.ts'),
  ]);
  const step = STEP_OF[verb] ?? verb;
  const states = Object.fromEntries(Object.entries(CHAIN).map(([name, { from }]) => [name, from]));
  const isOver = (state: string) => state === 'closed' || state === 'cancelled';
  return listRenovations(ctx, {})
    .filter(({ state }) => allows(states, step, state) && (verb === 'show' || !isOver(state)))
    .map((it) => ({ no: it.no, where: it.unit, title: it.scope }));
});

/** What is done to an entry of any state; all else wants an open one. */
const ANY_STATE = ['show', 'edit', 'print', 'approve'];

/** Entries of a book: of the open ones those that owe this step first; others are found by their words. */
const entries =
  (book: Book): Source =>
  async (ctx, command) => {
    const { entriesOffered } = await import('../entries/offers.ts');
    const open = !ANY_STATE.includes(command.verb ?? '');
    const offered = (typed: string) => entriesOffered(ctx, book, { open, typed });
    const near = await documents(book.name, async () => offered(''))(ctx, command);
    return {
      hint: near.hint,
      find: (typed) => {
        const found = near.find(typed);
        if (typed === '' || found.length >= MOST) return found;
        const known = new Set(found.map(({ value }) => value));
        const further = offered(typed).filter(({ no }) => !known.has(no));
        return [
          ...found,
          ...further.map(({ no, where, title }) => ({ value: no, name: lineOf(no, where, title) })),
        ].slice(0, MOST);
      },
    };
  };

/** What was written in a field before; anything else may be typed. */
async function earlier(ctx: Ctx, book: Book, field: string): Promise<Suggester> {
  const { earlierValues } = await import('../entries/offers.ts');
  const options = earlierValues(ctx, book, field).map((value) => ({ value, name: value }));
  return {
    hint: w('请输入内容', 'type it'),
    find: (typed) => options.filter(({ name }) => has(typed, name)),
  };
}

/** Whoever is on the call list, in calling order. */
async function calls(ctx: Ctx): Promise<Suggester> {
  const { callList } = await import('../visits/calling.ts');
  const options = callList(ctx, {})
    .filter(({ reason }) => reason !== 'sample')
    .map(({ subject, unit, place, ask }) => ({
      value: subject,
      name: lineOf(subject, unit ?? place, ask[ctx.lang]),
    }));
  return {
    hint: w('回访单上没有，也可以输入编号', 'not on the call list; a number may be typed'),
    find: (typed) => options.filter(({ name }) => has(typed, name)).slice(0, MOST),
  };
}

const FAR = { amount: 31, unit: 'd', text: '31d' } as const;

/** By what a field names (`of`); a slice with records of its own adds a line. */
const SOURCES: Readonly<Record<string, Source>> = {
  unit: units,
  resident: residents,
  staff,
  ticket: tickets,
  complaint: complaints,
  move: moves,
  trust: trusts,
  enquiry: enquiries,
  plan: plans,
  survey: surveys,
  subscription: subscriptions,
  deposit: deposits,
  receipt: receipts,
  contact: contacts,
  reno: renovations,
  call: calls,
};
