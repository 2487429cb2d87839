import type { Ctx } from '../context.ts';
import { booksReport } from '../figures/figures.ts';
import { named, type Report, type Section } from '../formats/model.ts';
import type { Period } from '../lib/period.ts';
import { type Words, w } from '../lib/words.ts';
import { measure, measureBy } from '../measures/measuring.ts';
import { type Span, spanOf } from '../measures/model.ts';
import { collectedIn } from '../measures/reading.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import { column, figures, type Told, table } from './building.ts';
import { reportOf } from './frame.ts';

/**
 * For the notice board (rule 136): what was done, what came in, what was spent as far as the ledger knows
 * it. No names, no units, nothing that somebody typed.
 */
export function publishReport(ctx: Ctx, period: Period): Report {
  const span = spanOf({ fromOn: period.from, untilOn: period.until }, ctx);
  const told: Told = {
    now: measure(ctx, span, FAMILIES),
    before: null,
    targets: {},
    isPublic: true,
  };
  return reportOf(ctx, {
    kind: 'publish',
    title: w(
      `${period.text} 物业服务与收支公布`,
      `Services, income and expenditure ${period.text}`,
    ),
    period: { key: 'period', text: period.text },
    span,
    sections: [
      serviceSection(ctx, told, period),
      incomeSection(ctx, told),
      expenditureSection(ctx, told),
      heldSection(told),
    ],
  });
}

const FAMILIES = [
  ...['tickets', 'complaints', 'visits', 'renovations', 'violations', 'deadlines'],
  ...['payments', 'receipts', 'prepaid', 'deposits', 'bookMoney'],
];

/** Books whose number of entries says what was done for everybody. */
const PUBLIC_BOOKS = [
  ...['patrol', 'contractor-check', 'works-plan', 'emergency', 'weather', 'notice', 'board'],
  ...['activity', 'training', 'parcel', 'service'],
];

function serviceSection(ctx: Ctx, told: Told, period: Period): Section {
  const books = booksReport(ctx, period).books.filter(({ book }) => PUBLIC_BOOKS.includes(book));
  return {
    key: 'services',
    title: w('服务情况', 'Services'),
    blocks: [
      figures(told, ['tickets.finished', 'tickets.onTime', 'tickets.qualified'], {
        key: 'repairs',
        title: w('维修', 'Repairs'),
      }),
      figures(told, ['complaints.new', 'complaints.closed', 'complaints.closedRate'], {
        key: 'complaints',
        title: w('投诉', 'Complaints'),
      }),
      figures(told, ['visits.count', 'visits.satisfaction'], {
        key: 'visits',
        title: w('走访与回访', 'Visits and callbacks'),
      }),
      figures(told, ['renovations.accepted', 'violations.found', 'violations.rectified'], {
        key: 'renovations',
        title: w('装修管理', 'Renovations'),
      }),
      table(
        PUBLIC_BOOKS.flatMap((key) => books.filter(({ book }) => book === key)),
        [
          column('name', w('事项', 'What'), 'words', (it) => it.name),
          column('entries', w('本期登记', 'Entries'), 'whole', (it) => it.entries),
          column('closed', w('本期了结', 'Closed'), 'whole', (it) => it.closed),
        ],
        { key: 'books', title: w('其他工作', 'Other work') },
      ),
    ],
  };
}

interface Income {
  tariff: string;
  name: Words;
  isForOthers: boolean;
  owedFen: number;
  receivedFen: number;
}

/** Of each tariff the bills of the period, and what was paid in it of bills of any period. */
function incomeOf(ctx: Ctx, span: Span): Income[] {
  const { tariffs } = ctx.policy.fees;
  const owed = new Map(collectedIn(ctx, span).tariff.map((it) => [it.group, it.owedFen]));
  const received = measureBy(ctx, span, 'payments', 'tariff');
  const known = Object.keys(tariffs);
  const others = [...owed.keys(), ...received.keys()].filter((key) => !known.includes(key));
  return [...known, ...new Set(others)]
    .map((tariff) => ({
      tariff,
      name: tariffName(ctx.policy, tariff),
      isForOthers: (tariffs[tariff]?.collectedFor ?? null) !== null,
      owedFen: owed.get(tariff) ?? 0,
      receivedFen: received.get(tariff)?.paid ?? 0,
    }))
    .filter(({ owedFen, receivedFen }) => owedFen !== 0 || receivedFen !== 0);
}

function incomeSection(ctx: Ctx, told: Told): Section {
  const rows = incomeOf(ctx, told.now.span);
  const sumOf = (isForOthers: boolean) =>
    rows
      .filter((row) => row.isForOthers === isForOthers)
      .reduce((sum, { receivedFen }) => sum + receivedFen, 0);
  return {
    key: 'income',
    title: w('收入', 'Income'),
    blocks: [
      table(
        rows,
        [
          column('name', w('收费项目', 'Tariff'), 'words', (it) => it.name),
          column('whose', w('归属', 'Whose'), 'words', (it) => (it.isForOthers ? OTHERS : OWN)),
          column('owed', w('本期应收', 'Owed'), 'money', (it) => it.owedFen),
          column('received', w('本期实收', 'Received'), 'money', (it) => it.receivedFen),
        ],
        { key: 'tariffs', none: w('本期没有收费。', 'Nothing was charged or paid.') },
      ),
      table(
        [
          ['own', w('收费收入（实收）', 'fees received'), sumOf(false)] as const,
          [
            'bookMoney',
            w('临停收费', 'temporary parking'),
            told.now.numbers['bookMoney.taken'] ?? 0,
          ] as const,
          ['others', w('其他收入（由财务填写）', 'other income (to be filled in)'), null] as const,
          [
            'forOthers',
            w('代收款，不是收入', 'collected for others, no income'),
            sumOf(true),
          ] as const,
        ],
        AMOUNTS,
        { key: 'totals', title: w('合计', 'In all') },
      ),
    ],
  };
}

const OWN = w('本项目', 'the site');
const OTHERS = w('代收', 'collected for others');

type Amount = readonly [key: string, label: Words, fen: number | null];

const AMOUNTS = [
  column('item', w('项目', 'Item'), 'named', ([key, label]: Amount) =>
    named(key, { [key]: label }),
  ),
  column('amount', w('金额', 'Amount'), 'money', ([, , fen]: Amount) => fen),
];

/** What the ledger does not know is left to be filled in from the accounts of the finance department. */
function expenditureSection(ctx: Ctx, told: Told): Section {
  const spent = [...measureBy(ctx, told.now.span, 'bookMoney', 'book')].flatMap(
    ([key, it]): Amount[] => {
      const name = ctx.books.find((book) => book.key === key)?.name;
      return name && it.spent ? [[key, name, it.spent]] : [];
    },
  );
  return {
    key: 'expenditure',
    title: w('支出', 'Expenditure'),
    blocks: [
      table<Amount>(
        [
          ...spent,
          ['others', w('其他支出（由财务填写）', 'other expenditure (to be filled in)'), null],
          ['total', w('支出合计（由财务填写）', 'in all (to be filled in)'), null],
        ],
        AMOUNTS,
      ),
    ],
  };
}

/** Money that is held or went back: no income. */
const heldSection = (told: Told): Section => ({
  key: 'held',
  title: w('押金、预存与退款（不是收入）', 'Deposits, prepaid money, refunds (no income)'),
  blocks: [
    figures(told, ['deposits.taken', 'deposits.refunded', 'deposits.deducted', 'deposits.held'], {
      key: 'deposits',
      title: w('押金', 'Deposits'),
    }),
    figures(told, [['prepaid', 'prepaid.held'], 'receipts.refunded'], {
      key: 'prepaid',
      title: w('预存', 'Prepaid'),
    }),
  ],
});
