import { timeline as timelineOf } from '../cases/view.ts';
import { asTold, asWhole, type Rendering, type Shape, toJson } from '../cli/shape.ts';
import { kindWords } from '../deadlines/kinds.ts';
import type { Deadline } from '../deadlines/model.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { list, plural, same, type Words, w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';
import {
  folded,
  patrolCounts,
  settledApart,
  settledCounts,
  together,
  withoutPastPatrols,
} from './course-rules.ts';
import type { RenovationPage, RenovationRecord } from './record.ts';
import { tellingWith } from './text.ts';

const shape: Shape<Deadline> = [
  ...deadlineShape,
  asWhole('part', w('第几', 'Part'), ({ part }) => part),
];

/** All promises for programs; for people the next one first, and what is over, and was kept, in a line of its own. */
export const deadlines = asTold(
  'deadlines',
  w('时限', 'Deadlines'),
  ({ deadlines: all }: RenovationRecord, as) => ({
    json: () => all.map((each) => toJson(shape, each, as)),
    line: () => {
      const { settled, told } = settledApart(withoutPastPatrols(all), as.now);
      return [
        ...together(told).map(({ deadline, parts }) =>
          deadlineLine(deadline, as, which(parts, as)),
        ),
        ...countLine(kindWords('reno.patrol'), patrolCounts(all, as.now), as),
        ...countLine(w('其他事项', 'Others'), settledCounts(settled), as),
      ].join('\n');
    },
  }),
);

/** `（1、3）`: which of them, where there are parts. */
function which(parts: readonly number[], { lang }: Rendering): string {
  if (parts.length === 0) return '';
  const { zh, en } = list(parts.map((each) => same(String(each))));
  return w(`（${zh}）`, ` (${en})`)[lang];
}

type Counting = (number: number) => Words;

const PASS: Counting = (part) => w(`第 ${part} 张`, `pass ${part}`);

const VIOLATION: Counting = (part) => w(`第 ${part} 项`, `violation ${part}`);

/** What the number of a step counts, or which one it is. */
const COUNTED: Readonly<Record<string, Counting>> = {
  promised: (count) => w(`${count} 条`, plural(count, 'violation')),
  patrols: (times) => w(`${times} 次`, plural(times, 'time')),
  lostPaid: (count) => w(`${count} 张`, plural(count, 'permit')),
  ...{ passIssued: PASS, passRenewed: PASS },
  ...{ violated: VIOLATION, measured: VIOLATION, reported: VIOLATION, rectified: VIOLATION },
};

const NUMBERS: readonly string[] = ['count', 'times', 'part'];

/** A step whose number says what it counts. */
function counted(event: Event, { lang }: Rendering): Event {
  const words = COUNTED[event.kind];
  const detail = Object.entries(event.detail).map(([key, value]) => {
    const isCount = typeof value === 'number' && NUMBERS.includes(key);
    return [key, words && isCount ? words(value)[lang] : value] as const;
  });
  return { ...event, detail: Object.fromEntries(detail) };
}

/** `装修巡查  按时 3，超期未办 9`; none where nothing is counted. */
function countLine(
  what: Words,
  counts: readonly (readonly [Words, number])[],
  { lang }: Rendering,
): string[] {
  if (counts.length === 0) return [];
  const told = counts.map(([words, count]) => `${words[lang]} ${count}`);
  return [`${what[lang]}  ${told.join(lang === 'zh' ? '，' : ', ')}`];
}

/** All that was done and said; for people quiet patrols in a row are one line. */
export function timeline({ names }: RenovationPage) {
  const told = timelineOf(tellingWith(names));
  return asTold('timeline', told.label, (page: RenovationPage, as) => ({
    json: () => (told.get(page, as) ?? []).map((each) => each.json()),
    line: () => {
      const brief = { ...page, timeline: folded(page.timeline).map((each) => counted(each, as)) };
      return (told.get(brief, as) ?? []).map((each) => each.line()).join('\n');
    },
  }));
}
