import { METHODS, type Method } from '../cash/model.ts';
import { GROUNDS, type Ground, PARTIES, type Party } from '../deposits/model.ts';
import { capitals } from '../lib/capitals.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { same, type Words, w } from '../lib/words.ts';

interface Of {
  no: string;
  unit: string;
}

/** Words one under the other. */
const lines = (words: readonly Words[]): Words =>
  w(words.map(({ zh }) => zh).join('\n'), words.map(({ en }) => en).join('\n'));

const headWords = ({ no, unit }: Of): Words => same(`${no}  ${unit}`);

export interface DeductionQuestion {
  amountFen: number;
  ground: Ground;
  reason: string;
  parts: readonly { no: string; party: Party; amountFen: number }[];
  claimFen: number;
}

/** What is shown before money is kept back (rule 110). */
export function deductionWords(of: Of, it: DeductionQuestion): Words {
  const ground = GROUNDS[it.ground];
  const [amount, claim] = [it.amountFen, it.claimFen].map(yuanText);
  return lines([
    headWords(of),
    w(`${ground.zh} ${amount}（${it.reason}）`, `${ground.en} ${amount} (${it.reason})`),
    ...it.parts.map(partWords),
    ...(it.claimFen > 0 ? [w(`  向住户追偿 ${claim}`, `  ${claim} claimed of the household`)] : []),
    w('核对无误，扣除？', 'Is this right, and is it deducted?'),
  ]);
}

function partWords({ no, party, amountFen }: DeductionQuestion['parts'][number]): Words {
  const of = PARTIES[party];
  const yuan = yuanText(amountFen);
  return w(`  扣${of.zh}的 ${no}  ${yuan}`, `  ${yuan} of ${no}, the ${of.en}'s`);
}

export interface BackQuestion {
  no: string;
  party: Party;
  holder: string | null;
  kindName: Words;
  amountFen: number;
  method: Method;
}

/** What is shown before deposits go back (rule 106): to whom, how much, and how. */
export function refundWords(of: Of, backs: readonly BackQuestion[]): Words {
  const sumFen = totalFen(backs.map(({ amountFen }) => amountFen));
  const sum = yuanText(sumFen);
  return lines([
    headWords(of),
    ...backs.map(backWords),
    w(`合计 ${sum}（${capitals(sumFen)}）`, `${sum} in all`),
    w('核对无误，退还？', 'Is this right, and does it go back?'),
  ]);
}

function backWords({ no, party, holder, kindName, amountFen, method }: BackQuestion): Words {
  const [to, by] = [PARTIES[party], METHODS[method]];
  const yuan = yuanText(amountFen);
  return w(
    `  退${to.zh}${holder ? ` ${holder}` : ''}  ${kindName.zh} ${no}  ${yuan}  ${by.zh}`,
    `  to the ${to.en}${holder ? `, ${holder}` : ''}  ${kindName.en} ${no}  ${yuan}  ${by.en}`,
  );
}
