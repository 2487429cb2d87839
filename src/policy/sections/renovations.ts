import * as z from 'zod/mini';
import { list, same, w } from '../../lib/words.ts';
import { choice, duration, durationOf, grace, issue, someText, text, whole } from '../values.ts';
import { apart, clock, hours } from './office.ts';

/** Cases of an application that need papers, besides the codes of its works. */
const PAPER_CASES = [
  'all',
  'owner',
  'tenant',
  'agent',
  'contractor',
  'self',
  'small',
  'large-shop',
] as const;

const named = () => z.strictObject({ name: someText(), english: z.optional(text()) });

const cases = () => z.array(someText());

const written = z.strictObject({
  commit: duration(),
  review: duration(),
  approve: duration(),
  tell: duration(),
  utilities: duration(),
  patrol: durationOf(['d']),
  notice: duration(),
  rectify: grace(),
  report: duration(),
  expiry: grace(),
  end: grace(),
  accept: z.strictObject({ sameDay: duration(), late: duration(), lastHours: durationOf(['h']) }),
  clear: duration(),
  reinspect: z.strictObject({
    after: durationOf(['d', 'mo']),
    within: duration(),
    again: duration(),
  }),
  refund: duration(),
  hours: z.array(hours).check(apart),
  restDays: choice(['none', 'quiet', 'any']),
  latest: clock,
  photos: whole(0, 10),
  largeShop: whole(1, 1_000_000),
  fees: z.strictObject({
    household: z.array(someText()),
    team: z.array(someText()),
    pass: z.array(someText()),
  }),
  lost: someText(),
  claim: someText(),
  works: z.record(
    z.string(),
    z.strictObject({
      name: someText(),
      english: z.optional(text()),
      qualified: z.optional(choice(['yes', 'no'])),
    }),
  ),
  papers: z.record(
    z.string(),
    z.strictObject({
      name: someText(),
      english: z.optional(text()),
      for: cases(),
      notFor: z.optional(cases()),
      before: z.optional(choice(['review', 'permit'])),
    }),
  ),
  grounds: z.record(z.string(), named()),
  violations: z.record(
    z.string(),
    z.strictObject({
      name: someText(),
      english: z.optional(text()),
      report: z.optional(choice(['yes', 'no'])),
    }),
  ),
});

type Written = z.output<typeof written>;

/** From the application to the refund of the deposits (rules 80–113). */
export const renovations = written.check(knownCases, typeable);

/** A paper is for cases that there are. */
function knownCases({ value, issues }: z.core.ParsePayload<Written>): void {
  const known: readonly string[] = [...PAPER_CASES, ...Object.keys(value.works)];
  for (const [code, paper] of Object.entries(value.papers)) {
    for (const key of ['for', 'notFor'] as const) {
      (paper[key] ?? []).forEach((each, index) => {
        if (known.includes(each)) return;
        const all = list(known.map(same));
        const words = w(`没有这种情形，可用：${all.zh}。`, `There is no such case; use ${all.en}.`);
        issues.push(issue(each, ['papers', code, key, index], words));
      });
    }
  }
}

/** Codes are typed with commas between them. */
function typeable({ value, issues }: z.core.ParsePayload<Written>): void {
  for (const group of ['works', 'papers', 'grounds', 'violations'] as const) {
    for (const code of Object.keys(value[group])) {
      if (/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(code) && code !== 'all') continue;
      const words = w(
        '代码应是字母、数字和连字符，如 gas-approval；all 另有所指。',
        'A code is letters, digits and hyphens, such as gas-approval; all means something else.',
      );
      issues.push(issue(code, [group, code], words));
    }
  }
}

interface Priced {
  renovations: Written;
  deposits: Readonly<Record<string, { party: string }>>;
  fees: { tariffs: Readonly<Record<string, { basis: string }>> };
}

/**
 * What a renovation is charged is a deposit of that party, or a tariff that is charged once; each
 * stands once, as what was taken is known by its key.
 */
export function chargeable({ value, issues }: z.core.ParsePayload<Priced>): void {
  const { renovations: it, deposits, fees } = value;
  const isTariff = (key: string) =>
    Object.hasOwn(fees.tariffs, key) && fees.tariffs[key]?.basis === 'one-off';
  const isDeposit = (key: string, party: string | undefined) =>
    Object.hasOwn(deposits, key) && deposits[key]?.party === party;
  const seen = new Set<string>();
  for (const { key, party, path } of charged(it)) {
    if (!isTariff(key) && !isDeposit(key, party)) {
      issues.push(issue(key, path, party === undefined ? noSuchTariff : noSuchItem));
    } else if (seen.has(key)) issues.push(issue(key, path, namedTwice));
    seen.add(key);
  }
}

interface Charged {
  key: string;
  /** Whose deposit it may be; undefined: it is a tariff. */
  party: string | undefined;
  path: (string | number)[];
}

const PARTY_OF = { household: 'household', team: 'team', pass: 'team' } as const;

const charged = ({ fees, lost, claim }: Written): Charged[] => [
  ...(['household', 'team', 'pass'] as const).flatMap((group) =>
    fees[group].map((key, index) => ({
      ...{ key, party: PARTY_OF[group], path: ['renovations', 'fees', group, index] },
    })),
  ),
  { key: lost, party: undefined, path: ['renovations', 'lost'] },
  { key: claim, party: undefined, path: ['renovations', 'claim'] },
];

const noSuchItem = w(
  '应是 deposits 里这一方的押金，或 fees.tariffs 里一次性收费项目的代码。',
  'This is the key of a deposit of that party in deposits, or of a one-off tariff in fees.tariffs.',
);

/** What was taken is known by its key alone. */
const namedTwice = w(
  '同一项在 renovations 的 fees、lost、claim 里只能写一次；两方都收的，请各设一项。',
  'In fees, lost and claim of renovations each stands once; what both parties pay is two of them.',
);

const noSuchTariff = w(
  '应是 fees.tariffs 里一次性收费项目的代码。',
  'This is the key of a one-off tariff in fees.tariffs.',
);
