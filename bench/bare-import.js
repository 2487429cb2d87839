// What storing the residents costs without wy: every row split and inserted, nothing checked.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const [file, csv] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.exec(`CREATE TABLE units (id INTEGER PRIMARY KEY, code TEXT UNIQUE) STRICT;
  CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, phone TEXT) STRICT;
  CREATE INDEX people_name ON people (name, phone);
  CREATE TABLE residents (id INTEGER PRIMARY KEY, person_id INTEGER, unit_id INTEGER, role TEXT, from_on TEXT) STRICT;
  CREATE INDEX residents_unit ON residents (unit_id);
  CREATE INDEX residents_person ON residents (person_id);`);
const unit = db.prepare('INSERT INTO units (code) VALUES (?)');
const person = db.prepare('INSERT INTO people (name, phone) VALUES (?, ?)');
const resident = db.prepare(
  'INSERT INTO residents (person_id, unit_id, role, from_on) VALUES (?, ?, ?, ?)',
);
db.transaction(() => {
  const ids = new Map();
  for (const line of readFileSync(csv, 'utf8').split('\n').slice(1)) {
    const [code, name, phone, role, from] = line.split(',');
    let unitId = ids.get(code);
    if (unitId === undefined) {
      unitId = unit.run(code).lastInsertRowid;
      ids.set(code, unitId);
    }
    resident.run(person.run(name, phone).lastInsertRowid, unitId, role, from);
  }
})();
