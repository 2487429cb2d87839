import type { Result } from '../cases/model.ts';

/** Reasons and remarks, at home and in the grounds of the estate. */
export interface Sayings {
  readonly home: readonly string[];
  readonly grounds: readonly string[];
}

export const POSTPONED: Sayings = {
  home: ['等配件到货', '住户临时外出，另约时间', '须请厂家上门', '须停水作业，先贴通知'],
  grounds: ['等配件到货', '须请维保单位到场', '须停水作业，先贴通知'],
};

export const PROGRESS: Sayings = {
  home: ['配件已下单，今天到货', '厂家答复今天上门', '工程部答复：今天继续'],
  grounds: ['配件已下单，今天到货', '维保单位答复今天到场', '工程部答复：今天继续'],
};

export const CANCELLED: Sayings = {
  home: ['住户已自行处理', '重复报修', '住户改请厂家售后', '上门检查正常，住户同意取消'],
  grounds: ['重复报修', '现场检查正常'],
};

export const CAME_BACK: Sayings = {
  home: ['同样的问题又出现了', '修好几天又坏了', '更换的配件松动'],
  grounds: ['同样的问题又出现了', '更换的配件松动'],
};

export const REMARKS: Readonly<Record<Result, Sayings>> = {
  satisfied: {
    home: ['师傅准时，修得仔细', '收费说得清楚', '处理得快'],
    grounds: ['现场查看，使用正常'],
  },
  fair: {
    home: ['修好了，等的时间长了点', '希望上门前先打电话', '希望以后周末也能约'],
    grounds: ['修好了，比说的时间晚'],
  },
  dissatisfied: {
    home: ['问题还在，要求再来看', '修过以后还是不行'],
    grounds: ['现场查看，问题还在'],
  },
};

/** How a complaint goes on, or does not. */
export const HELD_UP = [
  '已催责任部门，答复今天处理',
  '材料已到，安排施工',
  '已联系维保单位，等检测结果',
  '当事邻居不在家，晚上再上门',
] as const;

export const COMPLAINED_AGAIN = ['住户再次来电，情况比登记的严重', '同一情况又有两户反映'] as const;

export const NOT_SETTLED = ['住户反映又出现了', '只处理了一部分'] as const;

/** What is said when a complaint is called back about. */
export const HEARD: Readonly<Record<Result, readonly string[]>> = {
  satisfied: ['处理及时，说得清楚', '主管亲自来的，认可', '希望保持'],
  fair: ['问题解决了，希望早点告诉进度', '还可以，看以后会不会反复'],
  dissatisfied: ['说是处理了，昨天又一样', '只道歉没有解决问题'],
};

/** Why complaints of a category recur and what is done about it (rule 73). */
export const ANALYSES: Readonly<Record<string, string>> & { other: string } = {
  cleaning: '集中在楼道和电梯轿厢，多因请假没有顶班。由领班排顶班表，主管每周抽查两栋',
  parking: '集中在晚间访客车和电动车。门岗登记访客时指定车位，坡道口画禁停线，夜班加巡',
  fees: '多因公摊和车位费解释不清。账单附明细，前台备一页问答，财务每周三下午现场答疑',
  repairs: '电梯和公共照明反复报修。维保单位改为每周到场，零件备库，未完工单每天下班前过一遍',
  house: '外墙渗水集中在西山墙。请开发商按栋排查，雨季前全部注胶',
  security: '单元门失灵、传单人员进入。闭门器逐门检查，门岗每班签到',
  neighbours: '晚间噪音和装修时间居多。装修时间张贴上门，夜班到点提醒，反复的由主管约谈',
  greening: '修剪不及时。按季度计划逐栋修剪，完成一栋公示一栋',
  service: '交接班时段接听不及时。交接班留一人接听，未接来电当班回拨',
  other: '没有集中的原因，逐件答复，下月继续留意',
};

/** What households say of the service as a whole when they are called on. */
export const OPINIONS: Readonly<Record<Result, readonly string[]>> = {
  satisfied: ['前台态度好，有事能找到人', '楼道比以前干净', '门岗认得人，放心', '报修来得快'],
  fair: ['还可以，电梯希望再稳一点', '停车有点紧张', '绿化补种慢了些', '通知贴得晚'],
  dissatisfied: ['晚上停车乱，反映过几次', '地库照明太暗', '楼道感应灯总坏'],
};

export const NEEDS = [
  '希望增加儿童活动设施',
  '希望晚上多巡几次',
  '希望有代收快递的地方',
  '希望地库加几盏灯',
  '希望公示公共收益',
  '希望多装充电桩',
] as const;

export const HANDLED = [
  '已转工程部排期',
  '已转安护部，夜班加巡',
  '已记录，报业委会一并商议',
  '当场说明，住户理解',
] as const;

/** What planned visits are for. */
export const PURPOSES = [
  '独居老人，问候并查看燃气和水管',
  '新装修入住，了解水电使用',
  '多次报修的住户，听取意见',
  '新租户，说明门禁和停车',
] as const;

/** What is written at the foot of a survey's form. */
export const SURVEYED = [
  '希望增加停车位',
  '夜间地库照明太暗',
  '保洁大姐很负责',
  '前台服务很好',
  '希望多组织社区活动',
  '电动车进电梯没人管',
  '绿化养护不错',
  '维修来得快，收费合理',
  '希望公示公共收益',
  '快递柜太少',
] as const;
