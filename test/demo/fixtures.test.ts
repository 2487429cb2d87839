import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/exchange/table-file.ts';
import { frontDesk, temporaryPath } from '../support/session.ts';

const FIXTURES = path.join(import.meta.dirname, '../../fixtures');
const kept = (name: string) => path.join(FIXTURES, 'estate', name);

describe('the sample estate', () => {
  it('is what its generator makes, again and again', async () => {
    const folder = temporaryPath();
    execFileSync(process.execPath, [path.join(FIXTURES, 'make-estate.js'), folder]);
    const made = (name: string) => path.join(folder, name);

    expect(readFileSync(made('units.csv')).equals(readFileSync(kept('units.csv')))).toBe(true);
    // Another Node may pack the same cells into other bytes.
    expect(await readTable(made('residents.xlsx'))).toEqual(
      await readTable(kept('residents.xlsx')),
    );
  });

  it('is imported by hand as its README says', async () => {
    const desk = await frontDesk();
    const units = await desk.run(['import', 'units', kept('units.csv'), '--json']);
    const residents = await desk.run(['import', 'residents', kept('residents.xlsx'), '--json']);
    const staff = await desk.run(['batch', kept('staff.txt')]);

    expect(units.json).toMatchObject({ added: 1346, rejected: 0, faults: [] });
    expect(residents.json).toMatchObject({ added: 2407, rejected: 0, faults: [] });
    expect(staff.code).toBe(0);
    expect((await desk.say('staff list --json')).json).toHaveLength(15);
  });

  it('holds no phone that could ring and no identity number', async () => {
    const { rows } = await readTable(kept('residents.xlsx'));
    const cells = rows.flatMap((row) => row.cells);
    const staff = readFileSync(kept('staff.txt'), 'utf8').match(/\d{7,}/g) ?? [];
    const numbers = [...cells.filter((cell) => /^\d{7,}/.test(cell)), ...staff];

    expect(numbers.length).toBeGreaterThan(1_500);
    expect(numbers.filter((number) => !/^1[3-9]\d0000\d{4}$/.test(number))).toEqual([]);
  });

  it('has about 1,200 households in ten buildings', async () => {
    const desk = await frontDesk();
    await desk.run(['import', 'units', kept('units.csv')]);
    const units = (await desk.say('unit list --json')).json as { use: string; building: string }[];
    const flats = units.filter(({ use }) => use === 'residential');

    expect(flats).toHaveLength(1200);
    expect(new Set(flats.map(({ building }) => building)).size).toBe(10);
    expect(units.filter(({ use }) => use === 'shop')).toHaveLength(26);
    expect(units.filter(({ use }) => use === 'parking')).toHaveLength(120);
  });
});
