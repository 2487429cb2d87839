import type { Ctx } from '../context.ts';
import { parseIdentity } from '../lib/identity.ts';
import { tidyName } from '../lib/name.ts';
import { parsePhone } from '../lib/phone.ts';
import { loadPinyin } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import type { ResidentLine } from '../registry/bulk-residents.ts';
import { planResidents } from '../registry/bulk-residents.ts';
import type { ResidentRole } from '../registry/model.ts';
import type { Layout } from './columns.ts';
import type { Import } from './import.ts';
import { oneOf } from './import.ts';
import { parseImportDay } from './import-day.ts';
import { unitColumns, unknownChoice } from './unit-column.ts';

const ROLE_NAMES: Readonly<Record<ResidentRole, readonly string[]>> = {
  owner: ['业主', '产权人', '户主', '业主本人', 'owner'],
  tenant: ['租户', '租客', '承租人', '租住', 'tenant'],
  family: ['家庭成员', '家属', '成员', '同住人', '亲属', '家人', 'family'],
};

const columns = (ctx: Ctx) => ({
  ...unitColumns,
  name: {
    label: w('姓名', 'Name'),
    names: [
      '姓名',
      '业主姓名',
      '业主名称',
      '住户姓名',
      '客户名称',
      '客户姓名',
      '业主',
      '名称',
      'Name',
      'Full Name',
      'Resident',
    ],
    required: true,
    personal: true,
    verbatim: true,
    parse: tidyName,
  },
  phone: {
    label: w('电话', 'Phone'),
    names: [
      '手机号',
      '手机',
      '手机号码',
      '联系电话',
      '电话',
      '电话号码',
      '联系方式',
      '业主电话',
      'Phone',
      'Mobile',
      'Phone Number',
      'Telephone',
    ],
    personal: true,
    parse: parsePhone,
  },
  role: {
    label: w('身份', 'Role'),
    names: [
      '身份',
      '人员角色',
      '住户类型',
      '人员类型',
      '角色',
      '与业主关系',
      '关系',
      'Role',
      'Type',
    ],
    parse: oneOf(ROLE_NAMES, unknownChoice('业主、租户、家庭成员 / owner, tenant, family')),
  },
  identity: {
    label: w('证件号', 'Identity no.'),
    names: [
      '身份证号',
      '身份证',
      '身份证号码',
      '证件号',
      '证件号码',
      'ID No',
      'ID Number',
      'Identity',
      'Id Card',
    ],
    personal: true,
    parse: (text: string) => parseIdentity(text, ctx.today),
  },
  from: {
    label: w('入住日期', 'From'),
    names: [
      '入住日期',
      '入住时间',
      '迁入日期',
      '起始日期',
      '开始日期',
      '起租日期',
      '自',
      'From',
      'Move In',
      'Move-in Date',
      'Since',
    ],
    parse: (text: string) => parseImportDay(text, ctx.today),
  },
  until: {
    label: w('迁出日期', 'Until'),
    names: [
      '迁出日期',
      '迁出时间',
      '搬离日期',
      '截止日期',
      '结束日期',
      '至',
      'Until',
      'Move Out',
      'Move-out Date',
    ],
    parse: (text: string) => parseImportDay(text, ctx.today),
  },
});

type Columns = ReturnType<typeof columns>;

/** Loads the pronunciation of names, so that whoever is imported can be found by it. */
export async function residentImport(ctx: Ctx): Promise<Import<Columns, ResidentLine>> {
  const layout: Layout<Columns> = { columns: columns(ctx) };
  const readName = await loadPinyin();
  return {
    action: 'import.residents',
    key: 'unit',
    layout,
    toRow: ({ line, values }) => ({
      line,
      unit: values.unit ?? '',
      name: values.name ?? '',
      phone: values.phone,
      identity: values.identity,
      role: values.role ?? 'owner',
      fromOn: values.from,
      untilOn: values.until,
    }),
    columnOf: {
      line: 'unit',
      unit: 'unit',
      name: 'name',
      phone: 'phone',
      identity: 'identity',
      role: 'role',
      fromOn: 'from',
      untilOn: 'until',
    },
    plan: (at, rows) => planResidents(at.ledger, rows, readName),
  };
}
