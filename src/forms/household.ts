import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { isWithin } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { maskIdentity } from '../lib/mask.ts';
import { w } from '../lib/words.ts';
import { RESIDENT_ROLES, type Resident, type Unit, USES } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { requireUnit } from '../registry/units.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';
import { phoneText } from './values.ts';

/** A unit, and who is registered there today. */
interface Page {
  unit: Unit;
  people: readonly Resident[];
}

/** 住户情况登记表: what the registry knows of a unit, for the household to complete and sign (rules 6, 20). */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const unit = requireUnit(ctx.ledger, subject);
    const people = listResidents(ctx.ledger, { unit: unit.code })
      .filter((each) => isWithin(each, ctx.today))
      .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
    return [
      {
        subject: unit.code,
        issue: `${unit.code} ${ctx.today}`,
        contentOf: (as) => householdContent({ unit, people }, as),
      },
    ];
  },
};

const ROLES = Object.keys(RESIDENT_ROLES);

function householdContent({ unit, people }: Page, as: Printing): Content {
  const { lang } = as;
  return {
    title: w('住户情况登记表', 'Household register')[lang],
    no: null,
    marks: [],
    parts: [
      { kind: 'rows', title: w('房屋', 'Unit')[lang], rows: unitRows(unit, as) },
      { kind: 'table', table: peopleTable(people, as) },
      {
        kind: 'rows',
        title: w('其他情况（由住户填写）', 'To be filled in')[lang],
        rows: blankRows(as),
      },
      {
        kind: 'signatures',
        labels: [w('住户签字', 'Resident'), w('登记人', 'Registered by')].map(
          (label) => label[lang],
        ),
        seal: w('（物业服务单位盖章）', '(seal)')[lang],
      },
    ],
    foot: w(
      '登记的个人信息只用于物业服务、紧急联系和法律规定的事项，不对外提供；证件号自愿填写。您可以随时到前台查阅、更正、补充或要求删除。未满十四周岁的，由监护人填写并同意。',
      'What is registered serves the management of the estate, emergencies and what the law demands, and nobody else gets it; identity numbers are optional. You may see, correct or have it erased at the front desk at any time. For children under fourteen a guardian fills it in and agrees.',
    )[lang],
  };
}

const unitRows = (unit: Unit, as: Printing): Row[] => [
  half(row('unit', w('房号', 'unit'), unit.code, as)),
  half(row('use', w('用途', 'use'), USES[unit.use][as.lang], as)),
  half(
    row(
      'area',
      w('建筑面积', 'area'),
      `${scaledText(unit.areaThousandths, 3, { trim: true })} ㎡`,
      as,
    ),
  ),
  half(row('handoverOn', w('交房日期', 'handed over'), unit.handoverOn, as)),
];

/** A household of this size or less has rows left to write in. */
const LEAST_ROWS = 5;

function peopleTable(people: readonly Resident[], as: Printing): PaperTable {
  const { lang, reveal } = as;
  const blank = Array.from({ length: Math.max(1, LEAST_ROWS - people.length) }, () => ['']);
  return {
    title: w('业主、租户和家庭成员', 'Owners, tenants and family')[lang],
    columns: [
      { label: w('姓名', 'name')[lang] },
      { label: w('身份', 'role')[lang], isShort: true },
      { label: w('证件号（选填）', 'identity number')[lang], isRoom: true },
      { label: w('电话', 'telephone')[lang], isShort: true },
      { label: w('居住自', 'since')[lang], isShort: true },
    ],
    rows: [
      ...people.map(({ name, role, identity, phone, fromOn }) => [
        name,
        RESIDENT_ROLES[role][lang],
        (identity === null || reveal ? identity : maskIdentity(identity)) ?? '',
        phoneText(phone, as) ?? '',
        fromOn ?? '',
      ]),
      ...blank,
    ],
  };
}

const blankRows = (as: Printing): Row[] => [
  row('emergency', w('紧急联系人', 'in an emergency'), null, as),
  row('address', w('通信地址', 'postal address'), null, as),
  row('vehicles', w('车辆、车位', 'vehicles'), null, as),
  row('pets', w('养犬登记', 'dogs'), null, as),
  row('let', w('出租、空置', 'let or vacant'), null, as),
];
