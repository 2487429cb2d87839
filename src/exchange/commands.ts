import { METHODS } from '../cash/model.ts';
import { command } from '../cli/command.ts';
import { choice, day, flag, number } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';
import { chargeImport } from './charges.ts';
import { complaintImport } from './complaints.ts';
import { importFile } from './import.ts';
import { exit, fields, inBatch } from './import-commands.ts';
import { importStream } from './import-stream.ts';
import { readingImport } from './readings.ts';
import { paymentImport } from './receipts.ts';
import { residentImport } from './residents.ts';
import { surveyImport } from './survey.ts';
import { ticketImport } from './tickets.ts';
import { unitImport } from './units.ts';
import { importView } from './view.ts';

const units = command({
  name: 'import units',
  about: w('导入房屋表（房号、面积、类型、交房日期）', 'Import units (code, area, use, handover)'),
  fields,
  examples: ['wy import units 房屋.xlsx --dry-run', 'wy import units 房屋.xlsx'],
  run: (ctx, input) => importFile(ctx, input.file, unitImport(ctx), input),
  inBatch,
  view: importView,
  exit,
});

const residents = command({
  name: 'import residents',
  about: w('导入住户表（房号、姓名、电话、身份）', 'Import residents (unit, name, phone, role)'),
  fields,
  examples: ['wy import residents 业主.csv --rejects 退回.csv'],
  run: async (ctx, input) => importFile(ctx, input.file, await residentImport(ctx), input),
  inBatch,
  view: importView,
  exit,
});

const survey = command({
  name: 'import survey',
  about: w(
    '导入收回的意见征询问卷（房号、每题一列、意见）',
    'Import returned survey forms (unit, a column for each question, opinion)',
  ),
  fields: {
    ...fields,
    survey: number({
      label: w('意见征询编号或其末尾几位', 'number of the survey, or its end'),
      required: true,
      of: 'survey',
    }),
    unsent: flag({
      label: w('没登记发放的，收发一起登记', 'forms not recorded as sent: do both'),
    }),
  },
  examples: ['wy import survey 问卷.xlsx --survey 001 --dry-run'],
  run: async (ctx, input) =>
    importFile(ctx, input.file, surveyImport(ctx, input.survey, input), input),
  inBatch,
  view: importView,
  exit,
});

const tickets = command({
  name: 'import tickets',
  about: w(
    '导入旧报修台账（编号、日期照旧，已完的也导入）',
    'Import repairs of an old ledger (with their numbers and dates, closed ones too)',
  ),
  fields,
  examples: ['wy import tickets 报修台账.xlsx --dry-run', 'wy import tickets 报修台账.xlsx'],
  run: (ctx, input) => importFile(ctx, input.file, ticketImport(ctx), input),
  inBatch,
  view: importView,
  exit,
});

const complaints = command({
  name: 'import complaints',
  about: w(
    '导入旧投诉台账（编号、日期照旧，已结案的也导入）',
    'Import complaints of an old ledger (with their numbers and dates, closed ones too)',
  ),
  fields,
  examples: ['wy import complaints 投诉台账.xlsx --dry-run'],
  run: (ctx, input) => importFile(ctx, input.file, complaintImport(ctx), input),
  inBatch,
  view: importView,
  exit,
});

const readings = command({
  name: 'import readings',
  about: w(
    '导入抄表数据（房号、表、上期度数、本期度数、本期时间）',
    'Import meter readings (unit, meter, reading before, reading, day)',
  ),
  fields: {
    ...fields,
    meter: choice(METERS, {
      label: w('哪种表；表里没有这一列时', 'which meter, without a column'),
    }),
    on: day({ label: w('抄表日期；表里没有这一列时', 'the day, without a column') }),
  },
  examples: ['wy import readings 抄表.xlsx --meter water --dry-run'],
  run: (ctx, input) => importFile(ctx, input.file, readingImport(ctx, input), input),
  inBatch,
  view: importView,
  exit,
});

const charges = command({
  name: 'import charges',
  about: w(
    '导入旧系统的应收（房号、收费项目、开始、结束、应缴）',
    'Import charges of an old list (unit, tariff, from, until, amount)',
  ),
  fields,
  examples: ['wy import charges 应收明细.xlsx --dry-run', 'wy import charges 应收明细.csv'],
  run: (ctx, input) => importStream(ctx, input.file, chargeImport(ctx), input),
  inBatch,
  view: importView,
  exit,
});

const receipts = command({
  name: 'import receipts',
  about: w(
    '导入旧系统的缴费记录（房号、收费项目、起止、缴费时间、应缴、实缴）',
    'Import payments of an old list (unit, tariff, period, paid at, due, paid)',
  ),
  fields: {
    file: fields.file,
    dryRun: fields.dryRun,
    method: choice(METHODS, {
      label: w(
        '没写收款方式的按这种，默认现金',
        'how, where the list does not say; cash by default',
      ),
    }),
  },
  examples: ['wy import receipts 缴费记录.xlsx --dry-run', 'wy import receipts 缴费记录.csv'],
  run: (ctx, { file: path, dryRun, method }) =>
    importFile(ctx, path, paymentImport(ctx, method ?? 'cash'), { dryRun, rejects: undefined }),
  view: importView,
  exit,
});

export const commands = [
  units,
  residents,
  tickets,
  complaints,
  survey,
  readings,
  charges,
  receipts,
];
