import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { nearestPaths } from '../lib/near.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { compilePolicy } from './compile.ts';
import { defaultTree } from './default.ts';
import type { PolicyEntry } from './entries.ts';
import { isGroup, policySchemaEntries, valueText, walk } from './entries.ts';
import { brokenPolicy, readPolicySource } from './load.ts';
import { mergeTrees } from './merge.ts';
import type { Mistake } from './mistakes.ts';
import type { Tree } from './tree.ts';
import { below, readTree } from './tree.ts';

export interface PolicyCheck {
  ok: boolean;
  mistakes: Mistake[];
  warnings: Words[];
}

/** One key of a site's policy, explained. */
export interface PolicyLine {
  key: string;
  value: string;
  /** null where wy ships none: an operator of this site. */
  default: string | null;
  changed: boolean;
  note: Words | null;
  /** Where the site's file says it; null where it leaves it to the default. */
  line: number | null;
}

/** Reads a policy file as a new one would be read: all mistakes, or the warnings. */
export async function checkPolicy(file: string, today: Day): Promise<PolicyCheck> {
  const compiled = await compilePolicy(readPolicySource(file), today);
  if ('mistakes' in compiled) return { ok: false, mistakes: compiled.mistakes, warnings: [] };
  return { ok: true, mistakes: [], warnings: compiled.warnings };
}

/**
 * What a policy says about a key or a group of keys, about all without one. Values with mistakes
 * are shown as they stand; only a file that is no YAML is unusable. Refuses `unknown_policy_key`.
 */
export function showPolicy(source: string, key?: string): PolicyLine[] {
  const own = readTree(source);
  if ('mistakes' in own) throw brokenPolicy(own.mistakes);

  const merged = mergeTrees(defaultTree().tree, own.tree);
  const values = new Map(walk(merged, '').map((each) => [each.key, each.value]));
  const entries = policySchemaEntries();
  const lines = entries.flatMap((entry) => linesOf(entry, values.get(entry.key), own.lines));
  if (key === undefined) return lines;

  const chosen = lines.filter((line) => line.key === key || line.key.startsWith(`${key}.`));
  if (chosen.length > 0) return chosen;
  throw unknownKey(
    key,
    nearestPaths(
      key,
      entries.map((each) => each.key),
    ),
  );
}

/** None for a group, whose members follow by themselves; one for each operator of the site. */
function linesOf(
  entry: PolicyEntry,
  value: Tree | undefined,
  lines: ReadonlyMap<string, number>,
): PolicyLine[] {
  if (entry.default === null || value === undefined) return [];
  const { note } = entry;
  const line = (key: string, written: Tree, usual: string | null) => ({
    key,
    value: withoutKeys(key, valueText(written)),
    default: usual,
    changed: valueText(written) !== usual,
    note,
    line: lines.get(key) ?? null,
  });
  if (!isGroup(value)) return [line(entry.key, value, entry.default)];
  return Object.entries(value).map(([name, each]) => line(below(entry.key, name), each, null));
}

/** The address of a group robot is its key: of a place to send to only the host is shown. */
const withoutKeys = (key: string, text: string): string =>
  key.startsWith('sending.channels.') ? text.replace(/https?:\/\/[^\s,]+/gi, hostOnly) : text;

const hostOnly = (url: string): string => (URL.canParse(url) ? `${new URL(url).origin}/…` : '…');

function unknownKey(key: string, meant: readonly string[]) {
  return refused(
    'unknown_policy_key',
    w(`政策里没有 ${key}。`, `The policy has no ${key}.`),
    meant.length > 0
      ? w(`是 ${meant.join('、')} 吗？`, `Did you mean ${meant.join(', ')}?`)
      : w('全部项目见 wy policy show。', 'wy policy show lists all keys.'),
  );
}
