import type { Ctx } from '../context.ts';
import { dayOf } from '../lib/moment.ts';
import { list, w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { codeName } from '../renovations/code-rules.ts';
import { hoursWords } from '../renovations/hours-rules.ts';
import type { Renovation } from '../renovations/model.ts';

type Period = Pick<Renovation, 'fromOn' | 'untilOn'>;

/** Nobody starts before the permit (rule 108); what is written up later is all written up later. */
export function warnOfPeriod(ctx: Ctx, { fromOn, untilOn }: Period): void {
  if (untilOn < dayOf(ctx.recordedAt, ctx.zone)) {
    ctx.warn(
      w(
        `施工期到 ${untilOn}，已经过完；后面各步也请用 --at 补录。`,
        `The works ended on ${untilOn}; record the steps that followed with --at, too.`,
      ),
    );
  }
  if (fromOn >= ctx.today) return;
  ctx.warn(
    w(
      `施工期从 ${fromOn} 起，已经开始；没有许可证先开工是违规（擅自开工），须登记：wy reno violation …`,
      `The works were to begin on ${fromOn}; whoever began without a permit committed a violation: wy reno violation …`,
    ),
  );
}

/** Works in a flat that is perhaps still the developer's. */
export function warnOfHandover(ctx: Ctx, { code, handoverOn }: Unit): void {
  if (handoverOn !== null && handoverOn <= ctx.today) return;
  ctx.warn(
    w(
      `${code} 没有交房记录，请先核对是否已交房。`,
      `${code} is not known to be handed over; make sure that it is.`,
    ),
  );
}

/** The household tells its neighbours (Decree 110 art. 15), and both know the hours (rule 84). */
export function remindHousehold({ policy, warn }: Ctx): void {
  const hours = hoursWords(policy.renovations);
  warn(
    w(
      `请告诉住户和施工队：开工前由住户告知邻居；${hours.zh}。`,
      `Tell household and team: the household tells its neighbours before the works begin; ${hours.en}.`,
    ),
  );
}

/** Structure, load, waterproofing, gas and the like are work for a qualified firm (Decree 110 art. 9). */
export function warnOfUnqualified(
  { policy, warn }: Ctx,
  { contractor, works }: Pick<Renovation, 'contractor' | 'works'>,
): void {
  if (contractor !== null) return;
  const kinds = policy.renovations.works;
  const theirs = works.filter((code) => kinds[code]?.qualified === 'yes');
  if (theirs.length === 0) return;
  const { zh, en } = list(theirs.map((code) => codeName(policy, 'works', code)));
  warn(
    w(
      `${zh}：不得自行施工，须委托有相应资质的单位（《住宅室内装饰装修管理办法》第九条）。`,
      `Not to be done by the household itself but by a qualified firm (Decree 110 art. 9): ${en}.`,
    ),
  );
}
