import { chmodSync, copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rebuildIndex } from '../../src/entries/indexing.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { shippedBooks } from '../support/ledger.ts';
import type { FrontDesk } from '../support/session.ts';
import { frontDesk } from '../support/session.ts';
import { keptPath } from '../support/temporary.ts';

const DUMPS = path.join(import.meta.dirname, '../ledger/schemas');

/** The dumps of every schema there was, the newest last. */
export const SCHEMAS: readonly string[] = readdirSync(DUMPS)
  .filter((name) => name.endsWith('.sql'))
  .sort();

export const ledgerOf = (desk: FrontDesk): string => path.join(desk.home, 'ledger.db');

const FIRST_WITH_INDEX = '005.sql';

const templates = new Map<string, string>();

/** A ledger with a row in every table: the dump of a schema. */
function ledgerOfSchema(schema: string): string {
  const known = templates.get(schema);
  if (known) return known;
  const template = keptPath('ledger.db');
  const ledger = new Ledger(template, { create: true });
  ledger.db.pragma('journal_mode = WAL');
  ledger.db.exec(readFileSync(path.join(DUMPS, schema), 'utf8'));
  // The dumps leave out what is made of the rest.
  if (schema >= FIRST_WITH_INDEX) rebuildIndex(ledger, shippedBooks());
  ledger.close();
  chmodSync(template, 0o600);
  templates.set(schema, template);
  return template;
}

/** A desk with such a ledger, of the newest schema unless said. */
export async function furnishedDesk(schema = SCHEMAS.at(-1) ?? ''): Promise<FrontDesk> {
  const desk = await frontDesk();
  // The dumps were made by a real clock, on the day on which the other desks stand.
  desk.now = '2026-11-23T01:30:00Z';
  copyFileSync(ledgerOfSchema(schema), ledgerOf(desk));
  return desk;
}

export interface Finding {
  check: string;
  title: string;
  ok: boolean;
  detail: string;
  advice: string | null;
}

/** What doctor finds wrong: the detail of each check that failed. */
export async function faultsOf(desk: FrontDesk): Promise<Record<string, string>> {
  const said = await desk.say('doctor --json');
  if (said.err !== '') throw new Error(said.err);
  const bad = (said.json as Finding[]).filter(({ ok }) => !ok);
  if (said.code !== (bad.length > 0 ? 3 : 0)) throw new Error(`exit code ${said.code}`);
  return Object.fromEntries(bad.map(({ check, detail }) => [check, detail]));
}
