import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/cases/model.ts';
import { showCase } from '../../src/cases/record.ts';
import { categoriesInUse } from '../../src/complaints/categories.ts';
import type { Complaint, Grade } from '../../src/complaints/model.ts';
import { COMPLAINT, listComplaints } from '../../src/complaints/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { GRIEVANCES, type Grievance, OF_NOTE } from '../../src/demo/grievances.ts';
import { randomOf } from '../../src/demo/random.ts';
import type { Complaining, ComplaintStep } from '../../src/demo/stories/complaint-steps.ts';
import { openEndsAt, PAST, STORIES } from '../../src/demo/stories/complaint-stories.ts';
import {
  analysesOf,
  complaintsOf,
  openComplaintsOf,
  pastComplaintsOf,
} from '../../src/demo/stories/complaints.ts';
import { tell } from '../../src/demo/story.ts';
import { TICKET } from '../../src/tickets/record.ts';
import { at, defaultPolicy } from '../support/ledger.ts';
import { CLOCKS, daysFrom, expectSound, moment, play, smallEstate } from './small-estate.ts';

const DAYTIME = moment('2026-11-10', '10:00');
const EVENING = moment('2026-11-10', '19:30');
const MUCH_LATER = moment('2026-12-10', '10:00');

const grievance = (wanted: Partial<Grievance>): Grievance => {
  const found = GRIEVANCES.find((each) =>
    Object.entries(wanted).every(([key, value]) => each[key as keyof Grievance] === value),
  );
  if (!found) throw new Error('no such grievance');
  return found;
};

const GIVEN = {
  minor: { it: grievance({ grade: 'minor', nature: 'valid' }), from: DAYTIME },
  evening: { it: grievance({ grade: 'minor', nature: 'valid' }), from: EVENING },
  important: { it: grievance({ grade: 'important' }), from: DAYTIME },
  talk: { it: grievance({ nature: 'enquiry' }), from: DAYTIME },
} as const;

/** Plays one story from its first step to its last and shows what has become of the complaint. */
async function played(
  steps: readonly ComplaintStep[],
  { it, from }: { it: Grievance; from: string } = GIVEN.minor,
  seed = 'a',
): Promise<Page<Complaint>> {
  const { ctx, estate } = await smallEstate(MUCH_LATER);
  const random = randomOf(seed);
  const complaining: Complaining = {
    random,
    estate,
    grievance: it,
    unit: '1-1-101',
    caller: { name: '赵1-1-101', phone: null },
    channel: 'phone',
    repair: undefined,
    no: '',
    head: 'supervisor',
  };
  const beats = tell(steps, complaining, { zone: ctx.zone, random, at: from, agreedAt: undefined });
  play(ctx, estate, beats);
  expectSound(ctx);
  return showCase(ctx, COMPLAINT, complaining.no);
}

const lateOf = ({ deadlines }: Page<Complaint>) =>
  deadlines.filter((each) => stateOf(each, MUCH_LATER) === 'late').map(({ kind }) => kind);

describe('a complaint of the sample estate', () => {
  const stories = Object.entries(STORIES).flatMap(([kind, some]) =>
    some.map((story) => [`${kind}: ${story.name}`, kind as keyof typeof GIVEN, story] as const),
  );

  it.each(stories)('comes to its end: %s', async (_, kind, { steps }) => {
    for (const seed of ['a', 'b', 'c']) {
      const complaint = await played(steps, GIVEN[kind], seed);
      expect(complaint.state).toBe('closed');
      expect(complaint.callbackSignedBy).not.toBeNull();
      expect(complaint.deadlines.filter(({ ending }) => ending === null)).toEqual([]);
    }
  });

  const LATE: Readonly<Record<string, string>> = {
    'minor: settled too late': 'complaint.resolve',
    'minor: the result is told a day late': 'complaint.tell',
    // Counted from the reception, the hour was over before anybody saw how grave it is.
    'minor: taken too lightly at first': 'complaint.escalate',
    'evening: the facts are verified on the next day only': 'complaint.verify',
    'important: the head is told too late': 'complaint.escalate',
    'important: settled too late': 'complaint.resolve',
  };

  it.each(stories)('is late as its story says, or in time: %s', async (name, kind, { steps }) => {
    expect(lateOf(await played(steps, GIVEN[kind]))).toEqual(LATE[name] ? [LATE[name]] : []);
  });

  it('becomes a graver one when it was taken too lightly', async () => {
    const story = STORIES.minor.find(({ name }) => name === 'taken too lightly at first');
    expect((await played(story?.steps ?? [])).grade).toBe('important' satisfies Grade);
  });

  it('comes three to five times a week, and each to its end', async () => {
    const { ctx, estate } = await smallEstate(moment('2027-06-01', '09:00'));
    const weeks = 16;
    const days = daysFrom('2026-12-01', weeks * 7);
    const months = ['2026-12', '2027-01', '2027-02', '2027-03'];
    const analyses = months.flatMap((month) => analysesOf(estate, month));
    play(ctx, estate, [...days.flatMap((day) => complaintsOf(estate, day)), ...analyses]);
    const complaints = listComplaints(ctx, {});
    expect(complaints.length / weeks).toBeGreaterThan(3);
    expect(complaints.length / weeks).toBeLessThan(5);
    expect(complaints.filter(({ closedAt }) => closedAt === null)).toEqual([]);
    expect(new Set(complaints.map(({ state }) => state))).toEqual(new Set(['closed', 'invalid']));
    const open = complaints.flatMap(({ deadlines }) => deadlines.filter((each) => !each.ending));
    expect(open).toEqual([]);
    expectSound(ctx);
  });
});

describe('the complaints that a story is written about', () => {
  it('are a major one in its ten days and a repair that nobody came for', async () => {
    const { ctx, estate } = await smallEstate(moment('2026-11-22', '08:30'));
    play(ctx, estate, pastComplaintsOf(estate, ctx.now));
    const [first, second] = listComplaints(ctx, {});
    const major = showCase(ctx, COMPLAINT, first?.no ?? '');
    expect(major).toMatchObject({ grade: 'major', state: 'closed', callbackSignedBy: '周建平' });
    expect(lateOf(major)).toEqual([]);
    expect(major.measures.map(({ doneAt }) => doneAt)).not.toContain(null);

    const complaint = showCase(ctx, COMPLAINT, second?.no ?? '');
    const ticket = showCase(ctx, TICKET, complaint.about ?? '');
    expect(lateOf(complaint)).toEqual([]);
    expect(ticket.timeline.map(({ kind }) => kind)).toContain('complained');
    expect(ticket.state).toBe('closed');
    expectSound(ctx);
  });

  it('name grievances that there are', () => {
    const told = [...PAST, ...openEndsAt(DAYTIME)].map((each) => each.grievance);
    for (const text of told)
      expect(OF_NOTE.filter((it) => it.text.startsWith(text))).toHaveLength(1);
    expect(told).toHaveLength(OF_NOTE.length);
  });
});

describe('the complaints that are still under way', () => {
  it.each(CLOCKS)('stand as told %s', async (_, day, time) => {
    const now = moment(day, time);
    const { ctx, estate } = await smallEstate(now);
    play(ctx, estate, openComplaintsOf(estate, now));
    const complaints = listComplaints(ctx, {});
    const owed = (grade: Grade, kind: string) =>
      complaints
        .filter((each) => each.grade === grade)
        .flatMap(({ deadlines }) => deadlines)
        .filter((each) => each.kind === kind && each.ending === null)
        .map((each) => stateOf(each, now));

    expect(owed('important', 'complaint.escalate')).toEqual(['open']);
    expect(owed('major', 'complaint.resolve')).toEqual(['open']);
    expect(owed('minor', 'complaint.resolve')).toEqual(['overdue', 'open']);
    expect(owed('minor', 'complaint.answer')).toEqual(['open']);
    expect(owed('minor', 'complaint.callback')).toEqual(['open']);
    expect(complaints.filter(({ state }) => state === 'closed')).toHaveLength(1);
    expectSound(ctx);
  });
});

describe('what is complained of', () => {
  it('is of a category of the policy', async () => {
    const known = Object.keys(categoriesInUse(await defaultPolicy()));
    for (const { category } of [...GRIEVANCES, ...OF_NOTE]) expect(known).toContain(category);
  });

  it('is told apart by its words', () => {
    const texts = [...GRIEVANCES, ...OF_NOTE].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('says what was found, with no place left unnamed', async () => {
    const { ctx, estate } = await smallEstate(MUCH_LATER);
    const beats = daysFrom('2026-06-01', 120).flatMap((day) => complaintsOf(estate, day));
    play(at(ctx, MUCH_LATER), estate, beats);
    for (const { text, place, facts, result } of listComplaints(ctx, {})) {
      expect(`${text}${place}${facts}${result}`).not.toMatch(/[{}]/);
    }
  });
});
