import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unusable } from '../lib/errors.ts';
import { plural, w } from '../lib/words.ts';
import type { Mistake } from './mistakes.ts';
import type { Policy } from './policy.ts';

interface Cached {
  build: string;
  source: string;
  policy: Policy;
}

/**
 * The policy in a home's file. Compiling costs as much as a whole start, so the result is kept beside the
 * file and serves as long as both the file's text and the build of wy are the same.
 */
export async function loadPolicy(file: string, { build }: { build: string }): Promise<Policy> {
  const source = readPolicySource(file);
  const kept = readCache(file);
  if (kept?.build === build && kept.source === source) return kept.policy;

  const { compilePolicy } = await import('./compile.ts');
  const compiled = await compilePolicy(source);
  if ('mistakes' in compiled) throw brokenPolicy(compiled.mistakes);
  writeCache(file, { build, source, policy: compiled.policy });
  return compiled.policy;
}

/** The text of a policy file; unusable `policy_missing` or `policy_unreadable`. */
export function readPolicySource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw isMissing(error) ? missingPolicy() : unreadablePolicy();
  }
}

/** Unusable `policy_broken`: the first mistake, and how many there are. */
export function brokenPolicy(mistakes: readonly Mistake[]) {
  const [first] = mistakes;
  const place = first?.path ? w(`（${first.path}）`, ` (${first.path})`) : w('', '');
  return unusable(
    'policy_broken',
    w(
      `政策文件有 ${mistakes.length} 处错误。第 ${first?.line} 行${place.zh}：${first?.words.zh}`,
      `The policy has ${plural(mistakes.length, 'mistake')}. Line ${first?.line}${place.en}: ${first?.words.en}`,
    ),
    w('全部错误见 wy policy check。', 'wy policy check shows all of them.'),
  );
}

const cachePath = (file: string) => path.join(path.dirname(file), '.policy-cache.json');

function readCache(file: string): Cached | undefined {
  try {
    return wholeCache(JSON.parse(readFileSync(cachePath(file), 'utf8')));
  } catch {
    return undefined;
  }
}

function wholeCache(value: Partial<Cached> | null): Cached | undefined {
  if (typeof value?.policy !== 'object' || value.policy === null) return undefined;
  return value as Cached;
}

/** Aside and renamed, so that no reader sees half of it; a read-only home works without. */
function writeCache(file: string, cached: Cached): void {
  const aside = `${cachePath(file)}.${process.pid}`;
  try {
    writeFileSync(aside, JSON.stringify(cached), { mode: 0o600 });
    renameSync(aside, cachePath(file));
  } catch {
    rmSync(aside, { force: true });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function missingPolicy() {
  return unusable(
    'policy_missing',
    w('这里没有政策文件 policy.yaml。', 'There is no policy.yaml here.'),
    w(
      '新建台账请用 wy init，别处的台账请用 --home 指明。',
      'Use wy init for a new ledger, --home for one elsewhere.',
    ),
  );
}

function unreadablePolicy() {
  return unusable(
    'policy_unreadable',
    w('政策文件 policy.yaml 打不开。', 'policy.yaml cannot be read.'),
    w('请检查它是不是文件、有没有读的权限。', 'Check that it is a file and may be read.'),
  );
}
