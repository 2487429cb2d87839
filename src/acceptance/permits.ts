import type { Ctx } from '../context.ts';
import { meet, releasePart } from '../deadlines/service.ts';
import { PARTIES } from '../deposits/model.ts';
import { yuanText } from '../lib/money.ts';
import { list, same, w } from '../lib/words.ts';
import type { Fate, Permit } from '../renovations/model.ts';
import { permitNo } from '../renovations/pass-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { type Back, fatesOf } from './permit-rules.ts';
import { setFate } from './permit-store.ts';
import { advance } from './store.ts';

/**
 * Permits and passes come back or are lost (rule 104), and the team clears the site (rule 105): kept
 * only once both are done. A lost one is compensated for; until it is paid it may turn up again.
 */
export function takeBackPermits(ctx: Ctx, typed: string, back: Back): RenovationRecord {
  return step(ctx, typed, back.cleared ? 'clear' : 'permits', (it, entry) => {
    const { no } = it;
    const fates = fatesOf(it, back);
    const told = {
      ...(fates.returned.length > 0 && { returned: numbers(no, fates.returned) }),
      ...(fates.lost.length > 0 && { lost: numbers(no, fates.lost) }),
    };
    endPermits(ctx, no, 'returned', fates.returned);
    endPermits(ctx, no, 'lost', fates.lost);
    if (told.returned || told.lost) {
      note(ctx, no, 'permitsBack', {
        ...(told.returned && { returned: told.returned.join(',') }),
        ...(told.lost && { lost: told.lost.join(',') }),
      });
    }
    if (fates.clears) {
      advance(ctx.ledger, no, { clearedAt: ctx.now });
      note(ctx, no, 'cleared');
    }
    entry.changes = { ...told, ...(fates.clears && { clearedAt: ctx.now }) };
    const after = requireRenovation(ctx, no);
    if (fates.lost.length > 0) sayWhatIsOwed(ctx, after);
    if (after.clearedAt !== null) meetClearing(ctx, after);
    if (it.acceptedAt === null && fates.returned.some(({ part }) => part === 0)) warnOfWorks(ctx);
  });
}

const numbers = (no: string, permits: readonly Permit[]): string[] =>
  permits.map(({ part }) => permitNo(no, part));

/** A pass that is not out any more cannot expire. */
function endPermits(ctx: Ctx, no: string, fate: Fate, permits: readonly Permit[]): void {
  const parts = permits.map(({ part }) => part);
  setFate(ctx.ledger, no, parts, { fate, fateAt: ctx.now });
  for (const part of parts) releasePart(ctx, no, part, 'reno.pass-expiry');
}

/** The team has left; what it still holds keeps the promise open. */
function meetClearing(ctx: Ctx, { no, permitsOut }: RenovationRecord): void {
  if (permitsOut.length === 0) meet(ctx, no, 'reno.clear');
  else warnOfThoseOut(ctx, no, permitsOut);
}

function warnOfThoseOut(ctx: Ctx, no: string, permitsOut: readonly string[]): void {
  const out = list(permitsOut.map(same));
  ctx.warn(
    w(
      `还没有交回：${out.zh}。收齐后：wy reno permits ${no} --returned all`,
      `Still out: ${out.en}. When they are back: wy reno permits ${no} --returned all`,
    ),
  );
}

function warnOfWorks(ctx: Ctx): void {
  ctx.warn(
    w(
      '施工还没有验收：施工许可证通常在初验合格后收回。',
      'The works are not accepted yet: the household keeps its permit until they are.',
    ),
  );
}

/** What is to be paid for all that were lost and are not paid for, and how it is taken (rule 104). */
function sayWhatIsOwed(ctx: Ctx, { no, permits, dues }: RenovationRecord): void {
  const due = dues.find(({ occasion }) => occasion === 'lost');
  if (!due) return;
  const { amountFen, owedFen, party, path } = due;
  if (amountFen === null) {
    ctx.warn(
      w(
        `制度里没有定遗失证件的赔偿（${path}），不收。`,
        `The policy sets no compensation for a lost permit (${path}): none is asked for.`,
      ),
    );
    return;
  }
  const lost = permits.filter(({ fate, lostFen }) => fate === 'lost' && lostFen === null);
  const { zh, en } = list(numbers(no, lost).map(same));
  const yuan = yuanText(owedFen);
  const pay = `wy reno fees ${no} --party ${party} --method …`;
  const deduct = `wy reno deduct ${no} --lost --approved-by …`;
  ctx.warn(
    w(
      `遗失 ${zh}：${PARTIES[party].zh}应赔偿 ${yuan} 元。收款：${pay}；从保证金扣：${deduct}`,
      `Lost: ${en}. The ${PARTIES[party].en} owes ${yuan}. Have it paid: ${pay}; or keep it back from the deposits: ${deduct}`,
    ),
  );
}
