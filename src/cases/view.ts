import type { Rendering, Shape } from '../cli/shape.ts';
import { asDetails, asMoment, asRecords, asText } from '../cli/shape.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { localText } from '../lib/moment.ts';
import { tellUnits } from '../lib/unit-keys.ts';
import { w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';
import type { Page, WithDeadlines } from './model.ts';
import { detailWords, stepWords, type Telling } from './text.ts';

/** The promises of a case, the last column of its card. */
export const deadlines = asRecords(
  'deadlines',
  w('时限', 'Deadlines'),
  (it: WithDeadlines<unknown>) => it.deadlines,
  deadlineShape,
  deadlineLine,
);

/** People read the sentence of `eventLine`; programs the detail, moments and money as everywhere. */
const eventShape: Shape<Event> = [
  asMoment('at', w('时间', 'At'), (it) => it.at),
  asText('by', w('经办', 'By'), (it) => it.by),
  asText('kind', w('事项', 'Kind'), (it) => it.kind),
  asDetails('detail', w('说明', 'Detail'), ({ detail }, { zone }) => tellUnits(detail, zone)),
];

/** All that was done and said, the last column of a page. */
export const timeline = (telling: Telling) =>
  asRecords(
    'timeline',
    w('经过', 'Timeline'),
    (it: Page<unknown>) => it.timeline,
    eventShape,
    (event, as) => eventLine(telling, event, as),
  );

function eventLine(telling: Telling, event: Event, { lang, zone }: Rendering): string {
  const by = lang === 'zh' ? `（${event.by}）` : `(${event.by})`;
  const words = [stepWords(telling, event), detailWords(telling, event, zone)];
  const parts = [localText(event.at, zone), ...words.map((each) => each[lang]), by];
  return parts.filter((part) => part !== '').join('  ');
}
