import { RESULTS } from '../cases/model.ts';
import type { Telling } from '../cases/text.ts';
import { w } from '../lib/words.ts';
import { MOST_QUESTIONS } from './model.ts';

const PARTS = Array.from({ length: MOST_QUESTIONS }, (_, at) => at + 1);

/** How the steps of a survey are told; a correction tells what stood there before. */
export const TELLING: Telling = {
  kinds: {
    opened: w('开始', 'opened'),
    sent: w('发放', 'sent'),
    imported: w('导入收回的问卷', 'returned forms imported'),
    corrected: w('更正', 'corrected'),
    closed: w('已上报主任', 'reported to the director'),
    cancelled: w('取消', 'cancelled'),
  },
  labels: {
    forms: w('份数', 'forms'),
    building: w('楼栋', 'building'),
    opinion: w('原意见', 'opinion before'),
    ...Object.fromEntries(
      PARTS.map((part) => [`answer${part}`, w(`第 ${part} 题原为`, `${part} was`)]),
    ),
  },
  values: Object.fromEntries(PARTS.map((part) => [`answer${part}`, RESULTS])),
};

/** What each rate of the report is made of; it stands beside the rate. */
export const DEFINITIONS = {
  rate: w(
    '（满意 + 基本满意）÷ 有效问卷的全部答案',
    '(satisfied + fair) ÷ all answers of the valid forms',
  ),
  returnRate: w('收回 ÷ 发放', 'returned ÷ sent'),
  distributionRate: w(
    '发给入住户的 ÷ 入住户（按最后一次发放那天）',
    'sent to households ÷ households, on the day of the last sending',
  ),
  averageOfQuestions: w(
    '各题满意率之和 ÷ 有人答的题数',
    'the sum of the rates of the questions ÷ the questions answered',
  ),
} as const;
