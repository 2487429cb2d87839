import type { Policy } from '../policy/policy.ts';

/** What the site aims at, by the full names of rates; null where its policy sets nothing. */
export function targetsOf({ reports, fees }: Policy): Readonly<Record<string, string | null>> {
  const own = Object.entries(reports.targets).flatMap(([family, rates]) =>
    Object.entries(rates).map(([rate, target]) => [`${family}.${rate}`, target] as const),
  );
  return { ...Object.fromEntries(own), 'fees.current': fees.target };
}
