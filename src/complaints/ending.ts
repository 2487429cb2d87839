import type { Result } from '../cases/model.ts';
import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { list, w } from '../lib/words.ts';
import { roleTitle } from '../policy/roles.ts';
import type { Staff } from '../registry/model.ts';
import { requireStaff } from '../registry/staff.ts';
import { note } from '../timeline/service.ts';
import type { Complaint } from './model.ts';
import { calling, word } from './promise-rules.ts';
import { promiseResolution } from './promises.ts';
import { COMPLAINT, type ComplaintRecord } from './record.ts';
import { isHarming, maySign, see, signers } from './rules.ts';
import * as store from './store.ts';

/**
 * It is settled, with its result; the resident is to be told the same day (rule 57). Refused while a
 * harm goes on (rule 53). Facts not yet verified are verified by it.
 */
export function resolveComplaint(ctx: Ctx, no: string, result: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'resolve', (it, entry) => {
    if (isHarming(it)) throw harmGoesOn(it.no);
    store.update(ctx.ledger, it.no, { state: 'resolved', resolvedAt: ctx.now, result });
    meet(ctx, it.no, 'complaint.verify');
    meet(ctx, it.no, 'complaint.resolve');
    promise(ctx, { subject: it.no, ...word(ctx.now) });
    note(ctx, it.no, 'resolved', { text: result });
    entry.changes = { resolvedAt: ctx.now, result: HIDDEN };
  });
}

const harmGoesOn = (no: string) =>
  refused(
    'harm_not_stopped',
    w(`${no} 的损害还没有制止。`, `The harm of ${no} was not stopped yet.`),
    w(
      `先登记何时制止：wy complaint stop ${no} --stopped …`,
      `Say first when it was stopped: wy complaint stop ${no} --stopped …`,
    ),
  );

/** The resident was told the result, which answers whatever was still to be answered. */
export function tellResult(ctx: Ctx, no: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'tell', (it, entry) => {
    if (it.toldAt) {
      throw refused(
        'already_told',
        w(`${it.no} 的处理结果已告知。`, `The result of ${it.no} was told already.`),
        see(it.no),
      );
    }
    store.update(ctx.ledger, it.no, { toldAt: ctx.now, repliedAt: it.repliedAt ?? ctx.now });
    meet(ctx, it.no, 'complaint.tell');
    meet(ctx, it.no, 'complaint.reply');
    meet(ctx, it.no, 'complaint.answer');
    note(ctx, it.no, 'told');
    entry.changes = { toldAt: ctx.now };
  });
}

/**
 * Closed, to be called back (rule 61), after a major one by the director (rule 68); one without
 * grounds ends as invalid. What nobody was told so far falls away; a result not yet told stays owed.
 */
export function closeComplaint(ctx: Ctx, no: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'close', (it, entry) => {
    const state = it.nature === 'invalid' ? 'invalid' : 'closed';
    store.update(ctx.ledger, it.no, {
      state,
      closedAt: ctx.now,
      callbackAt: null,
      callbackResult: null,
      callbackSignerId: null,
    });
    release(ctx, it.no, 'complaint.escalate', 'complaint.coordinate');
    promise(ctx, { subject: it.no, ...calling(it, ctx.now) });
    note(ctx, it.no, state);
    entry.changes = { state, closedAt: ctx.now };
    if (!it.toldAt) {
      ctx.warn(
        w(
          `处理结果还没有告知投诉人：wy complaint tell ${it.no}`,
          `The resident was not told the result yet: wy complaint tell ${it.no}`,
        ),
      );
    }
  });
}

/** It is not settled after all: another round begins. */
export function reopenComplaint(ctx: Ctx, no: string, reason: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'reopen', (it, entry) => {
    note(ctx, it.no, 'reopened', { reason });
    anotherRound(ctx, it);
    entry.changes = { repeats: it.repeats + 1 };
  });
}

/** What belonged to the last round stays in the timeline; it is resolved anew, counted from now. */
function anotherRound(ctx: Ctx, it: Complaint): void {
  store.update(ctx.ledger, it.no, {
    state: 'open',
    repliedAt: null,
    resolvedAt: null,
    result: null,
    toldAt: null,
    closedAt: null,
    reopenedAt: ctx.now,
    repeats: it.repeats + 1,
  });
  release(ctx, it.no, 'complaint.tell', 'complaint.callback');
  promiseResolution(ctx, it);
}

export interface Callback {
  result: Result;
  /** The head of the department, if they signed the slip already (rule 62). */
  signedBy?: string | undefined;
  note?: string | undefined;
}

/** The resident was asked afterwards; a dissatisfied one sets it going again at once. */
export function recordCallback(ctx: Ctx, no: string, answer: Callback): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'callback', (it, entry) => {
    if (it.callbackAt) {
      throw refused(
        'already_called_back',
        w(`${it.no} 已回访。`, `The callback for ${it.no} is recorded already.`),
        w(
          `重新处理：wy complaint reopen ${it.no} --reason "…"`,
          `Reopen it if need be: wy complaint reopen ${it.no} --reason "…"`,
        ),
      );
    }
    const head = answer.signedBy === undefined ? null : requireHead(ctx, it, answer.signedBy);
    const change = { callbackResult: answer.result, callbackSignerId: head?.id ?? null };
    store.update(ctx.ledger, it.no, { callbackAt: ctx.now, ...change });
    meet(ctx, it.no, 'complaint.callback');
    note(ctx, it.no, 'calledBack', {
      result: answer.result,
      signedBy: head?.name ?? null,
      note: answer.note ?? null,
    });
    entry.changes = change;
    if (!head) askForSignature(ctx, it.no);
    if (answer.result === 'dissatisfied') anotherRound(ctx, it);
  });
}

function askForSignature(ctx: Ctx, no: string): void {
  ctx.warn(
    w(
      `回访单还要部门负责人签字：wy complaint sign ${no} --signed-by …`,
      `The head of the department is still to sign: wy complaint sign ${no} --signed-by …`,
    ),
  );
}

/** The head of the department signs the slip of the callback (rule 62). */
export function signCallback(ctx: Ctx, no: string, signedBy: string): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'sign', (it, entry) => {
    const refusal = notToSign(it);
    if (refusal) throw refusal;
    const head = requireHead(ctx, it, signedBy);
    store.update(ctx.ledger, it.no, { callbackSignerId: head.id });
    note(ctx, it.no, 'signed', { signedBy: head.name });
    entry.changes = { callbackSignerId: head.id };
  });
}

function notToSign(it: Complaint) {
  if (!it.callbackAt) {
    return refused(
      'not_called_back',
      w(`${it.no} 还没有回访。`, `There was no callback for ${it.no} yet.`),
      w(
        `先登记回访：wy complaint callback ${it.no} --result …`,
        `Record it first: wy complaint callback ${it.no} --result …`,
      ),
    );
  }
  if (!it.callbackSignerId) return undefined;
  return refused(
    'already_signed',
    w(`${it.no} 的回访单已签字。`, `The callback slip of ${it.no} is signed already.`),
    see(it.no),
  );
}

function requireHead(ctx: Ctx, it: Complaint, typed: string): Staff {
  const staff = requireStaff(ctx.ledger, typed);
  if (maySign(staff.roles, it.against)) return staff;
  const titles = list(signers(it.against).map((role) => roleTitle(ctx.policy, role)));
  throw refused(
    'not_head',
    w(
      '回访单由责任部门的负责人签字。',
      'The slip of a callback is signed by the head of the department.',
    ),
    w(`可以签字的岗位：${titles.zh}`, `It may be signed by: ${titles.en}`),
  );
}
