import { addDays } from '../../lib/day.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting, somebody } from './setting.ts';
import { slip } from './slip.ts';

/** How the service is looked at, and what might be better (rules 163–169, 187, 188). */
export const qualityOf = (setting: Setting): Beat[] => [
  ...spotChecksOf(setting),
  ...etiquetteOf(setting),
  ...proposalsOf(setting),
];

const SPOT_EVERY_DAYS = 12;

const POSTS = { clerk: '前台', security: '门岗' };

/** Now a clerk, now a guard; what is unfit is looked at again two days later. */
function spotChecksOf({ days, estate, supervisor, on }: Setting): Beat[] {
  return days
    .slice(0, -3)
    .filter((_, index) => index % SPOT_EVERY_DAYS === 7)
    .flatMap((day, index) => {
      const random = randomOf(`spot check ${day}`);
      const isGuard = index % 3 === 2;
      const person = random.pick(isGuard ? estate.guards : estate.clerks).name;
      const isUnfit = index % 6 === 4;
      const fields = {
        ...{ person, place: isGuard ? POSTS.security : POSTS.clerk },
        ...(isUnfit
          ? { points: 'records=0', result: 'unfit', remark: '访客登记漏写离开时间' }
          : { points: 'ok', result: 'fit' }),
        fixBy: isUnfit ? on(addDays(day, 2), '18:00') : undefined,
      };
      return slip('spot-check', [
        { at: on(day, clock('10:10', random.below(300))), verb: 'log', by: supervisor, fields },
        ...(isUnfit
          ? [
              {
                at: on(addDays(day, 2), '11:00'),
                verb: 'recheck',
                by: supervisor,
                fields: { found: '已按要求登记' },
              },
            ]
          : []),
      ]);
    });
}

const SHEETS = [
  { kind: 'phone', scores: ['ok', 'rings=0', 'record=0'] },
  { kind: 'desk', scores: ['ok', 'tidy=0', 'farewell=0'] },
  { kind: 'appearance', scores: ['ok', 'badge=0', 'ok'] },
  { kind: 'posture', scores: ['ok', 'ok', 'guiding=0'] },
  { kind: 'hall', scores: ['ok', 'tact=0', 'early=0'] },
] as const;

const SHEET_EVERY_DAYS = 8;

/** One sheet a week for one of the clerks; a point lost is no failure, and is spoken about. */
function etiquetteOf({ days, estate, supervisor, on }: Setting): Beat[] {
  return days
    .slice(0, -1)
    .filter((_, index) => index % SHEET_EVERY_DAYS === 3)
    .flatMap((day, index) => {
      const sheet = SHEETS[index % SHEETS.length];
      if (!sheet) return [];
      const random = randomOf(`etiquette ${day}`);
      const { kind } = sheet;
      const score = random.pick(sheet.scores);
      const fields = {
        ...{ kind, person: random.pick(estate.clerks).name, [kind]: score, result: 'fit' },
        ...(score !== 'ok' && { remark: '已当面提醒' }),
      };
      return slip('etiquette', [{ at: on(day, '14:40'), verb: 'check', by: supervisor, fields }]);
    });
}

const PROPOSALS = [
  {
    ...{ daysAgo: 139, text: '快递架按楼栋分区', from: 'staff', decision: 'adopted' },
    ...{ grounds: '取件快', result: '已贴楼栋标签' },
  },
  {
    ...{ daysAgo: 96, text: '雨天门厅放伞架', from: 'resident', decision: 'adopted' },
    ...{ grounds: '防滑', result: '南北门厅各一个' },
  },
  {
    ...{ daysAgo: 62, text: '夜间关闭一半景观灯', from: 'committee', decision: 'partly' },
    ...{ grounds: '主路保留照明', result: '23 点后关花园灯' },
  },
  {
    ...{ daysAgo: 34, text: '单元门改刷脸', from: 'resident', decision: 'declined' },
    ...{ grounds: '费用高，且涉及个人信息，须业主大会决定', result: '已向建议人说明' },
  },
  {
    ...{ daysAgo: 6, text: '前台备一副老花镜', from: 'staff', decision: 'adopted' },
    ...{ grounds: '方便老人签字', result: undefined },
  },
] as const;

/** Answered within days, carried out within weeks; the last one is still to be. */
function proposalsOf({ estate, flats, supervisor, ago, today }: Setting): Beat[] {
  return PROPOSALS.flatMap(({ daysAgo, text, from, decision, grounds, result }, index) => {
    const random = randomOf(`proposal ${today} ${index}`);
    const resident = somebody(random, flats);
    const isResident = from === 'resident';
    const proposer = {
      staff: random.pick(estate.clerks).name,
      resident: resident.name,
      committee: '业委会 孟老师',
    }[from];
    const unit = isResident ? resident.unit : undefined;
    return slip('proposal', [
      { at: ago(daysAgo, '16:00'), verb: 'submit', fields: { text, from, proposer, unit } },
      {
        at: ago(daysAgo - 3, '11:30'),
        verb: 'answer',
        by: supervisor,
        fields: { decision, grounds },
      },
      ...(result === undefined
        ? []
        : [{ at: ago(daysAgo - 20, '10:40'), verb: 'settle', by: supervisor, fields: { result } }]),
    ]);
  });
}
