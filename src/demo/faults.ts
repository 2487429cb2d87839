import type { Category } from '../tickets/model.ts';
import type { Trade } from './estate.ts';

/** Something that breaks, as people report it, and what is then done about it. */
export interface Fault {
  item: string;
  system: string;
  part: string;
  damage?: string;
  category: Category;
  urgent: boolean;
  trade: Trade;
  /** What the worker writes on the slip. */
  works: readonly string[];
  /** What it costs where it is neither public nor under warranty. */
  yuan: readonly [from: number, to: number];
  weight: number;
  /** Only in these months, 1 to 12. */
  months?: readonly number[];
  /** Where in the grounds; {b} and {e} stand for a building and its entrance. Undefined: at home. */
  places?: readonly string[];
}

type Rest = Omit<Fault, 'item' | 'system' | 'part' | 'category' | 'urgent' | 'trade'>;

const of =
  (system: string, trade: Trade, category: Category = 'general', urgent = false) =>
  (part: string, item: string, rest: Rest): Fault => ({
    item,
    system,
    part,
    category,
    urgent,
    trade,
    ...rest,
  });

const water = of('给排水', 'water');
const leak = of('给排水', 'water', 'leak');
const seep = of('房屋本体', 'building', 'leak');
const power = of('强电', 'power');
const doors = of('门窗', 'doors');
const signals = of('弱电', 'signals');
const fittings = of('室内装修', 'building');
const alarm = of('消防安防', 'signals', 'safety');
const burst = of('给排水', 'water', 'leak', true);
const flood = of('给排水', 'water', 'general', true);
const blackout = of('强电', 'power', 'general', true);
const lockout = of('门窗', 'doors', 'general', true);

const WINTER = [11, 12, 1, 2, 3];
const SUMMER = [5, 6, 7, 8, 9];
const RAINS = [4, 5, 6, 7, 8, 9, 10];

const AT_HOME: readonly Fault[] = [
  water('水龙头', '厨房水龙头关不紧，一直滴水', {
    works: ['更换阀芯，试水正常', '更换水龙头，试水不漏'],
    yuan: [25, 85],
    weight: 9,
  }),
  water('马桶', '马桶水箱一直流水', {
    works: ['更换进水阀', '调整浮球，更换密封圈'],
    yuan: [20, 60],
    weight: 8,
  }),
  water('下水管', '洗手盆下水慢', {
    works: ['疏通下水管，清理毛发', '拆洗存水弯，疏通'],
    yuan: [30, 50],
    weight: 8,
  }),
  water('地漏', '卫生间地漏反味', {
    works: ['更换防臭地漏芯', '清理地漏，补水封'],
    yuan: [15, 45],
    weight: 5,
  }),
  water('花洒', '淋浴没有热水', {
    works: ['更换混水阀芯', '清洗热水管滤网'],
    yuan: [30, 90],
    weight: 4,
  }),
  leak('角阀', '厨房水管漏水', {
    damage: '接头处滴水',
    works: ['更换角阀，试水不漏', '更换软管和垫片'],
    yuan: [20, 55],
    weight: 7,
  }),
  leak('热水器接管', '热水器下方接头漏水', {
    works: ['重新缠生料带并紧固', '更换波纹管'],
    yuan: [15, 45],
    weight: 4,
  }),
  seep('楼板', '卫生间顶板渗水，疑似楼上漏', {
    damage: '吊顶有水渍',
    works: ['楼上地漏口重做防水', '楼上马桶法兰圈更换，打胶'],
    yuan: [80, 260],
    weight: 3,
  }),
  seep('外窗', '飘窗边雨天渗水', {
    works: ['窗框外侧重新打胶', '清通窗框排水孔，补胶'],
    yuan: [60, 160],
    weight: 6,
    months: RAINS,
  }),
  seep('外墙', '次卧外墙渗水，墙面起皮', {
    damage: '约 1 平方米起皮',
    works: ['外墙裂缝注胶修补', '外墙螺杆洞封堵'],
    yuan: [120, 400],
    weight: 3,
  }),
  leak('分水器', '地暖分水器渗水', {
    works: ['更换分水器密封圈', '紧固分水器接头'],
    yuan: [40, 120],
    weight: 5,
    months: WINTER,
  }),
  water('冷凝水管', '空调冷凝水滴到楼下', {
    works: ['疏通冷凝水管', '冷凝水管接入立管'],
    yuan: [30, 70],
    weight: 7,
    months: SUMMER,
  }),
  power('照明', '客厅灯不亮', {
    works: ['更换驱动电源', '更换灯管，线路正常'],
    yuan: [20, 80],
    weight: 6,
  }),
  power('插座', '厨房插座没电', {
    works: ['更换插座', '重接松脱的零线'],
    yuan: [20, 45],
    weight: 6,
  }),
  power('空气开关', '空气开关经常跳闸', {
    works: ['更换漏电保护器', '查出热水器漏电，建议换新'],
    yuan: [35, 110],
    weight: 4,
  }),
  doors('窗把手', '卧室窗户关不严', {
    works: ['更换执手', '调整窗扇铰链'],
    yuan: [25, 70],
    weight: 6,
  }),
  doors('滑轮', '阳台推拉门拉不动', {
    works: ['更换推拉门滑轮', '校正轨道，上油'],
    yuan: [40, 90],
    weight: 4,
  }),
  doors('门锁', '入户门锁芯发涩', {
    works: ['更换锁芯', '锁芯加石墨粉，调整锁舌'],
    yuan: [20, 160],
    weight: 4,
  }),
  signals('可视对讲', '可视对讲没有声音', {
    works: ['更换分机听筒线', '分机重新编码'],
    yuan: [0, 60],
    weight: 5,
  }),
  signals('门禁卡', '门禁卡刷不开单元门', {
    works: ['卡片重新授权', '更换门禁卡'],
    yuan: [0, 20],
    weight: 5,
  }),
  fittings('墙砖', '厨房墙砖空鼓开裂', {
    works: ['空鼓墙砖重贴两块', '墙砖注浆加固'],
    yuan: [80, 240],
    weight: 3,
  }),
  fittings('木地板', '客厅地板起拱', {
    works: ['切除伸缩缝，重铺三块', '更换起拱地板'],
    yuan: [100, 300],
    weight: 3,
  }),
  fittings('橱柜', '橱柜门铰链脱落', {
    works: ['更换铰链', '重新固定铰链座'],
    yuan: [15, 40],
    weight: 4,
  }),
  alarm('烟感', '户内烟感一直报警', {
    works: ['清洁烟感探头', '更换烟感'],
    yuan: [0, 90],
    weight: 4,
  }),
  alarm('燃气报警器', '燃气报警器显示故障', {
    works: ['更换报警器', '报警器重新标定'],
    yuan: [0, 180],
    weight: 4,
  }),
  burst('给水管', '水管爆裂，家里进水', {
    damage: '客厅积水',
    works: ['关总阀，更换爆裂管段', '更换进户阀门'],
    yuan: [60, 180],
    weight: 3,
  }),
  flood('排水管', '马桶堵塞，污水外溢', {
    works: ['机械疏通，取出异物', '疏通马桶并消毒'],
    yuan: [60, 120],
    weight: 3,
  }),
  flood('排水立管', '厨房下水返水', {
    damage: '地面积水',
    works: ['疏通立管', '立管清出油块，通水正常'],
    yuan: [0, 100],
    weight: 2,
  }),
  blackout('进户线', '家里全部没电', {
    works: ['更换表后空开', '进户线重新压接'],
    yuan: [30, 120],
    weight: 2,
  }),
  lockout('门锁', '钥匙断在锁里，孩子在屋内', {
    works: ['开锁并更换锁芯', '取出断钥匙，锁芯正常'],
    yuan: [80, 180],
    weight: 1,
  }),
];

const lobby = of('公共照明', 'power');
const publicDoor = of('公共门窗', 'doors');
const lift = of('电梯', 'signals', 'safety');
const liftStop = of('电梯', 'signals', 'safety', true);
const fire = of('消防', 'signals', 'safety');
const grounds = of('公共设施', 'building');
const hazard = of('公共设施', 'building', 'safety', true);
const drain = of('公共排水', 'water', 'general', true);
const pipes = of('公共给排水', 'water', 'leak');
const cameras = of('监控', 'signals');

const FREE = [0, 0] as const;

const IN_THE_GROUNDS: readonly Fault[] = [
  lobby('灯具', '大堂灯不亮', {
    places: ['{b}栋{e}单元大堂', '{b}栋大堂'],
    works: ['更换灯具', '更换整流器'],
    yuan: FREE,
    weight: 6,
  }),
  lobby('声控灯', '楼道声控灯不亮', {
    places: ['{b}栋{e}单元楼道'],
    works: ['更换声控开关', '更换灯泡'],
    yuan: FREE,
    weight: 8,
  }),
  lobby('路灯', '路灯不亮', {
    places: ['中心花园', '东门主路', '{b}栋北侧'],
    works: ['更换光源', '修复电缆接头'],
    yuan: FREE,
    weight: 4,
  }),
  publicDoor('闭门器', '单元门关不上', {
    places: ['{b}栋{e}单元门'],
    works: ['更换闭门器', '调整闭门器和地弹簧'],
    yuan: FREE,
    weight: 6,
  }),
  publicDoor('门禁', '单元门禁失灵', {
    places: ['{b}栋{e}单元门'],
    works: ['更换电磁锁', '更换门禁电源'],
    yuan: FREE,
    weight: 4,
  }),
  lift('按键', '电梯按键失灵', {
    places: ['{b}栋{e}单元电梯'],
    works: ['维保单位更换按键板', '维保单位清洁触点'],
    yuan: FREE,
    weight: 4,
  }),
  liftStop('轿厢', '电梯停在楼层不动，无人被困', {
    places: ['{b}栋{e}单元电梯'],
    works: ['维保单位复位，更换门机皮带', '维保单位更换门锁触点'],
    yuan: FREE,
    weight: 1,
  }),
  fire('消火栓', '消火栓箱玻璃破损', {
    places: ['{b}栋{e}单元楼道', '地下车库'],
    works: ['更换箱门玻璃', '更换箱门'],
    yuan: FREE,
    weight: 3,
  }),
  fire('指示灯', '安全出口指示灯不亮', {
    places: ['{b}栋{e}单元楼道', '地下车库'],
    works: ['更换指示灯', '更换蓄电池'],
    yuan: FREE,
    weight: 4,
  }),
  fire('灭火器', '灭火器压力不足', {
    places: ['{b}栋{e}单元楼道', '地下车库'],
    works: ['送检并更换', '更换灭火器两具'],
    yuan: FREE,
    weight: 3,
  }),
  hazard('井盖', '雨水井盖松动', {
    places: ['东门主路', '{b}栋北侧'],
    works: ['更换井盖并围挡', '井圈重新座浆'],
    yuan: FREE,
    weight: 1,
  }),
  drain('污水井', '污水井堵塞外溢', {
    places: ['{b}栋南侧', '垃圾房旁'],
    works: ['高压疏通管段', '清掏污水井'],
    yuan: FREE,
    weight: 1,
  }),
  pipes('管道', '车库顶板管道漏水', {
    places: ['地下车库'],
    works: ['更换卡箍', '更换管段并试压'],
    yuan: FREE,
    weight: 4,
  }),
  pipes('阀门', '泵房阀门渗水', {
    places: ['生活水泵房'],
    works: ['更换阀门填料', '更换阀门'],
    yuan: FREE,
    weight: 2,
  }),
  grounds('地砖', '人行道地砖松动', {
    places: ['中心花园', '南门人行道'],
    works: ['重铺地砖', '垫层补实，重铺'],
    yuan: FREE,
    weight: 4,
  }),
  grounds('游乐设施', '秋千链条松动', {
    places: ['儿童乐园'],
    works: ['更换链条并紧固', '更换螺栓，检查全部连接'],
    yuan: FREE,
    weight: 2,
  }),
  grounds('道闸', '车库道闸不抬杆', {
    places: ['地下车库东入口', '南门'],
    works: ['更换地感线圈', '调整道闸电机'],
    yuan: FREE,
    weight: 4,
  }),
  cameras('摄像头', '监控画面黑屏', {
    places: ['{b}栋{e}单元大堂', '地下车库', '东门岗亭'],
    works: ['更换摄像头电源', '更换网线接头'],
    yuan: FREE,
    weight: 4,
  }),
];

export const FAULTS: readonly Fault[] = [...AT_HOME, ...IN_THE_GROUNDS];
