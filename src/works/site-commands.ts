import { command, type Guide, type Typed } from '../cli/command.ts';
import {
  building,
  choices,
  day,
  flag,
  identity,
  moment,
  name,
  number,
  phone,
  staff,
  text,
  whole,
} from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { MEASURES } from '../renovations/model.ts';
import { permitNo } from '../renovations/pass-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { renovationCard } from '../renovations/view.ts';
import { extendWorks } from './extending.ts';
import { workersInside } from './inside.ts';
import { addWorker, renewPasses } from './issuing.ts';
import { violationsOffered } from './offers.ts';
import { grantOvertime } from './overtime.ts';
import { patrolAll, patrolWorks } from './patrolling.ts';
import { patrolled, workerTable } from './site-view.ts';
import { passesOf } from './worker-rules.ts';

const label = w('装修编号或其末尾几位', 'number of the renovation, or its end');

const no = number({ label, required: true, positional: true });

const reveals = (it: RenovationRecord) => [it.no];

const workerAdd = command({
  name: 'reno worker add',
  about: w('给施工人员发出入证', "Issue a worker's pass"),
  fields: {
    no,
    name: name({ label: w('姓名', 'name'), required: true }),
    idNo: identity({ label: w('身份证或其他证件号', 'number of an identity paper'), ask: true }),
    phone: phone({ label: w('电话', 'phone'), ask: true }),
    photos: whole({
      label: w('收到几张照片', 'photographs handed in'),
      min: 0,
      max: 10,
      ask: true,
    }),
    until: day({
      label: w('有效期至；默认施工期最后一天', 'good until; by default the last day of the works'),
    }),
  },
  guides: {
    photos: (_typed, { policy }) => ({
      needed: policy.renovations.photos > 0,
      proposal: {
        value: String(policy.renovations.photos),
        because: w('按制度', 'by the policy'),
      },
    }),
  },
  reveals,
  examples: [
    'wy reno worker add 001 --name 刘工 --id-no 110101199003070388 --photos 2',
    'wy reno worker add 001 --name 赵师傅 --phone 13800000007 --photos 2 --until 2026-12-10',
  ],
  run: (ctx, { no: typed, ...input }) => addWorker(ctx, typed, input),
  view: renovationCard,
});

const workerRenew = command({
  name: 'reno worker renew',
  about: w('出入证续期，不超过施工期', "Renew workers' passes, not beyond the works"),
  fields: {
    no,
    pass: text({
      label: w('出入证编号或其末尾的序号', 'number of the pass, or its last part'),
      positional: true,
      placeholder: 'PASS',
    }),
    all: flag({ label: w('在外的都续', 'all that are out') }),
    until: day({ label: w('新的有效期至', 'good until'), required: true }),
  },
  oneOf: [['pass', 'all']],
  guides: { pass: passesOffered, until: periodOffered },
  reveals,
  examples: [
    'wy reno worker renew 001 2 --until 2026-12-20',
    'wy reno worker renew 001 --all --until 2026-12-20',
  ],
  run: (ctx, { no: typed, pass, until }) => renewPasses(ctx, typed, { pass, until }),
  view: renovationCard,
});

const workers = command({
  name: 'reno workers',
  about: w(
    '今天在场的施工人员，谁的出入证过期、快到期',
    'Workers in the house today; whose pass has expired or is about to',
  ),
  fields: {
    expired: flag({ label: w('只看过期的', 'only those that have expired') }),
    building: building({ label: w('某栋的', 'of this building') }),
    on: day({ label: w('哪一天；默认今天', 'on which day; today by default') }),
  },
  reveals: (passes) => passes.map(({ no: of, part }) => permitNo(of, part)),
  examples: ['wy reno workers', 'wy reno workers --expired --building 3'],
  run: (ctx, input) => workersInside(ctx, input),
  view: workerTable,
});

/** Tools that were taken are recorded by the command that asks first. */
const { seize: _seize, ...ON_PATROL } = MEASURES;

/** Asked for where a violation was found. */
const withViolation = ({ violation }: Typed): Guide => ({ needed: violation !== undefined });

const patrol = command({
  name: 'reno patrol',
  about: w('登记装修巡查；发现违规的一并记下', 'Record a patrol, and a violation found on it'),
  fields: {
    no: number({ label, positional: true }),
    all: flag({ label: w('所有正在施工的', 'all works that are going on') }),
    building: building({ label: w('和 --all 一起：只这一栋', 'with --all: of this building') }),
    ok: flag({ label: w('无异常', 'nothing wrong') }),
    violation: text({
      label: w('违规代码或名称，如 V09', 'code of a violation, such as V09'),
      placeholder: 'CODE',
    }),
    note: text({ label: w('情况', 'what was seen') }),
    measure: choices(ON_PATROL, {
      label: w('处置；默认批评教育规劝', 'what was done about it; persuaded by default'),
    }),
    fixBy: moment({
      label: w('整改期限，写进整改通知单', 'put right by, as in the written notice'),
      bareDay: 'end',
    }),
  },
  oneOf: [
    ['no', 'all'],
    ['ok', 'violation'],
  ],
  guides: {
    violation: violationsOffered,
    note: withViolation,
    measure: withViolation,
  },
  reveals: (seen) => [seen].flat().map((it) => it.no),
  examples: [
    'wy reno patrol 001 --ok',
    'wy reno patrol 001 --violation V20 --note "垃圾堆在楼道" --measure persuade --fix-by 明天',
    'wy reno patrol --all --ok --building 3',
  ],
  run: (ctx, input) => {
    const { no: typed, building: of, violation: code, note, measure, fixBy } = input;
    if (code === undefined && (measure ?? fixBy) !== undefined) throw nothingToTreat();
    if (typed === undefined) {
      if (code !== undefined) throw oneByOne();
      return patrolAll(ctx, { building: of, note });
    }
    if (of !== undefined) throw buildingAlone();
    const measures = measure ?? (['persuade'] as const);
    const found = code === undefined ? undefined : { code, measures, note, fixBy };
    return patrolWorks(ctx, typed, { note, violation: found });
  },
  view: patrolled,
});

const overtime = command({
  name: 'reno overtime',
  about: w('批准加班：施工时间以外的一次', 'Allow works outside the hours, once'),
  fields: {
    no,
    from: moment({ label: w('开始', 'from'), required: true }),
    until: moment({ label: w('结束，当天', 'until, the same day'), required: true }),
    reason: text({ label: w('原因', 'reason'), required: true }),
    approvedBy: staff({
      label: w('批准的客服主管或管理处主任', 'supervisor or director who approves'),
      required: true,
    }),
  },
  reveals,
  examples: [
    'wy reno overtime 001 --from "明天 18:00" --until "明天 20:30" --reason "瓷砖胶须连续施工" --approved-by 王芳',
  ],
  run: (ctx, { no: typed, ...input }) => grantOvertime(ctx, typed, input),
  view: renovationCard,
});

const extend = command({
  name: 'reno extend',
  about: w(
    '延长施工期；到期不延也不验收的，照旧巡查，到期事项一直挂在待办上',
    'Extend the period of the works; past its end they are still patrolled, and the agenda says so',
  ),
  fields: {
    no,
    until: day({ label: w('延到哪天', 'until which day'), required: true }),
    reason: text({ label: w('原因', 'reason'), required: true }),
    approvedBy: staff({
      label: w('批准的客服主管或管理处主任', 'supervisor or director who approves'),
      required: true,
    }),
  },
  reveals,
  examples: ['wy reno extend 001 --until 2026-12-31 --reason "橱柜到货延迟" --approved-by 王芳'],
  run: (ctx, { no: typed, ...input }) => extendWorks(ctx, typed, input),
  view: renovationCard,
});

/** The passes that are out. */
function passesOffered({ no: typed = '' }: Typed, ctx: Ctx): Guide {
  const it = requireRenovation(ctx, typed);
  const out = passesOf(it).filter(({ fate }) => fate === null);
  return {
    choices: Object.fromEntries(
      out.map(({ part, worker, untilOn }) => [
        String(part),
        w(`${part} ${worker}，至 ${untilOn}`, `${part} ${worker}, until ${untilOn}`),
      ]),
    ),
  };
}

/** As long as the works last. */
function periodOffered({ no: typed = '' }: Typed, ctx: Ctx): Guide {
  const { untilOn } = requireRenovation(ctx, typed);
  return {
    proposal: { value: untilOn, because: w('施工期最后一天', 'the last day of the works') },
  };
}

const nothingToTreat = () =>
  misused(
    'no_violation_told',
    w(
      '--measure、--fix-by 是对违规的处置，没有写违规。',
      '--measure and --fix-by are about a violation, and none was told.',
    ),
    w('写明违规：--violation V09', 'Say which: --violation V09'),
  );

const oneByOne = () =>
  misused(
    'one_violation',
    w('违规要一户一户地记。', 'Violations are recorded unit by unit.'),
    w(
      'wy reno patrol 编号 --violation V09 --note "…"',
      'wy reno patrol NO --violation V09 --note "…"',
    ),
  );

const buildingAlone = () =>
  misused(
    'building_alone',
    w('--building 只和 --all 一起用。', '--building goes with --all only.'),
    w('去掉 --building，或写 --all。', 'Leave --building out, or say --all.'),
  );

export const siteCommands = [workerAdd, workerRenew, workers, patrol, overtime, extend];
