import type { Ctx } from '../context.ts';
import { type Entry, HIDDEN } from '../ledger/transact.ts';
import { misused, refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { note } from '../timeline/service.ts';
import { missingOf, STEP_OF } from './checklist-rules.ts';
import { codesFor, codeTyped, meansAll } from './code-rules.ts';
import type { Item, ItemKind } from './model.ts';
import type { MoveRecord } from './record.ts';
import * as store from './store.ts';

/** The codes typed, each once; `all` stands for whatever is missing, and is refused where nothing is. */
export function codesTyped(
  ctx: Ctx,
  move: MoveRecord,
  kind: ItemKind,
  typed: readonly string[],
): string[] {
  const it = ctx.policy.moves;
  const known = codesFor(kind, it);
  const codes = typed.flatMap((each) =>
    meansAll(each) ? stillMissing(ctx, move, kind) : [codeTyped(known, each, it)],
  );
  return [...new Set(codes)];
}

function stillMissing(ctx: Ctx, move: MoveRecord, kind: ItemKind): readonly string[] {
  const missing = missingOf(move, ctx.policy.moves).find(({ step }) => step === STEP_OF[kind]);
  if (missing) return missing.codes;
  throw refused(
    'nothing_missing',
    w(`${move.no} 这里不缺什么了。`, `Nothing of the kind is missing in ${move.no}.`),
    w(`查看：wy resident file ${move.no}`, `See wy resident file ${move.no}`),
  );
}

export interface Goods {
  items: readonly string[];
  quantity: number | undefined;
  detail: string | undefined;
  signedBy: string | undefined;
}

/** A quantity or the numbers of keys belong to one thing. */
export function goodsTyped(
  ctx: Ctx,
  move: MoveRecord,
  kind: ItemKind,
  { items, quantity, detail }: Goods,
): string[] {
  const codes = codesTyped(ctx, move, kind, items);
  if (codes.length === 1 || (quantity === undefined && detail === undefined)) return codes;
  throw misused(
    'one_item',
    w('数量和说明只能对一种物品。', 'A quantity or a detail belongs to one item.'),
    w('请一种一种地记。', 'Record them one by one.'),
  );
}

interface NewItems {
  kind: ItemKind;
  codes: readonly string[];
  quantity?: number | undefined;
  detail?: string | undefined;
  signedBy?: string | undefined;
}

/** Writes items of one kind, all with the same detail, and tells them. */
export function putItems(ctx: Ctx, { no }: MoveRecord, made: NewItems, entry: Entry): void {
  const { kind, codes, quantity, detail = null, signedBy = null } = made;
  for (const code of codes) {
    const item: Item = { kind, code, quantity: quantity ?? 1, detail, signedBy, at: ctx.now };
    store.addItem(ctx.ledger, no, item);
  }
  note(ctx, no, kind, {
    codes: codes.join(','),
    ...(quantity !== undefined && { quantity }),
    detail,
    signedBy,
  });
  entry.changes = {
    codes,
    ...(quantity !== undefined && { quantity }),
    ...(detail && { detail: HIDDEN }),
    ...(signedBy && { signedBy: HIDDEN }),
  };
}
