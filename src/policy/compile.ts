import type { core } from 'zod/mini';
import type { Day } from '../lib/day.ts';
import { nearestPaths } from '../lib/near.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { defaultTree } from './default.ts';
import { mergeTrees } from './merge.ts';
import type { Mistake } from './mistakes.ts';
import type { Policy } from './policy.ts';
import { pressing } from './pressing.ts';
import type { PolicyFile } from './schema.ts';
import { policySchema } from './schema.ts';
import { below, readTree } from './tree.ts';
import { calendarWarnings, workCalendar } from './work-calendar.ts';

export type Compiled = { policy: Policy; warnings: Words[] } | { mistakes: Mistake[] };

type Lines = ReadonlyMap<string, number>;

/**
 * Turns the text of a policy file into the policy, what it leaves out filled with the defaults; or
 * tells all mistakes at once, in the order of their lines. With `today` it also warns of a year
 * without holidays.
 */
export async function compilePolicy(text: string, today?: Day): Promise<Compiled> {
  const read = readTree(text);
  if ('mistakes' in read) return read;

  const judged = policySchema.safeParse(mergeTrees(defaultTree().tree, read.tree));
  if (!judged.success) return { mistakes: inOrder(judged.error.issues, read) };

  const { chinaCalendar } = await import('../lib/china-calendar.ts');
  const policy = join(judged.data, chinaCalendar());
  return { policy, warnings: today ? calendarWarnings(policy.calendar, today) : [] };
}

function join(file: PolicyFile, national: Parameters<typeof workCalendar>[1]): Policy {
  const { office: _, ...sections } = file;
  const { timezone: zone, ...site } = file.site;
  return { ...sections, site, zone, calendar: workCalendar(file, national) };
}

/** A file as it was read. */
interface Read {
  tree: unknown;
  lines: Lines;
}

function inOrder(issues: readonly core.$ZodIssue[], read: Read): Mistake[] {
  return issues
    .flatMap((issue) => mistakesOf(issue, read))
    .sort((a, b) => a.line - b.line || (a.path < b.path ? -1 : 1));
}

function mistakesOf(issue: core.$ZodIssue, { tree, lines }: Read): Mistake[] {
  const path = issue.path.reduce<string>((whole, key) => below(whole, String(key)), '');
  const mistake = (at: string, words: Words, keys = issue.path) => ({
    path: at,
    line: lineOf(at, lines),
    words: pressing(at, valueAt(tree, keys)) ?? words,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      mistake(below(path, key), unknownKey(below(path, key)), [...issue.path, key]),
    );
  }
  return [mistake(path, wordsOf(issue))];
}

const valueAt = (tree: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null)?.[key], tree);

function wordsOf(issue: core.$ZodIssue): Words {
  if (issue.code === 'custom' && issue.params?.words) return issue.params.words as Words;
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    return w('应是一列值，如 [甲, 乙]。', 'This takes a list, such as [one, two].');
  }
  return w('应是一组“键: 值”，每行一个。', 'This takes a group of "key: value" lines.');
}

function unknownKey(path: string): Words {
  const meant = nearestPaths(path, [...defaultTree().lines.keys()]);
  const unknown = w('没有这一项。', 'There is no such key.');
  if (meant.length === 0) {
    return w(`${unknown.zh}全部项目见 wy policy show。`, `${unknown.en} See wy policy show.`);
  }
  return w(
    `${unknown.zh}是 ${meant.join('、')} 吗？`,
    `${unknown.en} Did you mean ${meant.join(', ')}?`,
  );
}

/** The line of a path, or of what stands around it. */
function lineOf(path: string, lines: Lines): number {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return 1;
}
