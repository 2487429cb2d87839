import { RESULTS } from '../cases/model.ts';
import { command } from '../cli/command.ts';
import { choice, staff, text } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import {
  closeComplaint,
  recordCallback,
  reopenComplaint,
  resolveComplaint,
  signCallback,
  tellResult,
} from './ending.ts';
import { AGAINST, GRADES, NATURES } from './model.ts';
import { regrade } from './regrading.ts';
import { complaintCard } from './view.ts';
import { named, no } from './work-commands.ts';

const reason = text({ label: w('原因', 'reason'), required: true });

export const category = text({
  label: w('类别', 'category'),
  help: w('代码或名称', 'by code or name'),
  placeholder: 'CATEGORY',
});

const resolve = command({
  name: 'complaint resolve',
  about: w('处理完毕（当天须告知结果）', 'It is settled; the result must be told the same day'),
  fields: { no, result: text({ label: w('处理结果', 'result'), required: true }) },
  examples: ['wy complaint resolve 001 --result "已清运，增加一次巡查"'],
  run: (ctx, input) => named(ctx, resolveComplaint(ctx, input.no, input.result)),
  view: complaintCard,
});

const tell = command({
  name: 'complaint tell',
  about: w('已把处理结果告知投诉人', 'The resident was told the result'),
  fields: { no },
  run: (ctx, input) => named(ctx, tellResult(ctx, input.no)),
  view: complaintCard,
});

const close = command({
  name: 'complaint close',
  about: w('结案（之后须回访）', 'Close it; a callback must follow'),
  fields: { no },
  run: (ctx, input) => named(ctx, closeComplaint(ctx, input.no)),
  view: complaintCard,
});

const head = {
  label: w('签字的部门负责人', 'the head of the department who signed'),
};

const callback = command({
  name: 'complaint callback',
  about: w('回访（不满意则重新处理）', 'Call the resident back; a dissatisfied one reopens it'),
  fields: {
    no,
    result: choice(RESULTS, { label: w('结果', 'result'), required: true }),
    signedBy: staff({ ...head, ask: true }),
    note: text({ label: w('意见', 'what they said'), ask: true }),
  },
  examples: ['wy complaint callback 001 --result satisfied --signed-by 王芳'],
  run: (ctx, input) => named(ctx, recordCallback(ctx, input.no, input)),
  view: complaintCard,
});

const sign = command({
  name: 'complaint sign',
  about: w('部门负责人补签回访单', 'The head of the department signs the callback later'),
  fields: { no, signedBy: staff({ ...head, required: true }) },
  run: (ctx, input) => named(ctx, signCallback(ctx, input.no, input.signedBy)),
  view: complaintCard,
});

const regradeCommand = command({
  name: 'complaint regrade',
  about: w(
    '改判级别、性质、类别或部门（时限按接到时间重算）',
    'Judge it anew; what is open counts from the reception',
  ),
  fields: {
    no,
    grade: choice(GRADES, { label: w('级别', 'grade') }),
    nature: choice(NATURES, { label: w('性质', 'nature') }),
    category,
    against: choice(AGAINST, { label: w('被投诉的部门或岗位', 'department or role') }),
    reason,
  },
  examples: ['wy complaint regrade 001 --grade major --reason "有人受伤"'],
  run: (ctx, { no: typed, ...to }) => named(ctx, regrade(ctx, typed, to)),
  view: complaintCard,
});

const reopen = command({
  name: 'complaint reopen',
  about: w('重新处理', 'It is not settled after all'),
  fields: { no, reason },
  run: (ctx, input) => named(ctx, reopenComplaint(ctx, input.no, input.reason)),
  view: complaintCard,
});

export const endingCommands = [resolve, tell, close, callback, sign, regradeCommand, reopen];
