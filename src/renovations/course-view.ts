import { timeline as timelineOf } from '../cases/view.ts';
import { asTold, asWhole, type Rendering, type Shape, toJson } from '../cli/shape.ts';
import { kindWords } from '../deadlines/kinds.ts';
import type { Deadline } from '../deadlines/model.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { plural, type Words, w } from '../lib/words.ts';
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
        ...together(told).map(({ deadline, parts }) => deadlineLine(deadline, as, parts)),
        ...countLine(kindWords('reno.patrol'), patrolCounts(all, as.now), as),
        ...countLine(w('其他事项', 'Others'), settledCounts(settled), as),
      ].join('\n');
    },
  }),
);

type Counting = (number: number) => Words;

/** What a number of a step counts. */
const COUNTED: Readonly<Record<string, Counting>> = {
  count: (number) => w(`${number} 条`, plural(number, 'violation')),
  times: (number) => w(`${number} 次`, plural(number, 'time')),
};

const PASS = (part: number) => w(`第 ${part} 张`, `pass ${part}`);

const VIOLATION = (part: number) => w(`第 ${part} 项`, `violation ${part}`);

const PARTS: Readonly<Record<string, Counting>> = {
  ...{ passIssued: PASS, passRenewed: PASS },
  ...{ violated: VIOLATION, measured: VIOLATION, reported: VIOLATION, rectified: VIOLATION },
};

/** A step whose numbers say what they count. */
function counted(event: Event, { lang }: Rendering): Event {
  const ways: Readonly<Record<string, Counting | undefined>> = {
    ...COUNTED,
    part: PARTS[event.kind],
  };
  const detail = Object.entries(event.detail).map(([key, value]) => {
    const words = typeof value === 'number' ? ways[key]?.(value) : undefined;
    return [key, words ? words[lang] : value] as const;
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
