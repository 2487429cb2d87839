import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unusable } from '../lib/errors.ts';
import { plural, w } from '../lib/words.ts';
import { keptIn } from './kept.ts';
import type { Mistake } from './mistakes.ts';
import type { Policy } from './policy.ts';

/** The policy in a home's file, compiled once for each of its texts. */
export async function loadPolicy(file: string, { build }: { build: string }): Promise<Policy> {
  const source = readPolicySource(file);
  const cacheFile = path.join(path.dirname(file), '.policy-cache.json');
  return keptIn(cacheFile, { build, source }, async () => {
    const { compilePolicy } = await import('./compile.ts');
    const compiled = await compilePolicy(source);
    if ('mistakes' in compiled) throw brokenPolicy(compiled.mistakes);
    return compiled.policy;
  });
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
