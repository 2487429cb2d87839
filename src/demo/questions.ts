import type { Channel, Kind } from '../enquiries/model.ts';

/** What reaches the desk besides repairs and complaints, and what is answered. */
export interface Question {
  text: string;
  channel: Channel;
  kind: Kind;
  /** Whoever asks, where it is nobody of the estate. */
  who?: string;
  answer: string;
  /** Whom it is for, of a message or an official: a role. */
  to?: 'supervisor' | 'director' | 'engineering' | 'finance' | 'security';
  /** Nobody at the desk knows it without asking (rule 63). */
  isHard?: boolean;
  weight: number;
}

type Rest = Partial<Pick<Question, 'who' | 'to' | 'weight' | 'isHard'>>;

const of =
  (channel: Channel, kind: Kind) =>
  (text: string, answer: string, rest: Rest = {}): Question => ({
    text,
    answer,
    channel,
    kind,
    weight: 4,
    ...rest,
  });

const call = of('phone', 'caller');
const atDesk = of('visit', 'caller');
const online = of('online', 'caller');
const visitor = of('visit', 'visitor');
const official = of('visit', 'official');
const message = of('phone', 'message');

export const QUESTIONS: readonly Question[] = [
  call('物业费可以交半年吗', '可以按季、半年或全年交，不另加价', { weight: 6 }),
  call('装修要办什么手续', '带身份证和图纸到前台填申请表，施工队另交营业执照', { weight: 6 }),
  call('门禁卡丢了怎么补', '带身份证到前台，旧卡当场停用'),
  call('这几天自来水有点黄', '市政管道冲洗，放一会儿就清，今晚结束'),
  call('搬家要放行条吗', '要，前台开，租户须业主电话确认', { weight: 6 }),
  call('快递柜取件码收不到', '柜子是快递公司的，已代为转告，先报手机号取件'),
  call('天然气改管找谁', '找燃气公司，电话在单元门公告栏'),
  call('阳台能不能封窗，有没有统一样式', '可以，按统一样式报备，外立面不得改动', { isHard: true }),
  call('地暖不热，管道压力够不够', '工程查过压力正常，约了上门清洗过滤器', { isHard: true }),
  call('什么时候清洗外墙', '下月上旬，开工前三天贴通知', { isHard: true, weight: 2 }),
  call('地库几点关门', '全天开放，夜里请刷卡', { weight: 3 }),
  atDesk('想看去年的公共收益', '公示栏有，已给打印一份'),
  atDesk('租户登记要带什么', '租约、双方身份证，前台当场办', { weight: 6 }),
  atDesk('想借推车搬东西', '已借出，登记手机号，当天归还', { weight: 3 }),
  atDesk('车位可以转给邻居用吗', '可以，双方来前台改登记', { weight: 3 }),
  atDesk('孩子游泳课几点开始', '会所另办，已给联系方式', { weight: 2 }),
  online('发票怎么开', '公众号里点开票，抬头可以自己填', { weight: 5 }),
  atDesk('隔壁打通了一面墙，是不是承重墙', '工程核对过图纸，是轻质隔墙', {
    isHard: true,
    weight: 3,
  }),
  online('能装充电桩吗', '须有固定车位，先在前台填表，由供电公司勘察', { isHard: true }),
  online('中心花园什么时候种花', '已列入绿化计划，春节前种完', { weight: 2 }),
  visitor('来看房，中介带客户', '已登记证件，由业主电话确认后放行', { who: '房产中介', weight: 5 }),
  visitor('送家具，问货梯在哪', '已指引货梯，提醒保护电梯轿厢', { who: '送货师傅', weight: 5 }),
  visitor('走亲戚，不知道门牌', '已联系住户下楼接', { who: '访客', weight: 4 }),
  official('社区来核对常住人口', '已由主管接待', {
    who: '社区工作人员',
    to: 'supervisor',
    weight: 3,
  }),
  official('消防检查，看控制室记录', '已由主任陪同', {
    who: '消防检查人员',
    to: 'director',
    weight: 2,
  }),
  official('供电公司抄总表', '已由工程陪同', { who: '抄表员', to: 'engineering', weight: 3 }),
  message('请工程主管回个电话，商量换窗', '已转告', { to: 'engineering', weight: 5 }),
  message('给财务留言：转账已汇，请查收', '已转告', { to: 'finance', weight: 4 }),
  message('转告主管：业委会周三晚开会', '已转告', { to: 'supervisor', weight: 2 }),
  message('转告保安：晚上有搬家车进来', '已转告', { to: 'security', weight: 3 }),
];
