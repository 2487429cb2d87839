// `npm run bench`: ratios measured side by side in one run. Absolute times are this machine's only.
// `npm run bench -- fees`, `accounts`, `import`, `hledger`, `parcels`, `report`: one of the large parts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchAccounts } from './accounts.js';
import { benchBilling } from './fees.js';
import { estateCsv, fillTickets } from './fill.js';
import { benchHledger } from './hledger.js';
import { benchImport } from './import-charges.js';
import { print, sideBySide, timed } from './measure.js';
import { benchParcels } from './parcels.js';
import { benchReport } from './report.js';

const TICKETS = 23_000;
const RESIDENTS = 100_000;
const BATCH_LINES = 2_000;

const root = path.join(import.meta.dirname, '..');
const wyFile = path.join(root, 'bin', 'wy.js');
const dir = mkdtempSync(path.join(os.tmpdir(), 'wy-bench-'));
const home = path.join(dir, 'home');
const wy = (...args) => timed([wyFile, '--home', home, '--no-input', ...args]);
const bare = (script, ...args) => timed([path.join(root, 'bench', script), ...args]);
const nothing = () => timed(['-e', '0']);

/** What is long to fill is asked for by its name. */
const PARTS = {
  fees: benchBilling,
  accounts: benchAccounts,
  import: benchImport,
  hledger: benchHledger,
  parcels: benchParcels,
  report: benchReport,
};

function benchDesk() {
  wy('init', '--name', '蓝天新苑');
  const csv = estateCsv(RESIDENTS);
  const unitsFile = path.join(dir, 'units.csv');
  const residentsFile = path.join(dir, 'residents.csv');
  writeFileSync(unitsFile, csv.units);
  writeFileSync(residentsFile, csv.residents);

  wy('import', 'units', unitsFile);
  const imported = wy('import', 'residents', residentsFile).ms;
  const bareDb = path.join(dir, 'bare.db');
  const bareImport = bare('bare-import.js', bareDb, residentsFile).ms;
  print(`import residents, ${RESIDENTS} rows, every row checked and proven`, [
    { name: 'rows split and inserted, bare better-sqlite3', ms: bareImport, ratio: 1 },
    { name: 'wy import residents', ms: imported, ratio: imported / bareImport },
  ]);

  print(
    `find among ${RESIDENTS} people, whole process`,
    sideBySide(
      {
        'node -e 0': nothing,
        'wy resident find zwj --json': () => wy('resident', 'find', 'zwj', '--json'),
        'wy resident find 5678 --json': () => wy('resident', 'find', '5678', '--json'),
      },
      15,
    ),
  );

  const ledger = path.join(home, 'ledger.db');
  fillTickets(ledger, TICKETS);
  print(
    `cold list of the open ones among ${TICKETS} tickets, whole process`,
    sideBySide(
      {
        'node -e 0': nothing,
        'bare better-sqlite3, the same query': () => bare('bare-list.js', ledger),
        'wy ticket list --open --json': () => wy('ticket', 'list', '--open', '--json'),
      },
      31,
    ),
  );
  print(
    'one command as a whole process',
    sideBySide(
      {
        'node -e 0': nothing,
        'wy --version': () => wy('--version'),
        'wy ticket open --json': () =>
          wy('ticket', 'open', '--unit', '1-1-101', '--item', '水管漏水', '--json'),
        'wy today --json': () => wy('today', '--json'),
        'wy today': () => wy('today'),
      },
      15,
    ),
  );

  const line = 'ticket open --unit 1-1-101 --item "厨房水管漏水"';
  const batchFile = path.join(dir, 'batch.txt');
  writeFileSync(batchFile, `${line}\n`.repeat(BATCH_LINES));
  const each = wy('batch', batchFile).ms;
  const atomic = wy('batch', batchFile, '--atomic').ms;
  console.log(`\nbatch of ${BATCH_LINES} ticket open`);
  console.log(
    `  each its own transaction   ${Math.round((BATCH_LINES / each) * 1000)} commands a second`,
  );
  console.log(
    `  --atomic                   ${Math.round((BATCH_LINES / atomic) * 1000)} commands a second`,
  );
}

try {
  const part = PARTS[process.argv[2]] ?? benchDesk;
  await part({
    root,
    dir,
    bare,
    wy: (at, ...args) => timed([wyFile, '--home', at, '--no-input', ...args]),
  });
} finally {
  rmSync(dir, { recursive: true, force: true });
}
