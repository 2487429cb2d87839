import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compilePolicy } from '../../src/policy/compile.ts';
import { defaultTree } from '../../src/policy/default.ts';
import { isBranch } from '../../src/policy/merge.ts';
import type { Mistake } from '../../src/policy/mistakes.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Tree } from '../../src/policy/tree.ts';

async function mistakesIn(text: string): Promise<Mistake[]> {
  const compiled = await compilePolicy(text);
  return 'mistakes' in compiled ? compiled.mistakes : [];
}

async function policyOf(text: string): Promise<Policy> {
  const compiled = await compilePolicy(text);
  if ('mistakes' in compiled) throw new Error(JSON.stringify(compiled.mistakes));
  return compiled.policy;
}

const office = (text: string) => `office:\n  ${text}\n`;

describe('a policy with one mistake', () => {
  it.each([
    ['unknown section', 'language: zh\nticket: {}', 'ticket', 2],
    ['unknown key deep inside', 'tickets:\n  callback:\n    leek: 3d', 'tickets.callback.leek', 3],
    ['key of an object in JavaScript', 'constructor: {}', 'constructor', 1],
    ['unknown role', 'roles:\n  clerk: 前台\n  boss: 老板', 'roles.boss', 3],
    ['unknown language', 'language: fr', 'language', 1],
    ['unknown time zone', 'site:\n  name: a\n  timezone: Asia/Shangai', 'site.timezone', 3],
    ['empty time zone', 'site:\n  timezone: ""', 'site.timezone', 2],
    ['name over two lines', 'site:\n  name: "a\\nb"', 'site.name', 2],
    ['a list as a name', 'site:\n  name: [a]', 'site.name', 2],
    ['text where a group belongs', '\ntickets: 3d', 'tickets', 2],
    ['a list where a group belongs', 'tickets: [3d]', 'tickets', 1],
    ['a list of operators', 'operators:\n  - root', 'operators', 1],
    ['operator without a name', 'operators:\n  root:', 'operators.root', 2],
    ['duration without a unit', 'tickets:\n  finish: 2', 'tickets.finish', 2],
    ['duration with a space', 'tickets:\n  finish: 2 days', 'tickets.finish', 2],
    ['negative duration', 'tickets:\n  finish: -1d', 'tickets.finish', 2],
    ['no duration', 'tickets:\n  finish:', 'tickets.finish', 2],
    ['half a calendar day', 'tickets:\n  finish: 0.5d', 'tickets.finish', 2],
    ['group where a duration belongs', 'tickets:\n  slip: {a: 1d}', 'tickets.slip', 2],
    ['progress asked for without end', 'tickets:\n  progress: 0d', 'tickets.progress', 2],
    ['warranty in hours', 'tickets: {warranty: {leak: 5h}}', 'tickets.warranty.leak', 1],
    ['no backup kept', 'backup:\n  keep: 0', 'backup.keep', 2],
    ['backups in words', 'backup:\n  keep: many', 'backup.keep', 2],
    ['backups with a fraction', 'backup:\n  keep: 1.5', 'backup.keep', 2],
    ['unknown weekday', office('days: [mon, tus]'), 'office.days.1', 2],
    ['no weekday', office('days: []'), 'office.days', 2],
    ['one weekday, no list', office('days: mon'), 'office.days', 2],
    ['no hours', office('hours: []'), 'office.hours', 2],
    ['reversed hours', office('hours: ["12:00-08:30"]'), 'office.hours.0', 2],
    ['hours of no length', office('hours: ["12:00-12:00"]'), 'office.hours.0', 2],
    ['hours after midnight', office('hours: ["20:00-24:01"]'), 'office.hours.0', 2],
    ['sixty minutes', office('hours: ["08:60-12:00"]'), 'office.hours.0', 2],
    [
      'hours overlapping',
      office('hours:\n    - 08:30-12:01\n    - 12:00-18:00'),
      'office.hours.1',
      4,
    ],
    [
      'hours overlapping, unordered',
      office('hours: ["12:00-18:00", "08:30-12:01"]'),
      'office.hours.0',
      2,
    ],
    ['half a day of no length', office('halfDay: 0h'), 'office.halfDay', 2],
    ['half a day in days', office('halfDay: 1d'), 'office.halfDay', 2],
    ['a day that does not exist', office('holidays: [2027-02-29]'), 'office.holidays.0', 2],
    ['a day without its zeros', office('holidays: [2027-2-1]'), 'office.holidays.0', 2],
    ['a reversed range', office('holidays: [2027-02-11..2027-02-05]'), 'office.holidays.0', 2],
    ['a range of 32 days', office('holidays: [2027-01-01..2027-02-01]'), 'office.holidays.0', 2],
    [
      'one day off and at work',
      office('holidays: [2027-02-05..2027-02-11]\n  workdays: [2027-02-14, 2027-02-05]'),
      'office.workdays.1',
      3,
    ],
    ['a duplicate key', 'tickets:\n  slip: 0d\n  finish: 1d\n  slip: 2d', 'tickets.slip', 4],
    ['a tab as indentation', 'tickets:\n\tslip: 0d', '', 2],
    ['a bracket left open', 'office:\n  days: [mon, tue\nlanguage: zh', '', 3],
    ['a key that is a list', '? [a]\n: b', '', 1],
    ['two documents', 'language: zh\n---\nlanguage: en', '', 2],
    ['a list as a policy', '- language', '', 1],
    ['a text as a policy', 'zh', '', 1],
    ['an anchor', 'tickets:\n  slip: &same 0d', 'tickets.slip', 2],
    ['a tag', 'tickets:\n  slip: !!str 0d', 'tickets.slip', 2],
    ['a file saved in GB18030', 'site:\n  name: \uFFFD\uFFFD', '', 2],
    ['a file beyond all measure', `# ${'x'.repeat(100_000)}`, '', 1],
    ['brackets beyond all measure', '['.repeat(90_000), '', 1],
    ['lists beyond all measure', `a:\n${'- '.repeat(45_000)}`, '', 2],
  ])('%s', async (_, text, path, line) => {
    expect(await mistakesIn(text)).toEqual([
      {
        path,
        line,
        words: { zh: expect.stringMatching(/。|？/), en: expect.stringMatching(/[.?]$/) },
      },
    ]);
  });

  it('refuses an alias and its anchor, each where it stands', async () => {
    const found = await mistakesIn('tickets:\n  slip: &same 0d\n  finish: *same');
    expect(found.map(({ path, line }) => [path, line])).toEqual([
      ['tickets.slip', 2],
      ['tickets.finish', 3],
    ]);
  });

  it.each([
    ['a slip of the finger', 'tickets:\n  calback: {}', 'Did you mean tickets.callback?'],
    ['two letters swapped', 'ofifce: {}', 'Did you mean office?'],
    ['the right name in the wrong group', 'timezone: UTC', 'Did you mean site.timezone?'],
    ['nothing alike', 'zzzzzz: {}', 'See wy policy show.'],
  ])('says what was meant: %s', async (_, text, sentence) => {
    expect((await mistakesIn(text))[0]?.words.en).toContain(sentence);
  });
});

describe('a policy with several mistakes', () => {
  it('tells all of them, by line', async () => {
    const text = [
      'tickets:',
      '  callback: {leak: soon}',
      '  finnish: 1d',
      'office: {days: [funday], hours: ["9-5"]}',
      'language: de',
    ].join('\n');
    expect((await mistakesIn(text)).map(({ path, line }) => [line, path])).toEqual([
      [2, 'tickets.callback.leak'],
      [3, 'tickets.finnish'],
      [4, 'office.days.0'],
      [4, 'office.hours.0'],
      [5, 'language'],
    ]);
  });
});

describe('a policy that leaves things out', () => {
  it('has the default limits where it is empty', async () => {
    const policy = await policyOf('');
    expect(policy.tickets.callback.leak).toEqual({ amount: 3, unit: 'd', text: '3d' });
    expect(policy.tickets.arrive.appointment).toEqual({ amount: 0, unit: 'm', text: '0m' });
    expect(policy.zone.name).toBe('Asia/Shanghai');
    expect(policy.calendar).toMatchObject({
      days: [1, 2, 3, 4, 5],
      hours: [
        [510, 720],
        [840, 1080],
      ],
      halfDayHours: 4,
    });
  });

  it.each([
    ['only comments', '# nothing\n'],
    ['a byte order mark', '\uFEFFlanguage: zh\n'],
    ['groups and lists without a value', 'site:\ntickets:\noffice:\n  holidays:\noperators:\n'],
    ['CRLF line ends', 'tickets:\r\n  slip: 0d\r\n'],
  ])('is the default with %s', async (_, text) => {
    expect(await policyOf(text)).toEqual(await policyOf(''));
  });

  it('is the default with any of the default keys left out', async () => {
    const usual = await policyOf('');
    const leaves = leafPaths(defaultTree().tree);
    await fc.assert(
      fc.asyncProperty(fc.subarray(leaves), async (kept) => {
        expect(await policyOf(stringify(only(defaultTree().tree, kept)))).toEqual(usual);
      }),
      { numRuns: 25 },
    );
  });
});

describe('values as people write them', () => {
  it.each([
    ['a telephone without quotes', 'site: {phone: 053188886666}', 'site.phone', '053188886666'],
    ['a name that YAML calls a boolean', 'site: {name: no}', 'site.name', 'no'],
    ['a user with a number for a name', 'operators: {1001: 王芳}', 'operators.1001', '王芳'],
    ['a title', 'roles: {clerk: 前台}', 'roles.clerk', '前台'],
    ['another limit', 'tickets: {finish: 2wd}', 'tickets.finish.text', '2wd'],
    [
      'grace after an appointment',
      'tickets: {arrive: {appointment: 15m}}',
      'tickets.arrive.appointment.amount',
      15,
    ],
    ['weekdays in Chinese', 'office: {days: [周六, 周日]}', 'calendar.days', [6, 7]],
    ['a weekday twice', 'office: {days: [fri, mon, fri]}', 'calendar.days', [1, 5]],
    [
      'hours touching, unordered',
      'office: {hours: ["12:00-18:00", "8:30～12:00"]}',
      'calendar.hours',
      [
        [510, 720],
        [720, 1080],
      ],
    ],
    ['hours to midnight', 'office: {hours: ["00:00-24:00"]}', 'calendar.hours', [[0, 1440]]],
    ['half an hour more', 'office: {halfDay: 3.5h}', 'calendar.halfDayHours', 3.5],
  ])('%s', async (_, text, path, expected) => {
    const found = path
      .split('.')
      .reduce<unknown>((part, key) => part?.[key as never], await policyOf(text));
    expect(found).toEqual(expected);
  });

  it('stays the same through JSON, as the cache keeps it', async () => {
    const policy = await policyOf('operators: {root: 王芳}');
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });
});

function leafPaths(tree: Tree, path: string[] = []): string[] {
  if (!isBranch(tree) || Object.keys(tree).length === 0) return [path.join('.')];
  return Object.entries(tree).flatMap(([key, value]) => leafPaths(value, [...path, key]));
}

function only(tree: Tree, kept: readonly string[], path: string[] = []): Tree {
  if (!isBranch(tree) || Object.keys(tree).length === 0) return tree;
  const members = Object.entries(tree).filter(([key]) => {
    const at = [...path, key].join('.');
    return kept.some((leaf) => leaf === at || leaf.startsWith(`${at}.`));
  });
  return Object.fromEntries(
    members.map(([key, value]) => [key, only(value, kept, [...path, key])]),
  );
}
