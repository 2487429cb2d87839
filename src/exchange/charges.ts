import type { Ctx } from '../context.ts';
import { type ChargeIntake, chargeIntake } from '../fees/bulk.ts';
import { w } from '../lib/words.ts';
import type { Layout } from './columns.ts';
import { feeColumns, moneyColumn, periodCells } from './fee-columns.ts';
import type { StreamedImport } from './import-stream.ts';

const columns = (ctx: Ctx) => ({
  ...feeColumns(ctx),
  due: {
    ...moneyColumn(w('应缴', 'Amount'), [
      ...[
        '应缴',
        '应缴金额',
        '应收',
        '应收金额',
        '金额',
        '应交',
        '应交金额',
        '费用金额',
        '欠费金额',
      ],
      ...['欠费', 'Amount', 'Amount Due', 'Charge'],
    ]),
    required: true,
  },
});

type Columns = ReturnType<typeof columns>;

/** Charges of an old list (房号 收费项目 开始 结束 应缴 …), with their amounts as written (rule 128). */
export function chargeImport(ctx: Ctx): StreamedImport<Columns> {
  const layout: Layout<Columns> = { columns: columns(ctx) };
  return {
    action: 'import.charges',
    layout,
    begin: (options) => {
      const intake = chargeIntake(ctx, options);
      const periodOf = periodCells();
      return {
        take: ({ line, values }) => {
          const { unit, due: amountFen, dueOn } = values;
          const period = periodOf(values);
          if ('error' in period) return period;
          if (!unit || amountFen === undefined) throw new Error(`line ${line} lacks a cell`);
          const error = intake.take({
            line,
            unit,
            period,
            amountFen,
            dueOn,
            quantityThousandths: values.quantity,
            rateTenthousandths: values.rate,
            note: values.remark,
          });
          return error && { key: 'due', error };
        },
        counts: () => {
          intake.close();
          warnOfRepeated(ctx, intake);
          const { added, unchanged, dueFen, knownFen } = intake;
          return { added, unchanged, sums: { dueFen, chargedFen: dueFen - knownFen } };
        },
      };
    },
  };
}

function warnOfRepeated(ctx: Ctx, { repeated }: ChargeIntake): void {
  if (repeated === 0) return;
  ctx.warn(
    w(
      `有 ${repeated} 行的房号、收费项目、起止日期与前面的行相同：各记了一笔应收，请核对是不是重复。`,
      `${repeated} rows name a unit, tariff and period that stand above them: each is a charge of its own. Check that none stands there twice.`,
    ),
  );
}
