import * as z from 'zod/mini';
import { isDay } from '../../lib/day.ts';
import { readScaled } from '../../lib/decimal.ts';
import { list, same, w } from '../../lib/words.ts';
import { choice, issue, leaf, notAllowed, someText, text, whole } from '../values.ts';
import { METER_CODES } from './move-codes.ts';

/** How an amount comes about (rule 128): area or piece by the month, what a meter counted, or once. */
const BASES = ['area-month', 'fixed-month', 'meter', 'one-off'] as const;

const CYCLES = ['month', 'quarter', 'half-year', 'year', 'season'] as const;

/** As registry/model.ts names the uses of units. */
const USE_CODES = ['residential', 'shop', 'office', 'parking', 'storage'] as const;

/** Agreements of a unit that lower its tariffs; they are subscribed to like a tariff. */
const CONCESSIONS = ['trust', 'vacant'] as const;

/** Yuan with up to four decimals, more than nothing, in ten-thousandths. */
const rate = () =>
  leaf((value): number => {
    const read = readScaled(value, 4);
    if (typeof read === 'number' && read > 0 && read <= MOST_RATE) return read;
    throw notAllowed(
      w(
        '应是大于零的单价（元），最多四位小数，如 1.40 或 0.3025。',
        'This is a rate in yuan, more than 0, with four decimals at most, such as 1.40 or 0.3025.',
      ),
    );
  });

/** 99,999.9999 yuan a unit. */
const MOST_RATE = 999_999_999;

const day = () =>
  leaf((value): string => {
    if (value === '' || isDay(value)) return value;
    throw notAllowed(w('应是日期，如 2026-07-01。', 'This is a day such as 2026-07-01.'));
  });

/** From 15 November to 15 March of the next year, say. */
const season = () =>
  leaf((value): string => {
    const [, from = '', until = ''] = /^(\d{2}-\d{2})\.\.(\d{2}-\d{2})$/.exec(value) ?? [];
    if (value === '' || (isDay(`2025-${from}`) && isDay(`2025-${until}`))) return value;
    throw notAllowed(
      w(
        '应写成 11-15..03-15（起止日）。',
        'Write the season as 11-15..03-15 (first and last day).',
      ),
    );
  });

/** Exact, as a daily part of the principal in millionths: 0.0003 is three in ten thousand. */
const dailyRate = leaf((value): number | null => {
  if (value === '') return null;
  const read = readScaled(value, 6);
  if (typeof read === 'number' && read > 0 && read <= 1000) return read;
  throw notAllowed(
    w(
      '应是每日的比例，大于 0、不超过 0.001，如 0.0003；不约定就留空。',
      'This is a daily part, more than 0 and 0.001 at most, such as 0.0003, or nothing.',
    ),
  );
});

const written = z.strictObject({
  name: someText(),
  english: z.optional(text()),
  active: z.optional(choice(['yes', 'no'])),
  basis: choice(BASES),
  rates: z.record(z.string(), rate()),
  until: z.optional(day()),
  cycle: z.optional(choice(CYCLES)),
  season: z.optional(season()),
  dueIn: z.optional(choice(['first', 'last', 'next'])),
  dueDay: z.optional(whole(1, 31)),
  uses: z.optional(z.array(choice(USE_CODES))),
  subscribed: z.optional(choice(['yes', 'no'])),
  developer: z.optional(choice(['yes', 'no'])),
  meter: z.optional(choice(METER_CODES)),
  concessions: z.optional(z.partialRecord(choice(CONCESSIONS), whole(0, 100))),
  collectedFor: z.optional(text()),
  penalty: z.optional(
    z.strictObject({
      daily: z.optional(dailyRate),
      grace: z.optional(whole(0, 3650)),
      cap: z.optional(whole(1, 30)),
    }),
  ),
});

/** What a tariff says, with what it may leave unsaid filled in. */
export const tariffs = z.pipe(
  z.record(z.string(), written).check(sensible),
  z.transform((all: Record<string, z.output<typeof written>>) =>
    Object.fromEntries(Object.entries(all).map(([key, it]) => [key, filled(it)])),
  ),
);

function filled(it: z.output<typeof written>) {
  return {
    /** Chinese. */
    name: it.name,
    english: it.english || it.name,
    active: it.active !== 'no',
    basis: it.basis,
    /** The day from which each rate holds, first to last; ten-thousandths of a yuan. */
    rates: Object.entries(it.rates)
      .map(([fromOn, rateTenthousandths]) => ({ fromOn, rateTenthousandths }))
      .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)),
    /** Its last day; null: open. */
    untilOn: it.until || null,
    cycle: it.cycle ?? ('month' as const),
    /** `11-15..03-15`; null unless the cycle is a season. */
    season: it.season || null,
    /** The month of the cycle in which it is due: its first, its last, the one after. */
    dueIn: it.dueIn ?? ('first' as const),
    /** The day of that month; its last one where it has fewer. */
    dueDay: it.dueDay ?? 25,
    /** Empty: units of any use. */
    uses: it.uses ?? [],
    /** Owed only by units that have subscribed to it. */
    subscribed: it.subscribed === 'yes',
    /** Before hand-over the developer owes it. */
    developer: it.developer !== 'no',
    meter: it.meter ?? null,
    /** Percent of the fee under an agreement; 100 where it is not named. */
    concessions: { trust: it.concessions?.trust ?? 100, vacant: it.concessions?.vacant ?? 100 },
    /** Whose money it is where it is not the company's: no handling fee, no income. */
    collectedFor: it.collectedFor || null,
    /** 违约金: off where the daily part (millionths) is null; grace in days, cap in percent of the principal. */
    penalty: {
      dailyMillionths: it.penalty?.daily ?? null,
      graceDays: it.penalty?.grace ?? 0,
      capPercent: it.penalty?.cap ?? 30,
    },
  };
}

export type Tariff = ReturnType<typeof filled>;

/** What only several values together can get wrong. */
function sensible({
  value,
  issues,
}: z.core.ParsePayload<Record<string, z.output<typeof written>>>) {
  const refuse = (path: string[], zh: string, en: string) =>
    issues.push(issue(value, path, w(zh, en)));
  for (const [key, it] of Object.entries(value)) {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(key) || CONCESSIONS.includes(key as never)) {
      const taken = list(CONCESSIONS.map(same));
      refuse(
        [key],
        `收费项目的代码应是小写字母、数字和连字符，且不是 ${taken.zh}。`,
        `The key of a tariff is small letters, digits and hyphens, and none of ${taken.en}.`,
      );
    }
    const days = Object.keys(it.rates);
    if (days.length === 0)
      refuse(
        [key, 'rates'],
        '至少写一个单价，如 2026-01-01: 1.40。',
        'Write one rate at least, such as 2026-01-01: 1.40.',
      );
    for (const each of days) {
      if (!isDay(each))
        refuse(
          [key, 'rates', each],
          '单价的起始日应是日期，如 2026-01-01。',
          'A rate begins on a day such as 2026-01-01.',
        );
    }
    if ((it.basis === 'meter') !== (it.meter !== undefined))
      refuse(
        [key, 'basis'],
        '按表计费的要写 meter（抄哪种表），其他的不写。',
        'A tariff by meter names its meter; no other does.',
      );
    if ((it.cycle === 'season') !== Boolean(it.season))
      refuse(
        [key, 'cycle'],
        '按季节收费的要写 season（起止日），其他的不写。',
        'A cycle by season names its season; no other does.',
      );
  }
}
