import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadBooks } from '../books/load.ts';
import { noteBooks } from '../books/versions.ts';
import { BUILD } from '../build.ts';
import type { Ctx } from '../context.ts';
import type { Desk } from '../desk.ts';
import { homeAt } from '../home.ts';
import { createLedger } from '../ledger/create.ts';
import { databaseFiles, partOf, placeNew, sweepParts } from '../ledger/files.ts';
import { openLedger } from '../ledger/ledger.ts';
import { refused, WyError } from '../lib/errors.ts';
import { dayOf } from '../lib/moment.ts';
import { tidyName } from '../lib/name.ts';
import { quoteWord } from '../lib/shell-words.ts';
import { w } from '../lib/words.ts';
import { compilePolicy } from '../policy/compile.ts';
import { brokenPolicy } from '../policy/load.ts';
import type { Role } from '../policy/roles.ts';
import { policyText } from '../policy/template.ts';
import { addStaff } from '../registry/staff.ts';

const MY_ESTATE = w('我的小区', 'My estate');

export interface NewHome {
  /** Of the site; a neutral one unless said. */
  name: string | undefined;
  /** The first member of staff; the user of the system unless said. */
  staff: string | undefined;
  roles: readonly Role[] | undefined;
}

export interface MadeHome {
  home: string;
  site: string;
  staff: string;
  /** Commands to type next. */
  next: readonly string[];
}

/**
 * Makes a home: the policy, the ledger with its first member of staff, the folder of backups. All of
 * it is made elsewhere and then put in place, so that an interrupted run leaves nothing half-made.
 * Refuses `home_exists` and touches nothing else that lies in the folder.
 */
export async function makeHome(desk: Desk, wanted: NewHome): Promise<MadeHome> {
  const { dir } = desk.home;
  refuseExisting(dir);
  const lang = await desk.lang();
  const user = desk.host.systemUser();
  const staff = tidyName(wanted.staff ?? user);
  const made = { home: dir, site: wanted.name ?? MY_ESTATE[lang], staff };
  const next = NEXT.map((line) => `wy ${homeOption(desk)}${line[lang]}`);
  const text = policyText(lang, { siteName: made.site, operators: { [user]: made.staff } });

  const isNew = !existsSync(dir);
  const around = isNew ? path.dirname(dir) : dir;
  mkdirSync(around, { recursive: true, mode: 0o700 });
  sweepParts(around);
  const part = partOf(isNew ? dir : path.join(dir, 'init'));
  mkdirSync(part, { mode: 0o700 });
  try {
    await furnish(desk, part, text, { name: made.staff, roles: wanted.roles ?? ['supervisor'] });
    moveIn(part, dir);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return { ...made, next };
}

const NEXT = [
  w('staff add 李强 --role engineering', 'staff add "Li Qiang" --role engineering'),
  w('import units 房屋.xlsx', 'import units units.xlsx'),
  w('ticket open', 'ticket open'),
];

/** A home that was only named on this command line has to be named on the next ones, too. */
const homeOption = ({ globals, host }: Desk): string =>
  globals.home === undefined ? '' : `--home ${quoteWord(globals.home, host.platform)} `;

async function furnish(
  desk: Desk,
  dir: string,
  text: string,
  staff: { name: string; roles: readonly Role[] },
): Promise<void> {
  const compiled = await compilePolicy(text);
  if ('mistakes' in compiled) throw brokenPolicy(compiled.mistakes);
  const { policy } = compiled;
  const home = homeAt(dir);
  mkdirSync(home.backupsDir, { mode: 0o700 });
  writeFileSync(home.policyFile, text, { mode: 0o600 });
  const recordedAt = desk.recordedAt();
  createLedger(home.ledgerFile, { recordedAt });
  const ledger = await openLedger(home.ledgerFile, recordedAt);
  try {
    const books = await loadBooks(home.booksFile, { build: BUILD });
    // Who makes the ledger answers for it: the first member of staff records themselves.
    const ctx: Ctx = {
      ledger,
      policy,
      books,
      attachmentsDir: home.attachmentsDir,
      printedDir: home.printedDir,
      templatesDir: home.templatesDir,
      zone: policy.zone,
      now: recordedAt,
      today: dayOf(recordedAt, policy.zone),
      recordedAt,
      lang: policy.language,
      outside: { env: () => undefined, clock: () => recordedAt },
      operator: () => ({ id: 1, name: staff.name }),
      warn: (words) => desk.warn(words),
      progress: () => {},
    };
    // One transaction and one line: the books count from now on.
    ledger.write(() => {
      noteBooks(ctx);
      addStaff(ctx, { ...staff, phone: null });
    });
  } finally {
    ledger.close();
  }
}

/** A new folder gets its name in one step; in one that is there each part does, the ledger last. */
function moveIn(part: string, dir: string): void {
  try {
    if (!existsSync(dir)) {
      renameSync(part, dir);
      return;
    }
    refuseExisting(dir);
    const [made, home] = [homeAt(part), homeAt(dir)];
    mkdirSync(home.backupsDir, { recursive: true, mode: 0o700 });
    placeNew(made.policyFile, home.policyFile);
    placeNew(made.ledgerFile, home.ledgerFile);
  } catch (error) {
    // Another process was quicker.
    const { code } = error as { code?: string };
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw homeExists(dir, readdirSync(dir));
    if (error instanceof WyError && code === 'file_exists') refuseExisting(dir);
    throw error;
  }
}

function refuseExisting(dir: string): void {
  const home = homeAt(dir);
  const found = [home.policyFile, ...databaseFiles(home.ledgerFile)]
    .filter((file) => existsSync(file))
    .map((file) => path.basename(file));
  if (found.length > 0) throw homeExists(dir, found);
}

const homeExists = (dir: string, found: readonly string[]) =>
  refused(
    'home_exists',
    w(
      `${dir} 里已有 ${found.join('、')}，没有改动。`,
      `${dir} holds ${found.join(', ')} already; nothing was touched.`,
    ),
    w(
      '要用它：直接输入 wy 命令；另建一处：wy init --home 目录',
      'To use it, just go on with wy; to make another: wy init --home DIR',
    ),
  );
