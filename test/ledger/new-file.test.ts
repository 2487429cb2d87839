import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareFile, writeNewFile } from '../../src/ledger/new-file.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'wy-new-file-'));
});

async function* late() {
  yield '押';
  yield new TextEncoder().encode('金\n');
}

describe('a new file', () => {
  it('has its name only when it is whole, and is its owner’s alone', async () => {
    const file = path.join(dir, 'a.csv');
    const prepared = await prepareFile(file, late());
    expect(existsSync(file)).toBe(false);
    prepared.place();
    expect(readFileSync(file, 'utf8')).toBe('押金\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    prepared.discard();
    expect(readdirSync(dir)).toEqual(['a.csv']);
  });

  it('that is not wanted leaves nothing', async () => {
    (await prepareFile(path.join(dir, 'a.csv'), ['x'])).discard();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('that breaks off leaves nothing', async () => {
    const broken = function* () {
      yield 'x';
      throw new Error('broken');
    };
    await expect(writeNewFile(path.join(dir, 'a.csv'), broken())).rejects.toThrow('broken');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('takes no name that is taken, neither before nor meanwhile', async () => {
    const file = path.join(dir, 'a.csv');
    const prepared = await prepareFile(file, ['x']);
    writeFileSync(file, 'mine');
    expect(() => prepared.place()).toThrow('file_exists');
    prepared.discard();
    await expect(writeNewFile(file, ['x'])).rejects.toThrow('file_exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(dir)).toEqual(['a.csv']);
  });

  it('goes into no folder that is not there', async () => {
    await expect(writeNewFile(path.join(dir, 'none', 'a.csv'), ['x'])).rejects.toThrow(
      'not_written',
    );
  });
});
