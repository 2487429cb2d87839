import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { openSqlite } from '../../src/ledger/sqlite.ts';

it('nothing made from a database is ever collected, which would abort newer Nodes', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const made = (() => {
    const db = openSqlite(':memory:');
    const statement = db.prepare('SELECT 1 AS one');
    const iterator = statement.iterate();
    expect([...iterator]).toEqual([{ one: 1 }]);
    return [db, statement, iterator].map((each) => new WeakRef(each));
  })();
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  expect(made.map((each) => each.deref() !== undefined)).toEqual([true, true, true]);
});
