import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sheetTurns, wantedBy } from '../../src/keeping/asking-rules.ts';
import { w } from '../../src/lib/words.ts';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { booksOf } from '../support/ledger.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';
import { ERRAND, UMBRELLA } from './books.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  writeFileSync(path.join(desk.home, 'books.yaml'), UMBRELLA + ERRAND);
});

function typing(line: string) {
  const keyboard = new Keyboard();
  return { keyboard, saying: desk.say(line, { terminal: keyboard, columns: 80 }) };
}

describe('on a terminal', () => {
  it('what is usual is proposed, what another answer wants is asked for, the rest is not', async () => {
    const { keyboard, saying } = typing('umbrella lend');
    await keyboard.on('雨伞', '黑伞', KEYS.enter);
    await keyboard.on('借用人', '张伟', KEYS.enter);
    await keyboard.on('把数（建议：1，通常如此）', KEYS.enter);
    await keyboard.on('押金（建议：否，通常如此）', KEYS.up, KEYS.enter);
    await keyboard.on('收据', 'R1', KEYS.enter);
    const said = await saying;
    expect(said.err).toBe('');
    expect(said.code).toBe(0);
    expect((await desk.say('umbrella show 001 --json')).json.fields).toMatchObject({
      ...{ item: '黑伞', to: '张伟', pieces: 1, paid: true, receipt: 'R1', until: null },
    });
    expect(keyboard.screen).not.toContain('约定归还（');
  });

  it('what a usual answer does not want is not asked for', async () => {
    const { keyboard, saying } = typing('umbrella lend 黑伞');
    await keyboard.on('借用人', '张伟', KEYS.enter);
    await keyboard.on('把数', KEYS.enter);
    await keyboard.on('押金', KEYS.enter);
    expect((await saying).code).toBe(0);
    expect(keyboard.screen).not.toContain('收据（');
  });

  it('a closing asks for what its answers want', async () => {
    await desk.say('umbrella lend 黑伞 --to 张伟');
    const { keyboard, saying } = typing('umbrella return 001');
    await keyboard.on('归还情况', KEYS.down, KEYS.enter);
    await keyboard.on('损坏', '伞面', KEYS.enter);
    expect((await saying).out).toContain('伞面');
  });

  it('a sheet is gone through item by item', async () => {
    await desk.say('errand order --what 送水');
    const { keyboard, saying } = typing('errand check 001');
    await keyboard.on('及时', KEYS.down, KEYS.enter);
    await keyboard.on('细致', KEYS.down, KEYS.enter);
    expect((await saying).code).toBe(0);
    expect((await desk.say('errand show 001 --json')).json.fields.marks).toEqual({
      speed: 0,
      care: 2,
    });
  });
});

describe('without one', () => {
  it('everything that is missing is named at once', async () => {
    const said = await desk.say('umbrella lend --paid yes --json');
    expect(said.code).toBe(2);
    expect(said.error).toMatchObject({ code: 'missing_fields' });
    for (const name of ['雨伞', '--to', '--receipt']) expect(said.error.message).toContain(name);
  });

  it('a text stands without the name of its option, also behind a number', async () => {
    const said = await desk.say('umbrella lend 黑伞 --to 张伟 --json');
    expect(said.json.fields.item).toBe('黑伞');
    expect((await desk.say('umbrella edit 001 --item 红伞 --json')).json.title).toBe('红伞 张伟');
  });
});

describe('what an answer wants', () => {
  const book = booksOf(UMBRELLA).find(({ key }) => key === 'umbrella');
  it.each([
    ['said by its key', { paid: 'yes' }, ['receipt']],
    ['by its word', { paid: '是' }, ['receipt']],
    ['said otherwise', { paid: 'no' }, []],
    ['not said: as usual', {}, []],
    ['not to be read', { paid: '也许' }, []],
  ])('%s', (_, typed, wanted) => {
    expect(book && wantedBy(book, 'lend', typed)).toEqual(wanted);
  });
});

describe('the marks of a sheet', () => {
  const turnsOf = (most: number) => sheetTurns({ care: { label: w('细致', 'care'), most } });

  it.each([
    ['fit or not', 1, ['care=1', 'care=0', 'care=-']],
    ['the best first', 2, ['care=2', 'care=1', 'care=0', 'care=-']],
  ])('%s', (_, most, keys) => {
    expect(Object.keys(turnsOf(most)?.[0]?.choices ?? {})).toEqual(keys);
  });

  it.each([
    ['chosen from a list', 20, 22],
    ['typed, where there are very many', 21, undefined],
  ])('%s', (_, most, choices) => {
    const turns = turnsOf(most);
    expect(turns && Object.keys(turns[0]?.choices ?? {}).length).toBe(choices);
  });
});
