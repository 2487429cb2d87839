import { METHODS } from '../cash/model.ts';
import { type Command, command, type Typed } from '../cli/command.ts';
import { choice, codes, day, flag, name, number, phone, staff, text, unit } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { codeNames, type Group, knownCodes } from '../renovations/code-rules.ts';
import { APPLICANTS } from '../renovations/model.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { renovationCard } from '../renovations/view.ts';
import { applyFor, resubmit } from './applying.ts';
import { approve, object, passReview, refuse } from './deciding.ts';
import { cancelRenovation, noteOnRenovation } from './ending.ts';
import { applicantsAt, papersIn, papersMissingAt, unpromisedAt } from './offers.ts';
import { addPapers, strikePapers } from './papers.ts';
import { commit } from './promising.ts';

/** The number of a renovation. */
const no = number({
  label: w('装修编号或其末尾几位', 'number of the renovation, or its end'),
  required: true,
  positional: true,
});

const reveals = (it: RenovationRecord) => [it.no];

const reason = text({ label: w('原因', 'reason'), required: true });

const byName = w('代码或名称', 'codes or names');

/** On a terminal the codes of a list of the policy are there to be ticked. */
const listed = (group: Group) => (_: Typed, ctx: Ctx) => ({
  choices: codeNames(ctx.policy, group),
});

const scopeLabel = w('装修内容', 'what is done');

const workLabel = w('涉及哪些施工事项', 'which works that need more papers');

const papersLabel = w('已收到哪些资料', 'papers handed in with it');

const applyCommand = command({
  name: 'reno apply',
  about: w('受理装修申请', 'Take an application for a renovation'),
  fields: {
    unit: unit({ label: w('房号', 'unit'), required: true }),
    applicant: choice(APPLICANTS, { label: w('谁申请', 'who applies'), required: true }),
    name: name({
      label: w('申请人', 'the applicant'),
      help: w('默认登记的那一位', 'by default the one registered'),
      ask: true,
    }),
    agent: name({ label: w('代办人；本人来办的不填', 'who applies in their place, if so') }),
    contractor: name({ label: w('施工单位', 'the firm') }),
    self: flag({ label: w('住户自行施工', 'the household does the works itself') }),
    foreman: name({ label: w('施工负责人', 'the foreman'), required: true }),
    phone: phone({ label: w('施工负责人电话', "the foreman's phone"), ask: true }),
    scope: text({ label: scopeLabel, required: true }),
    work: codes({ label: workLabel, help: byName, ask: true }),
    small: flag({
      label: w('小型、简单的装修', 'small and simple works'),
      help: w('免交施工队执照', "without the contractor's licence"),
      ask: true,
    }),
    from: day({ label: w('从哪天起施工', 'first day of the works'), required: true }),
    until: day({ label: w('施工到哪天', 'last day of the works'), required: true }),
    papers: codes({ label: papersLabel, help: byName }),
  },
  oneOf: [['contractor', 'self']],
  guides: { name: applicantsAt, work: listed('works') },
  reveals,
  examples: [
    'wy reno apply --unit 3-2-1501 --applicant owner --contractor 宏达装饰 --foreman 赵军 --phone 13800000011 --scope "厨卫翻新" --work waterproofing,plumbing --from 2026-12-01 --until 2027-01-20',
    'wy reno apply --unit 3-2-1502 --applicant tenant --name 刘洋 --self --foreman 刘洋 --scope "刷墙、换灯" --small --from 2026-12-01 --until 2026-12-10 --papers drawings,description',
  ],
  run: (ctx, input) =>
    applyFor(ctx, {
      unit: input.unit,
      applicant: input.applicant,
      name: input.name,
      agent: input.agent,
      contractor: input.contractor,
      foreman: input.foreman,
      phone: input.phone,
      scope: input.scope,
      works: input.work ?? [],
      isSmall: input.small,
      fromOn: input.from,
      untilOn: input.until,
      papers: input.papers ?? [],
    }),
  view: renovationCard,
});

const paper = command({
  name: 'reno paper',
  about: w('登记收到的资料（齐全后送审）', 'Papers handed in; once complete, to be reviewed'),
  fields: {
    no,
    add: codes({
      label: w('收到哪些', 'what was handed in'),
      help: w('代码或名称；all 为还缺的全部', 'codes or names; all: whatever is missing'),
    }),
    detail: text({ label: w('说明，如批准文号；只对一份', 'detail, such as its number; of one') }),
    strike: codes({ label: w('划去哪些记错的', 'what was recorded by mistake'), help: byName }),
  },
  oneOf: [['add', 'strike']],
  guides: { add: papersMissingAt, strike: papersIn },
  reveals,
  examples: [
    'wy reno paper 001 --add drawings,description',
    'wy reno paper 001 --add 房地产主管部门批准书 --detail "建审〔2026〕18 号"',
    'wy reno paper 001 --add all',
    'wy reno paper 001 --strike drawings',
  ],
  run: (ctx, { no: typed, add, detail, strike }) =>
    strike ? strikePapers(ctx, typed, strike) : addPapers(ctx, typed, { add: add ?? [], detail }),
  view: renovationCard,
});

const commitCommand = command({
  name: 'reno commit',
  about: w('逐条承诺违规事项（装修施工承诺书）', 'Promise, one by one, what is not to be done'),
  fields: {
    no,
    all: flag({ label: w('全部条款都承诺', 'all of them') }),
    items: codes({ label: w('哪些条款', 'which of them'), help: byName }),
    signedBy: name({ label: w('住户签字人', 'who signed for the household'), ask: true }),
    foreman: name({
      label: w('施工队签字人', 'who signed for the team'),
      help: w('自行施工的不填', 'none where the household does the works itself'),
      ask: true,
    }),
    explainedBy: staff({
      label: w('逐条说明的客服主管', 'the supervisor who went through them'),
      help: w('默认操作人', 'whoever acts by default'),
    }),
  },
  oneOf: [['all', 'items']],
  guides: {
    items: unpromisedAt,
    // One of them signs at least.
    foreman: ({ signedBy }) => ({ needed: signedBy === undefined }),
  },
  reveals,
  examples: [
    'wy reno commit 001 --all --signed-by 张伟 --foreman 赵军 --explained-by 王芳',
    'wy reno commit 001 --items V01,V02 --foreman 赵军',
  ],
  run: (ctx, { no: typed, ...input }) => commit(ctx, typed, input),
  view: renovationCard,
});

const review = command({
  name: 'reno review',
  about: w('主管审核：通过或不予通过', "The supervisor's review: passed, or turned down"),
  fields: {
    no,
    pass: flag({ label: w('通过', 'it passes') }),
    refuse: flag({ label: w('不予通过', 'it is turned down') }),
    grounds: codes({ label: w('不予通过的理由', 'on which grounds'), help: byName }),
    text: text({ label: w('理由的说明', 'what there is to say of the grounds') }),
    opinion: text({ label: w('工程维修意见', "engineering's opinion"), ask: true }),
    opinionBy: staff({ label: w('意见人（工程维修）', 'who of engineering gave it') }),
  },
  oneOf: [['pass', 'refuse']],
  guides: {
    grounds: ({ refuse: refused }, ctx) => ({
      needed: refused !== undefined,
      choices: codeNames(ctx.policy, 'grounds'),
    }),
    opinionBy: ({ opinion }) => ({ needed: opinion !== undefined }),
  },
  reveals,
  examples: [
    'wy reno review 001 --pass --opinion "不涉及承重结构，水电改动合规" --opinion-by 李强',
    'wy reno review 001 --refuse --grounds load-bearing,pipes --text "拆除客厅与阳台之间的墙"',
  ],
  run: (ctx, { no: typed, pass, grounds, text: said, opinion, opinionBy }) => {
    if (!pass) {
      if (!grounds) throw noGrounds(ctx);
      return object(ctx, typed, { grounds, text: said, opinion, opinionBy });
    }
    if (grounds || said !== undefined) throw groundsToPass();
    return passReview(ctx, typed, { opinion, opinionBy });
  },
  view: renovationCard,
});

function noGrounds({ policy }: Ctx) {
  const { zh, en } = knownCodes(policy, 'grounds');
  return misused(
    'grounds_missing',
    w('不予通过要写明理由。', 'An application is turned down on grounds.'),
    w(`加 --grounds，可用：${zh}`, `Add --grounds with one or more of: ${en}`),
  );
}

const groundsToPass = () =>
  misused(
    'grounds_to_pass',
    w('审核通过的，不写不予通过的理由。', 'One that passes has no grounds to be turned down.'),
    w(
      '不予通过：--refuse --grounds …；要记的话：wy reno note',
      'To turn it down: --refuse --grounds …; to write something down: wy reno note',
    ),
  );

const resubmitCommand = command({
  name: 'reno resubmit',
  about: w('修改方案后重新申请', 'Apply anew with what was changed'),
  fields: {
    no,
    scope: text({ label: scopeLabel, ask: true }),
    work: codes({ label: workLabel, help: w('代码或名称；写全部', 'codes or names, all of them') }),
    from: day({ label: w('从哪天起施工', 'first day of the works') }),
    until: day({ label: w('施工到哪天', 'last day of the works') }),
    papers: codes({ label: papersLabel, help: byName }),
    text: text({ label: w('改了什么', 'what was changed'), ask: true }),
  },
  reveals,
  examples: [
    'wy reno resubmit 001 --scope "厨卫翻新，不动墙体" --work waterproofing --papers drawings --text "取消拆墙"',
    'wy reno resubmit 001 --from 2026-12-10 --until 2027-01-31',
  ],
  run: (ctx, input) =>
    resubmit(ctx, input.no, {
      scope: input.scope,
      works: input.work,
      fromOn: input.from,
      untilOn: input.until,
      papers: input.papers ?? [],
      text: input.text,
    }),
  view: renovationCard,
});

const approveCommand = command({
  name: 'reno approve',
  about: w('主任批准', "The director's approval"),
  fields: { no, text: text({ label: w('意见', 'what the director says') }) },
  reveals,
  examples: ['wy reno approve 001 --by 陈静'],
  run: (ctx, input) => approve(ctx, input.no, input.text),
  view: renovationCard,
});

const refuseCommand = command({
  name: 'reno refuse',
  about: w('主任不批准', 'The director does not approve'),
  fields: { no, reason },
  reveals,
  examples: ['wy reno refuse 001 --reason "消防通道被占用" --by 陈静'],
  run: (ctx, input) => refuse(ctx, input.no, input.reason),
  view: renovationCard,
});

const cancel = command({
  name: 'reno cancel',
  about: w('取消（开工以前；保证金一并退还）', 'Cancel before the works begin; deposits go back'),
  fields: {
    no,
    reason,
    method: choice(METHODS, {
      label: w('保证金怎么退', 'how the deposits go back'),
      help: w('默认按收取的方式', 'as they were taken by default'),
    }),
  },
  reveals,
  examples: [
    'wy reno cancel 001 --reason "住户不装修了"',
    'wy reno cancel 001 --reason "住户不装修了" --method bank',
  ],
  run: (ctx, { no: typed, ...input }) => cancelRenovation(ctx, typed, input),
  view: renovationCard,
});

const note = command({
  name: 'reno note',
  about: w('在装修资料上记事', 'Write something down in a renovation'),
  fields: { no, text: text({ label: w('内容', 'text'), required: true, positional: true }) },
  reveals,
  examples: ['wy reno note 001 "邻居已告知，约定周末不动电锤"'],
  run: (ctx, input) => noteOnRenovation(ctx, input.no, input.text),
  view: renovationCard,
});

/** In the order in which a desk goes through them. */
export const applicationCommands: readonly Command[] = [
  applyCommand,
  paper,
  commitCommand,
  review,
  resubmitCommand,
  approveCommand,
  refuseCommand,
  cancel,
  note,
];
