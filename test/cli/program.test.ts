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

const nouns = async (name: string) => (name === 'key' ? [addKey] : undefined);
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
