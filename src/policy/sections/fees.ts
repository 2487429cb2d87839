import * as z from 'zod/mini';
import { parseYuan } from '../../lib/money.ts';
import { w } from '../../lib/words.ts';
import {
  choice,
  duration,
  durationOf,
  grace,
  issue,
  leaf,
  percentOrNone,
  someText,
  text,
  whole,
} from '../values.ts';
import { tariffs } from './tariffs.ts';

const fen = leaf((value): number => parseYuan(value));

/** An amount, or null where the site has not set one. */
const fenOrNone = leaf((value): number | null => (value === '' ? null : parseYuan(value)));

/** The months after which arrears are older, rising: [3, 6, 12] makes four buckets. */
const months = z.array(whole(1, 120)).check(({ value, issues }) => {
  value.forEach((each, index) => {
    if (index === 0 || each > (value[index - 1] as number)) return;
    issues.push(
      issue(each, [index], w('月数应一个比一个大。', 'Each is more than the one before.')),
    );
  });
});

/** Tariffs and what the desk does with charges and receipts (rules 127–139). */
export const fees = z
  .strictObject({
    tariffs,
    repair: someText(),
    waive: z.strictObject({ supervisor: fen }),
    collect: grace(),
    ageing: months,
    target: percentOrNone(),
  })
  .check(({ value, issues }) => {
    const { tariffs, repair } = value;
    if (Object.hasOwn(tariffs, repair) && tariffs[repair]?.basis === 'one-off') return;
    issues.push(
      issue(
        repair,
        ['repair'],
        w('应是一个一次性收费项目的代码。', 'This is the key of a tariff that is charged once.'),
      ),
    );
  });

/** How arrears are asked for (rules 133–135). */
export const dunning = z.strictObject({
  notice: durationOf(['d']),
  letter: durationOf(['d', 'mo']),
  legal: durationOf(['d', 'mo']),
  promise: grace(),
  limitation: durationOf(['mo']),
  warn: durationOf(['d', 'mo']),
});

/** Readings of meters (rules 11, 128). */
export const meters = z.strictObject({ unusual: whole(101, 10_000) });

/** The cash of the desk (rules 129–130). */
export const cash = z.strictObject({ handIn: duration() });

/** What is held for somebody (rules 94, 104, 110). */
export const deposits = z.record(
  z.string(),
  z.strictObject({
    name: someText(),
    english: z.optional(text()),
    party: choice(['household', 'team']),
    amount: fenOrNone,
  }),
);

/** Trust-managed units (rule 125). */
export const trusts = z.strictObject({
  patrol: durationOf(['d']),
  beforeRain: grace(),
  rain: durationOf(['h', 'd']),
  water: whole(1, 100_000),
  electricity: whole(1, 100_000),
  decide: duration(),
});
