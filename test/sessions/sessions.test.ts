import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { play } from '../support/session.ts';

// To write a session, type its `$` lines and run `npx vitest run test/sessions -u`; then read it.
const folders = ['../sessions', '../errors'].map((each) => path.join(import.meta.dirname, each));

describe.each(folders)('%s', (folder) => {
  const sessions = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  it.each(sessions)('%s', async (name) => {
    const file = path.join(folder, name);
    await expect(await play(readFileSync(file, 'utf8'))).toMatchFileSnapshot(file);
  });
});
