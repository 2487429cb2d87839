import { close } from '../../../src/acceptance/closing.ts';
import { deduct } from '../../../src/acceptance/deducting.ts';
import { accept, reject, requestAcceptance } from '../../../src/acceptance/inspecting.ts';
import { takeBackPermits } from '../../../src/acceptance/permits.ts';
import { refund } from '../../../src/acceptance/refunding.ts';
import { fault, reinspect } from '../../../src/acceptance/reinspecting.ts';
import { applyFor, resubmit } from '../../../src/approval/applying.ts';
import { approve, object, passReview, refuse } from '../../../src/approval/deciding.ts';
import { cancelRenovation, noteOnRenovation } from '../../../src/approval/ending.ts';
import { takeFees } from '../../../src/approval/fees.ts';
import { addPapers, strikePapers } from '../../../src/approval/papers.ts';
import { issuePermit, openUtilities, tellOfWorks } from '../../../src/approval/permit.ts';
import { commit } from '../../../src/approval/promising.ts';
import { addDays } from '../../../src/lib/day.ts';
import { atLocal } from '../../../src/lib/moment.ts';
import { takeMoney } from '../../../src/receipts/taking.ts';
import { listStaff } from '../../../src/registry/staff.ts';
import { requireRenovation } from '../../../src/renovations/record.ts';
import { extendWorks } from '../../../src/works/extending.ts';
import { addWorker, renewPasses } from '../../../src/works/issuing.ts';
import { grantOvertime } from '../../../src/works/overtime.ts';
import { patrolAll, patrolWorks } from '../../../src/works/patrolling.ts';
import { rectifyViolation } from '../../../src/works/rectifying.ts';
import { reportViolation } from '../../../src/works/reporting.ts';
import { addViolation, treatViolation } from '../../../src/works/violating.ts';
import type { TestCtx } from '../../support/ledger.ts';
import type { Pick, Steps } from './step.ts';

/** The director decides. */
function director(ctx: TestCtx): TestCtx {
  const found = listStaff(ctx.ledger).find(({ roles }) => roles.includes('director'));
  return { ...ctx, operator: () => found ?? ctx.operator() };
}

const no = (pick: Pick) => pick('renovations');

const application = (ctx: TestCtx, unit: string) => ({
  ...{ unit, applicant: 'owner' as const, name: '张伟', agent: undefined, foreman: '马师傅' },
  ...{ contractor: '宏达装饰', phone: '13800000009', scope: '厨房、卫生间翻新', isSmall: false },
  ...{ works: ['waterproofing'], fromOn: ctx.today, untilOn: addDays(ctx.today, 30), papers: [] },
});

const paid = { party: undefined, holder: undefined } as const;

const harm = { ground: undefined, reason: '划伤电梯', assessedBy: '李强', approvedBy: '陈主任' };

const persuaded = { code: 'V20', measures: ['persuade'] } as const;

export const steps = {
  apply: (ctx, pick) => applyFor(ctx, application(ctx, pick('units'))),
  applySelf: (ctx, pick) =>
    applyFor(ctx, {
      ...application(ctx, pick('units')),
      ...{ applicant: 'tenant', agent: '李丽', contractor: undefined, phone: undefined },
      ...{ isSmall: true, works: [], papers: ['drawings'] },
    }),
  paper: (ctx, pick) => addPapers(ctx, no(pick), { add: ['drawings'], detail: 'D-1' }),
  papers: (ctx, pick) => addPapers(ctx, no(pick), { add: ['all'], detail: undefined }),
  strike: (ctx, pick) => strikePapers(ctx, no(pick), ['drawings']),
  commit: (ctx, pick) =>
    commit(ctx, no(pick), {
      ...{ items: ['V01', 'V02'], signedBy: '张伟', foreman: undefined, explainedBy: undefined },
    }),
  commitAll: (ctx, pick) =>
    commit(ctx, no(pick), {
      ...{ items: undefined, signedBy: '张伟', foreman: '马师傅', explainedBy: '王芳' },
    }),
  review: (ctx, pick) => passReview(ctx, no(pick), { opinion: '不影响结构', opinionBy: '李强' }),
  reviewBlindly: (ctx, pick) =>
    passReview(ctx, no(pick), { opinion: undefined, opinionBy: undefined }),
  object: (ctx, pick) =>
    object(ctx, no(pick), {
      ...{ grounds: ['pipes', 'facade'], text: '管线图不全' },
      ...{ opinion: '会伤到预埋管', opinionBy: '李强' },
    }),
  resubmit: (ctx, pick) =>
    resubmit(ctx, no(pick), {
      ...{ scope: '只翻新厨房', works: ['wiring'], papers: [], text: '不动管线' },
      ...{ fromOn: ctx.today, untilOn: addDays(ctx.today, 20) },
    }),
  approve: (ctx, pick) => approve(director(ctx), no(pick), '注意噪声'),
  refuse: (ctx, pick) => refuse(director(ctx), no(pick), '方案不完整'),
  fees: (ctx, pick) => takeFees(ctx, { no: no(pick), method: 'cash', ...paid }),
  feesOfTeam: (ctx, pick) =>
    takeFees(ctx, { ...paid, no: no(pick), method: 'bank', party: 'team' }),
  permit: (ctx, pick) =>
    issuePermit(ctx, no(pick), { told: ['security'], untilOn: undefined, approvedBy: undefined }),
  tell: (ctx, pick) => tellOfWorks(ctx, no(pick), ['engineering']),
  utilities: (ctx, pick) => openUtilities(ctx, no(pick), '李强'),
  worker: (ctx, pick) =>
    addWorker(ctx, no(pick), {
      ...{ name: '马师傅', idNo: '11010519491231002X', phone: '13800000009', photos: 2 },
      until: addDays(ctx.today, 3),
    }),
  helper: (ctx, pick) =>
    addWorker(ctx, no(pick), {
      ...{ name: '小刘', idNo: undefined, phone: undefined, photos: 2, until: undefined },
    }),
  renew: (ctx, pick) => renewPasses(ctx, no(pick), { pass: '1', until: addDays(ctx.today, 5) }),
  renewAll: (ctx, pick) =>
    renewPasses(ctx, no(pick), { pass: undefined, until: addDays(ctx.today, 9) }),
  patrol: (ctx, pick) => patrolWorks(ctx, no(pick), { note: '正在贴砖', violation: undefined }),
  patrolFound: (ctx, pick) =>
    patrolWorks(ctx, no(pick), { note: undefined, violation: { ...persuaded } }),
  round: (ctx) => patrolAll(ctx, { building: undefined, note: undefined }),
  overtime: (ctx, pick) => {
    const day = addDays(ctx.today, 1);
    return grantOvertime(ctx, no(pick), {
      from: atLocal(day, '19:00', ctx.zone),
      until: atLocal(day, '21:00', ctx.zone),
      reason: '闭水试验',
      approvedBy: '王芳',
    });
  },
  extend: (ctx, pick) =>
    extendWorks(ctx, no(pick), {
      ...{ until: addDays(ctx.today, 40), reason: '材料晚到', approvedBy: '王芳' },
    }),
  violation: (ctx, pick) =>
    addViolation(ctx, no(pick), {
      ...{ code: 'V09', measures: ['stop-work', 'restore'], note: '梁上开槽' },
      fixBy: atLocal(addDays(ctx.today, 2), '18:00', ctx.zone),
    }),
  treat: (ctx, pick) => treatViolation(ctx, no(pick), 1, { measures: ['compensation'] }),
  report: (ctx, pick) =>
    reportViolation(ctx, no(pick), { part: undefined, to: '住建局', at: undefined }),
  rectify: (ctx, pick) => rectifyViolation(ctx, no(pick), { part: undefined, note: '已恢复' }),
  rectifyFirst: (ctx, pick) => rectifyViolation(ctx, no(pick), { part: 1, note: undefined }),
  request: (ctx, pick) => requestAcceptance(ctx, no(pick), { signedBy: '张伟' }),
  accept: (ctx, pick) =>
    accept(ctx, no(pick), {
      ...{ inspectors: ['李强', '王芳', '赵敏'], changes: '插座移位', changesSignedBy: '张伟' },
      note: '整洁',
    }),
  reject: (ctx, pick) =>
    reject(ctx, no(pick), { inspectors: ['李强', '王芳', '赵敏'], note: '闭水不合格' }),
  lose: (ctx, pick) =>
    takeBackPermits(ctx, no(pick), { returned: undefined, lost: ['1'], cleared: false }),
  permits: (ctx, pick) =>
    takeBackPermits(ctx, no(pick), { returned: ['all'], lost: undefined, cleared: false }),
  clear: (ctx, pick) =>
    takeBackPermits(ctx, no(pick), { returned: ['all'], lost: undefined, cleared: true }),
  deduct: (ctx, pick) => deduct(ctx, no(pick), { ...harm, amountFen: 30_000 }),
  deductMuch: (ctx, pick) =>
    deduct(ctx, no(pick), {
      ...harm,
      ...{ ground: 'penalty', reason: '违约', amountFen: 450_000 },
    }),
  deductLost: (ctx, pick) =>
    deduct(ctx, no(pick), {
      ...{ amountFen: undefined, ground: undefined, reason: undefined, assessedBy: undefined },
      approvedBy: '陈主任',
    }),
  fault: (ctx, pick) => fault(ctx, no(pick), { inspectors: ['李强'], note: '卫生间渗水' }),
  reinspect: (ctx, pick) => reinspect(ctx, no(pick), {}),
  refund: (ctx, pick) => refund(ctx, no(pick), { method: undefined, reason: undefined }),
  payClaim: (ctx, pick) => {
    const { unit, claimCharges, claimOutstandingFen } = requireRenovation(ctx, no(pick));
    return takeMoney(ctx, {
      ...{ unit, amountFen: claimOutstandingFen, method: 'bank', payer: undefined },
      for: claimCharges.map(String),
    });
  },
  close: (ctx, pick) => close(ctx, no(pick), '档案柜 3'),
  cancel: (ctx, pick) => cancelRenovation(ctx, no(pick), { reason: '改期', method: undefined }),
  note: (ctx, pick) => noteOnRenovation(ctx, no(pick), '周末再看'),
} satisfies Steps;
