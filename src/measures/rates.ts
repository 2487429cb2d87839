import { w } from '../lib/words.ts';
import type { RateFigure } from './model.ts';

/** Every rate of every report, by its full name: what over what. */
export const RATES = {
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
