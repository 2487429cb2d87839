// What a report's queries cost without wy: each run as it was, its rows read and let go.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const [, , file, traced] = process.argv;
const db = new Database(file, { readonly: true });
for (const { sql, how, parameters } of JSON.parse(readFileSync(traced, 'utf8')).queries) {
  const statement = db.prepare(sql);
  if (how === 'iterate') for (const _ of statement.iterate(...parameters));
  else statement[how](...parameters);
}
