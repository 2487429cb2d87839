import type { Telling } from '../cases/text.ts';
import { w } from '../lib/words.ts';

/** How the steps of a planned visit are told. */
export const TELLING: Telling = {
  kinds: {
    planned: w('列入计划', 'planned for'),
    moved: w('改到', 'moved to'),
    visited: w('已走访', 'visited'),
    noAnswer: w('走访无人应答', 'nobody was in'),
    cancelled: w('取消', 'cancelled'),
  },
  labels: { visitor: w('走访人', 'visitor') },
};
