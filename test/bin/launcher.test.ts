import { spawnSync } from 'node:child_process';
import {
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Checkout } from './checkout.ts';
import { makeCheckout } from './checkout.ts';

let checkout: Checkout;

function anew() {
  checkout = makeCheckout();
  checkout.install();
}
const remove = () => checkout.remove();

const soon = Date.now() / 1000 + 60;
const stamp = () => JSON.parse(readFileSync(checkout.path('dist/stamp.json'), 'utf8'));
const buildFolder = () => checkout.path(join('dist', stamp().build));

describe('a first run', () => {
  beforeEach(anew);
  afterEach(remove);

  it('builds, says so on stderr only, and hands on words and exit code', () => {
    const { status, stdout, stderr } = checkout.wy('报修', '--json');
    expect({ status, stdout }).toEqual({ status: 4, stdout: '物业: 报修 --json' });
    expect(stderr).toMatch(/^wy: built \d+ chunks/);
  });

  it('finds SQLite, which is not in the bundle', () => {
    expect(checkout.wy('word', 'sum').stdout).toBe('3');
  });

  it('works through a link, as npm install -g makes one', () => {
    symlinkSync(checkout.path('bin/wy.js'), checkout.path('wy'));
    const { stdout } = spawnSync(process.execPath, [checkout.path('wy'), 'a'], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('物业: a');
  });

  it('names chunks after what they hold', () => {
    checkout.wy();
    expect(readdirSync(buildFolder())).toEqual(expect.arrayContaining(['main.js', 'sum.js']));
  });
});

describe('a build', () => {
  beforeEach(anew);
  afterEach(remove);

  it('is kept while nothing changes', () => {
    checkout.wy();
    expect(checkout.wy('a').stderr).toBe('');
  });

  it.each([
    ['a source that was edited', () => checkout.write('src/words.yaml', '新: ')],
    ['a source that was saved again', () => utimesSync(checkout.path('src/main.ts'), soon, soon)],
    ['a file that went', () => rmSync(checkout.path('src/unused.ts'))],
    ['a new file', () => checkout.write('src/new/file.ts', '')],
    ['another lock file', () => checkout.write('package-lock.json', '{}')],
  ])('is made again for %s', (_, change) => {
    checkout.wy();
    change();
    expect(checkout.wy().stderr).toMatch(/^wy: built/);
    expect(checkout.wy().stderr).toBe('');
  });

  it('follows the source', () => {
    checkout.wy();
    checkout.write('src/words.yaml', '新: ');
    expect(checkout.wy('a').stdout).toBe('新: a');
  });

  it('that fails stops the command, and names the place', () => {
    checkout.wy();
    checkout.write('src/sum.ts', 'export const = 1;');
    const { status, stdout, stderr } = checkout.wy('a');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('src/sum.ts:1:13');
    expect(stderr).toContain('wy: wy 构建失败');
  });

  it('is made well by two at once', async () => {
    const { spawn } = await import('node:child_process');
    const runs = Array.from({ length: 3 }, () => {
      const child = spawn(process.execPath, [checkout.path('bin/wy.js'), 'a']);
      return new Promise((resolve) => child.on('exit', resolve));
    });
    expect(await Promise.all(runs)).toEqual([4, 4, 4]);
    expect(readdirSync(checkout.path('dist')).sort()).toEqual([stamp().build, 'stamp.json'].sort());
  });
});

describe('an installation that is not whole', () => {
  beforeEach(anew);
  afterEach(remove);

  const answer = { status: 3, stdout: '' };

  it('without packages and without a build says what to run', () => {
    checkout.uninstall();
    const { status, stdout, stderr } = checkout.wy('a');
    expect({ status, stdout }).toEqual(answer);
    expect(stderr).toContain('请在 wy 的目录运行 npm install');
    expect(stderr).toContain('run npm install');
  });

  it('says it as JSON where JSON was asked for', () => {
    checkout.uninstall();
    expect(JSON.parse(checkout.wy('a', '--json').stderr).error.code).toBe('not_installed');
  });

  it('without packages still does what needs no SQLite', () => {
    checkout.wy();
    checkout.uninstall();
    expect(checkout.wy('a')).toMatchObject({ status: 4, stdout: '物业: a', stderr: '' });

    const { status, stdout, stderr } = checkout.wy('word', 'sum');
    expect({ status, stdout }).toEqual(answer);
    expect(stderr).toContain('SQLite');
  });

  it('that cannot build runs the old build, and warns', () => {
    checkout.wy();
    checkout.uninstall();
    checkout.write('src/words.yaml', '新: ');
    const { stdout, stderr } = checkout.wy('a');
    expect(stdout).toBe('物业: a');
    expect(stderr).toContain('using the old build');
  });
});

describe('what is kept beside a build to start faster', () => {
  // One build serves all: each test has a command of its own, and so its own files.
  beforeAll(() => {
    anew();
    checkout.wy();
  });
  afterAll(remove);

  const kept = () => {
    const folder = readdirSync(buildFolder()).find((name) => name.startsWith('cache-'));
    return join(buildFolder(), folder ?? 'none');
  };
  const file = (name: string) => join(kept(), name);
  const put = (path: string, content: Buffer) =>
    checkout.write(relative(checkout.dir, path), content);

  const flipByte = (path: string) => {
    const content = readFileSync(path);
    content[content.length >> 2]! ^= 0xff;
    put(path, content);
  };

  it('is made for each command', () => {
    for (const words of [['day'], ['day'], ['day', 'list'], ['day', '王芳']]) checkout.wy(...words);
    const names = readdirSync(kept()).filter((name) => name.startsWith('day'));
    expect(names.sort()).toEqual(['day-list.js', 'day.bin', 'day.js']);
  });

  it.each([['王芳'], ['T261122-001'], ['--json']])('does not take its name from %s', (word) => {
    checkout.wy(word);
    expect(readdirSync(kept())).toContain('wy.js');
    expect(readdirSync(kept()).join()).not.toContain(word);
  });

  it.each<[string, string, (path: string) => void]>([
    ['chunks are empty', 'aa.js', (path) => truncateSync(path, 0)],
    ['chunks are cut off', 'ab.js', (path) => truncateSync(path, statSync(path).size >> 1)],
    ['chunks are zeroed', 'ac.js', (path) => put(path, Buffer.alloc(4096))],
    ['compiled code is empty', 'ba.bin', (path) => truncateSync(path, 0)],
    ['compiled code is cut off', 'bb.bin', (path) => truncateSync(path, 999)],
    ['compiled code is zeroed', 'bc.bin', (path) => put(path, Buffer.alloc(4096))],
    ['compiled code differs by one byte', 'bd.bin', flipByte],
  ])('is mended where %s', (_, name, damage) => {
    const word = name.slice(0, 2);
    for (let run = 0; run < 2; run++) checkout.wy(word);
    damage(file(name));
    const damaged = readFileSync(file(name));

    expect(checkout.wy(word)).toMatchObject({ status: 4, stdout: `物业: ${word}`, stderr: '' });
    expect(readFileSync(file(name))).not.toEqual(damaged);
  });

  it('takes in what the same command needs another time', () => {
    checkout.wy('grow');
    expect(readFileSync(file('grow.js'), 'utf8')).not.toContain('SELECT 1 + 2');
    for (let run = 0; run < 3; run++) expect(checkout.wy('grow', '1', 'sum').stdout).toBe('3');
    expect(readFileSync(file('grow.js'), 'utf8')).toContain('SELECT 1 + 2');
    expect(checkout.wy('grow').stdout).toBe('物业: grow');
  });

  it('is written on the first runs only', () => {
    for (let run = 0; run < 6; run++) checkout.wy('often');
    utimesSync(file('often.bin'), 1, 1);
    checkout.wy('often');
    expect(statSync(file('often.bin')).mtimeMs).toBe(1000);
  });

  it('is not needed', () => {
    const folder = kept();
    rmSync(folder, { recursive: true });
    put(folder, Buffer.from('a file in its place'));
    expect(checkout.wy('none')).toMatchObject({ status: 4, stdout: '物业: none', stderr: '' });

    rmSync(folder);
    checkout.wy('none');
    expect(readdirSync(folder)).toEqual(['none.js']);
  });
});
