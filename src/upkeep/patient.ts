import { existsSync } from 'node:fs';
import type { Desk } from '../desk.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { noLedger, requireOwn } from '../ledger/ledger.ts';
import { openToLook } from '../ledger/look.ts';
import type { Chain } from '../ledger/verify.ts';
import { readChain } from '../ledger/verify.ts';
import type { Moment } from '../lib/moment.ts';
import type { Site } from './site.ts';
import { siteOf } from './site.ts';

/** Made at the first call; what goes wrong then is thrown again, the same error, at every other. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | { error: unknown } | undefined;
  return () => {
    if (!made) {
      try {
        made = { value: make() };
      } catch (error) {
        made = { error };
      }
    }
    if ('error' in made) throw made.error;
    return made.value;
  };
}

/** The home that the doctor looks at: opened once, read in one snapshot, changed in nothing. */
export class Patient {
  readonly desk: Desk;
  readonly now: Moment;
  #opened: Ledger | undefined;
  readonly #ledger = once(() => this.#open());
  readonly #chain = once(() => readChain(this.ledger.db));

  constructor(desk: Desk) {
    this.desk = desk;
    this.now = desk.recordedAt();
  }

  get home() {
    return this.desk.home;
  }

  get ledger(): Ledger {
    return this.#ledger();
  }

  get chain(): Chain {
    return this.#chain();
  }

  site(): Promise<Site> {
    return siteOf(this.desk);
  }

  close(): void {
    this.#opened?.close();
  }

  #open(): Ledger {
    if (!existsSync(this.home.ledgerFile)) throw noLedger();
    this.#opened = openToLook(this.home.ledgerFile);
    this.#opened.db.exec('BEGIN');
    // Takes the snapshot, and fails where the file is no database.
    this.#opened.db.prepare('SELECT count(*) FROM sqlite_schema').get();
    // Of anything else, an empty file too, no check could say anything.
    requireOwn(this.#opened);
    return this.#opened;
  }
}
