import { command } from '../cli/command.ts';
import { choice, day, money, month, staff, text, yesNo } from '../cli/field.ts';
import { yuanText } from '../lib/money.ts';
import { same, w } from '../lib/words.ts';
import { listStaff } from '../registry/staff.ts';
import { closeMonth } from './closing.ts';
import { cashOnHand, handIn } from './handing-in.ts';
import { journalOf } from './journal.ts';
import { METHODS } from './model.ts';
import { reconcileCash } from './reconciling.ts';
import { checkSafe } from './safe.ts';
import { closingCard, handInCard, journalView, reconciliationView, safeCard } from './view.ts';

const journal = command({
  name: 'cash journal',
  about: w('现金日记账：每笔收支和结余', 'The cash journal: every line and the balance'),
  fields: {
    day: day({ label: w('某一天；默认今天', 'one day; today by default') }),
    month: month({ label: w('某个月', 'a month') }),
    since: day({ label: w('自某天起', 'from this day on') }),
    until: day({ label: w('到某天为止；默认今天', 'until this day; today by default') }),
    method: choice(METHODS, { label: w('只看某种方式', 'only this method') }),
  },
  examples: ['wy cash journal', 'wy cash journal --month 2026-11 --method cash'],
  run: (ctx, input) => journalOf(ctx, input),
  view: journalView,
});

const handInCommand = command({
  name: 'cash hand-in',
  about: w('现金交财务（没有现金时交 0）', 'Hand cash to finance; 0 where nothing is left'),
  fields: {
    amount: money({ label: w('金额', 'amount'), required: true }),
    to: staff({ label: w('接收人', 'who takes it'), ask: true }),
    day: day({
      label: w('只交这一天以前收的；默认全部', 'only what came in by this day; all by default'),
    }),
    explanation: text({
      label: w('与账上不符的原因', 'why it differs from the journal'),
    }),
  },
  guides: {
    amount: (typed, ctx) => {
      // With --day only what came in by then: that is not known here, so nothing is proposed.
      const expectedFen = cashOnHand(ctx);
      if (typed.day !== undefined || expectedFen < 0) return {};
      const because = w('账上现金', 'that is the cash by the journal');
      return { proposal: { value: yuanText(expectedFen), because } };
    },
    to: (_typed, { ledger }) => {
      const finance = listStaff(ledger).filter(({ roles }) => roles.includes('finance'));
      if (finance.length === 0) return {};
      return { choices: Object.fromEntries(finance.map(({ name }) => [name, same(name)])) };
    },
  },
  examples: [
    'wy cash hand-in --amount 1234.50 --to 李会计',
    'wy cash hand-in --amount 1034.50 --to 李会计 --explanation "留 200 元找零"',
  ],
  run: (ctx, { amount, ...input }) => handIn(ctx, { ...input, amountFen: amount }),
  view: handInCard,
});

const check = command({
  name: 'cash check-safe',
  about: w(
    '检查保险柜、打乱密码（离开前）',
    'Check the safe and scramble its code; before leaving',
  ),
  fields: {
    day: day({ label: w('哪一天；默认今天', 'which day; today by default') }),
    scrambled: yesNo({ label: w('密码已打乱', 'the code is scrambled'), required: true }),
    note: text({ label: w('备注', 'note') }),
  },
  examples: ['wy cash check-safe --scrambled yes'],
  run: (ctx, input) => checkSafe(ctx, input),
  view: safeCard,
});

const close = command({
  name: 'cash close',
  about: w(
    '现金日记账月结（盘点与账面核对）',
    "Close the month's cash journal; counted and booked",
  ),
  fields: {
    month: month({ label: w('月份', 'month'), required: true }),
    counted: money({
      label: w('月末盘点的现金', "cash counted at the month's end"),
      required: true,
    }),
    explanation: text({ label: w('差额的原因', 'why it differs from the journal') }),
    reviewedBy: staff({ label: w('复核人', 'who reviewed it'), ask: true }),
  },
  examples: [
    'wy cash close --month 2026-10 --counted 200 --reviewed-by 李会计',
    'wy cash close --month 上月 --counted 190 --explanation "假币一张" --reviewed-by 李会计',
  ],
  run: (ctx, { counted, ...input }) => closeMonth(ctx, { ...input, countedFen: counted }),
  view: closingCard,
});

const reconcile = command({
  name: 'cash reconcile',
  about: w('核对现金、各收款方式和收据', 'Compare cash, methods and receipts'),
  fields: {
    month: month({ label: w('月份；默认本月', 'month; this one by default') }),
    day: day({ label: w('某一天', 'one day') }),
  },
  examples: ['wy cash reconcile', 'wy cash reconcile --month 上月'],
  run: (ctx, input) => reconcileCash(ctx, input),
  view: reconciliationView,
});

export const commands = [journal, handInCommand, check, close, reconcile];
