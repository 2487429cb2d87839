/** The newest schema this wy knows; one step for each entry of `migrations/index.ts`. */
export const LEDGER_VERSION = 6;

/** Marks a SQLite file as a ledger of wy: the letters "wyLG". */
export const APPLICATION_ID = 0x77794c47;
