// `npm run bench -- parcels`: a book with as many entries as ten years bring, read and written cold.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { buildSync } from 'esbuild';
import { fillUnits } from './fill.js';
import { print, sideBySide, timed } from './measure.js';

const PARCELS = 200_000;
const UNITS = 2_000;
/** Waiting to be collected at one time, some of them for too long. */
const OPEN = 800;
const DAYS = 3_000;
const BATCH_LINES = 10_000;

const CARRIERS = ['顺丰', '京东', '中通', '圆通', '邮政', '韵达'];
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛';

/** The words by which wy finds entries, by its own rule. */
async function ownWords() {
  const entry = path.join(import.meta.dirname, '..', 'src', 'entries', 'words-rules.ts');
  const { outputFiles } = buildSync({
    ...{ entryPoints: [entry], bundle: true, write: false },
    ...{ format: 'esm', platform: 'node' },
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).wordsOf;
}

const PLAN = `
  CREATE TEMP TABLE plan AS
  WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @count),
    made AS (
      SELECT i, i >= @count - @open AS waits,
        strftime('%Y-%m-%dT%H:%M:%SZ', @start, '+' || (i * @days / @count) || ' days',
          '+' || (i % 500) || ' minutes') AS at,
        (SELECT code FROM units WHERE id = 1 + i * 7919 % @units) AS unit
      FROM n)
  SELECT i, waits, at, unit, 1 + i * 7919 % @units AS unit_id,
    'B' || substr(replace(at, '-', ''), 3, 6) || '-' || printf('%03d', i % 1000 + 100) || i AS no,
    json_object('unit', unit,
      'recipient', substr(@surnames, 1 + i % 20, 1) || substr(@given, 1 + i / 20 % 15, 1)
        || CASE WHEN i % 3 = 0 THEN '' ELSE substr(@given, 1 + i / 300 % 15, 1) END,
      'kind', 'parcel',
      'carrier', json_extract(@carriers, '$[' || (i % 6) || ']'),
      'tracking', 'SF' || printf('%013d', i * 2654435761 % 10000000000000),
      'pieces', 1) AS fields
  FROM made`;

const FILL = `
  INSERT INTO entries (id, no, book, version, state, title, unit_id, fields, entered_at, entered_by,
      closed_at)
    SELECT i + 10, no, 'parcel', 1, iif(waits, 'open', 'closed'), fields ->> 'recipient', unit_id,
      fields, at, 1, iif(waits, NULL, strftime('%Y-%m-%dT%H:%M:%SZ', at, '+1 day')) FROM plan;
  INSERT INTO entry_words (rowid, words) SELECT i + 10, words_of(fields) FROM plan;
  INSERT INTO deadlines (subject, kind, role, since_at, due_at, clause, limit_text, ending, ended_at)
    SELECT no, 'books.parcel.collect', 'clerk', at, strftime('%Y-%m-%dT%H:%M:%SZ', at, '+7 days'),
      'books.parcel.deadlines.collect', '7d', iif(waits, NULL, 'met'),
      iif(waits, NULL, strftime('%Y-%m-%dT%H:%M:%SZ', at, '+1 day')) FROM plan;
  INSERT INTO events (subject, at, operator_id, kind, detail)
    SELECT no, at, 1, 'receive', '{}' FROM plan;`;

/** Straight SQL: only what reads and adds to it is measured. */
function fillParcels(file, words, today) {
  const db = new Database(file);
  const { declared } = db
    .prepare("SELECT declared FROM book_versions WHERE book = 'parcel' ORDER BY version DESC")
    .get();
  const book = JSON.parse(declared);
  db.function('words_of', { deterministic: true }, (fields) => words(book, JSON.parse(fields)));
  const start = new Date(Date.parse(today) - DAYS * 86_400_000).toISOString().slice(0, 10);
  db.transaction(() => {
    db.prepare(PLAN).run({
      ...{ count: PARCELS, open: OPEN, days: DAYS, units: UNITS, start },
      ...{ surnames: SURNAMES, given: GIVEN, carriers: JSON.stringify(CARRIERS) },
    });
    db.exec(FILL);
  })();
  const tail = db
    .prepare("SELECT fields ->> 'tracking' FROM entries WHERE id = 4711")
    .pluck()
    .get();
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return tail.slice(-6);
}

/** Cold lists, searches and one entry, as whole processes; what is read must be found. */
export async function benchParcels({ dir, wy }) {
  const home = path.join(dir, 'home');
  const ledger = path.join(home, 'ledger.db');
  wy(home, 'init', '--name', '蓝天新苑');
  const db = new Database(ledger);
  fillUnits(db, UNITS);
  db.close();
  const receive = ['parcel', 'receive', '--unit', '1-1-101', '--kind', 'parcel', '--json'];
  const { at } = JSON.parse(wy(home, ...receive).out);
  const tail = fillParcels(ledger, await ownWords(), at);

  const list = (...filters) => {
    const done = wy(home, 'parcel', 'list', ...filters, '--json');
    if (JSON.parse(done.out).length === 0) throw new Error(`nothing found: ${filters.join(' ')}`);
    return done;
  };
  const newest = (...filters) => list(...filters, '--most', '50');
  print(
    `one of ${PARCELS} parcels, whole process`,
    sideBySide(
      {
        'node -e 0': () => timed(['-e', '0']),
        'wy --version': () => wy(home, '--version'),
        'wy parcel list --most 50': () => newest(),
        'wy parcel list --find 李芳 --most 50': () => newest('--find', '李芳'),
        'wy parcel list --tracking, its last six': () => list('--tracking', tail),
        'wy parcel list --carrier 顺丰 --most 50': () => newest('--carrier', '顺丰'),
        'wy parcel list --unit 1-1-102': () => list('--unit', '1-1-102'),
        'wy parcel list --open --most 50': () => newest('--open'),
        'wy parcel list --overdue --most 50': () => newest('--overdue'),
        'wy today --json': () => wy(home, 'today', '--json'),
        'wy parcel receive': () => wy(home, ...receive),
      },
      21,
    ),
  );
  console.log(`\nbatch of parcel receive among ${PARCELS}`);
  for (const lines of [BATCH_LINES / 4, BATCH_LINES]) {
    const file = path.join(dir, 'parcels.txt');
    writeFileSync(file, `${receive.slice(0, -1).join(' ')}\n`.repeat(lines));
    const { ms } = wy(home, 'batch', file, '--atomic');
    console.log(`  ${lines} lines --atomic   ${Math.round((lines / ms) * 1000)} entries a second`);
  }
}
