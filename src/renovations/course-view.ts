import { timeline as timelineOf } from '../cases/view.ts';
import { asTold, type Rendering, toJson } from '../cli/shape.ts';
import { kindWords } from '../deadlines/kinds.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { type Words, w } from '../lib/words.ts';
import {
  folded,
  patrolCounts,
  settledApart,
  settledCounts,
  withoutPastPatrols,
} from './course-rules.ts';
import type { RenovationPage, RenovationRecord } from './record.ts';
import { tellingWith } from './text.ts';

/** All promises for programs; for people what is over, and was kept, in a line of its own. */
export const deadlines = asTold(
  'deadlines',
  w('时限', 'Deadlines'),
  ({ deadlines: all }: RenovationRecord, as) => ({
    json: () => all.map((each) => toJson(deadlineShape, each, as)),
    line: () => {
      const { settled, told } = settledApart(withoutPastPatrols(all), as.now);
      return [
        ...told.map((each) => deadlineLine(each, as)),
        ...countLine(kindWords('reno.patrol'), patrolCounts(all, as.now), as),
        ...countLine(w('其他事项', 'Others'), settledCounts(settled), as),
      ].join('\n');
    },
  }),
);

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
      const brief = { ...page, timeline: folded(page.timeline) };
      return (told.get(brief, as) ?? []).map((each) => each.line()).join('\n');
    },
  }));
}
