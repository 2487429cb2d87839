import { beforeAll, describe, expect, it } from 'vitest';
import type { Policy } from '../../src/policy/policy.ts';
import { type Case, casesOf, papersFor } from '../../src/renovations/paper-rules.ts';
import { defaultPolicy } from '../support/ledger.ts';

let policy: Policy;
beforeAll(async () => {
  policy = await defaultPolicy();
});

const base: Case = {
  applicant: 'owner',
  agent: null,
  contractor: '宏达装饰',
  works: [],
  isSmall: false,
  use: 'residential',
  areaThousandths: 89_530,
};

const papers = (change: Partial<Case>) => {
  const { papers: all, largeShop } = policy.renovations;
  return papersFor(casesOf({ ...base, ...change }, largeShop), all);
};

const BASIC = ['drawings', 'description'];

const LICENSED = [...BASIC, 'contractor-licence'];

describe('before the review, as shipped', () => {
  it.each<[string, Partial<Case>, readonly string[]]>([
    ['an owner with a team', {}, LICENSED],
    ['a tenant', { applicant: 'tenant' }, [...LICENSED, 'owner-authorization']],
    ['an agent', { agent: '周敏' }, [...LICENSED, 'power-of-attorney', 'agent-id']],
    [
      "a tenant's agent",
      { applicant: 'tenant', agent: '周敏' },
      [...LICENSED, 'owner-authorization', 'power-of-attorney', 'agent-id'],
    ],
    ['the household by itself', { contractor: null }, BASIC],
    ['a team for small works', { isSmall: true }, BASIC],
    ['small works by the household itself', { contractor: null, isSmall: true }, BASIC],
    [
      'small works spare nothing else',
      { isSmall: true, works: ['gas'] },
      [...BASIC, 'gas-approval'],
    ],
    ['a shop of 299.999 m²', { use: 'shop', areaThousandths: 299_999 }, LICENSED],
    ['a shop of 300 m²', { use: 'shop', areaThousandths: 300_000 }, [...LICENSED, 'fire-approval']],
    ['a flat of 300 m²', { areaThousandths: 300_000 }, LICENSED],
    ['partition walls', { works: ['partition'] }, LICENSED],
    ['plumbing', { works: ['plumbing'] }, LICENSED],
    ['wiring', { works: ['wiring'] }, LICENSED],
    ['hot work', { works: ['hot-work'] }, LICENSED],
    [
      'load-bearing walls',
      { works: ['demolish-wall'] },
      [...LICENSED, 'structure-design', 'authority-approval'],
    ],
    ['load', { works: ['load'] }, [...LICENSED, 'structure-design', 'authority-approval']],
    [
      'load and walls, each paper once',
      { works: ['load', 'demolish-wall'] },
      [...LICENSED, 'structure-design', 'authority-approval'],
    ],
    ['waterproofing', { works: ['waterproofing'] }, [...LICENSED, 'waterproofing-plan']],
    ['gas', { works: ['gas'] }, [...LICENSED, 'gas-approval']],
    ['heating', { works: ['heating'] }, [...LICENSED, 'heating-approval']],
    ['the façade', { works: ['facade'] }, [...LICENSED, 'planning-approval']],
    ['entertainment', { works: ['entertainment'] }, [...LICENSED, 'fire-approval']],
    [
      'entertainment in a large shop, approved once',
      { works: ['entertainment'], use: 'shop', areaThousandths: 800_000 },
      [...LICENSED, 'fire-approval'],
    ],
  ])('%s', (_, change, codes) => {
    expect(papers(change).review.toSorted()).toEqual(codes.toSorted());
  });

  it('has a case for each of its works', () => {
    const { works, papers: all } = policy.renovations;
    const named = Object.values(all).flatMap((paper) => [...paper.for, ...(paper.notFor ?? [])]);
    const free = Object.keys(works).filter((code) => !named.includes(code));
    expect(free).toEqual(['partition', 'plumbing', 'wiring', 'hot-work']);
  });
});

it('everybody signs agreement and safety letter before the permit', () => {
  for (const change of [
    {},
    { contractor: null, isSmall: true },
    { applicant: 'tenant' } as const,
  ]) {
    expect(papers(change).permit).toEqual(['agreement', 'safety-letter']);
  }
});

describe('what a policy may say of a paper', () => {
  const needed = (paper: { for: string[]; notFor?: string[]; before?: 'review' | 'permit' }) =>
    papersFor(casesOf({ ...base, isSmall: true, works: ['gas'] }, 300), { it: paper });

  it.each([
    ['for one of several cases', { for: ['heating', 'gas'] }, { review: ['it'], permit: [] }],
    ['for none that it is', { for: ['heating'] }, { review: [], permit: [] }],
    [
      'not for one that it is',
      { for: ['all'], notFor: ['self', 'gas'] },
      { review: [], permit: [] },
    ],
    [
      'not for one that it is not',
      { for: ['all'], notFor: ['self'] },
      { review: ['it'], permit: [] },
    ],
    [
      'before the permit',
      { for: ['small'], before: 'permit' as const },
      { review: [], permit: ['it'] },
    ],
    ['for nobody', { for: [] }, { review: [], permit: [] }],
  ])('%s', (_, paper, stages) => {
    expect(needed(paper)).toEqual(stages);
  });
});
