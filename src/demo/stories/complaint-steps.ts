import type { Result } from '../../cases/model.ts';
import {
  closeComplaint,
  recordCallback,
  reopenComplaint,
  resolveComplaint,
  signCallback,
  tellResult,
} from '../../complaints/ending.ts';
import { escalate } from '../../complaints/escalation.ts';
import type { Channel } from '../../complaints/model.ts';
import { logComplaint } from '../../complaints/opening.ts';
import { regrade } from '../../complaints/regrading.ts';
import {
  addMeasure,
  assignComplaint,
  carryOut,
  investigate,
  noteOn,
  planRemedy,
  promiseReply,
  replyTo,
  stopHarm,
} from '../../complaints/work.ts';
import { addDays } from '../../lib/day.ts';
import type { Role } from '../../policy/roles.ts';
import type { Estate } from '../estate.ts';
import type { Grievance } from '../grievances.ts';
import type { Random } from '../random.ts';
import type { Step, When } from '../story.ts';
import { atOnce, later, onDay } from '../story.ts';
import { COMPLAINED_AGAIN, HEARD, HELD_UP, NOT_SETTLED } from '../words.ts';
import type { Repair } from './ticket-steps.ts';
import { ringInVain, visit } from './visit-steps.ts';

/** One complaint of the sample estate: what about, whose, and who answers for it. */
export interface Complaining {
  readonly random: Random;
  readonly estate: Pick<Estate, 'headOf'>;
  readonly grievance: Grievance;
  readonly unit: string;
  readonly caller: { readonly name: string; readonly phone: string | null };
  readonly channel: Channel;
  /** The repair that became this complaint. */
  readonly repair: Repair | undefined;
  /** Both known once it is logged: its number, and who must be told or, of a minor one, oversees the desk. */
  no: string;
  head: Role;
}

export type ComplaintStep = Step<Complaining>;

const headOf = (it: Complaining, role = it.head): string => it.estate.headOf(role).name;

const filled = ({ unit }: Complaining, text: string): string => {
  const [building = '', entrance = ''] = unit.split('-');
  return text.replaceAll('{b}', building).replaceAll('{e}', entrance);
};

/** The reception, with the time until which it is to be settled, if one is asked for. */
export const log = (asked?: When, { harm = false, when = atOnce } = {}): ComplaintStep => ({
  when,
  agree: asked,
  act: (ctx, it, askedAt) => {
    const { category, against, grade, nature, text, place, wants } = it.grievance;
    const complaint = logComplaint(ctx, {
      text: filled(it, text),
      unit: it.unit,
      who: it.caller.name,
      phone: it.caller.phone ?? undefined,
      place: place && filled(it, place),
      channel: it.channel,
      grade,
      nature,
      category,
      against,
      wants,
      askedUntilAt: asked ? askedAt : undefined,
      harmOngoing: harm,
      about: it.repair?.no,
    });
    it.no = complaint.no;
    const told = complaint.deadlines.find(({ kind }) => kind === 'complaint.escalate');
    it.head = told?.role ?? 'supervisor';
  },
});

/** The repair behind it goes its own way in between. */
export const ofRepair = (step: Step<Repair>): ComplaintStep => ({
  when: step.when,
  agree: step.agree,
  act: (ctx, { repair }, agreedAt) => {
    if (repair) step.act(ctx, repair, agreedAt);
  },
});

export const tellHead = (when: When = later(8, 40), role?: Role): ComplaintStep => ({
  when,
  act: (ctx, it) => void escalate(ctx, it.no, headOf(it, role), undefined),
});

export const stop = (when: When): ComplaintStep => ({
  when,
  act: (ctx, it) => void stopHarm(ctx, it.no, undefined),
});

export const verify = (when: When = later(20, 80)): ComplaintStep => ({
  when,
  act: (ctx, it) => void investigate(ctx, it.no, filled(it, it.grievance.facts)),
});

export const assign = (when: When = later(2, 20)): ComplaintStep => ({
  when,
  act: (ctx, it) => void assignComplaint(ctx, it.no, headOf(it)),
});

/** Of one whose remedy costs something. */
export const plan = (when: When): ComplaintStep => ({
  when,
  act: (ctx, { no, grievance: { remedy } }) => {
    if (!remedy) return;
    const [text, yuan] = remedy;
    planRemedy(ctx, no, { text, costFen: yuan > 0 ? yuan * 100 : undefined });
  },
});

/** A measure so that it does not happen again, within so many days. */
export const measure = (when: When, days: number): ComplaintStep => ({
  when,
  act: (ctx, it) => {
    const { measure: text } = it.grievance;
    if (text === undefined) return;
    const untilOn = addDays(ctx.today, days);
    addMeasure(ctx, it.no, { kind: 'preventive', text, owner: headOf(it), untilOn });
  },
});

/** All that was planned is carried out. */
export const done = (when: When): ComplaintStep => ({
  when,
  act: (ctx, { no, grievance }) => {
    const planned = [grievance.remedy, grievance.measure].filter((each) => each !== undefined);
    planned.forEach((_, at) => void carryOut(ctx, no, at + 1));
  },
});

export const reply = (when: When): ComplaintStep => ({
  when,
  act: (ctx, { no, grievance }) => void replyTo(ctx, no, grievance.reply ?? grievance.facts),
});

export const promise = (when: When, until: When): ComplaintStep => ({
  when,
  agree: until,
  act: (ctx, { no }, untilAt) => {
    if (untilAt) promiseReply(ctx, no, untilAt, undefined);
  },
});

export const note = (when: When): ComplaintStep => ({
  when,
  act: (ctx, { no, random }) => void noteOn(ctx, no, random.pick(HELD_UP)),
});

export const worsen = (when: When): ComplaintStep => ({
  when,
  act: (ctx, it) => {
    const reason = it.random.pick(COMPLAINED_AGAIN);
    const { deadlines } = regrade(ctx, it.no, { grade: 'important', reason });
    const told = deadlines.find(({ kind }) => kind === 'complaint.escalate');
    it.head = told?.role ?? it.head;
  },
});

export const resolve = (when: When): ComplaintStep => ({
  when,
  act: (ctx, it) => void resolveComplaint(ctx, it.no, filled(it, it.grievance.result)),
});

export const tellResident = (when: When = later(5, 45)): ComplaintStep => ({
  when,
  act: (ctx, { no }) => void tellResult(ctx, no),
});

export const close = (when: When = later(1, 15)): ComplaintStep => ({
  when,
  act: (ctx, { no }) => void closeComplaint(ctx, no),
});

export const reopen = (when: When): ComplaintStep => ({
  when,
  act: (ctx, { no, random }) => void reopenComplaint(ctx, no, random.pick(NOT_SETTLED)),
});

export const missed = (when: When): ComplaintStep => ({
  when,
  act: (ctx, { no }) => void ringInVain(ctx, no),
});

/**
 * Some days after the closing (rule 61), of a major one by the director (rule 68); the head of the
 * department signs, at once or later (rule 62).
 */
export const callBack = (
  when: When = onDay(1, '09:30', '11:50'),
  result?: Result,
): ComplaintStep => ({
  when,
  by: ({ estate, grievance: { grade } }) =>
    grade === 'major' ? estate.headOf('director') : undefined,
  act: (ctx, it) => {
    const { random, no } = it;
    const answer = result ?? (random.chance(80) ? 'satisfied' : 'fair');
    const note =
      answer !== 'satisfied' || random.chance(40) ? random.pick(HEARD[answer]) : undefined;
    const signedBy = random.chance(80) ? headOf(it) : undefined;
    if (random.chance(30)) {
      visit(ctx, { no, way: 'door', result: answer, signedBy, opinion: note });
    } else {
      recordCallback(ctx, no, { result: answer, signedBy, note });
    }
    if (!signedBy) signCallback(ctx, no, headOf(it));
  },
});
