import type { Ctx } from '../context.ts';
import { parseArea } from '../lib/area.ts';
import { w } from '../lib/words.ts';
import type { UnitLine } from '../registry/bulk-units.ts';
import { planUnits } from '../registry/bulk-units.ts';
import type { Use } from '../registry/model.ts';
import type { Layout } from './columns.ts';
import type { Import } from './import.ts';
import { oneOf } from './import.ts';
import { parseImportDay } from './import-day.ts';
import { unitColumns, unknownChoice } from './unit-column.ts';

const USE_NAMES: Readonly<Record<Use, readonly string[]>> = {
  residential: ['住宅', '居住', '普通住宅', '公寓', '别墅', '住房', 'residential', 'flat'],
  shop: ['商铺', '店铺', '商业', '门面', '底商', 'shop', 'retail'],
  office: ['办公', '写字楼', '办公室', 'office'],
  parking: ['车位', '车库', '停车位', 'parking'],
  storage: ['储藏', '储藏室', '储藏间', '仓库', '杂物间', 'storage'],
};

const columns = (ctx: Ctx) => ({
  ...unitColumns,
  area: {
    label: w('建筑面积', 'Area'),
    names: ['建筑面积', '面积', '产权面积', '计费面积', '收费面积', 'Area', 'Gross Area', 'Size'],
    required: true,
    parse: parseArea,
  },
  use: {
    label: w('房屋类型', 'Use'),
    names: ['房屋类型', '用途', '房屋用途', '类型', '物业类型', '房屋性质', 'Use', 'Type', 'Usage'],
    parse: oneOf(
      USE_NAMES,
      unknownChoice('住宅、商铺、办公、车位、储藏 / residential, shop, office, parking, storage'),
    ),
  },
  handover: {
    label: w('交房日期', 'Handover'),
    names: [
      '交房日期',
      '交房时间',
      '收楼日期',
      '收房日期',
      '交付日期',
      '交付时间',
      'Handover',
      'Handover Date',
      'Handover On',
    ],
    parse: (text: string) => parseImportDay(text, ctx.today),
  },
});

type Columns = ReturnType<typeof columns>;

export function unitImport(ctx: Ctx): Import<Columns, UnitLine> {
  const layout: Layout<Columns> = { columns: columns(ctx) };
  return {
    action: 'import.units',
    key: 'unit',
    layout,
    toRow: ({ line, values }) => ({
      line,
      code: values.unit ?? '',
      areaThousandths: values.area ?? 0,
      use: values.use,
      handoverOn: values.handover,
    }),
    columnOf: {
      line: 'unit',
      code: 'unit',
      areaThousandths: 'area',
      use: 'use',
      handoverOn: 'handover',
    },
    plan: (at, rows) => planUnits(at.ledger, rows),
  };
}
