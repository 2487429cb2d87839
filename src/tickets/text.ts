import { RESULTS } from '../cases/model.ts';
import type { Telling } from '../cases/text.ts';
import { w } from '../lib/words.ts';

/** How the steps of a repair are told. */
export const TELLING: Telling = {
  kinds: {
    opened: w('报修', 'reported'),
    assigned: w('派工', 'assigned'),
    arrived: w('到场', 'arrived'),
    postponed: w('改期', 'postponed'),
    informed: w('已告知住户', 'resident told'),
    note: w('记事', 'note'),
    finished: w('完工', 'finished'),
    leakTested: w('试漏', 'water test'),
    closed: w('结单，住户满意', 'closed, resident satisfied'),
    rejected: w('住户不满意，返工', 'resident not satisfied, back to work'),
    reopened: w('返修', 'reopened'),
    cancelled: w('取消', 'cancelled'),
    calledBack: w('回访', 'called back'),
  },
  labels: { leakTestedAt: w('试漏', 'water test') },
  values: {
    signed: { true: w('已签领', 'slip signed for') },
    result: RESULTS,
  },
};
