import { spawn } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { FrontDesk } from '../support/session.ts';
import { faultsOf, ledgerOf } from '../upkeep/furnished.ts';
import { copyOf, type Reinspected, reinspectedHome } from './home.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');
const AT = ['--at', '2027-03-19 09:00', '--by', '赵敏', '--json'];

interface Run {
  code: number | null;
  err: string;
}

/** Runs a command in a process of its own; after so many milliseconds it is killed. */
function run(home: string, words: readonly string[], killAfterMs?: number): Promise<Run> {
  const child = spawn(process.execPath, [WY, ...words, ...AT], {
    env: { ...process.env, WY_HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, err });
    });
  });
}

/** What a ledger says, read as it lies there. */
function read(desk: FrontDesk, sql: string): unknown[] {
  const ledger = new Ledger(ledgerOf(desk));
  const rows = ledger.db.prepare(sql).raw().all();
  ledger.close();
  return rows;
}

const refundsOf = (desk: FrontDesk) =>
  read(
    desk,
    `SELECT d.no, count(*), sum(m.amount_fen) FROM deposits AS d
     JOIN deposit_moves AS m ON m.deposit_id = d.id AND m.kind = 'refund' GROUP BY d.no ORDER BY d.no`,
  );

const movesOf = (desk: FrontDesk, kind: string) =>
  read(desk, `SELECT amount_fen FROM deposit_moves WHERE kind = '${kind}' ORDER BY amount_fen`);

const stateOf = (desk: FrontDesk) => read(desk, 'SELECT state FROM renovations').flat();

let template: Reinspected;
let no: string;

beforeAll(async () => {
  template = await reinspectedHome();
  no = template.no;
  // The first start may build.
  expect((await run(template.desk.home, ['reno', 'show', no])).code).toBe(0);
}, 120_000);

const copied = (): FrontDesk => copyOf(template.desk);

const EACH_ONCE = [
  ['Y261123-001', 1, -2000_00],
  ['Y261123-002', 1, -2000_00],
];

describe('two clerks at once', () => {
  it('refund: one does, the other is refused, each deposit goes back once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const desk = copied();
      const runs = await Promise.all([1, 2].map(() => run(desk.home, ['reno', 'refund', no])));
      expect(runs.map(({ code }) => code).sort()).toEqual([0, 1]);
      expect(runs.find(({ code }) => code === 1)?.err).toContain('renovation_settled');
      expect(refundsOf(desk)).toEqual(EACH_ONCE);
      expect(stateOf(desk)).toEqual(['settled']);
      expect(await faultsOf(desk)).toEqual({});
    }
  }, 60_000);

  it('deduct what both together hold no more: what is left is claimed, never taken twice', async () => {
    const desk = copied();
    const words = ['reno', 'deduct', no, '--amount', '2500'];
    const staff = ['--assessed-by', '李强', '--approved-by', '陈主任'];
    const harm = (reason: string) => [...words, '--reason', reason, ...staff];
    const runs = await Promise.all([
      run(desk.home, harm('凿穿防水层')),
      run(desk.home, harm('划伤电梯轿厢')),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(movesOf(desk, 'deduct')).toEqual([[-2000_00], [-1500_00], [-500_00]]);
    expect(read(desk, "SELECT amount_fen FROM charges WHERE tariff = 'compensation'")).toEqual([
      [1000_00],
    ]);
    expect(await faultsOf(desk)).toEqual({});
  }, 60_000);

  it('deduct the same: it is taken once', async () => {
    const desk = copied();
    const words = ['reno', 'deduct', no, '--amount', '300', '--reason', '凿穿防水层'];
    const harm = [...words, '--assessed-by', '李强', '--approved-by', '陈主任'];
    const runs = await Promise.all([run(desk.home, harm), run(desk.home, harm)]);
    expect(runs.map(({ code }) => code).toSorted()).toEqual([0, 1]);
    expect(runs.find(({ code }) => code === 1)?.err).toContain('deducted_already');
    expect(movesOf(desk, 'deduct')).toEqual([[-300_00]]);
  }, 60_000);

  it('refund and deduct: whoever comes first, all that was held went once', async () => {
    const desk = copied();
    const words = ['reno', 'deduct', no, '--amount', '300', '--reason', '凿穿防水层'];
    const [refunded, deducted] = await Promise.all([
      run(desk.home, ['reno', 'refund', no]),
      run(desk.home, [...words, '--assessed-by', '李强', '--approved-by', '陈主任']),
    ]);
    expect(refunded.code).toBe(0);
    const keptFen = deducted.code === 0 ? 300_00 : 0;
    expect(movesOf(desk, 'deduct')).toEqual(keptFen > 0 ? [[-300_00]] : []);
    const backFen = movesOf(desk, 'refund').flat().map(Number);
    expect(backFen.reduce((sum, fen) => sum - fen, 0)).toBe(4000_00 - keptFen);
    expect(await faultsOf(desk)).toEqual({});
  }, 60_000);
});

describe('a refund, killed at any time', () => {
  it('is all or nothing, and can be asked again', async () => {
    const whole = copied();
    const start = performance.now();
    expect((await run(whole.home, ['reno', 'refund', no])).code).toBe(0);
    const wholeMs = performance.now() - start;
    for (const part of [0.3, 0.5, 0.65, 0.75, 0.85, 0.95]) {
      const desk = copied();
      await run(desk.home, ['reno', 'refund', no], wholeMs * part);
      const refunds = refundsOf(desk);
      expect([[], EACH_ONCE]).toContainEqual(refunds);
      expect(stateOf(desk)).toEqual([refunds.length > 0 ? 'settled' : 'reinspected']);
      expect(await faultsOf(desk)).toEqual({});
      const { code } = await run(desk.home, ['reno', 'refund', no]);
      expect(code).toBe(refunds.length > 0 ? 1 : 0);
      expect(refundsOf(desk)).toEqual(EACH_ONCE);
    }
  }, 120_000);
});
