import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/lib/duration.ts';
import { WyError } from '../../src/lib/errors.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import { policySchemaEntries } from '../../src/policy/entries.ts';
import type { Policy, TermPath } from '../../src/policy/policy.ts';
import { operatorOf, term } from '../../src/policy/policy.ts';
import { ROLE_TITLES, ROLES, roleTitle } from '../../src/policy/roles.ts';
import { checkPolicy, showPolicy } from '../../src/policy/service.ts';

const DURATION = /^\d+(\.5)?(m|h|d|wd|mo)$/;
const limits = policySchemaEntries().filter(
  (entry) => DURATION.test(entry.default ?? '') && !entry.key.startsWith('office.'),
);

async function policyOf(text: string): Promise<Policy> {
  const compiled = await compilePolicy(text);
  if ('mistakes' in compiled) throw new Error(JSON.stringify(compiled.mistakes));
  return compiled.policy;
}

function failure(act: () => unknown): WyError {
  try {
    act();
  } catch (error) {
    if (error instanceof WyError) return error;
  }
  throw new Error('no WyError');
}

describe('showPolicy', () => {
  const own = 'tickets:\n  callback:\n    leak: 5d\n  slip: 0d\noperators:\n  wang.fang: 王芳\n';

  it('explains one key: the clause of a deadline', () => {
    expect(showPolicy(own, 'tickets.callback.leak')).toEqual([
      {
        key: 'tickets.callback.leak',
        value: '5d',
        default: '3d',
        changed: true,
        note: { zh: expect.stringContaining('规则 42'), en: expect.stringContaining('rule 42') },
        line: 3,
      },
    ]);
  });

  it('explains a group', () => {
    expect(
      showPolicy(own, 'tickets.callback').map(({ key, value, line }) => [key, value, line]),
    ).toEqual([
      ['tickets.callback.safety', '2d', null],
      ['tickets.callback.leak', '5d', 3],
      ['tickets.callback.general', '2d', null],
    ]);
  });

  it('shows a value written like the default as unchanged', () => {
    expect(showPolicy(own, 'tickets.slip')).toMatchObject([{ changed: false, line: 4 }]);
  });

  it('shows operators of the site, even with a dot in the name', () => {
    const [line] = showPolicy(own, 'operators.wang.fang');
    expect(line).toMatchObject({ value: '王芳', default: null, changed: true, line: 6 });
    expect(showPolicy('', 'operators')).toMatchObject([
      { key: 'operators', value: '', changed: false },
    ]);
  });

  it('shows lists as text', () => {
    expect(showPolicy('office: {days: [sat, sun]}', 'office.days')).toMatchObject([
      { value: 'sat, sun', default: 'mon, tue, wed, thu, fri', changed: true },
    ]);
  });

  it('shows all keys of an empty policy as the defaults', () => {
    const lines = showPolicy('');
    expect(lines.map(({ key }) => key)).toEqual(
      policySchemaEntries()
        .filter((entry) => entry.default !== null)
        .map(({ key }) => key),
    );
    expect(lines.filter(({ changed, line }) => changed || line !== null)).toEqual([]);
  });

  it('shows values with mistakes as they stand', () => {
    expect(showPolicy('tickets: {slip: soon, slap: 1d}', 'tickets.slip')).toMatchObject([
      { value: 'soon' },
    ]);
  });

  it.each([
    ['tickets.callback.leek', 'tickets.callback.leak'],
    ['callback.leak', 'tickets.callback.leak'],
    ['ticket', 'tickets'],
    ['moonlight', 'wy policy show'],
    ['', 'wy policy show'],
  ])('refuses the unknown key "%s" and names %s', (key, near) => {
    const { kind, code, hint } = failure(() => showPolicy('', key));
    expect([kind, code]).toEqual(['refused', 'unknown_policy_key']);
    expect(hint?.en).toContain(near);
  });

  it('cannot show what is no YAML', () => {
    expect(failure(() => showPolicy('a: [')).code).toBe('policy_broken');
  });
});

describe('checkPolicy', () => {
  let home: string;
  const file = () => join(home, 'policy.yaml');
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'wy-policy-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('passes a policy with its warnings', async () => {
    writeFileSync(file(), 'language: zh\n');
    expect(await checkPolicy(file(), '2026-11-22')).toMatchObject({
      ok: true,
      mistakes: [],
      warnings: [{}],
    });
  });

  it('tells the mistakes', async () => {
    writeFileSync(file(), 'language: de\nfoo: 1\n');
    const { ok, mistakes } = await checkPolicy(file(), '2026-11-22');
    expect([ok, mistakes.map(({ path }) => path)]).toEqual([false, ['language', 'foo']]);
  });

  it('is unusable without a policy', async () => {
    await expect(checkPolicy(file(), '2026-11-22')).rejects.toMatchObject({
      code: 'policy_missing',
    });
  });
});

describe('the reference', () => {
  it('explains every key in both languages', () => {
    const silent = policySchemaEntries().filter(({ note }) => !note?.zh || !note.en);
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  it('names the rule of every promise', () => {
    const lawless = limits.filter(
      ({ key, rules }) => key.startsWith('tickets.') && rules.length === 0,
    );
    expect(lawless.map(({ key }) => key)).toEqual([]);
    expect(limits.length).toBeGreaterThan(12);
  });

  it('names the same rules in both languages', () => {
    for (const { note, rules } of policySchemaEntries()) {
      const inChinese = /规则 ([\d、–]+)/.exec(note?.zh ?? '')?.[1]?.match(/\d+/g) ?? [];
      expect(inChinese.map(Number)).toEqual(rules);
    }
  });

  it('gives the usual titles of the roles', () => {
    const titles = policySchemaEntries().filter(({ key }) => key.startsWith('roles.'));
    expect(titles.map(({ key, note }) => [key, note])).toEqual(
      ROLES.map((role) => [`roles.${role}`, ROLE_TITLES[role]]),
    );
  });
});

describe('the limits of the policy', () => {
  it.each(limits.map(({ key, default: usual }) => [key, usual ?? '']))(
    '%s is %s',
    async (key, usual) => {
      const policy = await policyOf('');
      const { limit } = term(policy, key as TermPath);
      expect(limit.text).toBe(usual);
      if (usual !== '0m') expect(parseDuration(limit.text)).toEqual(limit);
    },
  );

  it('carry their clause', async () => {
    const policy = await policyOf('tickets: {callback: {leak: 5d}}');
    expect(term(policy, 'tickets.callback.leak')).toEqual({
      clause: 'tickets.callback.leak',
      limit: { amount: 5, unit: 'd', text: '5d' },
    });
  });
});

describe('names in the policy', () => {
  it.each([
    ['a mapped user', 'root', '王芳'],
    ['a user not mapped', 'guest', undefined],
    ['a user named like a property of objects', 'constructor', undefined],
  ])('%s', async (_, user, staff) => {
    expect(operatorOf(await policyOf('operators: {root: 王芳}'), user)).toBe(staff);
  });

  it('titles a role as the site does, else as usual', async () => {
    const policy = await policyOf('roles: {clerk: 前台}');
    expect(roleTitle(policy, 'clerk')).toEqual({ zh: '前台', en: '前台' });
    expect(roleTitle(policy, 'security')).toEqual({ zh: '安护', en: 'Security' });
  });
});
