import type { Column, Layout } from '../../src/exchange/columns.ts';
import { mapTable } from '../../src/exchange/columns.ts';
import { parseImportDay } from '../../src/exchange/import-day.ts';
import type { Table } from '../../src/exchange/model.ts';
import { misused } from '../../src/lib/errors.ts';
import { w } from '../../src/lib/words.ts';

const TODAY = '2026-11-22';

function phone(text: string): string {
  if (/^1\d{10}$/.test(text)) return text;
  throw misused('bad_phone', w('不是手机号', 'no mobile number'));
}

function area(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw misused('bad_area', w('面积不是数字', 'the area is no number'));
}

const asText = (text: string) => text;

const columns = {
  unit: {
    label: w('房号', 'Unit'),
    names: ['房号', '房间号', '户号', 'Unit', 'Unit No', '楼栋房号', '房屋', '房间', 'Room'],
    required: true,
    parse: (text, row) =>
      [row.text('building'), row.text('entrance'), text].filter(Boolean).join('-'),
  } satisfies Column<string>,
  building: { label: w('楼号', 'Building'), names: ['楼号', 'Building'], parse: asText },
  entrance: { label: w('单元', 'Entrance'), names: ['单元', 'Entrance'], parse: asText },
  name: {
    label: w('姓名', 'Name'),
    names: ['姓名', '业主姓名', '业主', 'Name', 'Full Name'],
    personal: true,
    verbatim: true,
    parse: asText,
  },
  phone: {
    label: w('手机号', 'Phone'),
    names: ['手机号', '电话', '联系电话', 'Phone', 'Phone Number'],
    personal: true,
    parse: phone,
  },
  area: { label: w('建筑面积', 'Area'), names: ['建筑面积', '面积', 'Area'], parse: area },
  since: {
    label: w('入住日期', 'Move-in date'),
    names: ['入住日期', '交房日期', 'Move-in Date'],
    parse: (text: string) => parseImportDay(text, TODAY),
  },
  note: { label: w('备注', 'Note'), names: ['备注', 'Remarks'], verbatim: true, parse: asText },
};

/** A layout such as a slice declares: the unit whole in one column, or its room beside building and entrance. */
export const layout: Layout<typeof columns> = { columns };

export const map = (table: Table) => mapTable(table, layout);

export const tableOf = (...rows: string[][]): Table => ({
  rows: rows.map((cells, at) => ({ line: at + 1, cells })),
});
