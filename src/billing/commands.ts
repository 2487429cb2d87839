import { command } from '../cli/command.ts';
import { building, choice, day, flag, money, period, text, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { tariffGuide } from '../tariffs/guide.ts';
import { bill } from './bill.ts';
import { SHARED_BY } from './model.ts';
import { penalties } from './penalties.ts';
import { share } from './shares.ts';
import { billView, penaltiesView, shareView } from './view.ts';

const billing = command({
  name: 'fee bill',
  about: w(
    '出账：本期开始的收费项目，重复执行不会重复收',
    'Bill what begins in a period; running it again bills nothing twice',
  ),
  fields: {
    period: period({
      label: w(
        '期间：2026-11、2026Q4、2026H2 或 2026；默认本月',
        'period: 2026-11, 2026Q4, 2026H2 or 2026; this month by default',
      ),
    }),
    tariff: text({
      label: w('只出某个收费项目', 'only this tariff'),
      placeholder: 'TARIFF',
    }),
    building: building({ label: w('只出某栋', 'only this building') }),
    unit: unit({ label: w('只出某房', 'only this unit') }),
    dryRun: flag({ label: w('只试算，不入账', 'reckon only, book nothing') }),
  },
  guides: { tariff: tariffGuide((it) => it.tariff.basis !== 'one-off' && it.tariff.active) },
  examples: [
    'wy fee bill --period 2026-11 --dry-run',
    'wy fee bill --period 2026-11',
    'wy fee bill --period 2026Q4 --tariff property --building 3',
  ],
  run: bill,
  view: billView,
});

const sharing = command({
  name: 'fee share',
  about: w(
    '分摊一笔总额：按面积或按户，分厘不差',
    'Spread a total by area or by household; the shares add up to it',
  ),
  fields: {
    tariff: text({
      label: w('收费项目（一次性的）', 'tariff, one charged once'),
      required: true,
      placeholder: 'TARIFF',
    }),
    amount: money({ label: w('总额（元）', 'the total in yuan'), required: true }),
    period: period({ label: w('哪个期间的', 'of which period'), required: true }),
    per: choice(SHARED_BY, { label: w('按什么分摊', 'by what'), required: true }),
    building: building({ label: w('只分摊到某栋', 'only over this building') }),
    note: text({ label: w('备注', 'note') }),
    again: flag({ label: w('已分摊过，另有一笔', 'another total, though one was spread') }),
  },
  guides: { tariff: tariffGuide((it) => it.tariff.basis === 'one-off' && it.tariff.active) },
  examples: [
    'wy fee share --tariff shared --amount 1234.56 --period 2026-11 --per area --building 3',
  ],
  run: (ctx, { amount, ...asked }) => share(ctx, { ...asked, amountFen: amount }),
  view: shareView,
});

const penalty = command({
  name: 'fee penalty',
  about: w(
    '违约金：按合同试算，要求时才入账',
    'Penalties for late payment by the contract: reckoned, and booked only on request',
  ),
  fields: {
    asOf: day({ label: w('算到哪天；默认今天', 'up to which day; today by default') }),
    unit: unit({ label: w('只算某房', 'only this unit') }),
    building: building({ label: w('只算某栋', 'only this building') }),
    book: flag({ label: w('入账', 'book them') }),
  },
  examples: ['wy fee penalty --building 3', 'wy fee penalty --unit 3-2-1501 --book'],
  run: penalties,
  view: penaltiesView,
});

export const commands = [billing, sharing, penalty];
