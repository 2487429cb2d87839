import type { Ctx } from '../context.ts';
import { meet, meetFor, promise } from '../deadlines/service.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { list, w } from '../lib/words.ts';
import { roleTitle } from '../policy/roles.ts';
import { approverFor } from '../registry/approvers.ts';
import { requireStaff } from '../registry/staff.ts';
import { hoursWords } from '../renovations/hours-rules.ts';
import { TOLD_ROLES, type ToldRole } from '../renovations/model.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { startWorks } from '../renovations/running.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { refusalOfUntil } from './period-rules.ts';
import * as store from './store.ts';

export interface Permitting {
  /** Who knows of it already. */
  told: readonly ToldRole[];
  /** The last day of the works; undefined: as approved. */
  untilOn: Day | undefined;
  /** Who consents to a last day later than what was approved. */
  approvedBy: string | undefined;
}

const ROLES = Object.keys(TOLD_ROLES) as ToldRole[];

/**
 * The permit (装修施工许可证) is issued and the works may begin (rules 93–97): engineering opens water
 * and power, engineering and security are told. Refuses a period that is over, and a longer one than
 * was approved unless supervisor or director consents.
 */
export function issuePermit(ctx: Ctx, typed: string, made: Permitting): RenovationRecord {
  return step(ctx, typed, 'permit', (it, entry) => {
    const { no } = it;
    const { told } = made;
    const approver = made.approvedBy
      ? approverFor(ctx, made.approvedBy, ['supervisor', 'director'])
      : undefined;
    const asked = { untilOn: made.untilOn, isApproved: approver !== undefined };
    const refusal = refusalOfUntil(it, asked, ctx.today);
    if (refusal) throw refusal;
    const untilOn = made.untilOn ?? it.untilOn;
    store.update(ctx.ledger, no, { state: 'permitted', permittedAt: ctx.now, untilOn });
    store.insertPermit(ctx.ledger, no, { untilOn, issuedAt: ctx.now });
    note(ctx, no, 'permitted', { untilOn, ...(approver && { approvedBy: approver.name }) });
    if (told.length > 0) note(ctx, no, 'told', { roles: told.join(',') });
    // All is promised, or there would be no permit: if only because the policy has come to ask for less.
    meet(ctx, no, 'reno.commit');
    promiseOpening(ctx, no, told);
    startWorks(ctx, { ...it, untilOn });
    entry.changes = {
      permittedAt: ctx.now,
      untilOn,
      ...(approver && { approvedById: approver.id }),
      ...(told.length > 0 && { roles: told }),
    };
    sayWhatHangs(ctx, it, untilOn);
  });
}

function promiseOpening(ctx: Ctx, no: string, told: readonly ToldRole[]): void {
  promise(ctx, {
    ...{ subject: no, kind: 'reno.utilities', role: 'engineering' },
    ...{ clause: 'renovations.utilities', from: ctx.now },
  });
  for (const role of ROLES.filter((each) => !told.includes(each))) {
    promise(ctx, {
      ...{ subject: no, kind: 'reno.tell', role },
      ...{ clause: 'renovations.tell', from: ctx.now },
    });
  }
}

/** What household and team hear with the permit (rules 84, 108; Decree 110). */
function sayWhatHangs(ctx: Ctx, { no }: RenovationRecord, untilOn: Day): void {
  const { zh, en } = hoursWords(ctx.policy.renovations);
  ctx.warn(
    w(
      `施工许可证 ${no} 贴在门上，有效期到 ${untilOn}；现场备两具灭火器；${zh}。`,
      `The permit ${no} hangs on the door, valid until ${untilOn}; two fire extinguishers on the site; ${en}.`,
    ),
  );
}

/** Engineering or security were told that works begin (rule 97); refuses those who know already. */
export function tellOfWorks(ctx: Ctx, typed: string, to: readonly ToldRole[]): RenovationRecord {
  return step(ctx, typed, 'tell', (it, entry) => {
    const { no } = it;
    const open = it.deadlines.filter((each) => each.kind === 'reno.tell' && each.ending === null);
    const roles = to.filter((role) => open.some((each) => each.role === role));
    if (roles.length === 0) throw toldAlready(ctx, no, to);
    meetFor(ctx, no, 'reno.tell', roles);
    note(ctx, no, 'told', { roles: roles.join(',') });
    entry.changes = { roles };
    for (const { role } of open.filter((each) => !roles.some((told) => told === each.role))) {
      const { zh, en } = roleTitle(ctx.policy, role);
      const line = `wy reno tell ${no} --to ${role}`;
      ctx.warn(w(`还没有通知：${zh}（${line}）`, `Still to be told: ${en} (${line})`));
    }
  });
}

function toldAlready(ctx: Ctx, no: string, to: readonly ToldRole[]) {
  const who = list(to.map((role) => roleTitle(ctx.policy, role)));
  return refused(
    'told_already',
    w(`${no} 开工已通知过：${who.zh}。`, `${who.en} knows already that the works of ${no} begin.`),
    w(`查看：wy reno show ${no}`, `See wy reno show ${no}`),
  );
}

/** Engineering opened water and power (rule 96); the household may be told that works begin. */
export function openUtilities(
  ctx: Ctx,
  typed: string,
  openedBy: string | undefined,
): RenovationRecord {
  return step(ctx, typed, 'utilities', ({ no, utilitiesAt }, entry) => {
    if (utilitiesAt !== null) throw openAlready(no);
    const staff = openedBy === undefined ? undefined : requireStaff(ctx.ledger, openedBy);
    store.update(ctx.ledger, no, { utilitiesAt: ctx.now });
    meet(ctx, no, 'reno.utilities');
    note(ctx, no, 'utilities', staff && { openedBy: staff.name });
    entry.changes = { utilitiesAt: ctx.now, ...(staff && { openedById: staff.id }) };
  });
}

const openAlready = (no: string) =>
  refused(
    'utilities_open',
    w(`${no} 的水电已经开通。`, `Water and power are open for ${no} already.`),
    w(`查看：wy reno show ${no}`, `See wy reno show ${no}`),
  );
