// `import charges` of a million rows beside the sqlite3 shell's `.import` into a typed, indexed table.
import { closeSync, cpSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { isInstalled, print, sideBySide, timedTool } from './measure.js';

const UNITS = 21_000;
const MONTHS = 24;
const TARIFFS = [
  ['公共能耗费', 30],
  ['物业费', 140],
];
const ROUNDS = 5;

const HEADER = '房号,收费项目,开始,结束,应缴,应缴日,面积,单价,备注';

/** The columns of the file with their types, and indexes as the ledger has them on its charges. */
const TABLE = `CREATE TABLE charges (unit TEXT NOT NULL, tariff TEXT NOT NULL,
    period_start TEXT NOT NULL, period_end TEXT NOT NULL, amount NUMERIC NOT NULL,
    due_on TEXT NOT NULL, area NUMERIC, rate NUMERIC, note TEXT);
  CREATE INDEX charges_unit ON charges (unit, due_on);
  CREATE INDEX charges_cycle ON charges (tariff, period_start, unit);`;

const codeOf = (at) =>
  `${1 + Math.floor(at / 400)}-${1 + (Math.floor(at / 100) % 4)}-${1 + Math.floor((at % 100) / 4)}0${1 + (at % 4)}`;

/** Month by month, as old systems write them; gives the number of rows. */
function writeCharges(file) {
  const fd = openSync(file, 'w');
  writeSync(fd, `${HEADER}\n`);
  let rows = 0;
  for (let month = 0; month < MONTHS; month += 1) {
    const first = new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 10);
    const last = new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10);
    const lines = [];
    for (let unit = 0; unit < UNITS; unit += 1) {
      for (const [tariff, rate] of TARIFFS) {
        rows += 1;
        const area = 6_000 + ((rows * 7_919) % 9_000);
        const fen = Math.round((area * rate) / 100);
        const yuan = (hundredths) => (hundredths / 100).toFixed(2);
        lines.push(
          `${codeOf(unit)},${tariff},${first},${last},${yuan(fen)},${first.slice(0, 8)}25,${yuan(area)},${yuan(rate)},`,
        );
      }
    }
    writeSync(fd, `${lines.join('\n')}\n`);
  }
  closeSync(fd);
  return rows;
}

/** `wy` runs a command on a home. */
export function benchImport({ dir, wy }) {
  const units = path.join(dir, 'units.csv');
  const file = path.join(dir, 'charges.csv');
  const [empty, home] = [path.join(dir, 'empty'), path.join(dir, 'imported')];
  const codes = Array.from({ length: UNITS }, (_, at) => `${codeOf(at)},89.53,住宅,2023-06-30`);
  writeFileSync(units, ['房号,建筑面积,房屋类型,交房日期', ...codes].join('\n'));
  const rows = writeCharges(file);
  wy(empty, 'init', '--name', '蓝天新苑', '--staff', '王芳');
  wy(empty, 'import', 'units', units);

  const db = path.join(dir, 'shell.db');
  const shell = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });
    timedTool('sqlite3', [db, `PRAGMA journal_mode = WAL; ${TABLE}`]);
    const sync = ['-cmd', 'PRAGMA synchronous = FULL', '-cmd', '.mode csv'];
    return timedTool('sqlite3', [db, ...sync, `.import --skip 1 ${file} charges`]);
  };
  const imported = () => {
    rmSync(home, { recursive: true, force: true });
    cpSync(empty, home, { recursive: true });
    return wy(home, 'import', 'charges', file, '--json');
  };
  const commands = { 'wy import charges': imported };
  print(
    `import of ${rows.toLocaleString('en')} charges from CSV, every row checked and proven`,
    sideBySide(
      isInstalled('sqlite3') ? { 'sqlite3 shell, .import': shell, ...commands } : commands,
      ROUNDS,
    ),
  );
}
