import { describe, expect, it } from 'vitest';
import { atLocal, localText } from '../../src/lib/moment.ts';
import { allowanceAt } from '../../src/works/allowance-rules.ts';
import { grantOvertime } from '../../src/works/overtime.ts';
import { codeOf } from '../support/checks.ts';
import { defaultPolicy, policyOf, type TestCtx } from '../support/ledger.ts';
import { permitted, siteDesk, when } from './site.ts';

const moment = (ctx: TestCtx, local: string) => when(ctx, local).now;

const grant = (
  ctx: TestCtx,
  no: string,
  [from, until]: readonly [string, string],
  approvedBy = '王芳',
) =>
  grantOvertime(ctx, no, {
    ...{ from: moment(ctx, from), until: moment(ctx, until) },
    ...{ reason: '瓷砖胶须连续施工', approvedBy },
  });

async function siteBy(policy = '') {
  const ctx = await siteDesk(await policyOf(policy === '' ? '' : `renovations: {${policy}}\n`));
  return { ctx, no: permitted(ctx) };
}

// 2026-11-24 is a Tuesday, 11-28 a Saturday; works are 08:00-12:00 and 14:00-18:00.
describe('overtime', () => {
  it.each<[string, string, readonly [string, string], string | undefined]>([
    ['in the evening', '', ['11-24 18:00', '11-24 20:30'], undefined],
    ['until the last minute', '', ['11-24 18:00', '11-24 22:00'], undefined],
    ['a second after it', '', ['11-24 18:00', '11-24 22:00:01'], 'overtime_too_late'],
    ['into the next day', '', ['11-24 18:00', '11-25 00:00'], 'overtime_too_late'],
    ['of several days', '', ['11-24 18:00', '11-26 20:00'], 'overtime_too_late'],
    ['until the end of the day', 'latest: "24:00"', ['11-24 18:00', '11-25 00:00'], undefined],
    ['until the end of the last day', 'latest: "24:00"', ['12-20 18:00', '12-21 00:00'], undefined],
    ['over noon', '', ['11-25 12:00', '11-25 14:00'], undefined],
    ['partly within the hours', '', ['11-24 17:00', '11-24 19:00'], undefined],
    ['exactly the hours', '', ['11-25 14:00', '11-25 18:00'], 'overtime_not_needed'],
    ['inside the hours', '', ['11-25 09:00', '11-25 11:00'], 'overtime_not_needed'],
    [
      'over noon, within hours that touch',
      'hours: ["08:00-12:00", "12:00-18:00"]',
      ['11-25 09:00', '11-25 15:00'],
      'overtime_not_needed',
    ],
    ['backwards', '', ['11-24 20:00', '11-24 18:00'], 'overtime_reversed'],
    ['no time at all', '', ['11-24 18:00', '11-24 18:00'], 'overtime_reversed'],
    ['from now on', '', ['11-24 15:00', '11-24 19:00'], undefined],
    ['begun a second ago', '', ['11-24 14:59:59', '11-24 19:00'], 'time_passed'],
    ['before the works', '', ['11-23 19:00', '11-23 20:00'], 'time_passed'],
    ['on their last day', '', ['12-20 18:00', '12-20 20:00'], undefined],
    ['after their last day', '', ['12-21 18:00', '12-21 20:00'], 'outside_period'],
    ['on a Saturday', '', ['11-28 18:00', '11-28 20:00'], undefined],
    ['on a Saturday without works', 'restDays: none', ['11-28 18:00', '11-28 20:00'], 'rest_day'],
    [
      'on a Saturday without works, in hours',
      'restDays: none',
      ['11-28 09:00', '11-28 11:00'],
      'rest_day',
    ],
    [
      'on a Saturday like any day, in hours',
      'restDays: any',
      ['11-28 09:00', '11-28 11:00'],
      'overtime_not_needed',
    ],
  ])('%s', async (_, policy, span, code) => {
    const { ctx, no } = await siteBy(policy);
    expect(codeOf(() => grant(when(ctx, '11-24 15:00'), no, span))).toBe(code);
  });

  it('before the works begin lies outside their period', async () => {
    const { ctx, no } = await siteBy();
    expect(codeOf(() => grant(ctx, no, ['11-23 19:00', '11-23 20:00']))).toBe('outside_period');
  });

  it('does not overlap with another, but may follow it', async () => {
    const { ctx, no } = await siteBy();
    grant(ctx, no, ['11-24 18:00', '11-24 20:00']);
    expect(codeOf(() => grant(ctx, no, ['11-24 19:59:59', '11-24 21:00']))).toBe(
      'overtime_overlaps',
    );
    const { overtimes } = grant(ctx, no, ['11-24 20:00', '11-24 21:00']);
    expect(overtimes.map(({ fromAt }) => localText(fromAt, ctx.zone).slice(5))).toEqual([
      '11-24 18:00',
      '11-24 20:00',
    ]);
  });

  it.each([
    ['supervisor', '王芳', undefined],
    ['director', '陈主任', undefined],
    ['clerk', '赵敏', 'missing_role'],
  ])('is approved by the %s', async (_, name, code) => {
    const { ctx, no } = await siteBy();
    expect(codeOf(() => grant(ctx, no, ['11-24 18:00', '11-24 20:00'], name))).toBe(code);
  });

  it('is not for works whose acceptance was asked for', async () => {
    const { ctx, no } = await siteBy();
    ctx.ledger.prepare('UPDATE renovations SET requested_at = ?').run(ctx.now);
    expect(codeOf(() => grant(ctx, no, ['11-24 18:00', '11-24 20:00']))).toBe('already_requested');
  });

  it.each([
    [
      'a day off: quiet works only',
      ['11-28 18:00', '11-28 20:00'],
      'is a day off: quiet works only',
    ],
    ['before the hours', ['11-25 06:00', '11-25 08:00'], 'begins before the hours of work'],
  ] as const)('warns of %s', async (_, span, said) => {
    const { ctx, no } = await siteBy();
    grant(ctx, no, span);
    expect(ctx.warnings.map(({ en }) => en)).toEqual([expect.stringContaining(said)]);
  });

  it('warns in a year whose holidays nobody has filled in', async () => {
    const ctx = await siteDesk();
    const no = permitted(ctx, { untilOn: '2028-03-01' });
    grant(ctx, no, ['2028-01-04 18:00', '2028-01-04 20:00']);
    expect(ctx.warnings[0]?.en).toContain('The holidays of 2028 are not filled in');
  });
});

describe('whether works may go on', () => {
  it.each([
    ['in the morning', '11-24 08:00:00', 'quiet', 'free'],
    ['a second before', '11-24 07:59:59', 'quiet', 'none'],
    ['at noon', '11-24 12:00:00', 'quiet', 'free'],
    ['over noon', '11-24 12:00:01', 'quiet', 'none'],
    ['in overtime', '11-24 19:00:00', 'quiet', 'free'],
    ['after overtime', '11-24 20:00:01', 'quiet', 'none'],
    ['on a Saturday', '11-28 09:00:00', 'quiet', 'quiet'],
    ['on a Saturday without works', '11-28 09:00:00', 'none', 'none'],
    ['on a Saturday like any day', '11-28 09:00:00', 'any', 'free'],
    ['on a Saturday night', '11-28 23:00:00', 'any', 'none'],
    ['on a Saturday that is worked', '10-10 09:00:00', 'none', 'free'],
    ['on a holiday', '10-01 09:00:00', 'quiet', 'quiet'],
  ] as const)('%s', async (_, local, restDays, allowance) => {
    const { calendar, renovations } = await defaultPolicy();
    const at = (time: string) => atLocal('2026-11-24', time, calendar.zone);
    const now = atLocal(`2026-${local.slice(0, 5)}`, local.slice(6), calendar.zone);
    const overtimes = [{ fromAt: at('18:00'), untilAt: at('20:00') }];
    const policy = { ...renovations, restDays };
    expect(allowanceAt(now, policy, calendar, overtimes)).toBe(allowance);
  });
});
