import type { Ctx } from '../context.ts';
import { promise, release } from '../deadlines/service.ts';
import { type Entry, HIDDEN } from '../ledger/transact.ts';
import { misused, refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { lineOf, refusalOfState } from '../renovations/chain-rules.ts';
import { coded, codesTyped, meansAll } from '../renovations/code-rules.ts';
import { casesOf, papersFor, stagesOf } from '../renovations/paper-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import * as papers from './paper-store.ts';
import * as store from './store.ts';

export interface Handed {
  /** Codes or names; `all` for whatever is still missing. */
  add: readonly string[];
  /** Its number and the like, of one paper. */
  detail: string | undefined;
}

/** Papers were handed in (rules 80–85, 93); with the last one the supervisor's time begins (rule 88). */
export function addPapers(ctx: Ctx, typed: string, { add, detail }: Handed): RenovationRecord {
  return step(ctx, typed, 'paper', (it, entry) => {
    const codes = codesMeant(ctx, it, add);
    if (codes.length === 0) throw nothingMissing(it.no);
    if (detail !== undefined && codes.length !== 1) throw oneDetail();
    const added = detail === undefined ? codes.filter((code) => !it.have.includes(code)) : codes;
    if (added.length === 0) throw papersThere(it.no);
    putPapers(ctx, it.no, added, entry, detail);
    startReview(ctx, it.no, entry);
  });
}

/** The codes typed, each once; `all` stands for whatever the present stage still lacks. */
function codesMeant(
  { policy }: Ctx,
  { missing }: Pick<RenovationRecord, 'missing'>,
  typed: readonly string[],
): string[] {
  const named = typed.filter((each) => !meansAll(each));
  const all = named.length < typed.length ? missing : [];
  return [...new Set([...codesTyped(policy, 'papers', named), ...all])];
}

/** Papers that come with an application, in the transaction of the caller. */
export function takePapers(ctx: Ctx, no: string, typed: readonly string[], entry: Entry): void {
  putPapers(ctx, no, codesMeant(ctx, requireRenovation(ctx, no), typed), entry);
  startReview(ctx, no, entry);
}

/** Writes papers of these codes; none: nothing. */
function putPapers(
  ctx: Ctx,
  no: string,
  codes: readonly string[],
  entry: Entry,
  detail: string | undefined = undefined,
): void {
  if (codes.length === 0) return;
  for (const code of codes) {
    const paper = { code, detail: detail ?? null, receivedAt: ctx.now };
    papers.putPaper(ctx.ledger, no, paper);
  }
  note(ctx, no, 'papers', { codes: codes.join(','), detail: detail ?? null });
  Object.assign(entry.changes, { codes, ...(detail !== undefined && { detail: HIDDEN }) });
}

/** Once all that the review needs is there, half a working day counts for the supervisor (rule 88). */
function startReview(ctx: Ctx, no: string, entry: Entry): void {
  const it = requireRenovation(ctx, no);
  const isAwaited = it.state === 'applied' && it.completeAt === null;
  if (!isAwaited || it.lacking.review.length > 0) return;
  store.update(ctx.ledger, no, { completeAt: ctx.now });
  promise(ctx, {
    ...{ subject: no, kind: 'reno.review', role: 'supervisor', clause: 'renovations.review' },
    from: ctx.now,
  });
  note(ctx, no, 'complete');
  entry.changes.completeAt = ctx.now;
}

/**
 * Papers recorded by mistake; where the review then lacks one, the supervisor's time no longer counts.
 * Refuses what the review has seen.
 */
export function strikePapers(ctx: Ctx, typed: string, struck: readonly string[]): RenovationRecord {
  return step(ctx, typed, 'strike', (it, entry) => {
    const codes = codesTyped(ctx.policy, 'papers', struck);
    const absent = codes.filter((code) => !it.have.includes(code));
    if (absent.length > 0) throw papersAbsent(it, absent);
    const seen = codes.filter((code) => seenPapers(ctx, it).includes(code));
    if (seen.length > 0) throw papersSeen(it, seen);
    papers.strikePapers(ctx.ledger, it.no, codes);
    note(ctx, it.no, 'struck', { codes: codes.join(',') });
    entry.changes = { codes };
    const after = requireRenovation(ctx, it.no);
    if (it.completeAt !== null && after.lacking.review.length > 0) stopReview(ctx, it.no, entry);
  });
}

/** What the review was based on, once it has passed. */
function seenPapers({ policy }: Ctx, it: RenovationRecord): readonly string[] {
  const { papers, largeShop } = policy.renovations;
  const isReviewed = stagesOf(it.state).includes('permit');
  return isReviewed ? papersFor(casesOf(it, largeShop), papers).review : [];
}

function stopReview(ctx: Ctx, no: string, entry: Entry): void {
  store.update(ctx.ledger, no, { completeAt: null });
  release(ctx, no, 'reno.review');
  entry.changes.completeAt = null;
}

const oneDetail = () =>
  misused(
    'one_item',
    w('说明只能对一份资料。', 'A detail belongs to one paper.'),
    w('请一份一份地记。', 'Record them one by one.'),
  );

const papersThere = (no: string) =>
  refused(
    'papers_there',
    w(`${no} 已有这些资料。`, `${no} has these papers already.`),
    w(`查看：wy reno show ${no}`, `See wy reno show ${no}`),
  );

const nothingMissing = (no: string) =>
  refused(
    'nothing_missing',
    w(`${no} 现在不缺资料。`, `${no} lacks no papers at present.`),
    w(`查看：wy reno show ${no}`, `See wy reno show ${no}`),
  );

function papersAbsent({ no, names }: RenovationRecord, codes: readonly string[]) {
  const { zh, en } = coded(codes, names.papers);
  return refused(
    'papers_absent',
    w(`${no} 没有收过：${zh}。`, `${no} has none of these: ${en}.`),
    w(`查看：wy reno show ${no}`, `See wy reno show ${no}`),
  );
}

function papersSeen(it: RenovationRecord, codes: readonly string[]) {
  const { zh, en } = coded(codes, it.names.papers);
  const step = refusalOfState('refuse', it) ? 'cancel' : 'refuse';
  return refused(
    'papers_reviewed',
    w(
      `${it.no} 审核时已看过这些资料，不能再划去：${zh}。`,
      `The review of ${it.no} has seen these papers; they stay: ${en}.`,
    ),
    w(`资料有误的：${lineOf(step, it)}`, `If they are wrong: ${lineOf(step, it)}`),
  );
}
