import type { Renovation, State } from './model.ts';

/** Before what papers have to be there. */
type Stage = 'review' | 'permit';

/** What the policy says of a paper. */
interface PaperRule {
  for: readonly string[];
  notFor?: readonly string[] | undefined;
  before?: Stage | undefined;
}

/** What decides which papers are needed. */
export type Case = Pick<
  Renovation,
  'applicant' | 'agent' | 'contractor' | 'works' | 'isSmall' | 'use' | 'areaThousandths'
>;

/** The cases an application is, as the policy's papers name them (rules 80–85). */
export function casesOf(it: Case, largeShopM2: number): ReadonlySet<string> {
  const { use, areaThousandths } = it;
  return new Set([
    'all',
    it.applicant,
    it.contractor === null ? 'self' : 'contractor',
    ...(it.agent === null ? [] : ['agent']),
    ...(it.isSmall ? ['small'] : []),
    ...(use === 'shop' && areaThousandths >= largeShopM2 * 1000 ? ['large-shop'] : []),
    ...it.works,
  ]);
}

/** The codes of the papers that these cases need before the review, and before the permit. */
export function papersFor(
  cases: ReadonlySet<string>,
  papers: Readonly<Record<string, PaperRule>>,
): Record<Stage, string[]> {
  const needed = Object.entries(papers).filter(
    ([, { for: some, notFor = [] }]) =>
      some.some((each) => cases.has(each)) && !notFor.some((each) => cases.has(each)),
  );
  const before = (stage: Stage) =>
    needed.filter(([, rule]) => (rule.before ?? 'review') === stage).map(([code]) => code);
  return { review: before('review'), permit: before('permit') };
}

/** Which papers are still asked for: those of the permit once the review has passed. */
export function stagesOf(state: State): readonly Stage[] {
  if (state === 'applied' || state === 'refused') return ['review'];
  return state === 'reviewed' || state === 'approved' ? ['review', 'permit'] : [];
}
