import { command } from '../cli/command.ts';
import {
  birthday,
  building,
  choice,
  choices,
  day,
  flag,
  identity,
  name,
  phone,
  text,
  unit,
  whole,
  yesNo,
} from '../cli/field.ts';
import { loadPinyin } from '../lib/pinyin.ts';
import { w } from '../lib/words.ts';
import { findAndTell } from './find.ts';
import { RESIDENT_ROLES } from './model.ts';
import { addResident, editResident, listResidents, requireResident, staysOf } from './residents.ts';
import { residentCard, residentName, residentPage, residentTable } from './view.ts';

const MOST_RESIDENTS = 999_999_999;

const id = whole({
  label: w('住户编号', 'id of the resident'),
  required: true,
  positional: true,
  placeholder: 'ID',
  of: 'resident',
  min: 1,
  max: MOST_RESIDENTS,
});

const greeting = {
  greet: yesNo({
    label: w('同意生日祝贺', 'agrees to be greeted on the birthday'),
    help: w('no 则不再保留生日', 'no forgets the birthday'),
  }),
  birthday: birthday({
    label: w('生日；默认按身份证号', 'birthday; by the identity number by default'),
  }),
};

const add = command({
  name: 'resident add',
  about: w('登记住户', 'Add a resident'),
  fields: {
    unit: unit({ label: w('房号', 'unit'), required: true }),
    name: name({ label: w('姓名', 'name'), required: true }),
    phone: phone({ label: w('电话', 'phone'), ask: true }),
    role: choice(RESIDENT_ROLES, { label: w('身份', 'role'), required: true }),
    idNo: identity({ label: w('证件号（可不填）', 'identity number (optional)') }),
    from: day({ label: w('自哪天起，默认今天', 'from which day; today by default') }),
    until: day({ label: w('到哪天止', 'until which day') }),
    ...greeting,
  },
  reveals: (resident) => [residentName(resident)],
  examples: ['wy resident add --unit 3-2-1501 --name 张伟 --phone 13800000002 --role owner'],
  run: async (ctx, input) =>
    addResident(
      ctx,
      {
        unit: input.unit,
        name: input.name,
        phone: input.phone ?? null,
        identity: input.idNo ?? null,
        role: input.role,
        fromOn: input.from ?? defaultFrom(ctx.today, input.until),
        untilOn: input.until ?? null,
        greet: input.greet,
        birthday: input.birthday,
      },
      await loadPinyin(),
    ),
  view: residentCard,
});

/** Somebody who has left already came on a day nobody remembers. */
const defaultFrom = (today: string, until: string | undefined) =>
  until !== undefined && until < today ? null : today;

const show = command({
  name: 'resident show',
  about: w('查看一位住户', 'Show a resident'),
  fields: { id },
  reveals: ({ stays }) => stays.map(residentName),
  run: (ctx, input) => {
    const found = requireResident(ctx.ledger, input.id);
    return { ...found, stays: staysOf(ctx.ledger, found) };
  },
  view: residentPage,
});

const list = command({
  name: 'resident list',
  about: w('住户列表（默认今天在住的）', 'List residents; those of today by default'),
  fields: {
    unit: unit({ label: w('只看某房', 'only this unit') }),
    building: building({ label: w('只看某栋', 'only this building') }),
    role: choice(RESIDENT_ROLES, { label: w('只看某种身份', 'only this role') }),
    on: day({ label: w('某一天在住的', 'who lived there on this day') }),
    all: flag({ label: w('包括以前和以后的', 'of all times') }),
  },
  reveals: (residents) => residents.map(residentName),
  examples: [
    'wy resident list --unit 3-2-1501',
    'wy resident list --unit 3-2-1501 --on 2025-06-30',
  ],
  run: (ctx, input) =>
    listResidents(ctx.ledger, {
      unit: input.unit,
      building: input.building,
      role: input.role,
      on: input.all ? undefined : (input.on ?? ctx.today),
    }),
  view: residentTable,
});

/** What a resident may be without. */
const CLEARABLE = {
  phone: w('电话', 'phone'),
  'id-no': w('证件号', 'identity number'),
  from: w('开始日期', 'first day'),
  until: w('结束日期', 'last day'),
  birthday: w('生日', 'birthday'),
};

const CLEARED = {
  phone: 'phone',
  'id-no': 'identity',
  from: 'fromOn',
  until: 'untilOn',
  birthday: 'birthday',
} as const;

const edit = command({
  name: 'resident edit',
  about: w('修改住户资料', 'Edit a resident'),
  fields: {
    id,
    name: name({ label: w('姓名', 'name') }),
    phone: phone({ label: w('电话', 'phone') }),
    idNo: identity({ label: w('证件号', 'identity number') }),
    role: choice(RESIDENT_ROLES, { label: w('身份', 'role') }),
    from: day({ label: w('自哪天起', 'from which day') }),
    until: day({ label: w('到哪天止（迁出）', 'until which day, when they left') }),
    ...greeting,
    clear: choices(CLEARABLE, { label: w('清空哪些内容', 'what to make empty') }),
  },
  examples: [
    'wy resident edit 12 --phone 13800000003',
    'wy resident edit 12 --until 2026-11-30',
    'wy resident edit 12 --greet yes --birthday 05-03',
    'wy resident edit 12 --clear until',
  ],
  reveals: (resident) => [residentName(resident)],
  run: async (ctx, input) =>
    editResident(
      ctx,
      input.id,
      {
        name: input.name,
        phone: input.phone,
        identity: input.idNo,
        role: input.role,
        fromOn: input.from,
        untilOn: input.until,
        greet: input.greet,
        birthday: input.birthday,
        ...Object.fromEntries((input.clear ?? []).map((key) => [CLEARED[key], null])),
      },
      await loadPinyin(),
    ),
  view: residentCard,
});

const find = command({
  name: 'resident find',
  about: w('按姓名、拼音、首字母、电话或房号查找', 'Find by name, pinyin, initials, phone or unit'),
  fields: {
    text: text({ label: w('查什么', 'what to look for'), required: true, positional: true }),
    limit: whole({
      label: w('最多列出多少，默认 50', 'how many at the most; 50 by default'),
      min: 1,
      max: 10_000,
    }),
  },
  reveals: (residents) => residents.map(residentName),
  examples: [
    'wy resident find 张伟',
    'wy resident find zw',
    'wy resident find 5678',
    'wy resident find 3-2-15',
  ],
  run: (ctx, input) => findAndTell(ctx, input.text, input.limit),
  view: residentTable,
});

export const commands = [add, show, list, edit, find];
