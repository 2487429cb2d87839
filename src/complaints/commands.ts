import { command, type Typed } from '../cli/command.ts';
import { choice, day, flag, moment, name, phone, text, unit, whole } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { categoryCalled, categoryNames, offerCategory } from './categories.ts';
import { category, endingCommands } from './ending-commands.ts';
import { AGAINST, CHANNELS, GRADES, NATURES, STATES } from './model.ts';
import { logComplaint } from './opening.ts';
import { proposeAgainst, proposeCategory, proposeGrade, proposeNature } from './proposal-rules.ts';
import { listComplaints, searchComplaints, showComplaint } from './record.ts';
import { listRepeats } from './repeats.ts';
import { complaintCard, complaintPage, complaintTable, repeatsTable } from './view.ts';
import { named, no, workCommands } from './work-commands.ts';

/** As it was answered or typed, else by the words. */
const categoryOf = ({ category, text }: Typed, policy: Policy) =>
  categoryCalled(policy, category ?? '') ??
  proposeCategory(text ?? '', policy.complaints.categories).value;

const log = command({
  name: 'complaint log',
  about: w('登记投诉', 'Record a complaint'),
  fields: {
    text: text({ label: w('投诉什么、经过', 'what it is about'), required: true }),
    unit: unit({ label: w('投诉人房号', 'unit of who complains'), ask: true }),
    who: name({
      label: w('投诉人', 'who complains'),
      help: w('登记过的住户自动填房号', 'the unit is found in the registry'),
      ask: true,
    }),
    phone: phone({ label: w('联系电话', 'phone'), ask: true }),
    place: text({ label: w('事发地点', 'where it happened'), ask: true }),
    channel: choice(CHANNELS, { label: w('来源', 'channel'), required: true }),
    grade: choice(GRADES, { label: w('级别', 'grade'), required: true }),
    nature: choice(NATURES, { label: w('性质', 'nature'), required: true }),
    category: text({
      label: w('类别', 'category'),
      help: w('代码或名称；默认按用词', 'by code or name; by the words by default'),
      placeholder: 'CATEGORY',
      ask: true,
    }),
    against: choice(AGAINST, {
      label: w('被投诉的部门或岗位', 'department or role it is about'),
      required: true,
    }),
    person: name({ label: w('被投诉的人', 'the person it is about') }),
    happened: moment({ label: w('发生时间', 'when it happened') }),
    wants: text({ label: w('住户的要求', 'what the resident wants'), ask: true }),
    until: moment({
      label: w('住户要求的时限', 'until when the resident wants it settled'),
      ask: true,
      bareDay: 'end',
    }),
    harmOngoing: flag({ label: w('损害正在发生', 'a harm is going on'), ask: true }),
    about: text({
      label: w('由哪张工单引起', 'the repair ticket that became this complaint'),
      placeholder: 'NO',
      of: 'ticket',
    }),
  },
  guides: {
    grade: (typed, { policy }) => ({
      proposal: proposeGrade(typed.text ?? '', policy.complaints.grades),
    }),
    nature: (typed, { policy }) => ({
      proposal: proposeNature(typed.text ?? '', policy.complaints.natures),
    }),
    category: (typed, { policy }) => offerCategory(policy, typed.text ?? ''),
    against: (typed, { policy }) => ({
      proposal: proposeAgainst(categoryOf(typed, policy), categoryNames(policy)),
    }),
  },
  reveals: ({ it }) => [it.no],
  examples: [
    'wy complaint log --unit 3-2-1501 --text "楼道垃圾两天没人清" --channel phone --grade minor --nature valid --against cleaning',
    'wy complaint log --who 张伟 --text "电梯困人半小时" --channel phone --grade major --nature valid --against engineering --harm-ongoing',
    'wy complaint log --unit 3-2-1501 --text "报修三天没人来" --channel visit --grade important --nature valid --against engineering --about T261122-001',
  ],
  run: (ctx, { person, happened, until, ...input }) => {
    const made = { ...input, againstPerson: person, happenedAt: happened, askedUntilAt: until };
    return named(ctx, logComplaint(ctx, made));
  },
  view: complaintCard,
});

const show = command({
  name: 'complaint show',
  about: w('查看投诉和经过', 'Show a complaint and its timeline'),
  fields: { no },
  reveals: ({ it }) => [it.no],
  run: (ctx, input) => named(ctx, showComplaint(ctx, input.no)),
  view: complaintPage,
});

const list = command({
  name: 'complaint list',
  about: w('投诉列表', 'List complaints'),
  fields: {
    state: choice(STATES, { label: w('只看某种状态', 'only this state') }),
    open: flag({ label: w('未结案的', 'not closed') }),
    overdue: flag({ label: w('有超期事项的', 'with something overdue') }),
    grade: choice(GRADES, { label: w('某一级别的', 'of this grade') }),
    category,
    unit: unit({ label: w('某房的', 'of this unit') }),
    against: choice(AGAINST, { label: w('被投诉的部门或岗位', 'about this department or role') }),
    since: day({ label: w('某天以后接到的', 'received on this day or later') }),
    until: day({ label: w('某天以前接到的', 'received on this day or earlier') }),
  },
  reveals: ({ it }) => it.map((complaint) => complaint.no),
  examples: ['wy complaint list --open --grade major', 'wy complaint list --overdue'],
  run: (ctx, input) => named(ctx, listComplaints(ctx, input)),
  view: complaintTable,
});

const search = command({
  name: 'complaint search',
  about: w(
    '在投诉内容、情况、结果和投诉人中查找',
    'Look a text up in what was said, found and done',
  ),
  fields: {
    text: text({ label: w('查什么', 'what to look for'), required: true, positional: true }),
    limit: whole({
      label: w('最多列出多少，默认 50', 'how many at the most; 50 by default'),
      min: 1,
      max: 10_000,
    }),
  },
  reveals: ({ it }) => it.map((complaint) => complaint.no),
  examples: ['wy complaint search 电梯'],
  run: (ctx, input) => named(ctx, searchComplaints(ctx, input.text, input.limit)),
  view: complaintTable,
});

const repeats = command({
  name: 'complaint repeats',
  about: w('重复投诉：同一房或同一类别', 'What repeats: of one unit or one category'),
  fields: {
    since: day({
      label: w('自哪天起，默认按政策往前推', 'from this day; by the policy by default'),
    }),
    until: day({ label: w('到哪天止，默认今天', 'up to this day; today by default') }),
  },
  run: (ctx, input) => named(ctx, listRepeats(ctx, input)),
  view: repeatsTable,
});

export const commands = [log, ...workCommands, ...endingCommands, show, list, search, repeats];
