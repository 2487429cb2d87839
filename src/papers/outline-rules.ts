import type { Book } from '../books/model.ts';
import { headingKey } from '../lib/heading.ts';
import { type Lang, type Words, w } from '../lib/words.ts';

/** What every entry has beside the fields of its book. */
const OWN_KEYS = ['no', 'state', 'at', 'by', 'closedAt', 'cancelledAt'] as const;

type OwnKey = (typeof OWN_KEYS)[number];

/** A column of a book's list outside: a file that was exported, or one that an office kept. */
interface Outline {
  /** The heading with which it is exported. */
  label: Words;
  /** All by which it is known in a file, the likeliest first; no other column of the book has them. */
  names: readonly string[];
}

export interface BookOutline {
  own: Readonly<Record<OwnKey, Outline>>;
  /** By the keys of the fields. */
  fields: Readonly<Record<string, Outline>>;
}

/** As offices head them, the likeliest first. */
const OWN_NAMES: Readonly<Record<OwnKey, Readonly<Record<Lang, readonly string[]>>>> = {
  no: {
    zh: ['编号', '登记编号', '登记号', '序列号', '单据编号', '单据号'],
    en: ['No', 'Number', 'Entry No'],
  },
  state: {
    zh: ['状态', '办理状态', '处理状态', '完成状态'],
    en: ['State', 'Status', 'Entry state'],
  },
  at: {
    zh: [
      ...['时间', '登记时间', '登记日期', '登记日', '日期', '办理时间', '办理日期', '受理时间'],
      ...['受理日期', '借出时间', '借出日期', '借用时间', '借用日期', '领用时间', '领用日期'],
      ...['发放时间', '发放日期', '收件时间', '收件日期', '代收时间', '代收日期', '签发时间'],
      '签发日期',
    ],
    en: ['At', 'Entered at', 'Entered on', 'Entered', 'Date', 'Time'],
  },
  by: {
    zh: ['经办', '经办人', '登记人', '记录人', '值班员', '值班人', '经手人', '办理人'],
    en: ['By', 'Entered by', 'Operator', 'Clerk'],
  },
  closedAt: {
    zh: [
      ...['了结时间', '办结时间', '了结日期', '办结日期', '完成时间', '完成日期', '结束时间'],
      ...['结束日期', '关闭时间', '归还时间', '归还日期', '收回时间', '收回日期', '领取时间'],
      ...['领取日期', '核销时间'],
    ],
    en: [
      ...['Closed', 'Closed at', 'Closed on', 'Returned', 'Returned at', 'Collected'],
      ...['Collected at', 'Finished'],
    ],
  },
  cancelledAt: {
    zh: ['作废时间', '取消时间', '作废日期', '取消日期'],
    en: ['Cancelled', 'Cancelled at', 'Void since'],
  },
};

/** Of fields that are alone of their type in a book: other names that offices give them. */
const TYPE_NAMES: Partial<Record<Book['fields'][number]['type'], readonly string[]>> = {
  unit: [
    ...['房号', '房间号', '户号', '单元房号', '房屋编号', '房产编号', '楼栋房号', '房屋', '房间'],
    ...['Unit', 'Unit No', 'Room', 'Room No'],
  ],
  phone: ['联系电话', '电话', '手机', '手机号', '联系方式', 'Phone', 'Mobile'],
  identity: ['身份证', '身份证号', '证件号', '证件号码', 'ID', 'ID No'],
  plate: ['车牌', '车牌号', '车牌号码', 'Plate', 'Plate No'],
};

/**
 * The columns of a book outside, made from its declaration. A field is known by its label in both
 * languages, its key and its option; what every entry has by what is left; a heading has one meaning.
 */
export function outlineOf(book: Pick<Book, 'fields'>): BookOutline {
  const taken = new Set<string>();
  const claim = (names: readonly string[]): string[] =>
    names.filter((name) => {
      const key = headingKey(name);
      if (key === '' || taken.has(key)) return false;
      taken.add(key);
      return true;
    });
  // A label goes before the keys of all fields: it is what people read.
  const labels = book.fields.map(({ label }) => claim([label.zh, label.en]));
  const keys = book.fields.map(({ key }) => claim([key]));
  const own = OWN_KEYS.map((key): [OwnKey, Outline] => {
    const [zh, en] = [claim(OWN_NAMES[key].zh), claim(OWN_NAMES[key].en)];
    const names = [...zh, ...en];
    const label = w(zh[0] ?? names[0] ?? key, en[0] ?? names[0] ?? key);
    return [key, { label, names }];
  });
  const fields = book.fields.map(({ key, label, type }, at): [string, Outline] => {
    const isAlone = book.fields.filter((other) => other.type === type).length === 1;
    const others = isAlone ? claim(TYPE_NAMES[type] ?? []) : [];
    const names = [...(labels[at] ?? []), ...(keys[at] ?? []), ...others];
    return [key, { label: headingOf(label, names, key), names }];
  });
  return {
    own: Object.fromEntries(own) as Record<OwnKey, Outline>,
    fields: Object.fromEntries(fields),
  };
}

/** A label that means another field already gives way to the key. */
const headingOf = (label: Words, names: readonly string[], key: string): Words => {
  const isOwn = (name: string) => names.some((each) => headingKey(each) === headingKey(name));
  return w(isOwn(label.zh) ? label.zh : key, isOwn(label.en) ? label.en : key);
};
