import { RATE_DEFINITIONS, RATE_LABELS } from '../accounts/model.ts';
import { w } from '../lib/words.ts';
import type { RateFigure } from './model.ts';

/** Every rate of every report, by its full name: what over what. */
export const RATES = {
  'estate.occupancy': {
    label: w('入住率', 'occupancy'),
    definition: w('期末入住户数 ÷ 房屋', 'households at the end ÷ units'),
    numerator: 'estate.households',
    denominator: 'estate.units',
    better: 'more',
  },
  'fees.current': {
    label: RATE_LABELS.current,
    definition: RATE_DEFINITIONS.current,
    numerator: 'fees.paid',
    denominator: 'fees.owed',
    better: 'more',
  },
  'fees.households': {
    label: RATE_LABELS.households,
    definition: RATE_DEFINITIONS.households,
    numerator: 'fees.settledUnits',
    denominator: 'fees.units',
    better: 'more',
  },
  'fees.recovered': {
    label: RATE_LABELS.recovered,
    definition: RATE_DEFINITIONS.recovered,
    numerator: 'fees.recoveredAmount',
    denominator: 'fees.recoverable',
    better: 'more',
  },
  'fees.overall': {
    label: RATE_LABELS.overall,
    definition: RATE_DEFINITIONS.overall,
    numerator: 'fees.collected',
    denominator: 'fees.due',
    better: 'more',
  },
  'dunning.promisesKept': {
    label: w('承诺兑现率', 'promises kept'),
    definition: w(
      '按时兑现 ÷ 本期到期的缴费承诺',
      'kept in time ÷ promises to pay that fell due in the period',
    ),
    numerator: 'deadlines.promiseMet',
    denominator: 'deadlines.promiseDue',
    better: 'more',
  },
  'tickets.onTime': {
    label: w('维修及时率', 'repairs in time'),
    definition: w('按时完工 ÷ 本期到期的完工时限', 'finished in time ÷ repairs due in the period'),
    numerator: 'deadlines.repairMet',
    denominator: 'deadlines.repairDue',
    better: 'more',
  },
  'tickets.arrivedOnTime': {
    label: w('到场及时率', 'arrivals in time'),
    definition: w('按时到场 ÷ 本期到期的到场时限', 'arrived in time ÷ arrivals due in the period'),
    numerator: 'deadlines.arrivalMet',
    denominator: 'deadlines.arrivalDue',
    better: 'more',
  },
  'tickets.qualified': {
    label: w('维修合格率', 'right the first time'),
    definition: w('一次合格 ÷ 本期完工', 'right the first time ÷ finished in the period'),
    numerator: 'tickets.rightFirst',
    denominator: 'tickets.finished',
    better: 'more',
  },
  'tickets.repeat': {
    label: w('返修率', 'came back'),
    definition: w('返修 ÷ 本期完工', 'came back ÷ finished in the period'),
    numerator: 'tickets.repeated',
    denominator: 'tickets.finished',
    better: 'less',
  },
  'tickets.callback': {
    label: w('维修回访率', 'repairs called back'),
    definition: w('已回访 ÷ 本期应回访', 'called back ÷ callbacks due in the period'),
    numerator: 'deadlines.ticketCallbackDone',
    denominator: 'deadlines.ticketCallbackDue',
    better: 'more',
  },
  'complaints.onTime': {
    label: w('投诉处理及时率', 'complaints in time'),
    definition: w(
      '按时处理完毕 ÷ 本期到期的处理时限',
      'resolved in time ÷ complaints due in the period',
    ),
    numerator: 'deadlines.complaintMet',
    denominator: 'deadlines.complaintDue',
    better: 'more',
  },
  'complaints.closedRate': {
    label: w('投诉办结率', 'complaints closed'),
    definition: w(
      '期末已结案 ÷（上期结转 + 新增 + 结案后重办）',
      'closed at the end ÷ (carried over + new + came back)',
    ),
    numerator: 'complaints.closed',
    denominator: 'complaints.handled',
    better: 'more',
  },
  'complaints.callback': {
    label: w('投诉回访率', 'complaints called back'),
    definition: w('已回访 ÷ 本期应回访', 'called back ÷ callbacks due in the period'),
    numerator: 'deadlines.complaintCallbackDone',
    denominator: 'deadlines.complaintCallbackDue',
    better: 'more',
  },
  'complaints.perHousehold': {
    label: w('投诉率', 'complaints per household'),
    definition: w('新增投诉 ÷ 期末入住户数', 'new complaints ÷ households at the end'),
    numerator: 'complaints.new',
    denominator: 'estate.households',
    better: 'less',
  },
  'visits.satisfaction': {
    label: w('满意率', 'satisfaction'),
    definition: w('（满意 + 基本满意）÷ 有答复的走访回访', '(satisfied + fair) ÷ answers'),
    numerator: 'visits.pleased',
    denominator: 'visits.count',
    better: 'more',
  },
  'visits.callback': {
    label: w('回访率', 'called back'),
    definition: w(
      '已回访 ÷ 本期应回访的维修、投诉、入住',
      'called back ÷ callbacks due in the period: repairs, complaints, move-ins',
    ),
    numerator: 'deadlines.callbackDone',
    denominator: 'deadlines.callbackDue',
    better: 'more',
  },
  'enquiries.onTime': {
    label: w('来访来电答复及时率', 'enquiries answered in time'),
    definition: w('按时答复 ÷ 本期到期的答复', 'answered in time ÷ answers due in the period'),
    numerator: 'deadlines.enquiryMet',
    denominator: 'deadlines.enquiryDue',
    better: 'more',
  },
  'renovations.patrolled': {
    label: w('装修巡查及时率', 'works patrolled in time'),
    definition: w('按时巡查 ÷ 本期应巡查', 'patrolled in time ÷ patrols due in the period'),
    numerator: 'deadlines.worksPatrolMet',
    denominator: 'deadlines.worksPatrolDue',
    better: 'more',
  },
  'violations.onTime': {
    label: w('违规整改及时率', 'violations put right in time'),
    definition: w('按时整改 ÷ 本期到期的整改', 'put right in time ÷ violations due in the period'),
    numerator: 'deadlines.rectificationMet',
    denominator: 'deadlines.rectificationDue',
    better: 'more',
  },
  'trusts.patrolled': {
    label: w('托管巡查及时率', 'trusts patrolled in time'),
    definition: w('按时巡查 ÷ 本期应巡查', 'patrolled in time ÷ patrols due in the period'),
    numerator: 'deadlines.trustPatrolMet',
    denominator: 'deadlines.trustPatrolDue',
    better: 'more',
  },
  'deadlines.onTime': {
    label: w('按时办结率', 'deadlines kept in time'),
    definition: w(
      '按时办完 ÷ 本期到期的全部时限',
      'kept in time ÷ all deadlines due in the period',
    ),
    numerator: 'deadlines.met',
    denominator: 'deadlines.due',
    better: 'more',
  },
} as const satisfies Record<string, RateFigure>;

export type RateName = keyof typeof RATES;
