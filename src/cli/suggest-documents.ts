import type { Ctx } from '../context.ts';
import { addMonths, monthOf } from '../lib/day.ts';
import { yuanText } from '../lib/money.ts';
import { monthFrom } from '../lib/month.ts';
import { type Words, w } from '../lib/words.ts';
import { has, lineOf, MOST, type Source } from './suggester.ts';

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
export const documents =
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

const FAR = { amount: 31, unit: 'd', text: '31d' } as const;

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

/** Those of this month and the last, the newest first. */
const visits = documents(w('走访记录', 'visits'), async (ctx) => {
  const [{ listVisits }, { REASON_WORDS }] = await Promise.all([
    import('../visits/visits.ts'),
    import('../visits/model.ts'),
  ]);
  const month = monthOf(ctx.today);
  return [monthFrom(month, -1), month]
    .flatMap((each) => listVisits(ctx, { month: each, unit: undefined, result: undefined }))
    .reverse()
    .map((it) => ({
      no: it.no,
      where: it.unit ?? it.place,
      title: REASON_WORDS[it.reason][ctx.lang],
    }));
});

const handovers = documents(w('交接班记录', 'handovers'), async (ctx) => {
  const { listHandovers } = await import('../handover/record.ts');
  return listHandovers(ctx, {}).map((it) => ({
    no: it.no ?? '',
    where: it.day,
    title: it.shiftName[ctx.lang],
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

/** By the noun; a slice with records of its own adds a line. */
export const DOCUMENTS: Readonly<Record<string, Source>> = {
  ticket: tickets,
  complaint: complaints,
  move: moves,
  trust: trusts,
  enquiry: enquiries,
  plan: plans,
  visit: visits,
  survey: surveys,
  handover: handovers,
  subscription: subscriptions,
  deposit: deposits,
  receipt: receipts,
  contact: contacts,
  reno: renovations,
};
