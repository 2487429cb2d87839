import { RESULTS } from '../cases/model.ts';
import { KINDS, type Rendering } from '../cli/shape.ts';
import { localText } from '../lib/moment.ts';
import { tellUnit } from '../lib/unit-keys.ts';
import { type Words, w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import { RESIDENT_ROLES, USES } from '../registry/model.ts';
import { CATEGORIES, CHARGES } from '../tickets/model.ts';
import type { HistoryLine } from './history.ts';

/** What was changed, by the names that `tellUnit` gives. */
const NAMES: Readonly<Record<string, Words>> = {
  unit: w('房号', 'unit'),
  category: w('类别', 'category'),
  urgent: w('急修', 'urgent'),
  charge: w('收费', 'charge'),
  appointmentAt: w('约定时间', 'appointment'),
  caller: w('报修人', 'caller'),
  phone: w('电话', 'phone'),
  assigneeId: w('维修人', 'worker'),
  slipTaken: w('已签领', 'slip taken'),
  arrivedAt: w('到场时间', 'arrived'),
  finishedAt: w('完工时间', 'finished'),
  cost: w('费用（元）', 'cost'),
  leakTestedAt: w('试漏时间', 'water test'),
  satisfied: w('满意', 'satisfied'),
  signedBy: w('签字', 'signed by'),
  repeats: w('返修次数', 'repeats'),
  cancelledAt: w('取消时间', 'cancelled'),
  callbackResult: w('回访结果', 'callback'),
  callbackQuality: w('质量评分', 'quality'),
  callbackAttitude: w('态度评分', 'attitude'),
  area: w('面积（㎡）', 'area in m²'),
  use: w('用途', 'use'),
  handoverOn: w('交房日期', 'handover'),
  name: w('姓名', 'name'),
  identity: w('证件号', 'identity number'),
  role: w('身份', 'role'),
  fromOn: w('起', 'from'),
  untilOn: w('止', 'until'),
  roles: w('岗位', 'roles'),
  retiredOn: w('离职日期', 'retired'),
  added: w('新增', 'added'),
  changed: w('更新', 'changed'),
  command: w('命令', 'command'),
  records: w('记录', 'records'),
  version: w('结构', 'schema'),
  from: w('原结构', 'from schema'),
  to: w('新结构', 'to schema'),
  unproven: w('升级前被改过的表', 'tables changed before'),
  replacedSeq: w('被替换的行数', 'lines replaced'),
  replacedHash: w('被替换的末行', 'last line replaced'),
  restoredSeq: w('恢复的行数', 'lines restored'),
  restoredHash: w('恢复的末行', 'last line restored'),
  earlier: w('以前替换过的台账', 'ledgers replaced before'),
};

/** The words of those values that are keys. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  category: CATEGORIES,
  charge: CHARGES,
  callbackResult: RESULTS,
  use: USES,
  role: RESIDENT_ROLES,
  roles: ROLE_TITLES,
};

const MOST_NAMES = 5;
const HASH = /^[0-9a-f]{64}$/;

type Staff = ReadonlyMap<number, string>;

/**
 * What was changed as people read it. Of a new record nothing is said of what was left unset; of an
 * edit, that it was made empty.
 */
export function changesText(
  { action, changes }: Pick<HistoryLine, 'action' | 'changes'>,
  staff: Staff,
  as: Rendering,
): string {
  const isEdit = action.endsWith('.edit');
  const parts = Object.entries(changes)
    .filter(([, value]) => value !== null || isEdit)
    .map(([stored, value]) => partText(stored, value, staff, as))
    .filter((part) => part !== undefined);
  return parts.join(as.lang === 'zh' ? '，' : ', ');
}

function partText(stored: string, value: unknown, staff: Staff, as: Rendering): string | undefined {
  const momentText = (moment: string) => localText(moment, as.zone);
  const [key, told] = tellUnit(stored, value, { momentText });
  const text = key === 'assigneeId' ? staff.get(Number(told)) : valueText(key, told, as);
  if (text === '') return undefined;
  const name = NAMES[key]?.[as.lang] ?? key;
  return as.lang === 'zh' ? `${name}：${text ?? told}` : `${name}: ${text ?? told}`;
}

function valueText(key: string, value: unknown, as: Rendering): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return KINDS.flag.text(value, as, {});
  if (Array.isArray(value)) return namesText(key, value, as);
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  return HASH.test(text) ? text.slice(0, 12) : (CHOICES[key]?.[text]?.[as.lang] ?? text);
}

/** The first few, and how many there are. */
function namesText(key: string, values: readonly unknown[], as: Rendering): string {
  if (values.some((each) => typeof each === 'object')) return String(values.length);
  const shown = values.slice(0, MOST_NAMES).map(String);
  const text = KINDS.choices.text(shown, as, CHOICES[key] ?? {});
  return values.length > MOST_NAMES ? `${text} … (${values.length})` : text;
}
