import type { Day } from '../lib/day.ts';
import { nearestPaths } from '../lib/near.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { defaultTree } from './default.ts';
import { mistakesIn } from './judging.ts';
import { mergeTrees } from './merge.ts';
import type { Mistake } from './mistakes.ts';
import type { Policy } from './policy.ts';
import { pressing } from './pressing.ts';
import type { PolicyFile } from './schema.ts';
import { policySchema } from './schema.ts';
import { readTree } from './tree.ts';
import { calendarWarnings, workCalendar } from './work-calendar.ts';

export type Compiled = { policy: Policy; warnings: Words[] } | { mistakes: Mistake[] };

/**
 * Turns the text of a policy file into the policy, what it leaves out filled with the defaults; or
 * tells all mistakes at once, in the order of their lines. With `today` it also warns of a year
 * without holidays.
 */
export async function compilePolicy(text: string, today?: Day): Promise<Compiled> {
  const read = readTree(text);
  if ('mistakes' in read) return read;

  const judged = policySchema.safeParse(mergeTrees(defaultTree().tree, read.tree));
  if (!judged.success)
    return { mistakes: mistakesIn(judged.error.issues, read, { unknownKey, refused: pressing }) };

  const { chinaCalendar } = await import('../lib/china-calendar.ts');
  const policy = join(judged.data, chinaCalendar());
  return { policy, warnings: today ? calendarWarnings(policy.calendar, today) : [] };
}

function join(file: PolicyFile, national: Parameters<typeof workCalendar>[1]): Policy {
  const { office: _, ...sections } = file;
  const { timezone: zone, ...site } = file.site;
  return { ...sections, site, zone, calendar: workCalendar(file, national) };
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
