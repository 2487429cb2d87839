import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCRIPTS, type Shell } from '../../src/cli/completion-scripts.ts';
import { lineSoFar, TYPED } from '../../src/cli/completion-typed.ts';
import { stepsFrom } from '../../src/cli/completion-units.ts';
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
  const replaced = /[^ =]*$/.exec(line)?.[0] ?? '';
  const words = splitWords(line.slice('wy '.length));
  const begun = line.endsWith(' ') ? [...words, ''] : words;
  const given = shell === 'bash' ? [line, replaced] : begun;
  const { out } = await desk.run(['__complete', shell, '--', ...given]);
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
    ['a choice joined to its option', 'wy ticket open --category=', ['safety', 'leak', 'general']],
    ['a unit joined to its option', 'wy ticket open --unit=3-2-15', ['3-2-1501', '3-2-1502']],
    ['a number of what the form before it is of', 'wy print ticket T', ['T261122-001']],
    ['a unit, of a form of one', 'wy print bill 3-2-', ['3-2-1501', '3-2-1502']],
    ['nothing behind a form there is not', 'wy print nosuch ', []],
    ['a tariff of the policy', 'wy fee tariff show rubb', ['rubbish']],
    ['a tariff that is charged once', 'wy fee charge --tariff rubb', ['rubbish']],
    ['none of those where it is not', 'wy fee bill --tariff rubb', []],
    ['a file joined to its option', 'wy report monthly --out=', [':files']],
    ['nothing joined to a flag', 'wy ticket open --urgent=', []],
    ['an option that was given joined to its value', 'wy ticket open --unit=3-2-1501 --un', []],
    ['a record behind an option and its value', 'wy ticket assign --to 李强 T', ['T261122-001']],
    ['the last of several', 'wy roster plan --staff 王芳,李', ['王芳,李强']],
    ['verbs of a noun that is a command itself', 'wy handover si', ['sign']],
    ['options of that command', 'wy handover --sh', ['--shift']],
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
    const typed = `wy --home ${home} ${line}`;
    const said = await desk.run(['__complete', 'bash', '--', typed, line.split(' ').at(-1) ?? '']);
    expect(said).toMatchObject({ code: 0, err: '', out: expected });
  });

  it('says where there are more, so that no shell writes what only the first have in common', async () => {
    const busy = await frontDesk();
    for (let count = 0; count < 51; count += 1) {
      await busy.say(`ticket open --place 大厅 --item 漏水${count}`);
    }
    const { out } = await busy.run(['__complete', 'zsh', '--', 'ticket', 'arrive', 'T26']);
    expect(out.trimEnd().split('\n')).toHaveLength(51);
    expect(out).toContain('\nT26…:还有更多');
  });

  it('tells other shells what each is', async () => {
    expect(await next('wy ticket op', 'fish')).toEqual(['open\t登记报修']);
    expect(await next('wy ticket op', 'zsh')).toEqual(['open:登记报修']);
  });
});

describe('units', () => {
  const codes = ['1-1-101', '1-1-102', '1-2-101', '10-1-101', 'S-1'];

  it.each([
    ['all, where they are few', '', 5, codes],
    ['the buildings, where they are many', '', 4, ['1-', '10-', 'S-']],
    ['the entrances of one', '1-', 2, ['1-1-', '1-2-']],
    ['what several buildings begin with', '1', 2, ['1-', '10-']],
    ['those of an entrance, however many', '1-1-', 1, ['1-1-101', '1-1-102']],
    ['no step that leads to one step only', '1-1', 1, ['1-1-101', '1-1-102']],
    ['none', '7', 4, []],
  ])('%s', (_, begun, most, expected) => {
    expect(stepsFrom(codes, begun, most)).toEqual(expected);
  });
});

describe('a line as far as it was typed', () => {
  it.each([
    ['a blank begins a word', 'wy ticket ', ['wy', 'ticket', ''], ''],
    ['quotes that are closed', `wy --item 'a "b' "it's"`, ['wy', '--item', 'a "b', "it's"], ''],
    ['a quote that is open', "wy --item 'a b", ['wy', '--item', 'a b'], "'"],
    ['the other one, with an apostrophe', `wy --item "it's`, ['wy', '--item', "it's"], '"'],
    ['a backslash', 'wy a\\ b', ['wy', 'a b'], ''],
    ['nothing is expanded', 'wy $(x) `y` ~/z', ['wy', '$(x)', '`y`', '~/z'], ''],
  ])('%s', (_, line, words, quote) => {
    expect(lineSoFar(line)).toEqual({ words, quote });
  });

  it.each([
    ['outside of quotes', 'wy ', '', '$(rm) a"b`', '\\$\\(rm\\)\\ a\\"b\\`'],
    ['in double quotes', 'wy "$', '$', '$(rm) a"b`', '\\$(rm) a\\"b\\`'],
    ['in single quotes', "wy 'i", 'i', "it's", "it'\\''s"],
    ['behind the part that bash keeps', 'wy --unit=3-', '3-', '--unit=3-2-1501', '3-2-1501'],
    ['a time', 'wy 08:', '', '08:30', '30'],
    ['a unit', 'wy 3', '3', '3-2-1501', '3-2-1501'],
  ])('is continued in bash %s', (_, line, replaced, value, expected) => {
    expect(TYPED.bash([line, replaced]).writing(value)).toBe(expected);
  });
});

const isInstalled = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

describe('the scripts of the shells', () => {
  it.each(['bash', 'zsh', 'fish'] as const)('%s can read its own', (shell) => {
    if (!isInstalled(shell)) return;
    execFileSync(shell, ['-n', desk.file(`completion.${shell}`, SCRIPTS[shell])]);
  });

  it('bash hands on what was typed and evaluates none of it', () => {
    if (!isInstalled('bash')) return;
    const asked = `wy() { printf '%s|' "$@" >&2; printf 'one two\\nthree *\\n'; }
      ${SCRIPTS.bash}
      COMP_LINE='wy --item $(touch /tmp/wy-evil) x'; COMP_POINT=33; _wy wy x --item 2>&1
      printf '<%s>' "\${COMPREPLY[@]}"`;
    const out = execFileSync('bash', ['-c', asked.replace('2>/dev/null)', ')')], {
      encoding: 'utf8',
    });
    expect(out).toContain('__complete|bash|--|wy --item $(touch /tmp/wy-evil) x|x|');
    expect(out).toContain('<one two><three *>');
  });
});
