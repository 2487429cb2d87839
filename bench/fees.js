// `fee bill` of a large estate beside the same bills written by hand in SQL.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { median, print } from './measure.js';

const UNITS = 100_000;
const ROUNDS = 5;

const CLEANING =
  'cleaning: {name: 清洁费, basis: fixed-month, rates: {2020-01-01: 5.00}, cycle: month}';

/** Switches the quarterly fee on and adds a monthly one: with the energy of the common parts, three. */
function setTariffs(file) {
  const text = readFileSync(file, 'utf8');
  const active = text.replace(/(\n +property: .*?)active: no/, '$1active: yes');
  writeFileSync(file, active.replace(/\n( +)(energy: )/, `\n$1${CLEANING}\n$1$2`));
}

/** Units with areas of three decimals, each with an owner. Straight SQL: only the billing is measured. */
function fillEstate(file) {
  const db = new Database(file);
  db.transaction(() => {
    const unit = db.prepare(
      `INSERT INTO units (id, code, building, entrance, room, floor, sort_key, area_thousandths, use,
         handover_on) VALUES (?, ?, ?, '1', ?, 1, ?, ?, 'residential', '2020-06-30')`,
    );
    const person = db.prepare(
      "INSERT INTO people (id, name, pinyin, initials) VALUES (?, '王芳', 'wang fang', 'wf')",
    );
    const owner = db.prepare(
      "INSERT INTO residents (person_id, unit_id, role, from_on) VALUES (?, ?, 'owner', '2020-07-01')",
    );
    for (let id = 1; id <= UNITS; id += 1) {
      const building = 1 + Math.floor((id - 1) / 100);
      const room = String(101 + ((id - 1) % 100));
      const code = `${building}-1-${room}`;
      unit.run(
        id,
        code,
        String(building),
        room,
        String(id).padStart(9, '0'),
        45_000 + ((id * 7919) % 120_001),
      );
      person.run(id);
      owner.run(id, id);
    }
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

const COLUMNS = `unit_id, tariff, cycle_on, period_start, period_end, quantity_thousandths,
  rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor, debtor_id`;

/** Stops the bench unless both made the same charges. */
function requireSame(one, other) {
  const db = new Database(one, { readonly: true });
  db.prepare('ATTACH ? AS other').run(other);
  const count = (table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const differing = db
    .prepare(
      `SELECT count(*) FROM (SELECT ${COLUMNS} FROM main.charges EXCEPT SELECT ${COLUMNS} FROM other.charges)`,
    )
    .pluck()
    .get();
  const counts = [count('main.charges'), count('other.charges')];
  db.close();
  if (differing > 0 || counts[0] !== counts[1] || counts[0] !== 3 * UNITS) {
    throw new Error(`the bills differ: ${counts.join(' and ')} charges, ${differing} not the same`);
  }
}

/** `bare` and `wy` run a script of bench/, and a command on a home. */
export function benchBilling({ dir, bare, wy }) {
  const home = path.join(dir, 'fees');
  const ledger = path.join(home, 'ledger.db');
  const empty = path.join(dir, 'unbilled.db');
  const byHand = path.join(dir, 'by-hand.db');
  wy(home, 'init', '--name', '蓝天新苑', '--staff', '王芳');
  setTariffs(path.join(home, 'policy.yaml'));
  fillEstate(ledger);
  copyFileSync(ledger, empty);
  const fresh = (file) => {
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    copyFileSync(empty, file);
  };
  const times = { bare: [], wy: [], again: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    fresh(byHand);
    fresh(ledger);
    const bareMs = bare('bare-bill.js', byHand).ms;
    const words = ['fee', 'bill', '--period', '2026-10', '--at', '2026-10-01 09:30', '--json'];
    const wyMs = wy(home, ...words).ms;
    const againMs = wy(home, ...words).ms;
    // The first round warms up.
    if (round === 0) requireSame(byHand, ledger);
    else {
      times.bare.push(bareMs);
      times.wy.push(wyMs);
      times.again.push(againMs);
    }
  }
  const ratio = (name) => median(times[name].map((ms, at) => ms / times.bare[at]));
  print(`bill ${UNITS} units × 3 tariffs, the digest for the journal included`, [
    { name: 'INSERT … SELECT by hand, bare better-sqlite3', ms: median(times.bare), ratio: 1 },
    { name: 'wy fee bill', ms: median(times.wy), ratio: ratio('wy') },
    {
      name: 'wy fee bill once more: nothing to bill',
      ms: median(times.again),
      ratio: ratio('again'),
    },
  ]);
}
