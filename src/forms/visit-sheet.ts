import type { Content, Printing } from '../documents/model.ts';
import { type Words, w } from '../lib/words.ts';
import {
  type Contact,
  OUTCOMES,
  REASON_WORDS,
  type Reason,
  type Visit,
  WAYS,
} from '../visits/model.ts';
import { half, row } from './parts.ts';
import { ticks } from './ticks.ts';
import { momentText, phoneText } from './values.ts';

type Result = Omit<Visit, 'no' | 'unit' | 'place' | 'reason'>;

/** A visit made, or one to be made: then its result is null and its number not taken yet. */
export interface VisitPage {
  no: string | null;
  unit: string | null;
  place: string | null;
  reason: Reason;
  about: string | null;
  whom: Contact;
  ask: Words;
  result: Result | null;
}

export function visitContent(it: VisitPage, as: Printing): Content {
  const { lang } = as;
  const { result } = it;
  return {
    title: w('回访单', 'Visit')[lang],
    no: it.no,
    marks: [],
    parts: [
      {
        kind: 'rows',
        rows: [
          it.unit === null
            ? half(row('place', w('地点', 'place'), it.place, as))
            : half(row('unit', w('房号', 'unit'), it.unit, as)),
          half(row('name', w('受访人', 'visited'), it.whom.name, as)),
          half(row('phone', w('联系电话', 'telephone'), phoneText(it.whom.phone, as), as)),
          half(row('reason', w('事由', 'reason'), REASON_WORDS[it.reason][lang], as)),
          ...(it.about === null ? [] : [row('about', w('回访的记录', 'about'), it.about, as)]),
          row('ask', w('回访内容', 'to be asked'), it.ask[lang], as),
        ],
      },
      {
        kind: 'rows',
        title: w('回访结果', 'Result')[lang],
        rows: [
          row('way', w('方式', 'way'), ticks(WAYS, result?.way ?? null, as), as),
          half(
            row('visitedAt', w('回访时间', 'when'), momentText(result?.visitedAt ?? null, as), as),
          ),
          half(row('visitedBy', w('回访人', 'by'), result?.visitedBy ?? null, as)),
          row(
            'result',
            w('满意程度', 'satisfaction'),
            ticks(OUTCOMES, result?.result ?? null, as),
            as,
          ),
          row('opinion', w('意见和建议', 'opinion'), written(result, 'opinion'), as),
          row('needs', w('需求', 'needs'), written(result, 'needs'), as),
          row('handling', w('处理意见', 'handling'), written(result, 'handling'), as),
          ...(result === null || result.ledTo === null
            ? []
            : [row('ledTo', w('转为', 'led to'), result.ledTo, as)]),
        ],
      },
      {
        kind: 'signatures',
        labels: [
          w('住户签字', 'Resident'),
          w('回访人', 'Visited by'),
          w('客服主管', 'Supervisor'),
        ].map((label) => label[lang]),
      },
    ],
    foot: null,
  };
}

/** Before the visit: room to write. */
const written = (result: Result | null, key: 'opinion' | 'needs' | 'handling'): string | null =>
  result === null ? '\n\n' : result[key];
