import { timeline as timelineOf } from '../cases/view.ts';
import { asTold, toJson } from '../cli/shape.ts';
import { kindWords } from '../deadlines/kinds.ts';
import { deadlineLine, deadlineShape } from '../deadlines/view.ts';
import { w } from '../lib/words.ts';
import { folded, patrolCounts, withoutPastPatrols } from './course-rules.ts';
import type { RenovationPage, RenovationRecord } from './record.ts';
import { tellingWith } from './text.ts';

/** All promises for programs; for people the patrols that are over in one line. */
export const deadlines = asTold(
  'deadlines',
  w('时限', 'Deadlines'),
  ({ deadlines: all }: RenovationRecord, as) => ({
    json: () => all.map((each) => toJson(deadlineShape, each, as)),
    line: () => {
      const { lang } = as;
      const counts = patrolCounts(all, as.now).map(([words, count]) => `${words[lang]} ${count}`);
      const patrols =
        counts.length > 0
          ? [`${kindWords('reno.patrol')[lang]}  ${counts.join(lang === 'zh' ? '，' : ', ')}`]
          : [];
      const others = withoutPastPatrols(all).map((each) => deadlineLine(each, as));
      return [...others, ...patrols].join('\n');
    },
  }),
);

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
