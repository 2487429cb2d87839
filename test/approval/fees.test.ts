import { spawn } from 'node:child_process';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { type FeesTaking, showFees, takeFees } from '../../src/approval/fees.ts';
import { askToTake } from '../../src/approval/fees-confirming.ts';
import { listDeposits } from '../../src/deposits/deposits.ts';
import { takeDeposit } from '../../src/deposits/moving.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { chargeUnit } from '../../src/fees/charging.ts';
import { listReceipts } from '../../src/receipts/receipts.ts';
import { reverseReceipt } from '../../src/receipts/reversing.ts';
import { editResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import type { State } from '../../src/renovations/model.ts';
import { requireRenovation, showRenovation } from '../../src/renovations/record.ts';
import { addWorker } from '../../src/works/issuing.ts';
import { stageOf } from '../renovations/stages.ts';
import { codeOf, violated } from '../support/checks.ts';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { makeCtx, policyOf, type TestCtx } from '../support/ledger.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

const readName = (name: string) => ({ pinyin: name, initials: name });

let clean: TestCtx;

beforeEach(async () => {
  clean = await makeCtx();
});

const take = (ctx: TestCtx, no: string, change: Partial<FeesTaking> = {}) =>
  takeFees(ctx, { no, method: 'wechat', party: undefined, holder: undefined, ...change });

const owedOf = (ctx: TestCtx, no: string) =>
  Object.fromEntries(requireRenovation(ctx, no).dues.map(({ key, owedFen }) => [key, owedFen]));

const worker = (ctx: TestCtx, no: string, name = '赵工') =>
  addWorker(ctx, no, { name, idNo: undefined, phone: undefined, photos: 2, until: undefined });

/** What the journal of money holds. */
const booked = (ctx: TestCtx) => ({
  deposits: listDeposits(ctx, {}).map(({ kind, holder, heldFen, subject }) => [
    ...[kind, holder, heldFen, subject],
  ]),
  receipts: listReceipts(ctx, {}).map(({ payer, amountFen, prepaidFen, lines }) => [
    ...[payer, amountFen, prepaidFen, lines.map(({ tariff }) => tariff).join(',')],
  ]),
});

const NOTHING = { deposits: [], receipts: [] };

describe('shown', () => {
  it.each<State>(['applied', 'reviewed', 'approved', 'refused', 'cancelled', 'closed'])(
    'of a renovation that is %s, and nothing is written',
    (state) => {
      const { ctx, no } = stageOf(clean, state);
      const rows = booked(ctx);
      const page = showFees(ctx, no, undefined);
      expect(page.booked).toEqual([]);
      expect(page.dues.slice(0, 3).map(({ party, key }) => `${party} ${key}`)).toEqual([
        ...['household renovation', 'household rubbish', 'team team'],
      ]);
      expect(booked(ctx)).toEqual(rows);
    },
  );

  it('of one party', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    expect(showFees(ctx, no, 'team').dues.map(({ key }) => key)).toEqual(['team']);
  });

  it('of a household that works itself, nothing of a team', () => {
    const { ctx, no } = stageOf(clean, 'approved', { contractor: undefined });
    expect(showFees(ctx, no, undefined).dues.map(({ party }) => party)).toEqual([
      ...['household', 'household'],
    ]);
  });
});

describe('taken', () => {
  it('of both at once: a deposit each, one receipt of the household', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    const page = take(ctx, no);
    expect(page.booked).toEqual([
      { party: 'household', kind: 'deposit', no: 'Y261123-001', amountFen: 2000_00 },
      { party: 'household', kind: 'receipt', no: 'R261123-001', amountFen: 300_00 },
      { party: 'team', kind: 'deposit', no: 'Y261123-002', amountFen: 2000_00 },
    ]);
    expect(page.dues.map(({ owedFen }) => owedFen)).toEqual([0, 0, 0]);
    expect(booked(ctx)).toEqual({
      deposits: [
        ['renovation', '张伟', 2000_00, no],
        ['team', '宏达装饰', 2000_00, no],
      ],
      receipts: [['张伟', 300_00, 0, 'rubbish']],
    });
    expect(listCharges(ctx.ledger, { subjects: [no] })).toMatchObject([
      { tariff: 'rubbish', debtor: 'owner', outstandingFen: 0 },
    ]);
    expect(violated(ctx)).toEqual([]);
  });

  it('is told, of each party, and not in the journal by name', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    take(ctx, no, { party: 'team', holder: '赵老板' });
    const [event] = showRenovation(ctx, no).timeline.slice(-1);
    expect(event).toMatchObject({
      kind: 'feesTaken',
      detail: { party: 'team', amountFen: 2000_00, method: 'wechat' },
    });
    const journal = ctx.ledger.db
      .prepare<[], { action: string; changes: string }>(
        'SELECT action, changes FROM journal ORDER BY seq DESC LIMIT 1',
      )
      .get();
    expect(journal).toMatchObject({ action: 'reno.fees' });
    expect(JSON.parse(journal?.changes ?? '')).toEqual({
      ...{ amountFen: 2000_00, method: 'wechat', party: 'team' },
    });
  });

  it('of one party, then of the other, then nothing', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    expect(take(ctx, no, { party: 'team' }).dues.map(({ key }) => key)).toEqual(['team']);
    expect(owedOf(ctx, no)).toEqual({ renovation: 2000_00, rubbish: 300_00, team: 0 });
    expect(codeOf(() => take(ctx, no, { party: 'team' }))).toBe('nothing_owed');
    expect(take(ctx, no).booked.map(({ party }) => party)).toEqual(['household', 'household']);
    const rows = booked(ctx);
    expect(codeOf(() => take(ctx, no))).toBe('nothing_owed');
    expect(booked(ctx)).toEqual(rows);
  });

  it('from whoever hands it over, of one party alone', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    expect(codeOf(() => take(ctx, no, { holder: '张小明' }))).toBe('holder_of_two');
    expect(booked(ctx)).toEqual(NOTHING);
    take(ctx, no, { holder: '张小明', party: 'household' });
    expect(booked(ctx)).toEqual({
      deposits: [['renovation', '张小明', 2000_00, no]],
      receipts: [['张小明', 300_00, 0, 'rubbish']],
    });
    take(ctx, no, { holder: '马师傅' });
    expect(booked(ctx).deposits[1]).toEqual(['team', '马师傅', 2000_00, no]);
  });

  it.each<[State, string]>([
    ['applied', 'not_yet'],
    ['reviewed', 'not_yet'],
    ['refused', 'renovation_refused'],
    ['cancelled', 'renovation_cancelled'],
    ['settled', 'renovation_settled'],
  ])('not of one that is %s', (state, code) => {
    const { ctx, no } = stageOf(clean, state);
    const rows = booked(ctx);
    expect(codeOf(() => take(ctx, no))).toBe(code);
    expect(booked(ctx)).toEqual(rows);
  });

  it('what a deposit taken before leaves', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    takeDeposit(ctx, {
      ...{ unit: '3-2-1501', kind: 'renovation', amountFen: 1999_99, method: 'cash' },
      ...{ holder: undefined, subject: no, note: undefined },
    });
    expect(take(ctx, no, { party: 'household' }).booked[0]).toMatchObject({ amountFen: 1 });
  });
});

describe('whose charge it is', () => {
  it('nobody is known to own the unit: nothing is taken, not even the deposits', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    editResident(ctx, 1, { untilOn: '2026-11-01' }, readName);
    expect(codeOf(() => take(ctx, no))).toBe('no_owner');
    expect(booked(ctx)).toEqual(NOTHING);
    expect(take(ctx, no, { party: 'team' }).booked).toHaveLength(1);
  });

  it("the unit is still the developer's: what is not for the developer is not taken", async () => {
    const unit = { areaThousandths: 89_530, use: 'residential', handoverOn: null } as const;
    addUnit(clean, { ...unit, code: '3-2-1501' });
    const { ctx, no } = stageOf(clean, 'approved');
    const text = 'fees:\n  tariffs:\n    rubbish: {developer: no}\n';
    const bare = { ...ctx, policy: await policyOf(text) };
    expect(codeOf(() => take(bare, no))).toBe('not_of_developer');
    expect(booked(ctx)).toEqual(NOTHING);
    take(ctx, no);
    expect(booked(ctx).receipts).toEqual([['张伟', 300_00, 0, 'rubbish']]);
    expect(listCharges(ctx.ledger, {})[0]).toMatchObject({ debtor: 'developer', paidFen: 300_00 });
    expect(violated(ctx)).toEqual([]);
  });

  it('a tenant applies, and pays: deposit and receipt are theirs, the charge is of the household', () => {
    const { ctx, no } = stageOf(clean, 'approved', { applicant: 'tenant', name: '周敏' });
    take(ctx, no, { party: 'household' });
    expect(booked(ctx)).toEqual({
      deposits: [['renovation', '周敏', 2000_00, no]],
      receipts: [['周敏', 300_00, 0, 'rubbish']],
    });
    expect(listCharges(ctx.ledger, { subjects: [no] })).toMatchObject([{ debtor: 'owner' }]);
  });

  it('is asked for by the name that will stand on it', () => {
    const { ctx, no } = stageOf(clean, 'approved', { applicant: 'tenant', name: '周敏' });
    const asked = askToTake(ctx, { no, method: 'cash', party: undefined, holder: undefined });
    expect(asked.zh).toContain('住户 周敏：');
    expect(asked.zh).not.toContain('张伟');
  });

  it('what else the household owes is not paid by it', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    const { ledger } = ctx;
    const other = { unit: '3-2-1501', tariff: 'rubbish', amountFen: 80_00 };
    const { id } = chargeUnit(ctx, { ...other, quantityThousandths: undefined, note: undefined });
    take(ctx, no);
    expect(listCharges(ledger, { state: 'outstanding' }).map((each) => each.id)).toEqual([id]);
    expect(listCharges(ledger, {})).toHaveLength(2);
  });
});

describe('a receipt that was taken back', () => {
  it('has its charge owed again, and paid, not charged twice', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    take(ctx, no);
    reverseReceipt(ctx, 'R261123-001', '金额收错');
    expect(owedOf(ctx, no)).toEqual({ renovation: 0, rubbish: 300_00, team: 0 });
    expect(requireRenovation(ctx, no).unpaid.map(({ en }) => en)).toEqual([
      'household, Renovation rubbish, 300.00',
    ]);
    expect(take(ctx, no).booked).toEqual([
      { party: 'household', kind: 'receipt', no: 'R261123-003', amountFen: 300_00 },
    ]);
    expect(listCharges(ctx.ledger, { subjects: [no] })).toHaveLength(1);
    expect(codeOf(() => take(ctx, no))).toBe('nothing_owed');
    expect(violated(ctx)).toEqual([]);
  });

  it('after the permit, too', () => {
    const { ctx, no } = stageOf(clean, 'permitted');
    reverseReceipt(ctx, 'R261123-001', '金额收错');
    expect(take(ctx, no).booked).toMatchObject([{ party: 'household', amountFen: 300_00 }]);
  });

  it('of a pass', () => {
    const { ctx, no } = stageOf(clean, 'permitted');
    reverseReceipt(ctx, 'R261123-002', '金额收错');
    expect(owedOf(ctx, no)['pass-cost']).toBe(5_00);
    worker(ctx, no);
    expect(take(ctx, no).booked).toMatchObject([{ party: 'team', amountFen: 10_00 }]);
    expect(owedOf(ctx, no)['pass-cost']).toBe(0);
    expect(listCharges(ctx.ledger, { subjects: [no], tariff: 'pass-cost' })).toHaveLength(2);
  });
});

describe('of passes and lost permits', () => {
  it("the team's passes, one receipt in its name, and nothing was charged before", () => {
    const { ctx, no } = stageOf(clean, 'permitted');
    worker(ctx, no, '赵工');
    worker(ctx, no, '钱工');
    expect(listCharges(ctx.ledger, { state: 'outstanding' })).toEqual([]);
    expect(take(ctx, no).booked).toMatchObject([{ kind: 'receipt', amountFen: 10_00 }]);
    expect(requireRenovation(ctx, no).permits.map(({ passFen }) => passFen)).toEqual([
      ...[null, 5_00, 5_00, 5_00],
    ]);
    expect(listReceipts(ctx, {}).at(-1)).toMatchObject({ payer: '宏达装饰', amountFen: 10_00 });
    expect(codeOf(() => take(ctx, no))).toBe('nothing_owed');
  });

  it('lost ones once, told by themselves', () => {
    const { ctx, no } = stageOf(clean, 'accepted');
    takeBackPermits(ctx, no, { returned: undefined, lost: ['all'], cleared: false });
    expect(take(ctx, no).booked).toMatchObject([{ party: 'team', amountFen: 100_00 }]);
    expect(requireRenovation(ctx, no).permits.map(({ lostFen }) => lostFen)).toEqual([
      ...[50_00, 50_00],
    ]);
    expect(showRenovation(ctx, no).timeline.at(-1)).toMatchObject({
      kind: 'lostPaid',
      detail: { count: 2, amountFen: 100_00, method: 'wechat' },
    });
    expect(requireRenovation(ctx, no).permitsOwedFen).toBe(0);
    expect(codeOf(() => take(ctx, no))).toBe('nothing_owed');
    expect(violated(ctx)).toEqual([]);
  });

  it('of a household that works itself', () => {
    const { ctx, no } = stageOf(clean, 'permitted', { contractor: undefined });
    worker(ctx, no);
    expect(take(ctx, no).booked).toMatchObject([{ party: 'household', amountFen: 5_00 }]);
    expect(listReceipts(ctx, {}).at(-1)?.payer).toBe('张伟');
  });
});

describe('an amount that the policy leaves unset', () => {
  it.each([
    ['a deposit', "deposits:\n  renovation: {amount: ''}\n", 'deposits.renovation.amount'],
    [
      'a tariff that is not charged',
      'fees:\n  tariffs:\n    rubbish: {active: no}\n',
      'fees.tariffs.rubbish.active',
    ],
    [
      'of a pass, before there is any',
      'fees:\n  tariffs:\n    pass-cost: {active: no}\n',
      'fees.tariffs.pass-cost.active',
    ],
  ])('%s: nothing is taken, and its path is named', async (_, text, unset) => {
    const { ctx, no } = stageOf(clean, 'approved');
    const bare = { ...ctx, policy: await policyOf(text) };
    expect(showFees(bare, no, undefined).unset).toEqual([unset]);
    expect(() => take(bare, no)).toThrow(
      expect.objectContaining({
        code: 'amount_not_set',
        words: expect.objectContaining({ en: expect.stringContaining(unset) }),
      }),
    );
    expect(booked(ctx)).toEqual(NOTHING);
  });

  it('left out of what is taken, it is in nobody’s way', async () => {
    const { ctx, no } = stageOf(clean, 'approved');
    const text = "deposits:\n  team: {amount: ''}\nrenovations:\n  fees: {team: []}\n";
    const bare = { ...ctx, policy: await policyOf(text) };
    expect(take(bare, no).booked.map(({ party }) => party)).toEqual(['household', 'household']);
  });
});

describe('at the desk', () => {
  const APPLY =
    'reno apply --unit 3-2-1501 --applicant owner --contractor 宏达装饰 --foreman 马师傅 --scope 翻新 --from 2026-11-24 --until 2026-12-20';

  async function approved(): Promise<FrontDesk> {
    const desk = await frontDesk();
    for (const line of [
      'staff add 陈主任 --role director',
      'staff add 李强 --role engineering',
      'unit add 3-2-1501 --area 89.53 --handover 2020-01-01',
      'resident add --unit 3-2-1501 --name 张伟 --role owner --from 2020-01-01',
      APPLY,
      'reno paper 001 --add all',
      'reno commit 001 --all --signed-by 张伟 --foreman 马师傅',
      'reno review 001 --pass --opinion 可行 --opinion-by 李强',
      'reno approve 001 --by 陈主任',
    ]) {
      const said = await desk.say(line);
      if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
    }
    return desk;
  }

  it('shows what is owed, then what was booked', async () => {
    const desk = await approved();
    const { json } = await desk.say('reno fees 001 --json');
    expect(json).toEqual({
      ...{ no: 'D261122-001', unit: '3-2-1501', owed: '4300.00', unset: [], booked: [] },
      dues: [
        expect.objectContaining({
          ...{ party: 'household', kind: 'deposit', key: 'renovation', name: '装修保证金' },
          ...{ occasion: 'permit', count: 1, amount: '2000.00', taken: '0.00', owed: '2000.00' },
        }),
        expect.objectContaining({ kind: 'charge', key: 'rubbish', owed: '300.00' }),
        expect.objectContaining({ party: 'team', key: 'team', owed: '2000.00' }),
      ],
    });
    const said = await desk.say('reno fees 001 --method cash');
    expect(said.out).toContain('Y261122-001  住户  押金  2000.00');
    expect(said.out).toContain('R261122-001  住户  收据  300.00');
    expect(said.out).toContain('Y261122-002  施工队  押金  2000.00');
    expect((await desk.say('reno fees 001 --method cash --json')).error.code).toBe('nothing_owed');
  });

  it('a name without a method takes nothing', async () => {
    const desk = await approved();
    const said = await desk.say('reno fees 001 --holder 张伟 --json');
    expect(said.error.code).toBe('holder_without_method');
  });

  it('on a terminal asks first, and takes nothing without an answer', async () => {
    const desk = await approved();
    for (const [key, code] of [
      ['n', 1],
      ['y', 0],
    ] as const) {
      const keyboard = new Keyboard();
      const saying = desk.say('reno fees 001 --method cash', { terminal: keyboard, columns: 80 });
      await keyboard.on('核对无误，收款？', key, KEYS.enter);
      const said = await saying;
      expect(said.err).toContain(
        '住户 张伟：装修保证金 2000.00、装修垃圾清运费 300.00，共 2300.00',
      );
      expect(said.err).toContain('施工队 宏达装饰：施工队装修保证金 2000.00，共 2000.00');
      expect(said.err).toContain('本次现金 4300.00（人民币肆仟叁佰元整）');
      expect(said.code === 0).toBe(code === 0);
    }
    expect((await desk.say('deposit list --json')).json).toHaveLength(2);
  });

  it('two clerks at once: one takes it all, the others are refused', async () => {
    const desk = await approved();
    const wy = path.resolve(import.meta.dirname, '../../bin/wy.js');
    const run = () =>
      new Promise<number | null>((resolve) => {
        const words = [
          'reno',
          'fees',
          'D261122-001',
          '--method',
          'wechat',
          '--by',
          '王芳',
          '--json',
        ];
        const child = spawn(process.execPath, [wy, ...words, '--at', '2026-11-22 10:00'], {
          env: { ...process.env, WY_HOME: desk.home, WY_LANG: 'en' },
        });
        child.on('exit', resolve);
      });
    const codes = await Promise.all([run(), run(), run()]);
    expect(codes.toSorted()).toEqual([0, 1, 1]);
    expect((await desk.say('deposit list --json')).json).toHaveLength(2);
    expect((await desk.say('fee receipts --json')).json).toHaveLength(1);
    expect((await desk.say('fee charges --json')).json).toHaveLength(1);
  });
});
