import type { WithDeadlines } from '../cases/model.ts';
import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import { leftOf, openPromises } from '../fees/promises.ts';
import type { Day } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import { endOfDay, type Moment } from '../lib/moment.ts';
import { term } from '../policy/policy.ts';
import { endsPromise, promiseStateOf } from './contact-rules.ts';
import { keyText } from './debts.ts';
import type { Contact, PromiseState, Result } from './model.ts';

const CLAUSE = 'dunning.promise';

/** Until when a promised day holds: its end, and the policy's grace behind it (rule 134). */
export const promiseDueAt = (ctx: Pick<Ctx, 'policy' | 'zone'>, promiseOn: Day): Moment =>
  dueAt(endOfDay(promiseOn, ctx.zone), term(ctx.policy, CLAUSE).limit, ctx.policy.calendar);

/** The desk follows up what was promised on that day; it stands on the agenda from then on. */
export function promisePayment(ctx: Ctx, no: string, promiseOn: Day): void {
  promise(ctx, {
    subject: no,
    kind: 'fee.promise',
    role: 'clerk',
    clause: CLAUSE,
    from: endOfDay(promiseOn, ctx.zone),
  });
}

type Debtors = Pick<Contact, 'unitId' | 'debtor' | 'debtorId' | 'subscriptionId'>;

const debtText = (it: Debtors): string => `${it.unitId} ${keyText(it)}`;

/**
 * What was promised before falls away with these contacts: kept where what was overdue then is settled,
 * missed where its day is over, else waived.
 */
export function endPromises(ctx: Ctx, contacts: readonly (Debtors & { result: Result })[]): void {
  const only = contacts.length === 1 ? contacts[0]?.unitId : undefined;
  const open = openPromises(ctx.ledger, only);
  if (open.length === 0) return;
  const results = new Map(contacts.map((it) => [debtText(it), it.result]));
  const ended = open.filter((it) => {
    const result = results.get(debtText(it));
    if (result === undefined || it.contactedAt > ctx.now) return false;
    return endsPromise(result, ctx.now > it.dueAt);
  });
  const left = leftOf(
    ctx.ledger,
    ended.map((it) => ({ ...it, until: ctx.now })),
  );
  for (const { no, id } of ended) {
    if (left.get(id) === 0) meet(ctx, no, 'fee.promise');
    else release(ctx, no, 'fee.promise');
  }
}

/** What came of the promises among these contacts, by their ids (kept or broken is never written down). */
export function promiseStates(
  { ledger, now }: Ctx,
  contacts: readonly WithDeadlines<Contact>[],
): Map<number, PromiseState> {
  const promised = contacts.flatMap(({ deadlines, ...it }) => {
    const set = deadlines.find(({ kind }) => kind === 'fee.promise');
    if (!set) return [];
    const { dueAt: due, ending } = set;
    const fate = { isOver: now > due, isReplaced: ending === 'waived' };
    return [{ ...it, fate, until: now < due ? now : due }];
  });
  const left = leftOf(ledger, promised);
  return new Map(promised.map(({ id, fate }) => [id, promiseStateOf(left.get(id) ?? 0, fate)]));
}
