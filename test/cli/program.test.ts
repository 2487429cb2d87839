import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/command.ts';
import { text } from '../../src/cli/field.ts';
import { parse } from '../../src/cli/program.ts';
import { w } from '../../src/lib/words.ts';

const view = { json: () => null, text: () => '' };

const addKey = command({
  name: 'key add',
  about: w('登记钥匙', 'Add a key'),
  fields: { room: text({ label: w('房间', 'room') }) },
  run: () => null,
  view,
});

const none = { lines: async () => [], disabled: async () => [] };
const nouns = {
  commandsOf: async (name: string) => (name === 'key' ? [addKey] : undefined),
  ...none,
};
const as = { lang: 'en', version: '1', nouns } as const;

describe('nouns from elsewhere than the catalogue', () => {
  it('are read like any other', async () => {
    expect(await parse(['key', 'add', '--room', '12', '--json'], as)).toEqual({
      kind: 'run',
      command: addKey,
      words: { room: '12' },
      globals: { json: true },
    });
  });

  it('have help', async () => {
    const page = await parse(['key', 'add', '--help'], as);
    expect(page).toMatchObject({ kind: 'text', text: expect.stringContaining('--room TEXT') });
    const pages = await parse(['key', '--help'], as);
    expect(pages).toMatchObject({ kind: 'text', text: expect.stringContaining('Add a key') });
  });

  it('are all there are', async () => {
    await expect(parse(['ticket', 'list'], as)).rejects.toMatchObject({ code: 'unknown_command' });
    await expect(parse(['constructor'], as)).rejects.toMatchObject({ code: 'unknown_command' });
  });
});

describe('a word that is no noun', () => {
  const desk = {
    commandsOf: async () => undefined,
    lines: async () => [
      { name: 'unit', about: w('房屋：登记、列表', 'Units') },
      { name: 'key', about: w('借出、归还', 'lent'), book: w('钥匙借用登记簿', 'key loans') },
    ],
    disabled: async () => [
      { name: 'guest', about: w('次日回访', 'called'), book: w('客人登记簿', 'guests') },
    ],
  };

  it.each([
    ['the Chinese name of a book', '钥匙', 'unknown_command', 'wy key'],
    ['a slip of the finger', 'kye', 'unknown_command', 'wy key'],
    ['what a command does, in Chinese', '列表', 'unknown_command', 'wy unit'],
    ['a book that is not kept', 'guest', 'book_disabled', 'wy book enable guest'],
    ['its name in Chinese', '客人登记簿', 'book_disabled', 'wy book enable guest'],
    ['a slip of that', 'gest', 'unknown_command', 'wy book enable guest'],
    ['part of its name', '客人', 'unknown_command', 'wy book enable guest'],
    ['nothing like any', 'zzzzzz', 'unknown_command', 'wy --help'],
  ])('%s', async (_, typed, code, hint) => {
    const failure = await parse([typed], { ...as, nouns: desk }).catch((error) => error);
    expect(failure).toMatchObject({ code });
    expect(failure.hint.en).toContain(hint);
  });
});

describe('verbs of two words', () => {
  const declare = (name: string, room = text({ label: w('房间', 'room') })) =>
    command({ name, about: w('钥匙', 'keys'), fields: { room }, run: () => null, view });
  const commands = [declare('key box'), declare('key box add'), declare('key box list')];
  const boxes = { ...as, nouns: { commandsOf: async () => commands, ...none } };
  const chosen = async (...argv: string[]) => {
    const parsed = await parse(['key', ...argv], boxes);
    return parsed.kind === 'run' ? [parsed.command.name, parsed.words] : parsed.kind;
  };

  it.each<[string, string[], string, object]>([
    ['the longer verb wins', ['box', 'add'], 'key box add', {}],
    ['the shorter one stands alone', ['box'], 'key box', {}],
    ['what an option takes is no verb', ['box', '--room', 'add'], 'key box', { room: 'add' }],
    ['options follow both words', ['box', 'list', '--room', '1'], 'key box list', { room: '1' }],
  ])('%s', async (_, argv, name, words) => {
    expect(await chosen(...argv)).toEqual([name, words]);
  });

  it.each([
    ['a slip in the second word', ['box', 'lst'], 'unknown_command', 'wy key box list'],
    ['an unknown first word', ['bxo'], 'unknown_command', 'wy key box'],
    ['no verb at all', [], 'missing_verb', 'box add'],
    ['an option between them', ['box', '--room', '1', '--room', '2'], 'given_twice', ''],
  ])('refuses %s', async (_, argv, code, hint) => {
    const failure = await chosen(...argv).catch((error) => error);
    expect(failure).toMatchObject({ code });
    expect(failure.hint?.en ?? '').toContain(hint);
  });

  it('lists a group alone when it lacks its second word', async () => {
    const grouped = { ...as, nouns: { commandsOf: async () => commands.slice(1), ...none } };
    const failure = await parse(['key', 'box'], grouped).catch((error) => error);
    expect(failure).toMatchObject({ code: 'missing_verb' });
    const page = await parse(['key', 'box', '--help'], grouped);
    expect(page).toMatchObject({ kind: 'text', text: expect.stringContaining('box list') });
  });
});
