import { beforeEach, describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { showCase } from '../../src/cases/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { invariants as enquiryInvariants } from '../../src/enquiries/invariants.ts';
import { ENQUIRY, listEnquiries } from '../../src/enquiries/record.ts';
import { refusalOf, STEPS, type Step } from '../../src/enquiries/rules.ts';
import type { NewEnquiry } from '../../src/enquiries/work.ts';
import {
  answerEnquiry,
  closeEnquiry,
  logEnquiry,
  noteOnEnquiry,
  passEnquiry,
  promiseAnswer,
} from '../../src/enquiries/work.ts';
import { dayOf, localText } from '../../src/lib/moment.ts';
import { addStaff, retireStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { at, makeCtx, policyOf, type TestCtx } from '../support/ledger.ts';
import { frontDesk } from '../support/session.ts';

/** Sunday 2026-11-22, 09:30 in Shanghai. */
let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
  addStaff(ctx, { name: '李强', roles: ['engineering'], phone: null });
  addUnit(ctx, { code: '3-2-1501', areaThousandths: 80_000, use: 'residential', handoverOn: null });
});

/** Shanghai's clock. */
const moment = (text: string) =>
  new Date(`${text.replace(' ', 'T')}+08:00`).toISOString().replace('.000', '');

const on = (text: string) => at(ctx, moment(text));

const call: NewEnquiry = {
  channel: 'phone',
  kind: undefined,
  who: undefined,
  phone: undefined,
  unit: '3-2-1501',
  text: '问车位租金',
  answer: undefined,
  promisedAt: undefined,
  passTo: undefined,
};

const log = (change: Partial<NewEnquiry> = {}, when = ctx) =>
  logEnquiry(when, { ...call, ...change });

/** The promises as people read them: due, state. */
const promises = (no: string, when = ctx) =>
  showCase(when, ENQUIRY, no).deadlines.map((each) => [
    each.clause,
    localText(each.dueAt, when.zone),
    stateOf(each, when.now),
  ]);

const broken = () =>
  enquiryInvariants.flatMap(({ key, sql }) =>
    ctx.ledger.db.prepare(sql).all().length > 0 ? [key] : [],
  );

const lastChanges = () =>
  JSON.parse(
    ctx.ledger.db
      .prepare<[], string>('SELECT changes FROM journal ORDER BY seq DESC LIMIT 1')
      .pluck()
      .get() ?? '',
  );

describe('what becomes of an enquiry when it is logged', () => {
  const until = { promisedAt: moment('2026-11-23 17:00') };
  const settle = ['enquiries.settle', '2026-11-23 23:59', 'open'];
  const promised = ['enquiries.answer', '2026-11-23 17:00', 'open'];
  it.each<[string, Partial<NewEnquiry>, string, unknown[]]>([
    ['nothing said yet', {}, 'open', [settle]],
    ['answered at once', { answer: '400 元' }, 'answered', []],
    ['an answer promised', until, 'open', [promised]],
    ['a question passed on', { passTo: '财务' }, 'open', [settle]],
    ['a question passed on, promised', { ...until, passTo: '财务' }, 'open', [promised]],
    ['answered and passed on', { answer: '已转', passTo: '财务' }, 'answered', []],
    ['a message', { channel: 'message' }, 'open', [settle]],
    ['a message passed on', { channel: 'message', passTo: '李强' }, 'closed', []],
    ['a message by phone', { kind: 'message', passTo: '李强' }, 'closed', []],
    [
      'a message passed on, promised',
      { kind: 'message', passTo: '李强', ...until },
      'open',
      [promised],
    ],
    ['an official handed over', { kind: 'official', passTo: 'director' }, 'closed', []],
    ['a visitor passed on', { channel: 'visit', passTo: '李强' }, 'open', [settle]],
  ])('%s', (_, change, state, expected) => {
    const { no } = log(change);
    expect(showCase(ctx, ENQUIRY, no).state).toBe(state);
    expect(promises(no)).toEqual(expected);
    expect(broken()).toEqual([]);
  });

  it.each([
    ['a visit', 'visit', 'visitor'],
    ['a call', 'phone', 'caller'],
    ['a message', 'message', 'message'],
    ['a letter', 'letter', 'caller'],
    ['something online', 'online', 'caller'],
  ] as const)('%s is from a %s unless said', (_, channel, kind) => {
    expect(log({ channel }).kind).toBe(kind);
  });

  it('takes a number of its book and day', () => {
    expect([log().no, log().no, log({}, on('2026-11-23 00:00')).no]).toEqual([
      'E261122-001',
      'E261122-002',
      'E261123-001',
    ]);
  });

  it.each<[string, Partial<NewEnquiry>, string]>([
    [
      'an answer and a promise',
      { answer: '好', promisedAt: moment('2026-11-23 17:00') },
      'answered_and_promised',
    ],
    ['a promise that has passed', { promisedAt: moment('2026-11-22 09:29') }, 'time_passed'],
    ['an unknown unit', { unit: '3-2-1599' }, 'unknown_unit'],
    ['a number that is no staff', { passTo: '77' }, 'unknown_staff'],
    ['a recipient without a name', { passTo: ' ' }, 'bad_name'],
  ])('refuses %s, and nothing is written', (_, change, code) => {
    expect(() => log(change)).toThrow(code);
    expect(listEnquiries(ctx, {})).toEqual([]);
  });

  it('may be promised for this very moment', () => {
    expect(promises(log({ promisedAt: ctx.now }).no)).toEqual([
      ['enquiries.answer', '2026-11-22 09:30', 'open'],
    ]);
  });

  it.each<[string, Partial<NewEnquiry>, number]>([
    ['a unit is known', {}, 0],
    ['a phone is known', { unit: undefined, phone: '13800005678' }, 0],
    ['neither is known', { unit: undefined }, 1],
    ['neither is known, but it is answered', { unit: undefined, answer: '好' }, 0],
    [
      'neither is known, but it is handed over',
      { unit: undefined, kind: 'message', passTo: '李强' },
      0,
    ],
    ['an official stays at the desk', { kind: 'official' }, 1],
    [
      'an official is passed on, promised',
      { kind: 'official', passTo: '主任', promisedAt: moment('2026-11-23 17:00') },
      0,
    ],
  ])('warns where need be: %s', (_, change, warnings) => {
    log(change);
    expect(ctx.warnings).toHaveLength(warnings);
  });

  it('hides names and phones from the journal', () => {
    log({ who: '张伟', phone: '13800005678', passTo: '街道办' });
    expect(lastChanges()).toEqual({
      channel: 'phone',
      kind: 'caller',
      unit: '3-2-1501',
      state: 'open',
      promisedAt: null,
      passedTo: '***',
      who: '***',
      phone: '***',
    });
  });
});

describe('to whom it is passed on', () => {
  it.each([
    ['a member of staff', '李强', '李强', { passedToId: 2 }],
    ['the id of one', '2', '李强', { passedToId: 2 }],
    ['a role by its key', 'engineering', 'engineering', { passedTo: 'engineering' }],
    ['by its Chinese title', '工程维修', 'engineering', { passedTo: 'engineering' }],
    ['by its English title', 'site director', 'director', { passedTo: 'director' }],
    ['somebody else', '街道办', '街道办', { passedTo: '***' }],
  ])('%s', (_, typed, passedTo, told) => {
    const { no } = log();
    expect(passEnquiry(ctx, no, typed)).toMatchObject({ passedTo, state: 'open' });
    expect(lastChanges()).toEqual(told);
    expect(broken()).toEqual([]);
  });

  it('by the site’s own title', async () => {
    const policy = await policyOf('roles:\n  director: 项目经理\n');
    expect(logEnquiry({ ...ctx, policy }, { ...call, passTo: '项目经理' }).passedTo).toBe(
      'director',
    );
  });

  it('whoever left the staff is a name like any other', () => {
    retireStaff(ctx, '李强');
    passEnquiry(ctx, log().no, '李强');
    expect(lastChanges()).toEqual({ passedTo: '***' });
  });

  it('the last one has it', () => {
    const { no } = log({ passTo: '李强' });
    expect(passEnquiry(ctx, no, '财务').passedTo).toBe('finance');
    expect(passEnquiry(ctx, no, '李强').passedTo).toBe('李强');
    expect(broken()).toEqual([]);
  });
});

describe('the promise of an answer (rule 63)', () => {
  const promisedAt = moment('2026-11-23 17:00');

  it.each([
    ['exactly at the time', '2026-11-23 17:00', 'met'],
    ['a second later', '2026-11-23 17:00:01', 'late'],
  ])('%s', (_, when, state) => {
    const { no } = log({ promisedAt });
    answerEnquiry(on(when), no, '400 元');
    expect(promises(no)).toEqual([['enquiries.answer', '2026-11-23 17:00', state]]);
    expect(broken()).toEqual([]);
  });

  it.each([
    ['logged a minute before midnight', '2026-11-22 23:59', '2026-11-23 23:59'],
    ['logged at midnight', '2026-11-23 00:00', '2026-11-24 23:59'],
    ['logged at the end of the month', '2026-12-31 12:00', '2027-01-01 23:59'],
  ])('unpromised, %s: the next day', (_, when, due) => {
    const { no } = log({}, on(when));
    expect(promises(no, on(when))).toEqual([['enquiries.settle', due, 'open']]);
  });

  it('a promise takes the place of the limit', () => {
    const { no } = log();
    promiseAnswer(ctx, no, moment('2026-11-27 12:00'));
    expect(promises(no)).toEqual([['enquiries.answer', '2026-11-27 12:00', 'open']]);
    expect(lastChanges()).toEqual({ promisedAt: moment('2026-11-27 12:00') });
  });

  it('a promise that is broken stays so beside the new one', () => {
    const { no } = log({ promisedAt });
    const late = on('2026-11-23 18:00');
    promiseAnswer(late, no, moment('2026-11-24 12:00'));
    answerEnquiry(on('2026-11-24 09:00'), no, '400 元');
    expect(promises(no, late)).toEqual([
      ['enquiries.answer', '2026-11-23 17:00', 'late'],
      ['enquiries.answer', '2026-11-24 12:00', 'met'],
    ]);
    expect(broken()).toEqual([]);
  });

  it('cannot be made for the past', () => {
    const { no } = log();
    expect(() => promiseAnswer(ctx, no, moment('2026-11-22 09:29'))).toThrow('time_passed');
  });

  it('stands on the agenda of the clerks until it is kept', () => {
    const { no } = log({ promisedAt });
    const due = (when: TestCtx) =>
      agenda(when, { role: 'clerk' })
        .duties.filter(({ kind }) => kind.startsWith('enquiry.'))
        .map(({ subject, kind }) => [subject, kind]);
    expect(due(on('2026-11-23 08:00'))).toEqual([[no, 'enquiry.answer']]);
    answerEnquiry(on('2026-11-23 09:00'), no, '400 元');
    expect(due(on('2026-11-23 09:00'))).toEqual([]);
  });
});

describe('the end of an enquiry', () => {
  it('a message passed on later is settled in time', () => {
    const { no } = log({ channel: 'message' });
    expect(passEnquiry(ctx, no, '李强').state).toBe('closed');
    expect(promises(no)).toEqual([['enquiries.settle', '2026-11-23 23:59', 'met']]);
    expect(broken()).toEqual([]);
  });

  it('a message with a promise stays open', () => {
    const { no } = log({ channel: 'message', promisedAt: moment('2026-11-23 17:00') });
    expect(passEnquiry(ctx, no, '李强').state).toBe('open');
  });

  it.each([
    ['in time: nothing was owed any more', '2026-11-23 12:00', 'waived'],
    ['too late: it stays missed', '2026-11-24 00:00', 'late'],
  ])('closed without an answer %s', (_, when, state) => {
    const { no } = log();
    expect(closeEnquiry(on(when), no, '来人说不用了').state).toBe('closed');
    expect(promises(no, on(when))).toEqual([['enquiries.settle', '2026-11-23 23:59', state]]);
    expect(broken()).toEqual([]);
  });

  it('tells its steps', () => {
    const { no } = log({ promisedAt: moment('2026-11-23 17:00'), passTo: '财务' });
    noteOnEnquiry(ctx, no, '财务在查');
    answerEnquiry(on('2026-11-22 15:00'), no, '400 元');
    expect(showCase(ctx, ENQUIRY, no).timeline.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['received', {}],
      ['passed', { to: 'finance' }],
      ['promised', { untilAt: moment('2026-11-23 17:00') }],
      ['note', { text: '财务在查' }],
      ['answered', { answer: '400 元' }],
    ]);
  });

  it('is never before what went before it', () => {
    const { no } = log();
    expect(() => answerEnquiry(on('2026-11-22 09:29'), no, '400 元')).toThrow('before_last_step');
  });
});

describe('the order of steps', () => {
  const table: Readonly<Record<Step, string>> = {
    //        open answered closed
    answer: ' yes  answered closed',
    promise: 'yes  answered closed',
    pass: '   yes  answered closed',
    note: '   yes  yes      yes',
    close: '  yes  answered closed',
  };
  const states = ['open', 'answered', 'closed'] as const;
  const cases = (Object.keys(STEPS) as Step[]).flatMap((step) =>
    states.map((state, index) => [step, state, table[step].trim().split(/ +/)[index]] as const),
  );
  it.each(cases)('%s when %s: %s', (step, state, expected) => {
    const code = refusalOf(step, { no: 'E261122-001', state })?.code;
    expect(code).toBe(expected === 'yes' ? undefined : `enquiry_${expected}`);
  });
});

describe('the list', () => {
  it('by state, unit and day', () => {
    log();
    log({ answer: '好' });
    log({ unit: undefined, phone: '13800005678' }, on('2026-11-23 00:00'));
    const nos = (query: Parameters<typeof listEnquiries>[1]) =>
      listEnquiries(ctx, query).map(({ no }) => no.slice(5));
    expect(nos({})).toEqual(['22-001', '22-002', '23-001']);
    expect(nos({ open: true })).toEqual(['22-001', '23-001']);
    expect(nos({ state: 'answered' })).toEqual(['22-002']);
    expect(nos({ unit: '3-2-1501' })).toEqual(['22-001', '22-002']);
    expect(nos({ since: dayOf(moment('2026-11-23 00:00'), ctx.zone) })).toEqual(['23-001']);
    expect(nos({ until: '2026-11-22' })).toEqual(['22-001', '22-002']);
    expect(() => nos({ unit: '3-2-1599' })).toThrow('unknown_unit');
  });
});

describe('what must hold of every enquiry', () => {
  it.each([
    ['enquiries.known', "channel = 'pigeon'"],
    ['enquiries.moments', "received_at = '2026-11-22 09:30'"],
    ['enquiries.order', "promised_at = '2026-11-21T00:00:00Z'"],
    ['enquiries.answered', 'answer = NULL'],
    ['enquiries.closed', 'closed_at = received_at'],
    ['enquiries.one_recipient', "passed_to = 'director', passed_to_id = 1"],
    ['enquiries.owed', "state = 'open', answer = NULL, answered_at = NULL"],
  ])('%s', (key, change) => {
    log({ answer: '好' });
    expect(broken()).toEqual([]);
    ctx.ledger.db.exec(`UPDATE enquiries SET ${change}`);
    expect(broken()).toContain(key);
  });
});

describe('wy visit enquiry', () => {
  it('gives programs keys, moments on the site’s clock and a masked phone', async () => {
    const desk = await frontDesk();
    const { json } = await desk.say(
      'visit enquiry log --channel 来访 --who 陈静 --phone 13700001234 --text 问租金 --promise "明天 17:00" --pass-to 财务 --json',
    );
    expect(json).toEqual({
      no: 'E261122-001',
      channel: 'visit',
      kind: 'visitor',
      who: '陈静',
      phone: '137****1234',
      unit: null,
      text: '问租金',
      state: 'open',
      passedTo: 'finance',
      promisedAt: '2026-11-23T17:00:00+08:00',
      answer: null,
      receivedAt: '2026-11-22T09:30:00+08:00',
      answeredAt: null,
      closedAt: null,
      deadlines: [
        {
          kind: 'enquiry.answer',
          role: 'clerk',
          dueAt: '2026-11-23T17:00:00+08:00',
          metAt: null,
          state: 'open',
          clause: 'enquiries.answer',
        },
      ],
    });
    const shown = await desk.say('visit enquiry show 001 --reveal --json');
    expect(shown.json.phone).toBe('13700001234');
  });

  it.each([
    ['an unknown number', 'show 009', 1, 'unknown_number'],
    ['no text', 'log --channel phone', 2, 'missing_fields'],
    ['an unknown kind', 'log --channel phone --text 问 --kind guest', 2, 'unknown_choice'],
    ['an unreadable promise', 'log --channel phone --text 问 --promise bald', 2, 'bad_moment'],
    ['no verb', '', 2, 'missing_verb'],
  ])('refuses %s', async (_, line, code, error) => {
    const said = await (await frontDesk()).say(`visit enquiry ${line} --json`);
    expect([said.code, said.error.code]).toEqual([code, error]);
  });
});
