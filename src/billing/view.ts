import type { Pen } from '../cli/pen.ts';
import {
  asChoice,
  asDay,
  asFlag,
  asMoney,
  asRecords,
  asText,
  asWhole,
  asWords,
  type Json,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { groupBy } from '../lib/group.ts';
import { yuanText } from '../lib/money.ts';
import { plural, type Words, w } from '../lib/words.ts';
import {
  type BillReport,
  type Penalty,
  SHARED_BY,
  type ShareReport,
  SKIP_REASONS,
  type Skipped,
  type SkippedShare,
  type SkipReason,
  type TariffBilled,
} from './model.ts';

const cardOnly = { cardOnly: true } as const;
const spare = { spare: true } as const;

const skippedShape: Shape<Skipped> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('tariff', w('收费项目', 'Tariff'), (it) => it.tariff),
  asChoice('reason', w('原因', 'Reason'), (it) => it.reason, SKIP_REASONS),
];

const tariffShape: Shape<TariffBilled> = [
  asText('tariff', w('收费项目', 'Tariff'), (it) => it.tariff),
  asWords('name', w('名称', 'Name'), (it) => it.name),
  asWhole('billed', w('笔数', 'Charges'), (it) => it.billed),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];

const prepaidShape: Shape<BillReport['prepaid']> = [
  asWhole('applied', w('笔数', 'Payments'), (it) => it.applied),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
];

/** Told line by line elsewhere. */
const silent = () => '';

const billShape: Shape<BillReport> = [
  asText('period', w('期间', 'Period'), (it) => it.period),
  asFlag('dryRun', w('试算', 'Dry run'), (it) => it.dryRun),
  asWhole('billed', w('出账笔数', 'Charges'), (it) => it.billed),
  asMoney('amount', w('金额', 'Amount'), (it) => it.amountFen),
  asRecords('tariffs', w('收费项目', 'Tariffs'), (it) => it.tariffs, tariffShape, silent),
  asRecords('skipped', w('未出账', 'Skipped'), (it) => it.skipped, skippedShape, silent),
];

/** What to do about it. */
const HINTS: Readonly<Record<SkipReason, Words>> = {
  no_owner: w(
    '登记业主后再出账：wy resident add --unit 房号 --role owner …',
    'Register the owner, then bill again: wy resident add --unit CODE --role owner …',
  ),
  no_reading: w(
    '抄表后再出账：wy meter read --unit 房号 …；首次读数只作底数',
    'Read the meter, then bill again: wy meter read --unit CODE …; the first reading is the base',
  ),
  reading_fell: w(
    '核对读数，换表或翻转的要写明：wy meter list --unit 房号',
    'Check the readings, and say whether the meter was exchanged or turned over: wy meter list --unit CODE',
  ),
  amount_zero: w('核对面积和单价：wy unit show 房号', 'Check area and rate: wy unit show CODE'),
  amount_too_large: w(
    '核对面积、数量和单价：wy unit show 房号',
    'Check area, quantity and rate: wy unit show CODE',
  ),
};

/** As many units as a line names. */
const NAMED = 5;

const heading = (it: BillReport): Words =>
  it.dryRun
    ? w(`试算 ${it.period}：没有入账`, `Dry run of ${it.period}: nothing was booked`)
    : w(`出账 ${it.period}`, `Billed ${it.period}`);

/** By reason: how many, the first of them, and what to do. */
function skippedText({ skipped, nameOf }: BillReport, pen: Pen): string[] {
  if (skipped.length === 0) return [];
  const groups = groupBy(skipped, ({ reason, tariff }) => `${reason} ${tariff}`);
  const lines = [...groups.values()].map((group) => {
    const [{ reason, tariff }] = group as [Skipped];
    const more = group.length > NAMED ? ' …' : '';
    const units = `${group
      .slice(0, NAMED)
      .map(({ unit }) => unit)
      .join(pen.as.lang === 'zh' ? '、' : ', ')}${more}`;
    return [pen.say(nameOf(tariff)), pen.say(SKIP_REASONS[reason]), String(group.length), units];
  });
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return [
    `${pen.heading(w('未出账', 'Not billed'))}\n${pen.grid(lines, [false, false, true, false])}`,
    reasons.map((reason) => pen.dim(HINTS[reason])).join('\n'),
  ];
}

const NOTHING = w(
  '没有要出的账：都已出过，或没有启用的收费项目在这一期开始周期（wy fee tariff list）。',
  'Nothing to bill: all is billed, or no active tariff begins a cycle in this period (wy fee tariff list).',
);

/** Totals by tariff, then what was left out and why; programs get all of it. */
export const billView: View<BillReport> = {
  json: (report, as) => ({
    ...(toJson(billShape, report, as) as { [key: string]: Json }),
    prepaid: toJson(prepaidShape, report.prepaid, as),
  }),
  text: (report, pen) => {
    const { billed, amountFen, prepaid, skipped, tariffs } = report;
    const total = w(
      `${billed} 笔，共 ${yuanText(amountFen)} 元。`,
      `${plural(billed, 'charge')}, ${yuanText(amountFen)} yuan in all.`,
    );
    const paid = w(
      `预存款抵扣 ${prepaid.applied} 笔，${yuanText(prepaid.amountFen)} 元。`,
      `Prepaid money paid ${yuanText(prepaid.amountFen)} yuan, in ${plural(prepaid.applied, 'payment')}.`,
    );
    return [
      pen.heading(heading(report)),
      ...(tariffs.length > 0 ? [pen.table(tariffShape, tariffs)] : []),
      [total, ...(prepaid.applied > 0 ? [paid] : [])].map((each) => pen.say(each)).join('\n'),
      ...(billed === 0 && skipped.length === 0 ? [pen.dim(NOTHING)] : []),
      ...skippedText(report, pen),
    ].join('\n\n');
  },
};

const skippedShareShape: Shape<SkippedShare> = [
  ...skippedShape,
  asMoney('amount', w('应摊', 'Share'), (it) => it.amountFen),
];

const shareShape: Shape<ShareReport> = [
  asText('period', w('期间', 'Period'), (it) => it.period),
  asText('tariff', w('收费项目', 'Tariff'), (it) => it.tariff),
  asWords('name', w('名称', 'Name'), (it) => it.name),
  asChoice('per', w('分摊方式', 'Spread'), (it) => it.per, SHARED_BY),
  asText('building', w('楼栋', 'Building'), (it) => it.building),
  asMoney('total', w('总额', 'Total'), (it) => it.totalFen),
  asWhole('billed', w('入账户数', 'Units charged'), (it) => it.billed),
  asMoney('amount', w('入账金额', 'Charged'), (it) => it.amountFen),
  asRecords(
    'skipped',
    w('未入账', 'Not charged'),
    (it) => it.skipped,
    skippedShareShape,
    (it, as) => [it.unit, yuanText(it.amountFen), reasonText(it.reason, as)].join('  '),
  ),
];

const reasonText = (reason: SkipReason, { lang }: Rendering) => SKIP_REASONS[reason][lang];

export const shareView: View<ShareReport> = {
  json: (report, as) => toJson(shareShape, report, as),
  text: (report, pen) => {
    const owned = report.skipped.filter(({ reason }) => reason === 'no_owner');
    const hint = w(
      '登记业主后单独入账：wy fee charge --unit 房号 --tariff … --amount …',
      'Register the owner, then charge it alone: wy fee charge --unit CODE --tariff … --amount …',
    );
    const drawn = pen.card(shareShape, report);
    return owned.length === 0 ? drawn : `${drawn}\n${pen.dim(hint)}`;
  },
};

const penaltyShape: Shape<Penalty> = [
  asWhole('charge', w('应收', 'Charge'), (it) => it.chargeId),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('tariff', w('项目代码', 'Tariff key'), (it) => it.tariff, cardOnly),
  asWords('name', w('收费项目', 'Tariff'), (it) => it.name),
  asDay('dueOn', w('应缴日', 'Due'), (it) => it.dueOn),
  asWhole('days', w('违约天数', 'Days'), (it) => it.days),
  asMoney('amount', w('应收金额', 'Amount'), (it) => it.amountFen, cardOnly),
  asMoney('outstanding', w('仍欠', 'Owed'), (it) => it.outstandingFen),
  asMoney('accrued', w('累计违约金', 'Accrued'), (it) => it.accruedFen, spare),
  asFlag('capped', w('到上限', 'Capped'), (it) => it.isCapped, spare),
  asMoney('booked', w('已入账', 'Booked'), (it) => it.bookedFen),
  asMoney('penalty', w('违约金', 'Penalty'), (it) => it.penaltyFen),
  asWhole('bookedAs', w('入账编号', 'New id'), (it) => it.bookedAs),
];

const penaltyTable = table(penaltyShape, { none: w('没有违约金。', 'There are no penalties.') });

export const penaltiesView: View<readonly Penalty[]> = {
  json: penaltyTable.json,
  text: (rows, pen) => {
    const drawn = penaltyTable.text(rows, pen);
    const sumFen = rows.reduce((sum, { penaltyFen }) => sum + penaltyFen, 0);
    const total = w(`合计 ${yuanText(sumFen)} 元。`, `${yuanText(sumFen)} yuan in all.`);
    return rows.length === 0 ? drawn : `${drawn}\n${pen.say(total)}`;
  },
};
