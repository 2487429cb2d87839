import { RESULTS } from '../cases/model.ts';
import type { Telling } from '../cases/text.ts';
import { type Words, w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import { AGAINST, CHANNELS, GRADES, MEASURES, NATURES } from './model.ts';

const was = w('原为', 'was');

/** How the steps of a complaint are told; the names of the categories are the site's. */
export const tellingOf = (categories: Readonly<Record<string, Words>>): Telling => ({
  kinds: {
    received: w('接到投诉', 'received'),
    escalated: w('上报', 'told'),
    stopped: w('损害已制止', 'harm stopped'),
    verified: w('核实', 'facts verified'),
    assigned: w('指派', 'assigned'),
    planned: w('补救方案', 'remedy'),
    measure: w('定措施', 'measure'),
    carriedOut: w('已落实', 'carried out'),
    replied: w('答复住户', 'answered the resident'),
    promised: w('约定答复时间', 'answer promised'),
    resolved: w('处理完毕', 'resolved'),
    told: w('告知处理结果', 'result told'),
    closed: w('结案', 'closed'),
    invalid: w('按无效投诉结案', 'closed as invalid'),
    calledBack: w('回访', 'called back'),
    noAnswer: w('回访无人应答', 'nobody answered the callback'),
    signed: w('回访单签字', 'callback signed'),
    note: w('记事', 'note'),
    regraded: w('改判', 'regraded'),
    reopened: w('重新处理', 'reopened'),
    analysed: w('统计分析报告', 'analysis'),
    imported: w('从旧台账导入', 'imported from an old list'),
  },
  labels: {
    toldAt: w('于', 'at'),
    stoppedAt: w('于', 'at'),
    untilAt: w('至', 'by'),
    untilOn: w('至', 'by'),
    signedBy: w('签字', 'signed by'),
    formerNo: w('原编号', 'former number'),
    formerCategory: w('原类别', 'former category'),
    handler: w('经办', 'handled by'),
    facts: w('核实情况', 'facts'),
    progress: w('处理情况', 'progress'),
    calledBackAt: w('回访', 'called back'),
    remark: w('备注', 'remark'),
    reason: w('原因', 'because'),
    grade: w('级别', 'grade'),
    gradeBefore: was,
    nature: w('性质', 'nature'),
    natureBefore: was,
    category: w('类别', 'category'),
    categoryBefore: was,
    against: w('被投诉', 'against'),
    againstBefore: was,
  },
  values: {
    channel: CHANNELS,
    role: ROLE_TITLES,
    result: RESULTS,
    kind: MEASURES,
    grade: GRADES,
    gradeBefore: GRADES,
    nature: NATURES,
    natureBefore: NATURES,
    category: categories,
    categoryBefore: categories,
    against: AGAINST,
    againstBefore: AGAINST,
  },
});
