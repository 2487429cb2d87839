import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/ledger.ts';
import { transact } from '../../src/ledger/transact.ts';
import { scribeOf } from '../support/ledger.ts';
import { desertedDesk, type FrontDesk, frontDesk } from '../support/session.ts';
import { faultsOf, ledgerOf } from '../upkeep/furnished.ts';

const WY = path.resolve(import.meta.dirname, '../../bin/wy.js');
const UNITS = 5_000;
const BILLS = ['fee', 'bill', '--period', '2026-10', '--by', '王芳', '--json'];

interface Run {
  code: number | null;
  out: string;
}

/** Runs a command in a process of its own; after so many milliseconds it is killed. */
function run(home: string, words: readonly string[], killAfterMs?: number): Promise<Run> {
  const child = spawn(process.execPath, [WY, ...words], {
    env: { ...process.env, WY_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out });
    });
  });
}

async function chargesIn(desk: FrontDesk): Promise<number> {
  const ledger = await openLedger(ledgerOf(desk), '2026-11-22T00:00:00Z');
  const row = ledger.prepare<[], { n: number }>('SELECT count(*) AS n FROM charges').get();
  ledger.close();
  return row?.n ?? 0;
}

describe('fee bill of many units', () => {
  let template: FrontDesk;

  beforeAll(async () => {
    template = await frontDesk();
    const policy = path.join(template.home, 'policy.yaml');
    const text = readFileSync(policy, 'utf8');
    writeFileSync(policy, text.replace(/(\n +property: .*?)active: no/, '$1active: yes'));
    const ledger = await openLedger(ledgerOf(template), '2026-11-22T00:00:00Z');
    const scribe = scribeOf(ledger, '2026-11-22T00:00:00Z');
    transact(scribe, 'test.fill', () => {
      ledger
        .prepare(
          `WITH n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${UNITS})
           INSERT INTO units (id, code, building, entrance, room, floor, sort_key, area_thousandths,
             use, handover_on)
           SELECT id, (id / 100) || '-1-' || (101 + id % 100), id / 100, '1', 101 + id % 100, 1,
             printf('%06d', id), 50000 + id * 7, 'residential',
             -- Some by the slow way.
             CASE WHEN id % 10 = 0 THEN '2026-10-15' ELSE '2020-06-30' END FROM n`,
        )
        .run();
      ledger
        .prepare(
          "INSERT INTO people (id, name, pinyin, initials) SELECT id, '王芳', 'wang fang', 'wf' FROM units",
        )
        .run();
      ledger
        .prepare(
          `INSERT INTO residents (person_id, unit_id, role, from_on)
           SELECT id, id, 'owner', '2020-07-01' FROM units`,
        )
        .run();
    });
    ledger.close();
  }, 60_000);

  function copied(): FrontDesk {
    const desk = desertedDesk();
    cpSync(template.home, desk.home, { recursive: true });
    desk.now = new Date(Date.now() + 60_000).toISOString();
    return desk;
  }

  it('is all or nothing, whenever it is killed', async () => {
    const whole = copied();
    const start = performance.now();
    const { code, out } = await run(whole.home, BILLS);
    const wholeMs = performance.now() - start;
    const { billed } = JSON.parse(out);
    expect(code).toBe(0);
    // Energy and property, both in two parts where handed over in mid-month.
    expect(billed).toBe(2 * UNITS + (2 * UNITS) / 10);
    for (const part of [0.3, 0.5, 0.65, 0.75, 0.85, 0.95]) {
      const desk = copied();
      await run(desk.home, BILLS, wholeMs * part);
      expect([0, billed]).toContain(await chargesIn(desk));
      expect(await faultsOf(desk)).toEqual({});
      expect((await run(desk.home, BILLS)).code).toBe(0);
      expect(await chargesIn(desk)).toBe(billed);
    }
    expect(await faultsOf(whole)).toEqual({});
  }, 120_000);

  it('bills nothing twice when two bill at once', async () => {
    const desk = copied();
    const runs = await Promise.all([run(desk.home, BILLS), run(desk.home, BILLS)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const billed = runs.map(({ out }) => JSON.parse(out).billed).sort((a, b) => a - b);
    expect(billed).toEqual([0, 2 * UNITS + (2 * UNITS) / 10]);
    expect(await chargesIn(desk)).toBe(billed[1]);
    expect(await faultsOf(desk)).toEqual({});
  }, 60_000);
});
