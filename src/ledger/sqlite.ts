import Database from 'better-sqlite3';

type Maker = (this: object, ...args: unknown[]) => object;

/**
 * Since 24.19, Node aborts when a native object of better-sqlite3 12 is collected as garbage (and
 * better-sqlite3 13 does not run on Node 20). So none is: they are few, and live as long as the
 * process; closing a database frees what SQLite holds.
 */
const kept: object[] = [];
const mended = new WeakSet<object>();

/** Opens a file as better-sqlite3 does, and keeps all that is made from it. */
export function openSqlite(file: string, options?: Database.Options): Database.Database {
  const db = new Database(file, options);
  const native = Object.getOwnPropertySymbols(db)
    .map((symbol) => (db as unknown as Record<symbol, unknown>)[symbol])
    .find((value) => typeof (value as { prepare?: unknown } | null)?.prepare === 'function');
  kept.push(db);
  if (native) keepMadeBy(native, ['prepare', 'backup']);
  return db;
}

/** From now on, what these methods of the object's kind return is kept; of statements, iterators. */
function keepMadeBy(maker: object, methods: readonly string[]): void {
  const prototype = Object.getPrototypeOf(maker) as Record<string, Maker>;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  for (const method of methods) {
    const make = prototype[method];
    if (!make) continue;
    prototype[method] = function (...args) {
      const made = make.apply(this, args);
      kept.push(made);
      if (method === 'prepare') keepMadeBy(made, ['iterate']);
      return made;
    };
  }
}
