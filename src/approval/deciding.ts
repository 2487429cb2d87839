import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { misused } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import { staffWith } from '../registry/approvers.ts';
import { lineOf } from '../renovations/chain-rules.ts';
import { coded, codesTyped } from '../renovations/code-rules.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import * as store from './store.ts';

/** What engineering says of the application (rule 91): both or neither. */
export interface Opinion {
  opinion: string | undefined;
  /** Of engineering, by name or id. */
  opinionBy: string | undefined;
}

/** The supervisor consents (rules 88, 91); from now on the director's half day counts (rule 89). */
export function passReview(ctx: Ctx, typed: string, given: Opinion): RenovationRecord {
  return step(ctx, typed, 'review', (it, entry) => {
    const opinion = opinionOf(ctx, given);
    const change = {
      // The policy may have come to ask for less: then nothing was missing any more, and nobody noticed.
      ...(it.completeAt === null && { completeAt: ctx.now }),
      ...{ reviewedAt: ctx.now, reviewedById: ctx.operator().id },
    };
    store.update(ctx.ledger, it.no, { state: 'reviewed', ...change, ...opinion.kept });
    meet(ctx, it.no, 'reno.review');
    promise(ctx, {
      ...{ subject: it.no, kind: 'reno.approve', role: 'director', clause: 'renovations.approve' },
      from: ctx.now,
    });
    note(ctx, it.no, 'reviewed', opinion.told);
    entry.changes = { ...change, ...opinion.journal };
    if (given.opinion === undefined) warnOfNoOpinion(ctx);
  });
}

export interface Objection extends Opinion {
  /** Codes or names of the policy's grounds, at least one. */
  grounds: readonly string[];
  text: string | undefined;
}

/** The supervisor turns it down on grounds of the policy (rule 87); it may be changed (rule 90). */
export function object(ctx: Ctx, typed: string, made: Objection): RenovationRecord {
  return step(ctx, typed, 'object', (it, entry) => {
    const grounds = codesTyped(ctx.policy, 'grounds', made.grounds);
    const opinion = opinionOf(ctx, made);
    const reason = made.text ?? null;
    turnDown(ctx, it, { ...opinion.kept, grounds: grounds.join(','), reason });
    note(ctx, it.no, 'objected', { codes: grounds.join(','), text: reason, ...opinion.told });
    entry.changes = {
      ...{ refusedAt: ctx.now, grounds },
      ...(reason && { reason: HIDDEN }),
      ...opinion.journal,
    };
    const names = coded(grounds, it.names.grounds);
    tellHousehold(ctx, it, names);
  });
}

/** The director approves (rule 89). */
export function approve(ctx: Ctx, typed: string, text: string | undefined): RenovationRecord {
  return step(ctx, typed, 'approve', (it, entry) => {
    const change = { approvedAt: ctx.now, approvedById: ctx.operator().id };
    store.update(ctx.ledger, it.no, { state: 'approved', ...change });
    meet(ctx, it.no, 'reno.approve');
    note(ctx, it.no, 'approved', text === undefined ? {} : { text });
    entry.changes = { ...change, ...(text !== undefined && { text: HIDDEN }) };
  });
}

/** The director does not approve (rule 89); it may be changed (rule 90). */
export function refuse(ctx: Ctx, typed: string, reason: string): RenovationRecord {
  return step(ctx, typed, 'refuse', (it, entry) => {
    turnDown(ctx, it, { reason });
    note(ctx, it.no, 'refused', { reason });
    entry.changes = { refusedAt: ctx.now, reason: HIDDEN };
    tellHousehold(ctx, it);
  });
}

/** It was decided, in time or late, and nothing else is owed until it is changed. */
function turnDown(ctx: Ctx, { no }: RenovationRecord, change: store.Change): void {
  const refused = { state: 'refused', refusedAt: ctx.now, refusedById: ctx.operator().id };
  store.update(ctx.ledger, no, { ...refused, ...change });
  meet(ctx, no, 'reno.review');
  meet(ctx, no, 'reno.approve');
  release(ctx, no, 'reno.commit');
}

/** Names the grounds, which are codes; what was written in free text may speak of people. */
function tellHousehold(ctx: Ctx, { no }: RenovationRecord, grounds?: Words): void {
  const line = lineOf('resubmit', { no });
  const [zh, en] = grounds ? [`：${grounds.zh}`, `: ${grounds.en}`] : ['', ''];
  ctx.warn(
    w(
      `请告知住户未通过的理由${zh}；修改方案后：${line}`,
      `Tell the household why${en}; once it is changed: ${line}`,
    ),
  );
}

interface Given {
  kept: store.Change;
  told: Record<string, string>;
  journal: Record<string, unknown>;
}

/** As it is kept, told in the timeline, and named in the journal. */
function opinionOf(ctx: Ctx, { opinion, opinionBy }: Opinion): Given {
  if (opinion === undefined && opinionBy === undefined) return { kept: {}, told: {}, journal: {} };
  if (opinion === undefined || opinionBy === undefined) throw halfAnOpinion();
  const { id, name } = staffWith(ctx, opinionBy, 'engineering');
  return {
    kept: { opinion, opinionById: id },
    told: { opinion, opinionBy: name },
    journal: { opinion: HIDDEN, opinionById: id },
  };
}

const halfAnOpinion = () =>
  misused(
    'opinion_incomplete',
    w('工程意见要写明内容和意见人。', "Say engineering's opinion and who gave it."),
    w('两样都写：--opinion … --opinion-by …', 'Give both: --opinion … --opinion-by …'),
  );

const warnOfNoOpinion = ({ warn }: Ctx) =>
  warn(
    w(
      '没有工程维修的意见（规则 91）；有的请在审核时加 --opinion … --opinion-by …',
      "Engineering's opinion is missing (rule 91); it is given with the review: --opinion … --opinion-by …",
    ),
  );
