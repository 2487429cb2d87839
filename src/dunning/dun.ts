import type { Ctx } from '../context.ts';
import { type Booking, bookable, bookSteps, refuseOtherDay } from './booking.ts';
import { type Dun, type DunQuery, dunningList } from './ladder.ts';
import { listRows } from './list-columns.ts';
import { prepareList, refuseFile } from './list-file.ts';

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
 */
export async function dun(ctx: Ctx, request: DunRequest): Promise<Dunned> {
  const { record, out } = request;
  if (record) refuseOtherDay(ctx, request.asOf);
  if (out !== undefined) refuseFile(out);
  // Whoever is shown telephones in full answers for it: known before anything is written.
  if (request.reveal) ctx.operator();
  const list = dunningList(ctx, request);
  if (out === undefined) {
    return { list, booked: record ? bookSteps(ctx, list, request) : undefined, file: undefined };
  }
  const chosen = bookable(ctx, list, request);
  const { lang, policy } = ctx;
  const file = await prepareList(
    out,
    listRows(chosen, { lang, reveal: request.reveal, site: policy.site }),
  );
  try {
    const booked = record ? bookSteps(ctx, chosen, request) : undefined;
    file.place();
    return { list, booked, file: out };
  } finally {
    file.discard();
  }
}
