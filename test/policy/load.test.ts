import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WyError } from '../../src/lib/errors.ts';
import { loadPolicy } from '../../src/policy/load.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'wy-policy-'));
});
afterEach(() => {
  chmodSync(home, 0o700);
  rmSync(home, { recursive: true });
});

const build = { build: 'one' };
const file = () => join(home, 'policy.yaml');
const cache = () => join(home, '.policy-cache.json');
const write = (text: string) => writeFileSync(file(), text);

/** Puts a mark into the kept copy: a policy that carries it was not compiled again. */
function markCache() {
  const [head = '', ...text] = readFileSync(cache(), 'utf8').split('\n');
  const kept = JSON.parse(head);
  kept.compiled.site.company = 'kept';
  writeFileSync(cache(), [JSON.stringify(kept), ...text].join('\n'));
}

async function failure(): Promise<WyError> {
  const error = await loadPolicy(file(), build).catch((reason: unknown) => reason);
  if (error instanceof WyError) return error;
  throw new Error('no WyError');
}

describe('the compiled copy', () => {
  it('is the same policy, for its owner alone', async () => {
    write('site: {name: 示范花园}');
    const compiled = await loadPolicy(file(), build);
    expect(await loadPolicy(file(), build)).toEqual(compiled);
    expect(statSync(cache()).mode & 0o777).toBe(0o600);
    expect(readdirSync(home).sort()).toEqual(['.policy-cache.json', 'policy.yaml']);
  });

  it('serves while text and build are the same', async () => {
    write('site: {name: 示范花园}');
    await loadPolicy(file(), build);
    markCache();
    expect((await loadPolicy(file(), build)).site).toMatchObject({
      name: '示范花园',
      company: 'kept',
    });
  });

  it.each([
    ['a comment was added', () => write('site: {name: a} #'), build],
    ['the build is another', () => {}, { build: 'two' }],
    [
      'it is half a file',
      () => writeFileSync(cache(), readFileSync(cache(), 'utf8').slice(0, 99)),
      build,
    ],
    [
      'half of the text behind it is gone',
      () => writeFileSync(cache(), readFileSync(cache(), 'utf8').slice(0, -5)),
      build,
    ],
    [
      'it is as an older wy wrote it',
      () => {
        const [head = ''] = readFileSync(cache(), 'utf8').split('\n');
        writeFileSync(cache(), JSON.stringify({ ...JSON.parse(head), source: 'site: {name: a}' }));
      },
      build,
    ],
    ['it is empty', () => writeFileSync(cache(), ''), build],
    ['it is null', () => writeFileSync(cache(), 'null'), build],
    [
      'it holds no policy',
      () => writeFileSync(cache(), `${JSON.stringify(build)}\nsite: {name: a}`),
      build,
    ],
    [
      'it is a folder',
      () => {
        rmSync(cache());
        mkdirSync(cache());
      },
      build,
    ],
  ])('does not serve where %s', async (_, change, options) => {
    write('site: {name: a}');
    await loadPolicy(file(), build);
    markCache();
    change();
    expect((await loadPolicy(file(), options)).site).toMatchObject({ name: 'a', company: '' });
  });

  it('leaves nothing behind where it cannot be written', async () => {
    write('site: {name: a}');
    mkdirSync(cache());
    expect((await loadPolicy(file(), build)).site.name).toBe('a');
    expect(readdirSync(home).sort()).toEqual(['.policy-cache.json', 'policy.yaml']);
  });

  it('is not made of a broken policy', async () => {
    write('langage: zh');
    await failure();
    expect(readdirSync(home)).toEqual(['policy.yaml']);
  });
});

describe('a home without a usable policy', () => {
  it('lacks the file', async () => {
    expect(await failure()).toMatchObject({ kind: 'unusable', code: 'policy_missing' });
  });

  it('has a folder of that name', async () => {
    mkdirSync(join(home, 'policy.yaml'));
    expect(await failure()).toMatchObject({ kind: 'unusable', code: 'policy_unreadable' });
  });

  it('has mistakes: the first with its line, and how many', async () => {
    write('language: zh\ntickets:\n  slip: 2\n  finish: x\n');
    const { kind, code, words, hint } = await failure();
    expect([kind, code]).toEqual(['unusable', 'policy_broken']);
    expect(words.en).toMatch(/^The policy has 2 mistakes\. Line 3 \(tickets\.slip\): /);
    expect(words.zh).toMatch(/^政策文件有 2 处错误。第 3 行（tickets\.slip）：/);
    expect(hint?.en).toContain('wy policy check');
  });
});
