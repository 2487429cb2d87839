// Preloaded: notes every query that a command runs, with its parameters, and its greatest memory.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const addon = createRequire(import.meta.url)('better-sqlite3/build/Release/better_sqlite3.node');
const queries = [];
const { prepare } = addon.Database.prototype;

addon.Database.prototype.prepare = function (sql, ...rest) {
  const statement = prepare.call(this, sql, ...rest);
  for (const how of ['get', 'all', 'iterate']) {
    const run = statement[how];
    statement[how] = (...parameters) => {
      if (/^\s*(?:SELECT|WITH)/i.test(sql)) queries.push({ sql, how, parameters });
      return run.apply(statement, parameters);
    };
  }
  return statement;
};

process.once('exit', () => {
  const peakKilobytes = process.resourceUsage().maxRSS;
  writeFileSync(process.env.WY_BENCH_TRACE, JSON.stringify({ queries, peakKilobytes }));
});
