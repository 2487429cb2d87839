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
    appointed: w(
      '已约业主复验，工程维修陪同',
      'the owner comes to accept it, engineering accompanies',
    ),
    closed: w('结单，住户满意', 'closed, resident satisfied'),
    rejected: w('住户不满意，返工', 'resident not satisfied, back to work'),
    reopened: w('返修', 'reopened'),
    chargeTakenBack: w('冲销应收', 'charge reversed'),
    cancelled: w('取消', 'cancelled'),
    calledBack: w('回访', 'called back'),
    noAnswer: w('回访无人应答', 'nobody answered the callback'),
    complained: w('转为投诉', 'became a complaint'),
    imported: w('从旧台账导入', 'imported from an old list'),
  },
  labels: {
    chargedFen: w('应收', 'charged'),
    leakTestedAt: w('试漏', 'water test'),
    formerNo: w('原编号', 'former number'),
    finishedAt: w('完工', 'finished'),
    worker: w('维修人', 'worker'),
    calledBackAt: w('回访', 'called back'),
    noAnswerAt: w('回访无人应答', 'nobody answered the callback'),
    remark: w('备注', 'remark'),
  },
  values: {
    signed: { true: w('已签领', 'slip signed for') },
    result: RESULTS,
    noAnswer: { true: w('没有回访到', 'not reached by a callback') },
  },
};
