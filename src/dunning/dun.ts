import type { Ctx } from '../context.ts';
import { prepareList, refuseFile } from '../documents/list-file.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { type Booking, bookable, bookSteps, refuseOtherDay } from './booking.ts';
import { type Dun, type DunQuery, dunningList, toBeAsked } from './ladder.ts';
import { fileList } from './list-columns.ts';

export interface DunRequest extends DunQuery, Booking {
  /** Books the step of everybody listed. */
  record: boolean;
  /** Where the list for the SMS platform or the post office goes. */
  out: string | undefined;
  /** Telephones stand in the file in full. */
  reveal: boolean;
}

export interface Dunned {
  list: readonly Dun[];
  /** For whom a step was booked; undefined where nothing was to be booked. */
  booked: readonly Dun[] | undefined;
  file: string | undefined;
}

/**
 * Lists who is to be asked, and with `record` books it, with `out` writes the file: both or neither.
 * What is booked is the list of that very moment; refuses a file of another one (`list_changed`).
 */
export async function dun(ctx: Ctx, request: DunRequest): Promise<Dunned> {
  const { record, out } = request;
  if (record) refuseOtherDay(ctx, request.asOf);
  else if (request.way ?? request.approvedBy) warnOfNothingBooked(ctx);
  if (out !== undefined) return dunIntoFile(ctx, request, out);
  // Whoever is shown telephones in full answers for it: known before anything is written.
  if (request.reveal) ctx.operator();
  if (!record) return { list: dunningList(ctx, request), booked: undefined, file: undefined };
  return ctx.ledger.write(() => {
    const list = dunningList(ctx, request);
    return { list, booked: bookSteps(ctx, list, request), file: undefined };
  });
}

async function dunIntoFile(ctx: Ctx, request: DunRequest, out: string): Promise<Dunned> {
  refuseFile(out);
  const { lang, policy } = ctx;
  const { record, reveal } = request;
  if (reveal) ctx.operator();
  const list = dunningList(ctx, request);
  const chosen = record ? bookable(ctx, list, request) : toBeAsked(list);
  warnOfAddresses(ctx, chosen);
  const file = await prepareList(out, fileList(chosen, { lang, reveal, site: policy.site }));
  try {
    if (!record) {
      file.place();
      return { list, booked: undefined, file: out };
    }
    return ctx.ledger.write(() => {
      if (!isSame(list, dunningList(ctx, request))) throw listChanged();
      const booked = bookSteps(ctx, chosen, request);
      file.place();
      return { list, booked, file: out };
    });
  } finally {
    file.discard();
  }
}

const warnOfNothingBooked = (ctx: Ctx) =>
  ctx.warn(
    w(
      '只列了名单，没有登记：登记请加 --record',
      'This only lists; nothing was booked: add --record.',
    ),
  );

/** A letter to a stranger tells them who owes (PIPL art. 25), and demands nothing. */
function warnOfAddresses(ctx: Ctx, list: readonly Dun[]): void {
  const count = list.filter(({ stage, debt }) => stage === 'letter' && !debt.hasMailThere).length;
  if (count === 0) return;
  ctx.warn(
    w(
      `${count} 封信函没有地址（已迁离的业主、开发商、承租方），请补上邮寄地址。`,
      `${count} letters have no address (an owner who moved away, the developer, a lessee): fill it in.`,
    ),
  );
}

const isSame = (a: readonly Dun[], b: readonly Dun[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** While the file was made somebody paid, promised, or was asked by another desk. */
const listChanged = () =>
  refused(
    'list_changed',
    w('名单刚刚有变动，没有登记，也没有写文件。', 'The list has just changed; nothing was booked.'),
    w('请再执行一次。', 'Run it again.'),
  );
