import os from 'node:os';
import path from 'node:path';

/** The folder that holds one site: its policy, its books, its ledger, its backups. */
export interface Home {
  readonly dir: string;
  readonly policyFile: string;
  readonly booksFile: string;
  readonly ledgerFile: string;
  readonly backupsDir: string;
  /** Files that belong to entries of books, each under its hash. */
  readonly attachmentsDir: string;
  /** Pages for the printer. */
  readonly printedDir: string;
  /** Daily reports, as wy run-day writes them. */
  readonly reportsDir: string;
  /** The site's own templates of printed forms. */
  readonly templatesDir: string;
}

export function homeAt(dir: string): Home {
  const full = path.resolve(dir);
  return {
    dir: full,
    policyFile: path.join(full, 'policy.yaml'),
    booksFile: path.join(full, 'books.yaml'),
    ledgerFile: path.join(full, 'ledger.db'),
    backupsDir: path.join(full, 'backups'),
    attachmentsDir: path.join(full, 'attachments'),
    printedDir: path.join(full, 'printed'),
    reportsDir: path.join(full, 'reports'),
    templatesDir: path.join(full, 'templates'),
  };
}

/** Where the operating system keeps a user's data, for a home that nobody named. */
export function defaultHomeDir(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const user = os.homedir();
  if (platform === 'win32') {
    return path.join(env.LOCALAPPDATA ?? path.join(user, 'AppData', 'Local'), 'wy');
  }
  if (platform === 'darwin') return path.join(user, 'Library', 'Application Support', 'wy');
  return path.join(env.XDG_DATA_HOME || path.join(user, '.local', 'share'), 'wy');
}
