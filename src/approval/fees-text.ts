import type { Method } from '../cash/model.ts';
import { METHODS } from '../cash/model.ts';
import { PARTIES, type Party } from '../deposits/model.ts';
import { capitals } from '../lib/capitals.ts';
import { yuanText } from '../lib/money.ts';
import { list, type Words, w } from '../lib/words.ts';

interface Asked {
  words: Words;
  owedFen: number;
}

/** What is shown before the money is taken. */
export interface FeesQuestion {
  no: string;
  unit: string;
  method: Method;
  parties: readonly {
    party: Party;
    payer: string;
    dues: readonly Asked[];
    totalFen: number;
  }[];
}

export function feesWords({ no, unit, method, parties }: FeesQuestion): Words {
  const totalFen = parties.reduce((sum, it) => sum + it.totalFen, 0);
  const [total, way] = [yuanText(totalFen), METHODS[method]];
  const lines = [
    w(`${no}  ${unit}`, `${no}  ${unit}`),
    ...parties.map(partyWords),
    w(`本次${way.zh} ${total}（${capitals(totalFen)}）`, `${total} now, ${way.en}`),
    w('核对无误，收款？', 'Is this right, and is the money taken?'),
  ];
  return w(lines.map(({ zh }) => zh).join('\n'), lines.map(({ en }) => en).join('\n'));
}

function partyWords({ party, payer, dues, totalFen }: FeesQuestion['parties'][number]): Words {
  const items = list(
    dues.map(({ words, owedFen }) =>
      w(`${words.zh} ${yuanText(owedFen)}`, `${words.en} ${yuanText(owedFen)}`),
    ),
  );
  const total = yuanText(totalFen);
  const { zh, en } = PARTIES[party];
  return w(
    `${zh} ${payer}：${items.zh}，共 ${total}`,
    `${en} ${payer}: ${items.en}; ${total} in all`,
  );
}
