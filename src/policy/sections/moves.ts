import * as z from 'zod/mini';
import { list, same, w } from '../../lib/words.ts';
import { duration, grace, issue, someText } from '../values.ts';
import { GOODS_CODES, METER_CODES, PAPER_CODES, SETTLEMENT_CODES } from './move-codes.ts';

const codes = () => z.array(someText());

/** What a move-in, a move-out and a change of owner need (rules 1–24). */
export const moves = z
  .strictObject({
    papers: z.strictObject({
      owner: codes(),
      agent: codes(),
      company: codes(),
      transfer: codes(),
      leaving: codes(),
    }),
    forms: codes(),
    forTransfer: codes(),
    handouts: codes(),
    returns: codes(),
    settlements: codes(),
    meters: codes(),
    names: z.record(z.string(), someText()),
    appoint: duration(),
    accept: grace(),
    callback: duration(),
  })
  .check(named, typeable);

type Moves = z.output<typeof moves>;

/** Each list of codes, where it stands, and the codes that have names of wy's own there. */
function listsOf({ papers, ...it }: Pick<Moves, ListKey | 'papers'>) {
  return [
    ...Object.entries(papers).map(([name, some]) => at(['papers', name], some, PAPER_CODES)),
    at(['forms'], it.forms, PAPER_CODES),
    at(['forTransfer'], it.forTransfer, PAPER_CODES),
    at(['handouts'], it.handouts, GOODS_CODES),
    at(['returns'], it.returns, GOODS_CODES),
    at(['settlements'], it.settlements, SETTLEMENT_CODES),
    at(['meters'], it.meters, METER_CODES),
  ];
}

type ListKey = 'forms' | 'forTransfer' | 'handouts' | 'returns' | 'settlements' | 'meters';

const at = (path: string[], some: readonly string[], known: readonly string[]) => ({
  path,
  some,
  known,
});

/** A code without a name could not be shown to anybody. */
function named({ value, issues }: z.core.ParsePayload<Moves>): void {
  for (const { path, some, known } of listsOf(value)) {
    const isMeter = known === METER_CODES;
    some.forEach((code, index) => {
      if (known.includes(code) || (!isMeter && Object.hasOwn(value.names, code))) return;
      const codes = list(known.map(same));
      const words = isMeter
        ? w(`没有这种表，可用：${codes.zh}。`, `There is no such meter; use ${codes.en}.`)
        : w(
            `代码 ${code} 没有名称：请写进 moves.names，或用 ${codes.zh}。`,
            `The code ${code} has no name: write it into moves.names, or use ${codes.en}.`,
          );
      issues.push(issue(code, [...path, index], words));
    });
  }
}

/** Codes are typed with commas between them. */
function typeable({ value, issues }: z.core.ParsePayload<Moves>): void {
  for (const code of Object.keys(value.names)) {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code) && code !== 'all') continue;
    const words = w(
      '代码应是小写字母、数字和连字符，如 marriage-certificate；all 另有所指。',
      'A code is small letters, digits and hyphens, such as marriage-certificate; all means something else.',
    );
    issues.push(issue(code, ['names', code], words));
  }
}
