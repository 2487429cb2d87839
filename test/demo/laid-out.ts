import path from 'node:path';
import { expect } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { desertedDesk, FrontDesk, temporaryPath } from '../support/session.ts';

/** Half past eight on a Sunday morning in Shanghai. */
export const MORNING = '2026-11-22T00:30:00Z';

export interface Demo {
  desk: FrontDesk;
  home: string;
  // biome-ignore lint/suspicious/noExplicitAny: as `--json` gives it.
  json: any;
}

/** Lays the demo out at a moment; the desk that is returned is the one in it. */
export async function demoAt(now: string, dir = temporaryPath('示范 小区')): Promise<Demo> {
  const stranger = desertedDesk();
  stranger.now = now;
  const said = await stranger.run(['demo', dir, '--json']);
  expect(said).toMatchObject({ code: 0, err: '' });
  const desk = new FrontDesk(dir);
  desk.now = now;
  return { desk, home: dir, json: said.json };
}

/** Asks the ledger of a demo itself. */
export function ask<Row>(home: string, sql: string): Row[] {
  const ledger = new Ledger(path.join(home, 'ledger.db'), { readonly: true });
  try {
    return ledger.db.prepare<[], Row>(sql).all();
  } finally {
    ledger.close();
  }
}

/** The hash of the journal's last line, which tells whether all was as in another demo. */
export const lastLine = (home: string) =>
  ask<{ hash: string }>(home, 'SELECT hash FROM journal ORDER BY seq DESC LIMIT 1')[0]?.hash;

/** Which parts of the agenda hold something. */
export function partsOf({ json, desk }: Demo): string[] {
  const today = new Date(Date.parse(desk.now) + 8 * 3_600_000).toISOString().slice(0, 10);
  const parts = json.agenda.map((duty: { state: string; dueAt: string }) => {
    if (duty.state === 'overdue') return 'overdue';
    return duty.dueAt.slice(0, 10) === today ? 'today' : 'soon';
  });
  return [...new Set<string>(parts)].sort();
}
