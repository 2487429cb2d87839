import { existsSync } from 'node:fs';
import { loadBooks } from './books/load.ts';
import type { Books } from './books/model.ts';
import { BUILD } from './build.ts';
import type { Ctx } from './context.ts';
import type { Home } from './home.ts';
import { defaultHomeDir, homeAt } from './home.ts';
import type { Host } from './host.ts';
import { sqliteMessage } from './ledger/explain.ts';
import type { Ledger } from './ledger/ledger.ts';
import { noLedger, openLedger, requireOwn } from './ledger/ledger.ts';
import { openToLook } from './ledger/look.ts';
import { misused, refused, WyError } from './lib/errors.ts';
import { dayOf, type Moment, momentOf, parseMoment } from './lib/moment.ts';
import type { Lang, Words } from './lib/words.ts';
import { w } from './lib/words.ts';
import type { Zone } from './lib/zone.ts';
import { loadPolicy } from './policy/load.ts';
import type { Policy } from './policy/policy.ts';
import { operatorOf } from './policy/policy.ts';
import { idleOperators, idleOperatorsWords } from './registry/operators.ts';
import { findActing } from './registry/staff.ts';

/** The options that every command takes. */
export interface Globals {
  home?: string | undefined;
  by?: string | undefined;
  at?: string | undefined;
  lang?: string | undefined;
  json?: boolean | undefined;
  /** False after `--no-input`. */
  input?: boolean | undefined;
  /** False after `--no-color`. */
  color?: boolean | undefined;
  yes?: boolean | undefined;
}

/** What one run of wy opens once, however many commands it carries out. */
interface Opened {
  policy?: Policy;
  books?: Books;
  ledger?: Ledger;
}

/** Where a command is carried out: the host, the options, the home; opens only what is asked for. */
export class Desk {
  readonly host: Host;
  readonly globals: Globals;
  readonly home: Home;
  /** The version of the program. */
  readonly version: string;
  readonly warnings: Words[] = [];
  readonly #opened: Opened;

  constructor(host: Host, version: string, globals: Globals = {}, opened: Opened = {}) {
    this.host = host;
    this.version = version;
    this.globals = globals;
    this.#opened = opened;
    this.home = homeAt(
      globals.home ?? (host.env.WY_HOME || defaultHomeDir(host.platform, host.env)),
    );
  }

  /** The same desk for another command line; another home opens its own things. */
  with(globals: Globals): Desk {
    const merged = { ...this.globals, ...globals };
    const sameHome = globals.home === undefined || homeAt(globals.home).dir === this.home.dir;
    return new Desk(this.host, this.version, merged, sameHome ? this.#opened : {});
  }

  warn(words: Words): void {
    this.warnings.push(words);
  }

  get mayAsk(): boolean {
    return this.host.canAsk && this.globals.input !== false && !this.globals.json;
  }

  /** When what is done now is recorded: the clock, which nobody else asks. */
  recordedAt(): Moment {
    return momentOf(this.host.clock());
  }

  /** When what is done now happened: `--at`, WY_AT, else the clock. */
  happenedAt(zone: Zone, recordedAt = this.recordedAt()): Moment {
    const at = this.globals.at ?? this.host.env.WY_AT;
    return at ? parseMoment(at, { now: recordedAt, zone }) : recordedAt;
  }

  /** Who acts: `--by`, WY_BY, else whoever the system's user is mapped to. */
  operatorName(policy: Pick<Policy, 'operators'>): string | undefined {
    return this.globals.by ?? (this.host.env.WY_BY || operatorOf(policy, this.host.systemUser()));
  }

  /** `--lang`, WY_LANG, the policy's language, the system's; Chinese where nothing is said. */
  async lang(): Promise<Lang> {
    const said = this.globals.lang ?? this.host.env.WY_LANG;
    if (said === 'zh' || said === 'en') return said;
    if (said) {
      throw misused(
        'unknown_language',
        w(`不认识的语言“${said}”。`, `Unknown language "${said}".`),
        w('可用：zh、en', 'Use zh or en.'),
      );
    }
    try {
      return (await this.policy()).language;
    } catch {
      return systemLang(this.host.env);
    }
  }

  async policy(): Promise<Policy> {
    this.#opened.policy ??= await loadPolicy(this.home.policyFile, { build: BUILD });
    return this.#opened.policy;
  }

  async books(): Promise<Books> {
    this.#opened.books ??= await loadBooks(this.home.booksFile, { build: BUILD });
    return this.#opened.books;
  }

  /** After its file was changed: the next command reads it again. */
  forgetBooks(): void {
    delete this.#opened.books;
  }

  async ledger(): Promise<Ledger> {
    this.#opened.ledger ??= await openLedger(this.home.ledgerFile, this.recordedAt());
    return this.#opened.ledger;
  }

  /** Closes the ledger, so that its file may be replaced; the next command opens it again. */
  closeLedger(): void {
    this.#opened.ledger?.close();
    delete this.#opened.ledger;
  }

  async context(): Promise<Ctx> {
    if (!existsSync(this.home.ledgerFile)) throw noLedger();
    const policy = await this.policy();
    const books = await this.books();
    const ledger = await this.ledger();
    const { zone } = policy;
    const recordedAt = this.recordedAt();
    const now = this.happenedAt(zone, recordedAt);
    if (now > recordedAt) {
      this.warn(w('--at 指定的时间在将来。', 'The time given with --at is in the future.'));
    }
    const lang = await this.lang();
    return {
      ledger,
      policy,
      books,
      attachmentsDir: this.home.attachmentsDir,
      printedDir: this.home.printedDir,
      templatesDir: this.home.templatesDir,
      zone,
      now,
      today: dayOf(now, zone),
      recordedAt,
      lang,
      outside: { env: (name) => this.host.env[name], clock: () => this.recordedAt() },
      operator: () => this.#operator(ledger, policy),
      warn: (words) => this.warn(words),
      progress: (done, total) => drawProgress(this.host, done, total),
    };
  }

  /** Says which users the policy maps to nobody who is active; nothing where no ledger can be asked. */
  async operatorWarnings(): Promise<Words[]> {
    if (!existsSync(this.home.ledgerFile)) return [];
    const { operators } = await this.policy();
    try {
      const ledger = openToLook(this.home.ledgerFile);
      try {
        requireOwn(ledger);
        const idle = idleOperators(ledger, operators);
        return idle.length > 0 ? [idleOperatorsWords(idle)] : [];
      } finally {
        ledger.close();
      }
    } catch (error) {
      // What is wrong with the ledger is told by doctor.
      if (!(error instanceof WyError || sqliteMessage(error))) throw error;
      return [];
    }
  }

  #operator(ledger: Ledger, policy: Policy) {
    const named = this.operatorName(policy);
    if (!named) {
      const user = this.host.systemUser();
      throw refused(
        'no_operator',
        w(
          `不知道是谁在操作：系统用户“${user}”没有对应的员工。`,
          `Nobody acts: the system user "${user}" is mapped to no staff.`,
        ),
        w(
          '请加 --by 姓名，或在 policy.yaml 的 operators 里登记。',
          'Add --by NAME, or map the user under operators in policy.yaml.',
        ),
      );
    }
    const staff = findActing(ledger, named);
    if (!staff) {
      throw refused(
        'unknown_operator',
        w('--by 指定的人不是在职员工。', 'The operator named is no active member of staff.'),
        w('查看员工：wy staff list', 'See wy staff list.'),
      );
    }
    return staff;
  }
}

const BAR_CELLS = 30;

/** A bar on a terminal's standard error, gone when the work is done. */
function drawProgress(host: Host, done: number, total: number): void {
  if (!host.isTerminal || total === 0) return;
  const filled = Math.round((done / total) * BAR_CELLS);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  host.err(done < total ? `\r${bar} ${done}/${total}` : '\r\u001b[K');
}

export function systemLang(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
}
