import { beforeAll, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

const [OWNER, LESSEE] = ['欧阳明华', '司徒小军'];
const UNITS = ['3-2-1501', '8-1-202'] as const;

/** October: 80 + 120 charged, 80 paid; November: 60 paid of the 120, and what was paid taken back. */
beforeAll(async () => {
  desk = await frontDesk();
  const say = async (line: string) => {
    const said = await desk.say(line);
    if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  };
  await say(`unit add ${UNITS[0]} --area 100 --handover 2020-06-30`);
  await say(`unit add ${UNITS[1]} --area 50 --handover 2020-06-30`);
  await say(`resident add --unit ${UNITS[0]} --name ${OWNER} --role owner --from 2020-06-30`);
  await say(`resident add --unit ${UNITS[1]} --name ${LESSEE} --role owner --from 2020-06-30`);
  const charge = (unit: string, amount: string) =>
    say(`fee charge --unit ${unit} --tariff service --amount ${amount} --at "2026-10-05 09:00"`);
  await charge(UNITS[0], '80.00');
  await charge(UNITS[1], '120.00');
  await say(`fee pay --unit ${UNITS[0]} --amount 80 --method wechat --at "2026-10-06 09:00"`);
  await say(`fee pay --unit ${UNITS[1]} --amount 60 --method cash --at "2026-11-06 09:00"`);
  await say('fee reverse R261006-001 --reason 付款被退回 --at "2026-11-07 09:00"');
  await say(
    'parking-fee log --shift early --attendant 王芳 --due 10 --taken 9 --missed 1 --amount 45 --at "2026-11-08 09:00"',
  );
  await say(`ticket open --unit ${UNITS[0]} --item "${OWNER}家漏水" --at "2026-11-09 09:00"`);
  await say(
    'works-plan plan --kind minor --subject 修补路面 --place 大门 --begins-on 2026-09-20 --ends-on 2026-10-10 --at "2026-09-10 09:00"',
  );
  await say('works-plan finish WP260910-001 --result 合格 --cost 800 --at "2026-10-09 09:00"');
  await say('ticket finish T261109-001 --work 换阀 --at "2026-11-09 10:00"');
});

const json = async (line: string) => {
  const said = await desk.say(`${line} --json`);
  if (said.code !== 0) throw new Error(said.err);
  return said.json;
};
const rate = (
  numerator: string | number,
  denominator: string | number,
  percent: string | null,
) => ({
  ...{ numerator, denominator, percent },
});

describe('report collection', () => {
  it('tells the month in which it was paid, whatever was taken back later', async () => {
    const { fees, arrears } = await json('report collection --month 2026-10');
    expect(fees.rates).toEqual({
      current: rate('80.00', '200.00', '40.0'),
      households: rate(1, 2, '50.0'),
      recovered: rate('0.00', '0.00', null),
      overall: rate('80.00', '200.00', '40.0'),
    });
    expect(fees.tariffs).toEqual([
      expect.objectContaining({ tariff: 'service', owed: '200.00', paid: '80.00' }),
    ]);
    expect(
      fees.buildings.map((it: { building: string; paid: string }) => [it.building, it.paid]),
    ).toEqual([
      ['3', '80.00'],
      ['8', '0.00'],
    ]);
    expect(arrears).toMatchObject({ owed: '0.00', units: 0 });
  });

  it('tells what was taken back in the month in which it was', async () => {
    const { fees, arrears, cash } = await json('report collection --month 2026-11');
    expect(fees.rates.recovered).toEqual(rate('60.00', '200.00', '30.0'));
    expect(fees.receipts).toMatchObject({
      ...{ count: 1, received: '60.00', reversals: 1, reversed: '80.00', net: '-20.00' },
      ...{ allocated: '-20.00', prepaid: '0.00' },
    });
    expect(fees.byMethod).toEqual([
      expect.objectContaining({ method: 'cash', net: '60.00' }),
      expect.objectContaining({ method: 'wechat', net: '-80.00' }),
    ]);
    expect(arrears).toMatchObject({ owed: '140.00', units: 2, debts: 2 });
    expect(arrears.ageing[0]).toMatchObject({ months: '3', amount: '140.00' });
    expect(cash).toMatchObject({ opening: '0.00', taken: '60.00', till: '60.00' });
  });

  it('has the same rates as wy fee rate', async () => {
    const { fees } = await json('report collection --period 2026Q4');
    expect(await json('fee rate --period 2026Q4')).toMatchObject(fees.rates);
  });

  it('has the same arrears as wy fee arrears', async () => {
    const { arrears } = await json('report collection --month 2026-11');
    const rows = await json('fee arrears');
    expect(rows).toHaveLength(arrears.units);
    expect(rows.map((row: { amount: string }) => row.amount)).toEqual(['80.00', '60.00']);
  });

  it('has twelve months, those before the ledger began with a dash', async () => {
    const { months } = await json('report collection --month 2026-11');
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({
      ...{ month: '2025-12', owed: '0.00', paid: '0.00' },
      current: rate('0.00', '0.00', null),
    });
    expect(months[10]).toMatchObject({ month: '2026-10', owed: '200.00', paid: '80.00' });
  });

  it.each([
    ['tariff', ['tariffs'], ['buildings']],
    ['building', ['buildings'], ['tariffs']],
  ])('parted by %s alone', async (by, there, missing) => {
    const { fees } = await json(`report collection --month 2026-10 --group-by ${by}`);
    expect(Object.keys(fees)).toEqual(expect.arrayContaining(there));
    for (const key of missing) expect(Object.keys(fees)).not.toContain(key);
  });

  it('of a month without anything has dashes', async () => {
    const said = await desk.say('report collection --month 2026-01');
    expect(said.code).toBe(0);
    expect(said.out).toContain('—（0.00/0.00）');
    expect(said.out).not.toMatch(/NaN|undefined/);
  });

  it('leads to the units behind a rate, naming nobody', async () => {
    const { out } = await desk.say('report collection --month 2026-10 --explain fees.households');
    expect(out).toContain(UNITS[0]);
    expect(out).not.toContain(OWNER);
  });

  it.each(['collection', 'publish'])('%s takes a month or a period, not both', async (name) => {
    const said = await desk.say(`report ${name} --month 2026-10 --period 2026Q4 --json`);
    expect([said.code, said.error.code]).toEqual([2, 'two_periods']);
  });
});

describe('report publish', () => {
  it('tells services, income, expenditure and what is held', async () => {
    const told = await json('report publish --period 2026Q4');
    expect(told.services.repairs).toMatchObject({ finished: 1 });
    expect(told.income.tariffs).toEqual([
      { name: '服务费', whose: '本项目', owed: '200.00', received: '60.00' },
    ]);
    expect(told.income.totals).toEqual([
      expect.objectContaining({ item: 'own', amount: '60.00' }),
      expect.objectContaining({ item: 'bookMoney', amount: '45.00' }),
      expect.objectContaining({ item: 'others', amount: null }),
      expect.objectContaining({ item: 'forOthers', amount: '0.00' }),
    ]);
    expect(
      told.expenditure.map(({ item, amount }: Record<string, unknown>) => [item, amount]),
    ).toEqual([
      ['works-plan', '800.00'],
      ['others', null],
      ['total', null],
    ]);
    expect(told.held.prepaid).toEqual({ prepaid: '0.00', refunded: '0.00' });
  });

  it('counts what works cost in the period in which they were done', async () => {
    const spentIn = async (month: string) =>
      (await json(`report publish --month ${month}`)).expenditure[0];
    expect(await spentIn('2026-09')).toMatchObject({ item: 'others', amount: null });
    expect(await spentIn('2026-10')).toMatchObject({ item: 'works-plan', amount: '800.00' });
    expect(await spentIn('2026-11')).toMatchObject({ item: 'others', amount: null });
  });

  it.each(['', '--json'])('names no person and no unit %s', async (how) => {
    const { out } = await desk.say(`report publish --period 2026Q4 ${how}`);
    expect(out).toContain('服务费');
    for (const word of [
      OWNER,
      LESSEE,
      ...UNITS,
      '漏水',
      '修补路面',
      '大门',
      '王芳',
      'T2611',
      'R2610',
    ]) {
      expect(out).not.toContain(word);
    }
  });
});
