import type { Ctx } from '../context.ts';
import { promise, repromise } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused, WyError } from '../lib/errors.ts';
import { endOfDay } from '../lib/moment.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Permit } from '../renovations/model.ts';
import { permitNo } from '../renovations/pass-rules.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import * as store from './site-store.ts';
import * as rules from './worker-rules.ts';

export interface NewWorker {
  name: string;
  idNo: string | undefined;
  phone: string | undefined;
  /** How many photographs were handed in. */
  photos: number | undefined;
  /** The last day; undefined: that of the works. */
  until: Day | undefined;
}

/**
 * Issues a worker's pass (施工人员出入证, rule 95) with a number of its own and a last day. What it costs is
 * owed from now on and taken with the other fees.
 */
export function addWorker(ctx: Ctx, typed: string, made: NewWorker): RenovationRecord {
  const issued = step(ctx, typed, 'worker', (it, entry) => {
    const { name, idNo = null, phone = null, photos = 0, until: untilOn = it.untilOn } = made;
    const refusal = rules.refusalOfPass(
      it,
      { name, idNo, photos, untilOn },
      { today: ctx.today, photos: ctx.policy.renovations.photos },
    );
    if (refusal) throw refusal;
    const part = rules.nextPart(it);
    const row = { part, worker: name, idNo, phone, photos, untilOn, issuedAt: ctx.now };
    store.insertPass(ctx.ledger, it.no, row);
    promise(ctx, expiry(ctx, it.no, { part, untilOn }));
    note(ctx, it.no, 'passIssued', { part, worker: name, untilOn });
    entry.changes = {
      ...{ part, worker: HIDDEN, photos, untilOn },
      ...(idNo !== null && { idNo: HIDDEN }),
      ...(phone !== null && { phone: HIDDEN }),
    };
    if (idNo === null) warnOfIdentity(ctx, permitNo(it.no, part));
  });
  tellCost(ctx, issued);
  return issued;
}

/** One pass, or all that are out, are good for longer, but not beyond the works. */
export function renewPasses(
  ctx: Ctx,
  typed: string,
  { pass, until }: { pass: string | undefined; until: Day },
): RenovationRecord {
  return step(ctx, typed, 'renew', (it, entry) => {
    const refusal = rules.refusalOfUntil(it, until, ctx.today);
    if (refusal) throw refusal;
    const passes = pass === undefined ? shorterThan(it, until) : [onePass(it, pass, until)];
    for (const { part } of passes) {
      store.setUntil(ctx.ledger, it.no, part, until);
      repromise(ctx, expiry(ctx, it.no, { part, untilOn: until }));
      note(ctx, it.no, 'passRenewed', { part, untilOn: until });
    }
    const parts = passes.map(({ part }) => part);
    entry.changes = { part: parts.length === 1 ? parts[0] : parts.join(','), untilOn: until };
  });
}

function onePass(it: RenovationRecord, typed: string, until: Day): Permit {
  const found = rules.passTyped(it, typed);
  if (found instanceof WyError) throw found;
  const refusal = rules.refusalOfRenewal(it, found, until);
  if (refusal) throw refusal;
  return found;
}

function shorterThan(it: RenovationRecord, until: Day): Permit[] {
  const found = rules.endingBefore(it, until);
  if (found.length > 0) return found;
  throw refused(
    'nothing_to_renew',
    w(
      `${it.no} 在外的出入证，有效期都不早于 ${until}。`,
      `${it.no} has no pass out that ends before ${until}.`,
    ),
    w(`查看：wy reno show ${it.no}`, `See wy reno show ${it.no}`),
  );
}

/** On the agenda from now on; it stays there, overdue, until the pass is renewed or back. */
const expiry = (ctx: Ctx, no: string, { part, untilOn }: Pick<Permit, 'part' | 'untilOn'>) =>
  ({
    subject: no,
    kind: 'reno.pass-expiry',
    part,
    role: 'clerk',
    clause: 'renovations.expiry',
    from: endOfDay(untilOn, ctx.zone),
  }) as const;

const warnOfIdentity = (ctx: Ctx, pass: string) =>
  ctx.warn(
    w(
      `出入证 ${pass} 没有登记证件号；请核对身份证并留存复印件。`,
      `Pass ${pass} has no number of an identity paper; see the card and keep a copy.`,
    ),
  );

function tellCost(ctx: Ctx, { no, dues }: RenovationRecord): void {
  const owed = dues.filter(({ occasion }) => occasion === 'pass').map(({ owedFen }) => owedFen);
  if (totalFen(owed) === 0) return;
  const yuan = yuanText(totalFen(owed));
  ctx.warn(
    w(
      `出入证工本费待收 ${yuan}：wy reno fees ${no} --method …`,
      `Passes still to be paid for, ${yuan}: wy reno fees ${no} --method …`,
    ),
  );
}
