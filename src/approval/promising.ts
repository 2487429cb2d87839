import type { Ctx } from '../context.ts';
import { meet } from '../deadlines/service.ts';
import { PARTIES, type Party } from '../deposits/model.ts';
import type { Entry } from '../ledger/transact.ts';
import { misused } from '../lib/errors.ts';
import { plural, same, w } from '../lib/words.ts';
import { roleTitle } from '../policy/roles.ts';
import { actsAs, staffWith } from '../registry/approvers.ts';
import { brief } from '../renovations/chain-rules.ts';
import { codesTyped } from '../renovations/code-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { promisers } from '../renovations/rules.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import * as papers from './paper-store.ts';

export interface Promising {
  /** Codes or names of violations; undefined: all of them. */
  items: readonly string[] | undefined;
  /** Who ticked and signed for the household, and for the team; at least one of them. */
  signedBy: string | undefined;
  foreman: string | undefined;
  /** The supervisor who went through them (rule 86); undefined: whoever acts. */
  explainedBy: string | undefined;
}

/**
 * Household and team tick what they promise not to do (rule 86). Once all is promised by both the
 * supervisor has kept the day; where the household does the works itself, its own word is enough.
 */
export function commit(ctx: Ctx, typed: string, made: Promising): RenovationRecord {
  return step(ctx, typed, 'commit', (it, entry) => {
    const { signedBy, foreman, items } = made;
    if (signedBy === undefined && foreman === undefined) throw nobodySigned();
    const explainedBy = explainer(ctx, made.explainedBy);
    const codes = items
      ? codesTyped(ctx.policy, 'violations', items)
      : Object.keys(ctx.policy.renovations.violations);
    const by = { household: signedBy, team: foreman };
    const told = { codes, explainedBy };
    const counts = PARTY_NAMES.map((party) =>
      promiseFor(ctx, it, { ...told, party, by: by[party] }),
    );
    const isChanged = counts.some((count) => count > 0);
    if (isChanged) tellJournal(entry, codes, counts);
    const after = requireRenovation(ctx, it.no);
    if (after.unpromised.length === 0) meet(ctx, it.no, 'reno.commit');
    if (isChanged) sayWhatIsLeft(ctx, after);
  });
}

const PARTY_NAMES = Object.keys(PARTIES) as Party[];

interface OfParty {
  party: Party;
  /** Who signed; undefined: nobody of this party. */
  by: string | undefined;
  codes: readonly string[];
  explainedBy: string | null;
}

/** What one party promises that it had not promised before; gives how many. */
function promiseFor(
  ctx: Ctx,
  it: RenovationRecord,
  { party, by: signedBy, codes, explainedBy }: OfParty,
): number {
  if (signedBy === undefined) return 0;
  if (!promisers(it).includes(party)) {
    warnOfNoTeam(ctx, it.no);
    return 0;
  }
  const made = it.promises.filter((each) => each.party === party).flatMap((each) => each.codes);
  const fresh = codes.filter((code) => !made.includes(code));
  if (fresh.length === 0) {
    warnOfTwice(ctx, it.no, party);
    return 0;
  }
  papers.insertPromises(ctx.ledger, it.no, {
    ...{ party, signedBy, promisedAt: ctx.now, codes: fresh },
  });
  const count = fresh.length;
  note(ctx, it.no, 'promised', { party, count, signedBy, ...(explainedBy && { explainedBy }) });
  return count;
}

function tellJournal(entry: Entry, codes: readonly string[], counts: readonly number[]): void {
  const parties = PARTY_NAMES.filter((_, index) => (counts[index] ?? 0) > 0);
  entry.changes = { codes, parties };
}

function sayWhatIsLeft(ctx: Ctx, { unpromised, commitments }: RenovationRecord): void {
  if (unpromised.length === 0) {
    ctx.warn(
      w(
        `${commitments.total} 条已全部承诺：装修施工承诺书一式两份，住户和客服主管签字，各执一份。`,
        `All ${commitments.total} are promised: the letter of promises is signed by household and supervisor in two copies, one each.`,
      ),
    );
    return;
  }
  const { zh, en } = brief(unpromised.map(same));
  const left = unpromised.length;
  ctx.warn(
    w(
      `还有 ${left} 条没有承诺齐：${zh}。须继续说明，承诺齐以前不得开工。`,
      `${plural(left, 'violation')} not promised by everybody yet: ${en}. Explain them until they are; nobody starts before.`,
    ),
  );
}

/** The supervisor who explained them, by name; null where it is whoever acts, or nobody says. */
function explainer(ctx: Ctx, typed: string | undefined): string | null {
  if (typed !== undefined) return staffWith(ctx, typed, 'supervisor').name;
  if (actsAs(ctx, 'supervisor')) return null;
  const { zh, en } = roleTitle(ctx.policy, 'supervisor');
  ctx.warn(
    w(
      `违规事项应由${zh}逐条说明；没有写明由谁说明：--explained-by 姓名`,
      `The violations are gone through by ${en}; who did is not said: --explained-by NAME`,
    ),
  );
  return null;
}

const warnOfNoTeam = ({ warn }: Ctx, no: string) =>
  warn(
    w(
      `${no} 是自行施工，没有施工队，只记住户的承诺。`,
      `No team works for ${no}; only the household's promises were recorded.`,
    ),
  );

const warnOfTwice = ({ warn }: Ctx, no: string, party: Party) =>
  warn(
    w(
      `${no} 的${PARTIES[party].zh}已承诺过这些，没有改动。`,
      `These were promised for ${no} before (${PARTIES[party].en}); nothing changed.`,
    ),
  );

const nobodySigned = () =>
  misused(
    'nobody_signed',
    w('没有写明谁签字。', 'Nobody is said to have signed.'),
    w(
      '住户：--signed-by 姓名；施工队：--foreman 姓名',
      'Household: --signed-by NAME; team: --foreman NAME',
    ),
  );
