import { step } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import { release } from '../deadlines/service.ts';
import { misused, refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { note } from '../timeline/service.ts';
import { requireCategory } from './categories.ts';
import type { Against, Complaint, Grade, Nature } from './model.ts';
import { promiseAnew } from './promises.ts';
import { COMPLAINT, type ComplaintRecord } from './record.ts';
import { earlierLike, newlyRecurring, pointOut, promiseAnalysis } from './repeats.ts';
import { see } from './rules.ts';
import * as store from './store.ts';

export interface Regrade {
  grade?: Grade | undefined;
  nature?: Nature | undefined;
  /** A code or name of the policy. */
  category?: string | undefined;
  against?: Against | undefined;
  reason: string;
}

type Judged = Pick<Complaint, 'grade' | 'nature' | 'category' | 'against'>;

/**
 * It was judged wrongly: what is still open is promised anew from the first reception, what was met
 * stays met, what was broken stays broken. Refuses a judgement that changes nothing.
 */
export function regrade(ctx: Ctx, no: string, to: Regrade): ComplaintRecord {
  return step(ctx, COMPLAINT, no, 'regrade', (it, entry) => {
    const changed = changesOf(ctx, it, to);
    const after = { ...it, ...changed };
    store.update(ctx.ledger, it.no, changed);
    promiseAnew(ctx, it, after);
    if (changed.category !== undefined) countAnew(ctx, after);
    note(ctx, it.no, 'regraded', { ...fromAndTo(it, changed), reason: to.reason });
    entry.changes = changed;
  });
}

function changesOf(ctx: Ctx, it: Complaint, { category, grade, nature, against }: Regrade) {
  const wanted: { [K in keyof Judged]: Judged[K] | undefined } = {
    grade,
    nature,
    category: category === undefined ? undefined : requireCategory(ctx.policy, category),
    against,
  };
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  if (given.length === 0) throw nothingGiven();
  const changed = given.filter(([key, value]) => it[key as keyof Judged] !== value);
  if (changed.length === 0) throw nothingChanged(it.no);
  return Object.fromEntries(changed) as Partial<Judged>;
}

const nothingGiven = () =>
  misused(
    'nothing_to_change',
    w('没有写明改成什么。', 'What it is to become is not said.'),
    w(
      '至少给出 --grade、--nature、--category、--against 中的一项。',
      'Say one of --grade, --nature, --category and --against at least.',
    ),
  );

const nothingChanged = (no: string) =>
  refused('nothing_changed', w(`${no} 本来就是这样。`, `${no} is that already.`), see(no));

/** What recurs in its new category; an analysis that was due for the old one alone falls away. */
function countAnew(ctx: Ctx, it: Complaint): void {
  const { ofCategory } = earlierLike(ctx, { no: it.no, unitId: null, category: it.category });
  const earlier = { ofUnit: [], ofCategory };
  pointOut(ctx, earlier);
  const byCategory = newlyRecurring(ctx, earlier) !== null;
  const byUnit = it.recurring === 'unit' || it.recurring === 'both';
  const recurring = byUnit ? (byCategory ? 'both' : 'unit') : byCategory ? 'category' : null;
  store.update(ctx.ledger, it.no, { recurring });
  if (byCategory) promiseAnalysis(ctx, it.no);
  else if (!byUnit) release(ctx, it.no, 'complaint.analyse');
}

/** `grade`, and behind it `gradeBefore`. */
const fromAndTo = (it: Judged, changed: Partial<Judged>) =>
  Object.fromEntries(
    Object.entries(changed).flatMap(([key, value]) => [
      [key, value],
      [`${key}Before`, it[key as keyof Judged]],
    ]),
  );
