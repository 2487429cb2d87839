import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCRIPTS, type Shell } from '../../src/cli/completion-scripts.ts';
import { splitWords } from '../../src/lib/shell-words.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeAll(async () => {
  desk = await frontDesk();
  await desk.say('staff add 李强 --role engineering');
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('unit add 3-2-1502 --area 89.53');
  await desk.say('ticket open --unit 3-2-1501 --item 水管漏水');
  await desk.say('ticket open --unit 3-2-1502 --item 灯不亮');
  await desk.say('ticket cancel T261122-002 --reason 重复');
});

/** What may stand in the place of the last word; a line that ends in a blank begins a new one. */
async function next(line: string, shell: Shell = 'bash'): Promise<string[]> {
  const words = splitWords(line.slice('wy '.length));
  const begun = line.endsWith(' ') ? [...words, ''] : words;
  const { out } = await desk.run(['__complete', shell, '--', ...begun]);
  return out.split('\n').filter((each) => each !== '');
}

describe('completion', () => {
  it.each([
    ['a noun that was begun', 'wy tick', ['ticket']],
    ['a book, which is a noun as well', 'wy parc', ['parcel']],
    ['a verb', 'wy ticket op', ['open']],
    ['a verb of two words', 'wy visit enq', ['enquiry']],
    ['the second word of it', 'wy visit enquiry lo', ['log']],
    ['a verb of a book', 'wy key re', ['return']],
    ['an option', 'wy ticket open --ur', ['--urgent']],
    ['an option that was given already', 'wy ticket open --urgent --ur', []],
    ['an option of every command', 'wy ticket open --ho', ['--home']],
    ['a choice', 'wy ticket open --category ', ['safety', 'leak', 'general']],
    ['a choice of a positional field', 'wy print rec', ['receipt']],
    ['a unit', 'wy ticket open --unit 3-2-', ['3-2-1501', '3-2-1502']],
    ['only what is open and may be closed', 'wy ticket arrive T', ['T261122-001']],
    ['a member of staff', 'wy ticket assign T261122-001 --to 李', ['李强']],
    ['who acts', 'wy --by 李', ['李强']],
    ['a file', 'wy report monthly --out ', [':files']],
    ['a folder', 'wy --home ', [':files']],
    ['nothing behind a noun there is not', 'wy nosuch ', []],
    ['nothing for a free text', 'wy ticket open --item ', []],
  ])('%s', async (_, line, expected) => {
    expect(await next(line)).toEqual(expected);
  });

  it.each([
    ['a home without a ledger', '/nonexistent', 'tick', 'ticket\n'],
    ['a unit without a ledger', '/nonexistent', 'ticket open --unit ', ''],
  ])('is silent about what is missing: %s', async (_, home, line, expected) => {
    const words = splitWords(line);
    if (line.endsWith(' ')) words.push('');
    const said = await desk.run(['__complete', 'bash', '--', '--home', home, ...words]);
    expect(said).toMatchObject({ code: 0, err: '', out: expected });
  });

  it('tells other shells what each is', async () => {
    expect(await next('wy ticket op', 'fish')).toEqual(['open\t登记报修']);
    expect(await next('wy ticket op', 'zsh')).toEqual(['open:登记报修']);
  });
});

const isInstalled = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

describe('the scripts of the shells', () => {
  it.each(['bash', 'zsh', 'fish'] as const)('%s can read its own', (shell) => {
    if (!isInstalled(shell)) return;
    execFileSync(shell, ['-n'], { input: SCRIPTS[shell] });
  });

  it('bash hands on what was typed and evaluates none of it', () => {
    if (!isInstalled('bash')) return;
    const asked = `wy() { printf '%s|' "$@" >&2; printf 'one two\\nthree *\\n'; }
      ${SCRIPTS.bash}
      COMP_WORDS=(wy ticket open --item '$(touch /tmp/wy-evil)' 'x y'); COMP_CWORD=5; _wy 2>&1
      printf '<%s>' "\${COMPREPLY[@]}"`;
    const out = execFileSync('bash', ['-c', asked.replace('2>/dev/null)', ')')], {
      encoding: 'utf8',
    });
    expect(out).toContain('__complete|bash|--|ticket|open|--item|$(touch /tmp/wy-evil)|x y|');
    expect(out).toContain('<one two><three *>');
  });
});
