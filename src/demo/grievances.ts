import type { Against, Grade, Nature } from '../complaints/model.ts';

/** Something residents complain of, as they say it, and what is then found and done about it. */
export interface Grievance {
  /** {b} and {e} stand for the building and the entrance of whoever complains. */
  text: string;
  category: string;
  against: Against;
  grade: Grade;
  nature: Nature;
  place?: string;
  wants?: string;
  /** What is found on the spot. */
  facts: string;
  /** What the resident is told before it is settled. */
  reply?: string;
  /** What is offered, and what it costs. */
  remedy?: readonly [text: string, yuan: number];
  /** Against the next such case. */
  measure?: string;
  result: string;
}

/** One that comes up again and again, the heavier the oftener. */
interface Everyday extends Grievance {
  weight: number;
  /** Only in these months, 1 to 12. */
  months?: readonly number[];
}

const SUMMER = [5, 6, 7, 8, 9];

type Rest = Omit<Grievance, 'text' | 'category' | 'against' | 'grade' | 'nature'>;

const of =
  (grade: Grade, nature: Nature) =>
  <R extends Rest>(category: string, against: Against, text: string, rest: R) => ({
    text,
    category,
    against,
    grade,
    nature,
    ...rest,
  });

const minor = of('minor', 'valid');
const important = of('important', 'valid');
const major = of('major', 'valid');
const help = of('minor', 'help');
const enquiry = of('minor', 'enquiry');
const venting = of('minor', 'venting');
const baseless = of('minor', 'invalid');

/** What comes up in an ordinary week. */
export const GRIEVANCES: readonly Everyday[] = [
  minor('cleaning', 'cleaning', '{b}栋{e}单元楼道的垃圾两天没人清', {
    place: '{b}栋{e}单元楼道',
    wants: '当天清走',
    facts: '楼道保洁请假，没有安排顶班',
    result: '已清运并拖洗，由领班顶班到销假',
    weight: 5,
  }),
  minor('cleaning', 'cleaning', '{b}栋{e}单元电梯里有异味，地面很脏', {
    place: '{b}栋{e}单元电梯',
    facts: '宠物尿迹未及时清理',
    result: '已冲洗消毒，每天加拖一次，张贴文明养犬提示',
    weight: 4,
  }),
  minor('cleaning', 'cleaning', '垃圾房臭味大，蚊蝇多', {
    place: '垃圾房',
    facts: '夏季清运一天一次不够',
    result: '改为一天两次清运，每天冲洗消杀',
    weight: 5,
    months: SUMMER,
  }),
  minor('parking', 'security', '主路两侧乱停车，早上车出不去', {
    place: '东门主路',
    facts: '晚间访客车辆停在消防通道旁',
    result: '已劝离并贴温馨提示，夜班每两小时巡一次',
    weight: 5,
  }),
  minor('parking', 'security', '电动车停在单元门口，挡住坡道', {
    place: '{b}栋{e}单元门',
    wants: '把车移走，以后有人管',
    facts: '坡道口停有五辆电动车',
    result: '已移到车棚，坡道口加画禁停线',
    weight: 4,
  }),
  minor('parking', 'security', '我的车位又被外来车辆占用', {
    place: '地下车库',
    wants: '今天之内让出来',
    facts: '访客停错车位，道闸未核对',
    result: '已联系车主移车，门岗登记访客时发车位提示',
    weight: 4,
  }),
  minor('fees', 'finance', '公摊电费比上月多了不少，要求说明', {
    facts: '抄表数无误，电梯检修期间试运行较多',
    result: '已出具公摊明细并当面讲解，住户认可',
    weight: 4,
  }),
  minor('fees', 'finance', '交了物业费，一直没有拿到发票', {
    wants: '开电子发票',
    facts: '开票时漏填了抬头，被系统退回',
    result: '已补开电子发票并发到住户手机',
    weight: 3,
  }),
  minor('neighbours', 'neighbour', '楼上晚上拖桌椅，吵得孩子睡不着', {
    facts: '楼上有小孩玩耍，家长表示会注意',
    result: '已上门调解，楼上加装了桌椅脚垫',
    weight: 6,
  }),
  minor('neighbours', 'security', '广场舞音响太大，九点半还不停', {
    place: '中心花园',
    facts: '现场核实音量偏大',
    result: '与领队约定晚九点结束，音量不超标，夜班到点提醒',
    weight: 5,
  }),
  minor('neighbours', 'neighbour', '隔壁在楼道堆放杂物，走路都不方便', {
    place: '{b}栋{e}单元楼道',
    facts: '堆有纸箱和旧柜，占走道一半',
    result: '已约邻居当面说明消防要求，当天自行清走',
    weight: 4,
  }),
  minor('neighbours', 'security', '周末早上七点就有装修声', {
    facts: '施工队提前进场，未按规定时间',
    result: '已叫停并约谈施工负责人，门岗按时间放行',
    weight: 4,
  }),
  minor('greening', 'greening', '楼前树枝挡住窗户，一直没修剪', {
    place: '{b}栋南侧',
    facts: '香樟侧枝已伸到三楼窗前',
    result: '已修剪，列入每季度修剪计划',
    weight: 3,
  }),
  minor('greening', 'greening', '草坪枯死一大片，花坛里都是杂草', {
    place: '中心花园',
    facts: '喷灌支管堵塞，约 20 平方米缺水',
    result: '已疏通喷灌，补种草皮，清除杂草',
    weight: 3,
  }),
  minor('repairs', 'engineering', '路灯坏了好几天，晚上看不见路', {
    place: '{b}栋北侧',
    facts: '两盏路灯控制器故障',
    result: '已更换控制器，夜巡时逐盏检查',
    weight: 3,
  }),
  minor('service', 'clerk', '前台电话打了几次没人接', {
    facts: '交接班时段两路同时来电，未回拨',
    result: '已致歉，交接班留一人接听，未接来电当班回拨',
    weight: 3,
  }),
  important('repairs', 'engineering', '{b}栋{e}单元电梯一周停了三次，多次反映还是这样', {
    place: '{b}栋{e}单元电梯',
    wants: '彻底修好，给个说法',
    facts: '门机皮带磨损，维保单位只做了复位',
    remedy: ['更换门机皮带，由维保单位承担', 0],
    measure: '维保单位每周到场检查一次，记录交工程存档',
    result: '已更换皮带并试运行两天，运行正常，在单元门公示',
    weight: 3,
  }),
  important('repairs', 'engineering', '停水没有提前通知，家里老人一天没水用', {
    facts: '二次供水泵房抢修，只通知了低区',
    reply: '是我们通知漏了高区，今晚七点前恢复，需要可送桶装水',
    remedy: ['给高区送桶装水', 120],
    measure: '停水通知改为楼长群、单元门、电话三种方式都发',
    result: '已恢复供水，向住户致歉',
    weight: 2,
  }),
  important('security', 'security', '单元门长期敞开，外来人员随便进，家门口鞋柜被翻', {
    place: '{b}栋{e}单元门',
    facts: '闭门器失效，监控见发传单人员进入',
    measure: '门岗每班检查单元门，传单人员一律登记劝离',
    result: '已更换闭门器，调取监控交住户查看，未丢失物品',
    weight: 2,
  }),
  important('security', 'security', '有人高空抛物，差点砸到孩子', {
    place: '{b}栋南侧',
    wants: '查出是谁扔的',
    facts: '落下的是花盆碎片，监控看不清楼层',
    reply: '已封路清理，并报社区民警一起核查',
    remedy: ['加装朝上的防抛物摄像头', 1860],
    measure: '每季度逐户宣传，巡逻检查阳台悬挂物',
    result: '已逐户走访并张贴告知书，摄像头装好，住户表示认可',
    weight: 2,
  }),
  important('service', 'security', '门岗保安态度恶劣，我没带卡就不让进还骂人', {
    place: '东门岗亭',
    wants: '本人道歉',
    facts: '监控证实当班人员言语不当',
    measure: '本班组礼仪培训一次，班前会抽查',
    result: '当班人员已当面道歉，按制度扣绩效',
    weight: 3,
  }),
  important('fees', 'finance', '停车费多收了一个月，来了三次都说再查查', {
    facts: '换车牌时旧车牌的月租没有停',
    remedy: ['退还多收的一个月', 150],
    measure: '换车牌当日由前台和财务双人核对',
    result: '已退费并致歉',
    weight: 2,
  }),
  important('house', 'developer', '外墙裂缝渗水，报了开发商一直推诿', {
    facts: '{b}栋西山墙有三道细缝，仍在保修期',
    reply: '已书面催告开发商，本周内进场',
    result: '开发商已注胶修补，淋水试验不渗',
    weight: 2,
  }),
  help('other', 'clerk', '老人一个人在家，请帮忙看看燃气有没有关好', {
    facts: '上门查看，燃气已关，老人平安',
    reply: '马上安排人上门，看过就回电话',
    result: '已回电告知家属',
    weight: 3,
  }),
  help('security', 'security', '孩子放学没回家，能不能帮忙看下监控', {
    facts: '监控见孩子在中心花园玩',
    reply: '已通知各岗留意，正在看监控',
    result: '十五分钟内找到，家长接回',
    weight: 2,
  }),
  enquiry('parking', 'engineering', '请问地库充电桩什么时候能用，怎么办理', {
    facts: '电力增容已报装，预计月底送电',
    reply: '月底送电，凭车位证明在前台登记',
    result: '已登记，送电后短信通知',
    weight: 3,
  }),
  enquiry('fees', 'finance', '为什么收两份公共能耗费，标准是多少', {
    facts: '一份为住宅，一份为车位',
    reply: '住宅按面积每月每平方米 0.30 元，车位按个计',
    result: '已给住户看收费公示和账单',
    weight: 3,
  }),
  venting('service', 'supervisor', '交了这么多年物业费，什么都没改善，真是受不了', {
    facts: '住户对前几次报修等待时间不满',
    reply: '您的意见记下了，这几件事逐件给您答复',
    result: '主管上门听取意见，逐件说明进度',
    weight: 2,
  }),
  venting('neighbours', 'neighbour', '天天装修声，什么时候是个头，受不了', {
    facts: '楼上装修手续齐全，还剩十天',
    reply: '装修到本月底，中午和晚上不准施工',
    result: '已与施工队约定打孔时间，提前一天告知住户',
    weight: 3,
  }),
  baseless('neighbours', 'neighbour', '路对面饭店油烟大，要求物业去关停', {
    facts: '饭店不在小区范围，物业无权处置',
    reply: '不属物业管理范围，可向城管部门投诉，我们也代为反映',
    result: '已代为向社区反映，并告知住户办理渠道',
    weight: 2,
  }),
];

/** Those that a story is written about; each is told once. */
export const OF_NOTE: readonly Grievance[] = [
  major('repairs', 'engineering', '{b}栋{e}单元电梯困人，老人和孩子被困半小时', {
    place: '{b}栋{e}单元电梯',
    wants: '书面说明原因，保证不再发生',
    facts: '门锁触点接触不良，值班电话转接慢，维保 32 分钟到场',
    reply: '电梯已停用检修，主任明天上门说明，检测合格前不恢复',
    remedy: ['老人检查身体的费用由公司承担', 420],
    measure: '困人电话直接接监控室，每月演练一次',
    result: '更换门锁触点，经检测合格后恢复运行，书面说明已送达',
  }),
  major('repairs', 'engineering', '地下车库顶板掉落混凝土块，砸坏了我的车，差点伤人', {
    place: '地下车库',
    wants: '赔偿修车费用，全面排查',
    facts: 'B 区顶板约 0.5 平方米剥落，下方车辆前盖受损',
    reply: '该区已围挡，公众责任险已报案，十天内给处理结果',
    remedy: ['修车费用先行垫付，由保险理赔', 3800],
    measure: '请房屋检测单位排查车库顶板，逐处处理',
    result: '已修补并排查，修车费用已赔付',
  }),
  important('repairs', 'engineering', '报修两天没人来，打电话都说在安排', {
    wants: '今天修好',
    facts: '维修工请假，工单没有转派，也没有告知住户',
    reply: '今天下午三点前上门，由工程主管跟着',
    measure: '请假必须转派，前台每天下班前查未完工单',
    result: '当天修好，工程主管当面致歉',
  }),
  important('repairs', 'engineering', '{b}栋{e}单元又停电了，多次反映没人管', {
    place: '{b}栋{e}单元',
    wants: '马上来人',
    facts: '单元总开关跳闸',
    result: '更换总开关，复查各户负荷',
  }),
  minor('cleaning', 'cleaning', '{b}栋{e}单元门口玻璃碎了一地，没有人扫', {
    place: '{b}栋{e}单元门',
    wants: '尽快清干净',
    facts: '碎玻璃来自快递箱，主通道已清，绿化带里还有',
    result: '已清理干净',
  }),
  enquiry('parking', 'security', '请问新的月租车位什么时候能续，怎么办理', {
    wants: '给个准信',
    facts: '车位正在重新划线，数量未定',
    reply: '重新划线后按原车位续租，前台办理',
    result: '已告知续租办法',
  }),
  minor('parking', 'security', '访客车停在我的车位上，电话打不通', {
    place: '地下车库',
    facts: '访客留的号码错了一位',
    result: '已联系住户让访客移车，访客登记改为当场拨打核对',
  }),
];
