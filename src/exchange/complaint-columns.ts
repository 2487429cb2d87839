import {
  AGAINST,
  type Against,
  type Channel,
  type Grade,
  type Nature,
} from '../complaints/model.ts';
import type { ToldState } from '../complaints/past.ts';
import type { Ctx } from '../context.ts';
import { tidyName } from '../lib/name.ts';
import { w } from '../lib/words.ts';
import {
  nameColumn,
  numberColumn,
  parseAnswer,
  pastColumn,
  phoneColumn,
  textColumn,
  whereColumns,
} from './case-columns.ts';
import { oneOf } from './import.ts';
import { unknownChoice } from './unit-column.ts';

const CHANNEL_NAMES: Readonly<Record<Channel, readonly string[]>> = {
  visit: ['来访', '上门', '到访', '现场', '当面', '面谈', '前台', 'visit'],
  phone: ['来电', '电话', '致电', '热线', '服务热线', 'phone'],
  letter: ['来信', '信函', '信件', '书面', '意见箱', 'letter'],
  online: [
    '网络',
    '网上',
    '线上',
    '微信',
    '业主群',
    '公众号',
    '小程序',
    'app',
    '邮件',
    '邮箱',
    'online',
    'wechat',
    'email',
  ],
  'owners-committee': ['业委会', '业主委员会', 'owners-committee', "owners' committee"],
};

const GRADE_NAMES: Readonly<Record<Grade, readonly string[]>> = {
  major: ['重大', '重大投诉', '严重', '特大', 'major'],
  important: ['重要', '重要投诉', '较大', '较重', 'important'],
  minor: ['轻微', '轻微投诉', '一般', '一般投诉', '普通', '轻', 'minor'],
};

const NATURE_NAMES: Readonly<Record<Nature, readonly string[]>> = {
  valid: ['有效', '是', '有效投诉', '属实', 'valid'],
  help: ['求助', '求助型', '求助性', 'help'],
  enquiry: ['咨询', '咨询型', '咨询性', 'enquiry'],
  venting: ['发泄', '发泄型', '抱怨', '沟通性', '沟通性投诉', 'venting'],
  invalid: ['无效', '否', '无效投诉', '不属实', '不成立', 'invalid'],
};

const STATE_NAMES: Readonly<Record<ToldState, readonly string[]>> = {
  underWay: [
    '待处理',
    '未处理',
    '处理中',
    '未完成',
    '进行中',
    '跟进中',
    '未办结',
    '待办',
    'open',
    'pending',
    'in progress',
  ],
  done: ['已处理', '已解决', '处理完毕', '已完成', '完成', '已办结', '办结', 'done', 'completed'],
  resolved: ['待结案', '待告知', '待答复', 'resolved'],
  awaited: ['待回访'],
  closed: [
    '已结案',
    '结案',
    '已关闭',
    '关闭',
    '已闭环',
    '闭环',
    '已回访',
    '已归档',
    '已撤诉',
    'closed',
  ],
  invalid: ['无效', '无效结案', '无效投诉', '不成立', 'invalid'],
};

/** What stands before the name of a department and says nothing of it: 本物业公司客服部, 物业的保安. */
const OWN = /^(?:(?:本|物业|小区|公司)的?)+/;

/** Whom a list complains of: the names of departments, and what they begin with. */
const DEPARTMENTS: readonly (readonly [RegExp, Against])[] = [
  [/^(?:客服主管|客服经理)/, 'supervisor'],
  [/^(?:客服|客户服务|前台|管家|服务中心)/, 'clerk'],
  [/^(?:管理处|管理公司|项目|经理|$)/, 'director'],
  [/^(?:财务|收费|出纳|会计)/, 'finance'],
  [/^(?:工程|维修|水电|机电|设备)/, 'engineering'],
  [/^(?:安护|保安|安保|秩序|安管|门岗|消防)/, 'security'],
  [/^(?:保洁|清洁|环境|卫生)/, 'cleaning'],
  [/^(?:绿化|园林|绿植)/, 'greening'],
  [/^(?:开发商|地产|房产公司|施工单位|建设单位)/, 'developer'],
  [/^(?:邻居|楼上|楼下|隔壁|业主|住户|租户|装修户)/, 'neighbour'],
];

/** What no name of a person ends in. */
const DEPARTMENT = /(?:[部处组队室]|部门|公司|中心)$/;

interface Blamed {
  against: Against | undefined;
  person: string | undefined;
  /** A department by its name, but none of ours. */
  unknown: string | undefined;
}

/** A department or a role by any of its names; else it is a person, or a department nobody knows. */
function parseAgainst(text: string): Blamed {
  const bare = text.replace(OWN, '');
  const named = bare.toLowerCase();
  const keys = Object.keys(AGAINST) as Against[];
  const role = keys.find((key) =>
    [key, AGAINST[key].zh, AGAINST[key].en.toLowerCase()].includes(named),
  );
  const against = role ?? DEPARTMENTS.find(([names]) => names.test(bare))?.[1];
  const isNobody = role !== undefined || /^(?:邻居|开发商)?$/.test(bare);
  const isPerson = !isNobody && !DEPARTMENT.test(text);
  return {
    against,
    person: isPerson ? tidyName(text) : undefined,
    unknown: !isPerson && against === undefined ? tidyName(text) : undefined,
  };
}

export const complaintColumns = (ctx: Ctx) => ({
  no: numberColumn([
    '投诉编号',
    '投诉单号',
    '受理编号',
    '编号',
    '单号',
    'Complaint',
    'Complaint No',
    'No',
    'Number',
  ]),
  received: {
    ...pastColumn(ctx, w('投诉时间', 'Received'), [
      '投诉时间',
      '投诉日期',
      '受理时间',
      '受理日期',
      '接诉时间',
      '接到时间',
      '接待时间',
      '登记时间',
      '登记日期',
      '日期',
      '时间',
      'Received',
      'Received At',
      'Date',
    ]),
    required: true,
  },
  ...whereColumns(ctx, ['地点', '投诉地点', '发生地点', '地址', '住址', 'Place', 'Location']),
  caller: nameColumn(w('投诉人', 'Caller'), [
    '投诉人',
    '投诉人姓名',
    '投诉业主',
    '业主姓名',
    '客户姓名',
    '业主',
    '姓名',
    'Caller',
    'Complainant',
    'Name',
  ]),
  phone: phoneColumn([
    '联系电话',
    '投诉人电话',
    '电话',
    '手机',
    '手机号',
    '联系方式',
    'Phone',
    'Mobile',
  ]),
  text: {
    ...textColumn(w('投诉内容', 'Text'), [
      '投诉内容',
      '投诉事由',
      '投诉事项',
      '事由',
      '摘要',
      '内容',
      '经过',
      'Text',
      'Complaint Text',
      'Description',
    ]),
    required: true,
  },
  channel: {
    label: w('投诉方式', 'Channel'),
    names: ['投诉方式', '投诉渠道', '投诉来源', '来源', '方式', '渠道', 'Channel', 'Source'],
    parse: oneOf(
      CHANNEL_NAMES,
      unknownChoice(
        '来访、来电、来信、网络、业委会 / visit, phone, letter, online, owners-committee',
      ),
    ),
  },
  against: {
    label: w('被投诉部门', 'Against'),
    names: [
      '被投诉部门',
      '被投诉人',
      '被投诉部门/人',
      '被投诉对象',
      '投诉对象',
      '责任部门',
      '部门',
      'Against',
      'Department',
    ],
    personal: true,
    verbatim: true,
    parse: parseAgainst,
  },
  grade: {
    label: w('级别', 'Grade'),
    names: ['级别', '投诉级别', '投诉等级', '等级', '严重程度', 'Grade', 'Severity'],
    parse: oneOf(GRADE_NAMES, unknownChoice('重大、重要、轻微 / major, important, minor')),
  },
  nature: {
    label: w('性质', 'Nature'),
    names: ['性质', '投诉性质', '是否有效', 'Nature'],
    parse: oneOf(
      NATURE_NAMES,
      unknownChoice('有效、求助、咨询、发泄、无效 / valid, help, enquiry, venting, invalid'),
    ),
  },
  category: textColumn(w('类别', 'Category'), [
    '类别',
    '投诉类别',
    '投诉类型',
    '类型',
    '分类',
    'Category',
    'Type',
  ]),
  wants: textColumn(w('住户要求', 'Wants'), ['住户要求', '业主要求', '诉求', '要求', 'Wants']),
  handler: nameColumn(w('处理人', 'Handler'), [
    '处理人',
    '经办人',
    '责任人',
    '跟进人',
    '负责人',
    'Handler',
    'Assigned To',
  ]),
  happened: pastColumn(ctx, w('发生时间', 'Happened'), [
    '发生时间',
    '发生日期',
    '事发时间',
    'Happened',
  ]),
  verified: pastColumn(
    ctx,
    w('核实时间', 'Verified'),
    ['核实时间', '调查时间', 'Verified', 'Verified At'],
    'received',
  ),
  facts: textColumn(w('核实情况', 'Facts'), ['核实情况', '调查情况', '调查结果', 'Facts']),
  replied: pastColumn(
    ctx,
    w('答复时间', 'Answered'),
    ['答复时间', '答复日期', '回复时间', '回复日期', 'Replied', 'Replied At', 'Answered'],
    'received',
  ),
  resolved: pastColumn(
    ctx,
    w('处理时间', 'Resolved'),
    [
      '处理时间',
      '处理日期',
      '处理完成时间',
      '完成时间',
      '完成日期',
      '解决时间',
      '办结时间',
      '办结日期',
      'Resolved',
      'Resolved At',
    ],
    'received',
  ),
  result: textColumn(w('处理结果', 'Result'), [
    '处理结果',
    '处理情况',
    '处理措施',
    '处理意见',
    '处理过程',
    '结果',
    'Result',
    'Resolution',
  ]),
  told: pastColumn(
    ctx,
    w('告知时间', 'Told'),
    ['告知时间', '反馈时间', '反馈日期', 'Told', 'Told At'],
    'received',
  ),
  closed: pastColumn(ctx, w('结案时间', 'Closed'), [
    '结案时间',
    '结案日期',
    '关闭时间',
    '闭环时间',
    'Closed',
    'Closed At',
  ]),
  calledBack: pastColumn(ctx, w('回访时间', 'Called back'), [
    '回访时间',
    '回访日期',
    'Called Back',
    'Called Back At',
    'Callback At',
  ]),
  callback: {
    label: w('回访结果', 'Callback'),
    names: ['回访结果', '回访情况', '回访', '满意度', '是否满意', 'Callback', 'Callback Result'],
    parse: parseAnswer,
  },
  signedBy: nameColumn(w('回访签字', 'Signed by'), [
    '回访签字',
    '回访签字人',
    '部门负责人签字',
    '负责人签字',
    'Signed By',
  ]),
  state: {
    label: w('状态', 'State'),
    names: ['状态', '投诉状态', '处理状态', '完成状态', 'State', 'Status'],
    parse: oneOf(
      STATE_NAMES,
      unknownChoice('处理中、已处理、已结案、无效 / open, done, closed, invalid'),
    ),
  },
  remark: textColumn(w('备注', 'Remark'), ['备注', '说明', 'Remark', 'Remarks', 'Note', 'Notes']),
});
