import type { Rendering } from '../../src/cli/shape.ts';
import type { Report, ReportFigure, Section, Value } from '../../src/formats/model.ts';
import { rateOf } from '../../src/lib/rate.ts';
import { type Lang, same, w } from '../../src/lib/words.ts';

export const asIn = (lang: Lang): Rendering => ({
  lang,
  zone: { name: 'Asia/Shanghai', shifts: [[0, 480]] },
  now: '2026-11-02T01:30:00Z',
  reveal: false,
});

const figure = (some: Partial<ReportFigure>): ReportFigure => ({
  key: 'opened',
  name: 'tickets.opened',
  label: w('新报修', 'reported'),
  definition: w('本期报修的工单', 'orders reported in the period'),
  kind: 'whole',
  value: 171,
  before: 156,
  ...some,
});

/** What somebody may have typed, and what each format would trip over. */
export const ODD = {
  tag: '<script>alert(1)</script>',
  formula: '=1+1',
  pipe: 'a|b `c` *d* _e_ [f](g) \\',
  breaks: '第一行\n第二行',
  quotes: '"甲", \'乙\'',
  long: '春江花月夜'.repeat(12),
};

const repairs: Section = {
  key: 'tickets',
  title: w('维修', 'Repairs'),
  blocks: [
    {
      ...{ is: 'figures', key: null, title: null },
      figures: [
        figure({}),
        figure({
          ...{ key: 'onTime', name: 'tickets.onTime', label: w('维修及时率', 'Done in time') },
          definition: w('按时完工 ÷ 本期到期的完工时限', 'done in time ÷ due in the period'),
          ...{ kind: 'rate', value: rateOf(168, 179), before: rateOf(0, 0), target: '95.0' },
        }),
        figure({
          ...{ key: 'current', name: null, label: w('当期收缴率', 'Current period') },
          definition: w('当期实收 ÷ 当期应收净额', 'paid of the period ÷ owed of it'),
          ...{ kind: 'moneyRate', value: rateOf(8072822, 15074920), before: null, target: null },
        }),
        figure({
          ...{ key: 'refunds', name: null, label: w('冲减', 'Taken back') },
          definition: w('冲减的实收', 'receipts reversed'),
          ...{ kind: 'money', value: -5, before: -120_000 },
        }),
      ],
    },
    {
      is: 'chart',
      title: w('及时率，按月份', 'Done in time, by month'),
      chart: {
        ...{ is: 'lines', unit: 'percent', target: 95 },
        categories: ['2026-08', '2026-09', '2026-10'].map(same),
        series: [
          { name: w('维修', 'repairs'), values: [null, 88.5, 93.9] },
          { name: w('投诉', 'complaints'), values: [100, 92.9, 97] },
        ],
      },
    },
    {
      is: 'chart',
      title: w('新投诉，按级别和月份', 'New complaints by grade and month'),
      chart: {
        ...{ is: 'stacked', unit: 'count' },
        categories: ['2026-09', '2026-10'].map(same),
        series: [
          { name: w('重大', 'major'), values: [0, 2] },
          { name: w('轻微', 'minor'), values: [9, 11] },
        ],
      },
    },
    {
      is: 'chart',
      title: w('期末欠费，按账龄', 'Arrears by age'),
      chart: {
        ...{ is: 'bars', unit: 'money' },
        categories: [w('0–3 月', '0–3 mo'), w('3 月以上', 'over 3 mo')],
        series: [{ name: w('欠费', 'owed'), values: [1_234_567, 50] }],
      },
    },
  ],
};

const odd: Section = {
  key: 'odd',
  title: w('特殊内容', 'Odd contents'),
  blocks: [
    {
      ...{
        is: 'table',
        key: 'all',
        title: w('各种值', 'Of every kind'),
        none: w('没有。', 'None.'),
      },
      columns: [
        { key: 'no', label: w('编号', 'No'), kind: 'text' },
        { key: 'what', label: w('事项', 'What'), kind: 'text' },
        { key: 'on', label: w('日期', 'Day'), kind: 'day' },
        { key: 'at', label: w('时间', 'When'), kind: 'moment' },
        { key: 'area', label: w('面积', 'Area'), kind: 'area' },
        { key: 'mixed', label: w('本期', 'This period'), kind: 'told' },
      ],
      rows: [
        [
          ...['T261001-001', ODD.tag, '2026-10-01', '2026-10-01T01:30:00Z', 89_530],
          { kind: 'rate', value: rateOf(1, 3) },
        ],
        ['T261001-002', ODD.formula, null, null, null, { kind: 'money', value: 2_600_000 }],
        ['T261001-003', ODD.pipe, '2026-10-31', null, 0, null],
        [
          'T261001-004',
          ODD.breaks,
          null,
          '2026-10-31T15:59:59Z',
          null,
          { kind: 'rate', value: rateOf(0, 0) },
        ],
        ['T261001-005', ODD.quotes, null, null, null, { kind: 'rate', value: null }],
        ['T261001-006', ODD.long, null, null, null, { kind: 'whole', value: 0 }],
      ] as Value[][],
    },
    {
      ...{ is: 'table', key: 'none', title: w('空表', 'Empty'), rows: [] },
      none: w('没有超期的。', 'Nothing is overdue.'),
      columns: [{ key: 'no', label: w('编号', 'No'), kind: 'text' }],
    },
    { is: 'figures', key: 'nothing', title: null, figures: [] },
    {
      ...{ is: 'notes', key: 'notes', title: w('说明', 'Notes') },
      notes: [w('- 减号开头\n第二行', '- begins with a dash\nsecond line'), same('1. <b>甲</b>')],
    },
  ],
};

/** A report with every kind of block and value. */
export const sample: Report = {
  kind: 'monthly',
  title: w('2026-10 客服月报', 'Monthly report 2026-10'),
  period: { key: 'month', text: '2026-10' },
  ...{ fromOn: '2026-10-01', untilOn: '2026-10-31' },
  site: { name: '蓝天新苑', company: '海岚物业服务有限公司' },
  asOf: '2026-11-02T01:30:00Z',
  journalHead: '0123456789abcdef',
  sections: [repairs, odd],
};

export const closedSample: Report = {
  ...sample,
  closed: { at: '2026-11-02T01:30:00Z', by: '王芳', hash: 'fedcba9876543210' },
};

/** One table of so many rows, every text of which is the one given. */
export const tableOf = (texts: readonly string[]): Report => ({
  ...sample,
  sections: [
    {
      key: 'only',
      title: same(texts[0] ?? 'x'),
      blocks: [
        {
          ...{ is: 'table', key: null, title: null, none: same('x') },
          columns: [
            { key: 'a', label: same('a'), kind: 'text' },
            { key: 'b', label: same('b'), kind: 'whole' },
          ],
          rows: texts.map((text, at) => [text, at]),
        },
      ],
    },
  ],
});
