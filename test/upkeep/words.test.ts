import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue, commandsOf } from '../../src/cli/catalogue.ts';
import { addMinutes } from '../../src/lib/moment.ts';
import { at } from '../support/ledger.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';
import { faultsOf, furnishedDesk, ledgerOf } from './furnished.ts';
import { SLICE_NAMES, type Slice, stepsOf, take, walkDesk } from './steps.ts';

/** Every step there is, in an order in which each can be taken; `~1`: on the newest record but one. */
const TOUR: readonly (readonly [Slice, string])[] = [
  ['moves', 'moveIn paper handout meter inspect strike strikeInspection defect mend appoint'],
  ['moves', 'accept note supply complete'],
  ['moves', 'callback moveAway takeBack settle forward cancel moveInByAgent cancel'],
  ['tickets', 'open assign arrive postpone inform note finish leakTest reject finishTested close'],
  ['tickets', 'callback reopen openPublic cancel mended complain'],
  ['complaints', 'log log groundless log analyse investigate assign plan measure done reply'],
  ['complaints', 'promise note regrade escalate resolve tell close callback sign reopen'],
  ['complaints', 'logMajor escalated stop logInvalid logAbout'],
  ['complaints', 'settled callbackSigned settled complain'],
  ['visits', 'visit visitInVain visitRepair visitComplaint sample sampleLate conclude committee'],
  ['meters', 'read readAnew'],
  ['trusts', 'entrust use find tell'],
  ['visits', 'mended askAfterRepair mended unhappyAfterRepair mended nobodyAfterRepair'],
  ['visits', 'settled askAfterComplaint settled unhappyAfterComplaint'],
  ['visits', 'settled nobodyAfterComplaint'],
  ['moves', 'transfer supplyAndComplete moveOut supplyAndComplete'],
  ['moves', 'moveIn'],
  ['visits', 'movedIn nobodyAfterMove askAfterMove'],
  ['surveys', 'open sendUnit record correct sendBuilding send recordEmpty~1 close'],
  ['surveys', 'openShort recordUnsent cancel'],
  ['meters', 'exchange turnOver'],
  ['trusts', 'patrol rain patrolBefore rainOver rain rainOff rainWithEnd roundAfter'],
  ['trusts', 'overuse decide decideAnew round end'],
  ['fees', 'park lease unsubscribe leaveEmpty annul entrust charge waive waiveMuch reverse'],
  ['fees', 'chargeByRate'],
  ['billing', 'bill billLate billUnit billBuilding rehearse share shareAgain penalise'],
  ['receipts', 'issue collect issue makeVoid payCash reverse prepay refund transfer pay'],
  ['dunning', 'owe sue dun message promise followUp send deliver call'],
  ['renovations', 'apply paper paper strike papers commit object resubmit commitAll review refuse'],
  ['renovations', 'resubmit reviewBlindly approve papers fees permit tell utilities worker helper'],
  ['renovations', 'feesOfTeam renew renewAll patrol patrolFound round overtime extend violation'],
  ['renovations', 'treat report rectifyFirst rectify request reject request accept lose permits'],
  ['registry', 'live rent own call leave stay agree greet decline build retire hire'],
  ['plans', 'planUnit move hand cancel planBuilding planToday'],
  ['visits', 'nobodyAsPlanned keepPlan'],
  ['enquiries', 'log note promise answer logAnswered logPromised close logMessage'],
  ['deposits', 'take deduct deductPenalty refundPart takeCash refundCash takeCash'],
  ['cash', 'handInPart handIn checkSafe close'],
  ['renovations', 'deduct deductLost deductMuch clear fault reinspect refund note'],
  ['renovations', 'payClaim close applySelf cancel'],
  [
    'roster',
    'planWeek planRound planWeeks swap swapBack give absent drop planAll come correctTime',
  ],
  ['roster', 'go correct'],
  ['enquiries', 'logOfficial passToRole logOfficial passToStaff logOfficial passToStranger'],
  ['outbox', 'queue retry drop'],
  ['forms', 'print'],
  ['reports', 'close'],
  ['entries', 'lend extend correct forget takeBack cancel permit renew patrol foundUnfit foundFit'],
  ['entries', 'patrolUnfit recheck read warn order assign accept ask approve issue'],
  ['entries', 'alarm approveAsDirector'],
  ['handover', 'note await sign'],
];

let desk: FrontDesk;
const taken = new Set<string>();
const refused: string[] = [];

/** A home whose journal holds a line of every step. */
beforeAll(async () => {
  desk = await frontDesk();
  const ctx = await walkDesk();
  let { now } = ctx;
  for (const [slice, names] of TOUR) {
    for (const typed of names.split(' ')) {
      const [name, nth] = typed.split('~');
      const step = `${slice}.${name}`;
      now = addMinutes(now, 61);
      const why = take(at(ctx, now), step, Number(nth ?? 0));
      if (why) refused.push(`${step}: ${why}`);
      taken.add(step);
    }
  }
  desk.now = now;
  writeFileSync(ledgerOf(desk), ctx.ledger.db.serialize());
  ctx.ledger.close();
});

interface Line {
  seq: number;
  action: string;
  subject: string | null;
  changes: Record<string, unknown>;
}

const linesOf = async (at: FrontDesk): Promise<Line[]> => (await at.say('history --json')).json;

/** Subjects, numbers, wy itself, commands and hashes are the same in every language. */
const SAME =
  /\b(staff|resident) \d+|\b(daily|today):[\d-]+|\bwy( (--)?[a-z][a-z-]*| [\w.…-]+)*|命令：[a-z ]+|\b[0-9a-f]{12}\b|\b[A-Z]+\d{6}-\d+/g;

/** What stands in Latin letters on a page in Chinese: a key that nobody gave a word. */
const latin = (page: string): string[] => [
  ...new Set(page.replaceAll(SAME, '').match(/[a-zA-Z]{2}[a-zA-Z.-]*/g)),
];

/** By the letters of the book. */
const PAGES: Readonly<Record<string, string>> = {
  T: 'ticket show',
  C: 'complaint show',
  M: 'resident file',
  V: 'visit show',
  E: 'visit enquiry show',
  P: 'visit plan show',
  S: 'survey show',
  A: 'fee subscription',
  Y: 'deposit show',
  N: 'fee contacts',
  R: 'fee receipt',
  D: 'reno show',
  J: 'handover show',
  K: 'key show',
  VP: 'vehicle show',
  BP: 'patrol show',
  WE: 'weather show',
  SV: 'service show',
  CE: 'certificate show',
  EM: 'emergency show',
};

const prefixOf = (no: string): string => no.replace(/\d.*$/, '');

/** By the last word of their name: who looks leaves no line. */
const LOOKS = [
  ...['show', 'list', 'find', 'search', 'check', 'report', 'file', 'moves', 'form', 'forms'],
  ...['due', 'repeats', 'birthdays', 'today', 'now', 'history', 'doctor', 'plan', 'handover'],
  ...['fields', 'daily', 'monthly', 'quarterly', 'annual', 'quality', 'collection', 'publish'],
  ...['completion'],
  ...[
    'journal',
    'reconcile',
    'charges',
    'receipt',
    'receipts',
    'statement',
    'arrears',
    'rate',
    'export',
    'contacts',
    'limitation',
    'subscription',
    'subscriptions',
    'workers',
    'violations',
  ],
];
/** Of a whole home or a whole file. */
const BESIDE = ['init', 'demo', 'batch', 'backup', 'restore', 'import', 'run-day'];
/** They change books.yaml, and the journal with it (test/books/session.test.ts). */
const OF_THE_FILE = ['book enable', 'book disable', 'book new'];

const OTHERWISE: Readonly<Record<string, string>> = {
  'visit.greet': 'resident.greet',
  'reno.worker add': 'reno.worker',
  'reno.worker renew': 'reno.renew',
  'reno.inspect': 'reno.accept',
  // What a try came to is noted at test/outbox.
  'outbox.send': 'outbox.queue',
};

/** The actions of all commands that record what happened at the desk. */
async function recorded(): Promise<string[]> {
  const nouns = Object.keys(catalogue).filter((noun) => !BESIDE.includes(noun));
  const commands = (await Promise.all(nouns.map((noun) => commandsOf(noun)))).flat();
  return commands
    .map((each) => each?.name ?? '')
    .filter((name) => !LOOKS.includes(name.split(' ').at(-1) ?? ''))
    .filter((name) => !OF_THE_FILE.includes(name))
    .map((name) => name.replace(/^visit (enquiry|plan) /, '$1 ').replace(' ', '.'))
    .map((action) => OTHERWISE[action] ?? action);
}

describe('in a journal with a line of every step', () => {
  it('each step was taken', () => {
    expect(refused).toEqual([]);
    expect([...taken].sort()).toEqual(SLICE_NAMES.flatMap(stepsOf).sort());
  });

  it('every command that records has its line', async () => {
    const actions = new Set((await linesOf(desk)).map(({ action }) => action));
    expect((await recorded()).filter((action) => !actions.has(action))).toEqual([]);
  });

  it('every action, every change and every choice has a word', async () => {
    expect(latin((await desk.say('history')).out)).toEqual([]);
    const { out } = await desk.say('history', { env: { WY_LANG: 'en' } });
    expect(out).not.toMatch(/[a-z][A-Z]|\b[a-z]+\.[a-z]+\b|null|true|false/);
  });

  it('so has all that is shown of a record', async () => {
    const subjects = new Set((await linesOf(desk)).map(({ subject }) => subject ?? ''));
    const nos = [...subjects].filter((subject) => /^[A-Z]+\d{6}-/.test(subject));
    expect(new Set(nos.map(prefixOf))).toEqual(new Set(Object.keys(PAGES)));
    for (const no of nos) {
      const { out } = await desk.say(`${PAGES[prefixOf(no)]} ${no}`);
      expect(out).toContain(no);
      expect(latin(out), no).toEqual([]);
    }
  });

  it('members of staff are told by name', async () => {
    const { out } = await desk.say('history');
    const rows = new Map(out.split('\n').map((row) => [Number.parseInt(row, 10), row]));
    const named = (await linesOf(desk)).filter(({ changes }) =>
      Object.entries(changes).some(([key, id]) => key.endsWith('Id') && id !== null),
    );
    for (const { seq } of named) expect(rows.get(seq)).toMatch(/：(王芳|陈主任|李强)/);
    expect(named.length).toBeGreaterThan(0);
  });

  it('doctor finds nothing', async () => {
    expect(await faultsOf(desk)).toEqual({});
  });
});

describe('what comes from beside the desk', () => {
  const FILES: Readonly<Record<string, readonly string[]>> = {
    units: ['房号,面积', '3-2-1601,89.53'],
    residents: ['房号,姓名,身份', '3-2-1601,孙丽,业主'],
    tickets: [
      '编号,报修时间,房号,报修内容,完工时间',
      '旧001,2025-03-01,3-2-1501,灯不亮,2025-03-02',
    ],
    complaints: ['编号,投诉时间,房号,投诉内容', '旧002,2025-03-01,3-2-1501,楼道很脏'],
    readings: ['房号,表,本期度数,本期时间', '3-2-1501,水表,12,2025-03-01'],
    'survey --survey S261120-001': ['房号,1,2,3,4,5,6,7,8', '3-2-1502,满意,,,,,,基本满意,不满意'],
  };

  it('has words too', async () => {
    const other = await furnishedDesk();
    for (const [kind, rows] of Object.entries(FILES)) {
      const file = other.file('list.csv', rows.join('\n'));
      const { code, out, err } = await other.say(`import ${kind} ${file}`);
      expect(code, out + err).toBe(0);
    }
    await other.say('resident show 1 --reveal');
    const { file } = (await other.say('backup --json')).json;
    await other.say(`restore ${file} --yes`);
    const actions = (await linesOf(other)).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining([
        ...Object.keys(FILES).map((kind) => `import.${kind.split(' ')[0]}`),
        ...['ledger.create', 'ledger.restore', 'reveal'],
      ]),
    );
    expect(latin((await other.say('history')).out)).toEqual([]);
  });
});
