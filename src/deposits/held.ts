import type { Ctx } from '../context.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { list, type Words, w } from '../lib/words.ts';
import { type DepositPage, heldOf } from './deposits.ts';
import { renovationOf } from './rules.ts';

/** What is held of a unit, each deposit with the renovation it belongs to; null: nothing is. */
export function heldWords(ctx: Ctx, unitId: number): Words | null {
  const held = heldOf(ctx, unitId);
  if (held.length === 0) return null;
  const yuan = yuanText(totalFen(held.map(({ heldFen }) => heldFen)));
  const each = list(held.map(depositWords));
  return w(`在押 ${yuan} 元：${each.zh}`, `${yuan} yuan held: ${each.en}`);
}

function depositWords({ no, kindName, heldFen, subject }: DepositPage): Words {
  const yuan = yuanText(heldFen);
  const renovation = renovationOf(subject);
  const of = renovation
    ? w(`，装修 ${renovation} 的`, `, of the renovation ${renovation}`)
    : w('', '');
  return w(`${kindName.zh} ${yuan}（${no}${of.zh}）`, `${kindName.en} ${yuan} (${no}${of.en})`);
}
