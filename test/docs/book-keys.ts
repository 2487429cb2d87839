import { type Words, w } from '../../src/lib/words.ts';

/** What a group of lines is about, an example of it, and each of its keys. */
export interface KeyGroup {
  /** As `keysIn` is asked for it. */
  around: readonly string[];
  title: Words;
  example: string;
  keys: Readonly<Record<string, Words>>;
}

const ROLE = w(
  '谁来办：clerk、supervisor、director、finance、engineering、security、cleaning、greening；不写即 clerk',
  'whose it is: clerk, supervisor, director, finance, engineering, security, cleaning, greening; clerk where nothing is said',
);
const WHEN = w(
  '只有某字段是这些值的记录才算：{result: [unfit]}',
  'of those entries only in which a field holds one of these: {result: [unfit]}',
);
const LEAD = w('提前多久出现在今日事项里：7d、1mo', 'on the agenda from so long before: 7d, 1mo');
const LIMIT = w(
  '时限：30m、1h、0d（当天）、3d、2wd（工作日）、0.5wd、1mo',
  'a limit: 30m, 1h, 0d (the same day), 3d, 2wd (working days), 0.5wd, 1mo',
);

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    around: [],
    title: w('登记簿', 'A book'),
    example: `
umbrella:
  prefix: U
  name: { zh: 雨伞借用登记簿, en: umbrella loans }
  about: { zh: 雨伞：借出、归还, en: 'Umbrellas: lent and taken back' }
  title: [to]
  handover: yes
  retention: 12mo
  signatures: [{ zh: 借用人, en: borrower }]
  foot: { zh: 请当天归还。, en: Please return it the same day. }`,
    keys: {
      prefix: w(
        '编号的字头，一到三个大写字母：U261122-001',
        'letters of the numbers, one to three capitals: U261122-001',
      ),
      name: w('名称', 'its name'),
      about: w('帮助里的一行说明', 'one line of the help'),
      rules: w('依据哪些规则', 'the rules it comes from'),
      enabled: w('yes 或 no；不写即启用', 'yes or no; on where nothing is said'),
      verbs: w('动作，见下', 'verbs, see below'),
      fields: w('字段，见下', 'fields, see below'),
      title: w(
        '用哪些字段概括一条记录；不写即头两个必填的文字、选项',
        'the fields that say in a line what an entry is about; the first two required texts or choices where nothing is said',
      ),
      deadlines: w('时限，见下', 'deadlines, see below'),
      cadence: w('多久登记一次，见下', 'how often the next entry is due, see below'),
      approvals: w('谁审批、谁签阅，见下', 'who approves or countersigns, see below'),
      charge: w('记录产生的应收，见下', 'the charge an entry makes, see below'),
      sequel: w('记录引出的事，见下', 'what an entry sets going, see below'),
      rates: w('报表里的比率，见下', 'shares in the report, see below'),
      arrears: w(
        'yes：登记时提示该房欠费；只提示，从不作条件',
        'yes: what the unit owes is shown when an entry is made; never a condition',
      ),
      unique: w(
        '哪个字段在未了的记录里不重复，如 key：借出没还的不能再借',
        'a field of which no two open entries hold the same: what is out cannot be lent again',
      ),
      handover: w('yes：未了的记录交给下一班', 'yes: open entries are told to the next shift'),
      retention: w('打印单据上的保存期：12mo', 'how long papers are kept: 12mo'),
      signatures: w('打印的单据上谁签字', 'who signs the printed slip'),
      foot: w('单据末尾的说明', 'what stands at its foot'),
    },
  },
  {
    around: ['verbs', 'any'],
    title: w('动作 verbs', 'Verbs'),
    example: `
verbs:
  log: open
  tell: { does: step, about: { zh: 通知部门, en: tell the department } }
  recheck: { does: close, when: { result: [unfit] } }`,
    keys: {
      does: w(
        'open 开始一条（只有一个）；step 中间的一步，可多次；close 了结（最多一个）。没有 close 的，登记即了结',
        'open begins an entry (exactly one); step happens between, as often as you like; close ends it (one at most). Without close, an entry is closed at once',
      ),
      about: w('帮助里的说明', 'its line in the help'),
      when: w(
        '只写在 close：只有某字段是这些值的记录才等待了结，其他的登记即了结',
        'of close only: entries in which a field holds one of these wait for it, others are closed at once',
      ),
    },
  },
  {
    around: ['fields', 'any'],
    title: w('字段 fields', 'Fields'),
    example: `
fields:
  to: { type: text, label: { zh: 借用人, en: borrower }, required: yes }
  kind:
    type: choice
    label: { zh: 种类, en: kind }
    usual: long
    choices: { long: { zh: 长柄, en: long }, folding: { zh: 折叠, en: folding } }
  phone: { type: phone, label: { zh: 电话, en: phone }, requiredWhen: { kind: [long] } }
  pieces: { type: whole, label: { zh: 件数, en: pieces }, usual: '1', least: 1, most: 20 }
  damage: { type: text, at: return, label: { zh: 损坏, en: damage }, personal: no, list: no }`,
    keys: {
      type: w('类型，见下表', 'its type, see the table'),
      label: w('名称', 'its name'),
      help: w('帮助里的补充', 'what the help adds'),
      at: w(
        '随哪个动作填写；不写即 open 的那个。可写多个，后面的动作可以重填',
        'the verb with which it is written; the opening one where nothing is said. Several: the later ones write it anew',
      ),
      required: w('yes：必填', 'yes: must be said'),
      requiredWhen: w(
        '另一字段是这些值时必填',
        'must be said where another field holds one of these',
      ),
      personal: w(
        'no：不涉及个人，值可写入变更日志；文字类不写即按个人信息处理',
        'no: does not tell who somebody is, so the journal may name it; texts count as personal where nothing is said',
      ),
      list: w('列表里显不显示', 'whether it stands in tables'),
      positional: w(
        'yes：不带选项名直接写（只能有一个）',
        'yes: typed without the name of an option (one only)',
      ),
      usual: w(
        '没说时用的值，照输入的样子写；员工可写 duty：当班的人',
        'taken where nothing is said, as it would be typed; duty, of staff: whoever is on duty',
      ),
      choices: w('选项：键和名称', 'the choices: key and name'),
      items: w(
        '评分表的项目：名称，或 {label, most} 带最高分',
        'the items of a sheet: a name, or {label, most} with the most points',
      ),
      least: w('整数的最小值', 'the least, of whole numbers'),
      most: w('整数的最大值', 'the most, of whole numbers'),
    },
  },
  {
    around: ['deadlines', 'any'],
    title: w('时限 deadlines', 'Deadlines'),
    example: `
deadlines:
  return:
    words: { zh: 收回雨伞, en: get the umbrella back }
    at: until
    within: 0d
  pads:
    words: { zh: 更换电极片, en: replace the pads }
    role: engineering
    at: padsExpire
    met: replace
    lead: 1mo`,
    keys: {
      words: w('要办的事，出现在今日事项里', 'what is to be done, as the agenda says it'),
      role: ROLE,
      met: w(
        '办到它的动作；不写即 close',
        'the verb that keeps it; the closing one where nothing is said',
      ),
      from: w(
        '从哪个动作算起；不写即 open',
        'the verb from which it runs; the opening one where nothing is said',
      ),
      at: w(
        '到期的日期或时间写在哪个字段',
        'the field that holds the day or moment at which it is due',
      ),
      within: w(
        '动作之后多久；与 at 同写时，字段空着才用它。30m、1h、0d、3d、2wd、1mo',
        'so long after the verb; beside at, only where that field is empty: 30m, 1h, 0d, 3d, 2wd, 1mo',
      ),
      lead: LEAD,
      every: w(
        '办到后，过多久又到期，直到了结：1mo',
        'owed again so long after, once it is met, until the entry is closed: 1mo',
      ),
      when: WHEN,
    },
  },
  {
    around: ['cadence'],
    title: w('周期 cadence', 'Rhythm'),
    example: `
# 或只写 · or only: cadence: month-end
cadence:
  every: month-end
  role: supervisor
  words: { zh: 检查除颤仪, en: check the defibrillator }
  lead: 3d`,
    keys: {
      every: w(
        'day、week、month、month-end、last-workday、quarter、year、14d、4 per year',
        'day, week, month, month-end, last-workday, quarter, year, 14d, 4 per year',
      ),
      words: w('要办的事', 'what is to be done'),
      role: ROLE,
      lead: LEAD,
    },
  },
  {
    around: ['approvals', 'any'],
    title: w('审批、签阅 approvals', 'Approvals'),
    example: `
approvals:
  director: { role: director, within: 3d, before: issue }
  supervisor: { role: supervisor, daily: yes }`,
    keys: {
      words: w('要办的事', 'what is to be done'),
      role: ROLE,
      within: LIMIT,
      before: w(
        '批准之前不能办的动作；不写即事后签阅',
        'the verb that waits for it; a countersignature where nothing is said',
      ),
      daily: w('yes：一天的记录签一次', 'yes: one signature for all entries of a day'),
    },
  },
  {
    around: ['charge'],
    title: w('应收 charge', 'Charge'),
    example: `
charge: { tariff: umbrella, at: return, amount: compensation }`,
    keys: {
      tariff: w('收费项目，制度参数里的', 'a tariff of the policy'),
      at: w(
        '随哪个动作产生；不写即 close',
        'the verb that makes it; the closing one where nothing is said',
      ),
      amount: w('金额写在哪个字段', 'the field that says how much'),
      quantity: w(
        '数量写在哪个字段，单价用收费项目的',
        'the field that says how many, at the rate of the tariff',
      ),
    },
  },
  {
    around: ['sequel'],
    title: w('引出的事 sequel', 'Sequels'),
    example: `
sequel: { does: ticket, from: { items: defects, place: place } }`,
    keys: {
      does: w(
        'ticket：清单里每项开一张维修工单；rain：登记一场大雨，托管房屋雨前雨后各巡一次',
        'ticket: a repair ticket for each thing of a list; rain: registers a heavy rain, before and after which trust-managed units are patrolled',
      ),
      at: w(
        '随哪个动作；不写即 open',
        'the verb that sets it going; the opening one where nothing is said',
      ),
      from: w(
        '各项内容取自哪些字段。ticket：items、place 或 unit，可加 damage、urgent；rain：startsAt，可加 endsAt、note',
        'the fields it takes its values from. ticket: items, place or unit, perhaps damage, urgent; rain: startsAt, perhaps endsAt, note',
      ),
      when: WHEN,
    },
  },
  {
    around: ['rates', 'any'],
    title: w('比率 rates', 'Rates'),
    example: `
rates:
  completion: { words: { zh: 完成率, en: completion }, numerator: done, denominator: planned }`,
    keys: {
      words: w('名称', 'its name'),
      numerator: w('分子：该字段的合计', 'the sum of this field'),
      denominator: w(
        '分母：该字段的合计；合计为零印“—”',
        'over the sum of that one; where that is nothing, a dash is printed',
      ),
    },
  },
];

/** How the values of each type are typed. */
export const TYPED: Readonly<Record<string, string>> = {
  text: '"3栋屋面"',
  long: '"…"',
  choice: 'letter',
  choices: 'security,cleaning',
  day: '2026-11-22, 明天',
  moment: '18:00, "2026-11-22 18:00"',
  whole: '3',
  decimal: '1.5',
  money: '120.50',
  unit: '3-2-1501',
  resident: '17',
  staff: '王芳, 3',
  phone: '13800005678',
  identity: '…',
  plate: '鲁A12345',
  yesno: 'yes, 是',
  record: 'T261122-001',
  lines: '"沙发×2，冰箱"',
  sheet: 'ok, "hygiene=0,board=-"',
  file: './photo.jpg',
};
