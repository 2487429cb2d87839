import { command } from '../cli/command.ts';
import { choice, codes, day, money, reading, staff, text, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { tariffGuide } from '../tariffs/guide.ts';
import { chargeUnit, listCharged } from './charging.ts';
import { reverseCharges, waiveCharge } from './lessening.ts';
import { CHARGE_STATES } from './model.ts';
import { chargePage, showCharge } from './page.ts';
import { chargeCard, chargeTable } from './view.ts';

const reason = text({ label: w('原因', 'reason'), required: true });

const tariff = text({
  label: w('收费项目的代码或名称', 'key or name of the tariff'),
  required: true,
  placeholder: 'KEY',
});

const onlyTariff = text({ label: w('某个收费项目的', 'of this tariff'), placeholder: 'KEY' });

const charge = command({
  name: 'fee charge',
  about: w('收一笔一次性费用', 'Charge a unit once'),
  fields: {
    unit: unit({ label: w('房号', 'unit'), required: true }),
    tariff,
    amount: money({ label: w('金额（元）', 'amount in yuan'), ask: true }),
    quantity: reading({
      label: w('数量，按单价计；默认 1', 'how many, at the rate; 1 by default'),
      placeholder: 'N',
    }),
    note: text({ label: w('备注', 'note'), ask: true }),
    for: text({
      label: w('所属单据的编号', 'number of the document it is for'),
      placeholder: 'NO',
    }),
  },
  guides: { tariff: tariffGuide((it) => it.tariff.basis === 'one-off' && it.tariff.active) },
  examples: [
    'wy fee charge --unit 3-2-1501 --tariff service --amount 80.00 --note "家电清洗"',
    'wy fee charge --unit 3-2-1501 --tariff rubbish --quantity 1',
  ],
  run: (ctx, input) => {
    const charge = chargeUnit(ctx, {
      unit: input.unit,
      tariff: input.tariff,
      amountFen: input.amount,
      quantityThousandths: input.quantity,
      note: input.note,
      subject: input.for,
    });
    return chargePage(ctx, charge);
  },
  view: chargeCard,
});

const LISTED = { outstanding: w('还欠着的', 'still owed'), ...CHARGE_STATES } as const;

const charges = command({
  name: 'fee charges',
  about: w('应收列表', 'List charges'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    tariff: onlyTariff,
    state: choice(LISTED, { label: w('只看某种状态', 'only this state') }),
    since: day({ label: w('周期从某天以后开始的', 'whose cycle begins on this day or later') }),
    until: day({ label: w('周期从某天以前开始的', 'whose cycle begins on this day or earlier') }),
  },
  guides: { tariff: tariffGuide() },
  examples: ['wy fee charges --unit 3-2-1501 --state outstanding'],
  run: (ctx, input) => listCharged(ctx, input),
  view: chargeTable,
});

const oneCharge = text({
  label: w('应收编号', 'number of the charge'),
  required: true,
  positional: true,
  placeholder: 'CHARGE',
});

const show = command({
  name: 'fee show',
  about: w(
    '查看一笔应收：缴费、减免、冲销，谁批准的',
    'Show a charge: what was paid, waived or reversed of it, and who approved that',
  ),
  fields: { charge: oneCharge },
  examples: ['wy fee show 128'],
  run: (ctx, input) => showCharge(ctx, input.charge),
  view: chargeCard,
});

const waive = command({
  name: 'fee waive',
  about: w('减免一笔应收（主管或主任批）', 'Waive a charge, with approval'),
  fields: {
    charge: oneCharge,
    amount: money({ label: w('减免金额（元）', 'how much, in yuan'), required: true }),
    reason,
    approvedBy: staff({ label: w('批准人', 'who approved it'), required: true }),
  },
  examples: ['wy fee waive 128 --amount 50.00 --reason "漏水停用一周" --approved-by 王芳'],
  run: (ctx, input) =>
    waiveCharge(ctx, {
      charge: input.charge,
      amountFen: input.amount,
      reason: input.reason,
      approvedBy: input.approvedBy,
    }),
  view: chargeCard,
});

const reverseCharge = command({
  name: 'fee reverse-charge',
  about: w(
    '冲销出错的应收（可重新出账）',
    'Reverse charges made by mistake; they can be billed again',
  ),
  fields: {
    charges: codes({
      label: w('应收编号，可写几个', 'numbers of the charges'),
      required: true,
      positional: true,
      placeholder: 'CHARGE,…',
    }),
    reason,
  },
  examples: ['wy fee reverse-charge 128,129 --reason "面积登记有误"'],
  run: (ctx, input) => reverseCharges(ctx, input.charges, input.reason),
  view: chargeTable,
});

export const commands = [charge, charges, show, waive, reverseCharge];
