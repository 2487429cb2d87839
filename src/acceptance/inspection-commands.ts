import { type Command, command, type Typed } from '../cli/command.ts';
import { codes, flag, name, number, text } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { w } from '../lib/words.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { renovationCard } from '../renovations/view.ts';
import { accept, reject, requestAcceptance } from './inspecting.ts';
import { permitsOffered, staffOffered } from './offers.ts';
import { takeBackPermits } from './permits.ts';
import { fault, reinspect } from './reinspecting.ts';

const no = number({
  label: w('装修编号或其末尾几位', 'number of the renovation, or its end'),
  required: true,
  positional: true,
});

const reveals = (it: RenovationRecord) => [it.no];

const inspectors = codes({
  label: w('参加验收的员工', 'members of staff who were there'),
  help: w('工程维修、客服主管、客服管理员', 'engineering, supervisor, clerk'),
  placeholder: 'STAFF,…',
});

/** Asked for once one of these flags is given. */
const whenGiven =
  (...flags: readonly string[]) =>
  (typed: Typed) => ({ needed: flags.some((each) => typed[each] !== undefined) });

const whoWasThere =
  (...flags: readonly string[]) =>
  (typed: Typed, ctx: Ctx) => ({ ...whenGiven(...flags)(typed), choices: staffOffered(ctx) });

const inspect = command({
  name: 'reno inspect',
  about: w('申请竣工验收；登记初验结果', 'Acceptance is asked for; the works are accepted or not'),
  fields: {
    no,
    request: flag({ label: w('住户和施工队申请验收', 'household and team ask for it') }),
    pass: flag({ label: w('初验合格', 'accepted') }),
    fail: flag({ label: w('初验不合格', 'not accepted') }),
    signedBy: name({
      label: w('住户方申请人，默认申请装修的人', 'who asks for the household; the applicant'),
    }),
    foreman: name({
      label: w('施工队负责人，默认原登记的', 'who asks for the team; the team leader'),
    }),
    inspectors,
    changes: text({ label: w('与设计不同之处', 'what differs from the design') }),
    changesSignedBy: name({ label: w('变更由谁签字', 'who signed the changes') }),
    note: text({
      label: w('说明；不合格的写明哪里不合格', 'remarks; of a failed one, what was wrong'),
    }),
  },
  oneOf: [['request', 'pass', 'fail']],
  guides: {
    inspectors: whoWasThere('pass', 'fail'),
    changesSignedBy: whenGiven('changes'),
    note: whenGiven('fail'),
  },
  reveals,
  examples: [
    'wy reno inspect 001 --request',
    'wy reno inspect 001 --request --signed-by 张伟 --foreman 马师傅',
    'wy reno inspect 001 --pass --inspectors 李强,孙工,王芳,赵敏',
    'wy reno inspect 001 --pass --inspectors 李强,孙工,王芳,赵敏 --changes "厨房隔断未做" --changes-signed-by 张伟',
    'wy reno inspect 001 --fail --inspectors 李强,孙工,王芳,赵敏 --note "卫生间地漏不通"',
  ],
  run: (ctx, { no: typed, request, pass, fail: _, ...told }) => {
    if (request) return requestAcceptance(ctx, typed, told);
    return pass ? accept(ctx, typed, told) : reject(ctx, typed, told);
  },
  view: renovationCard,
});

const permits = command({
  name: 'reno permits',
  about: w(
    '收回施工许可证、出入证，登记遗失和清场',
    'Permits and passes back or lost; site cleared',
  ),
  fields: {
    no,
    returned: codes({
      label: w('交回哪些', 'which came back'),
      help: w(
        'household 施工许可证，1、2 出入证，all 还没有交回的全部',
        'household for the permit, 1 or 2 for a pass, all for whatever is still out',
      ),
      ask: true,
    }),
    lost: codes({
      label: w('遗失哪些', 'which were lost'),
      help: w('写法同上', 'typed alike'),
      ask: true,
    }),
    cleared: flag({
      label: w('施工队已清场离开', 'the team has cleared the site and left'),
      ask: true,
    }),
  },
  guides: {
    returned: ({ no: typed = '' }, ctx) => ({ choices: permitsOffered(ctx, typed, undefined) }),
    lost: ({ no: typed = '', returned }, ctx) => ({
      choices: permitsOffered(ctx, typed, returned),
    }),
  },
  reveals,
  examples: [
    'wy reno permits 001 --returned all --cleared',
    'wy reno permits 001 --returned household,1 --lost 2',
    'wy reno permits 001 --cleared',
  ],
  run: (ctx, { no: typed, ...back }) => takeBackPermits(ctx, typed, back),
  view: renovationCard,
});

const reinspection = command({
  name: 'reno reinspect',
  about: w('使用期满后复检', 'The re-inspection after the months of use'),
  fields: {
    no,
    pass: flag({ label: w('复验合格', 'nothing is wrong') }),
    fail: flag({ label: w('复检不合格', 'something is wrong') }),
    inspectors: codes({
      label: w('参加复检的员工', 'members of staff who were there'),
      placeholder: 'STAFF,…',
    }),
    note: text({
      label: w('说明；不合格的写明哪里不合格', 'remarks; of a failed one, what was wrong'),
    }),
  },
  oneOf: [['pass', 'fail']],
  guides: { note: whenGiven('fail') },
  reveals,
  examples: [
    'wy reno reinspect 001 --pass',
    'wy reno reinspect 001 --fail --inspectors 李强 --note "卫生间渗水到楼下"',
  ],
  run: (ctx, { no: typed, pass, inspectors, note }) =>
    (pass ? reinspect : fault)(ctx, typed, { inspectors, note }),
  view: renovationCard,
});

export const inspectionCommands: readonly Command[] = [inspect, permits, reinspection];
